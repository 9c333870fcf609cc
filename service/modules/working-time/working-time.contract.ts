import { z } from 'zod';
import { done, endpoint, localDate, optionalText, queryInteger } from '../../kernel/endpoint';

/** Countries whose production calendar we keep. */
export const countries = ['RU', 'KZ', 'BY'] as const;
export type Country = (typeof countries)[number];

export const dayKinds = ['holiday', 'working', 'short'] as const;

/** A day that differs from the plain week: a holiday, a transferred working Saturday, a day one hour shorter. */
export const calendarDay = z.object({
  country: z.enum(countries),
  date: localDate,
  kind: z.enum(dayKinds),
  title: z.string().nullable(),
});
export type CalendarDay = z.infer<typeof calendarDay>;

export const listCalendarDays = endpoint({
  id: 'calendars.list',
  method: 'GET',
  path: '/api/calendars',
  access: 'signedIn',
  summary: 'Special days of a year, per country',
  input: z.object({ year: queryInteger.pipe(z.number().min(2000).max(2100)), country: z.enum(countries).optional() }),
  output: z.object({ rows: z.array(calendarDay) }),
});

export const setCalendarDay = endpoint({
  id: 'calendars.set',
  method: 'PUT',
  path: '/api/calendars/{country}/{date}',
  access: 'settings.manage',
  summary: 'Make a date a holiday, a working day or a short day',
  input: z.object({
    country: z.enum(countries),
    date: localDate,
    kind: z.enum(dayKinds),
    title: optionalText(120),
  }),
  output: calendarDay,
});

export const clearCalendarDay = endpoint({
  id: 'calendars.clear',
  method: 'DELETE',
  path: '/api/calendars/{country}/{date}',
  access: 'settings.manage',
  summary: 'Make a date plain again',
  input: z.object({ country: z.enum(countries), date: localDate }),
  output: done,
});

export const cityRow = z.object({ name: z.string(), region: z.string(), country: z.string(), timeZone: z.string() });
export type CityRow = z.infer<typeof cityRow>;

export const findCities = endpoint({
  id: 'cities.find',
  method: 'GET',
  path: '/api/cities',
  access: 'signedIn',
  summary: 'Known cities by the start of the name, with their time zones',
  input: z.object({ search: z.string().trim().max(100).default('') }),
  output: z.object({ rows: z.array(cityRow) }),
});
