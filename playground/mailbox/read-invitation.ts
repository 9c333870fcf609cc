import { NotIcal, readIcal } from '../../service/modules/calendar/read-ical';
import type { Letter } from './letter';

const always = { from: new Date(0), to: new Date('2100-01-01') };

/** When and where the meeting of a text/calendar part is; null when the part holds none. */
export function readInvitation(calendar: string): Letter['invitation'] {
  try {
    const [event] = readIcal(calendar, { zone: 'UTC', ...always }).events;
    if (!event) return null;
    const { span, location } = event;
    const [start, minutes] =
      'date' in span ? [new Date(`${span.date}T00:00:00Z`), span.days * 1440] : [span.at, span.minutes];
    return {
      start: start.toISOString(),
      end: new Date(start.getTime() + minutes * 60_000).toISOString(),
      location: location ?? '',
    };
  } catch (error) {
    if (error instanceof NotIcal) return null;
    throw error;
  }
}
