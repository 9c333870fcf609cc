import { entity, id, integer, localDate, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import type { Country, dayKinds } from './working-time.contract';

export interface CalendarDay extends Recorded {
  country: Country;
  day: string;
  kind: (typeof dayKinds)[number];
  title: string | null;
}

export const CalendarDay = entity<CalendarDay>({
  name: 'calendar_day',
  columns: {
    id: id(),
    version: integer(),
    country: text(2),
    day: localDate(),
    kind: text(10),
    title: nullable(text(120)),
  },
});

/**
 * Every pair of zone and country that some company stands in. A handful of rows: "callable now" is computed for each
 * of them once and joined, instead of asking the clock for every company.
 */
export interface Place {
  id: string;
  timeZone: string;
  country: Country;
}

export const Place = entity<Place>({
  name: 'place',
  columns: { id: id(), timeZone: text(64), country: text(2) },
});
