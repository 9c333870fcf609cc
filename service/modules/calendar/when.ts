import { DateTime } from 'luxon';
import type { Span } from '../../adapters/calendar/calendar.port';
import { localDateOf } from '../working-time/working-time.public';

/** Outlook keeps minutes: so that nothing differs by seconds that nobody sees. */
export const toMinute = (at: Date): Date => new Date(Math.floor(at.getTime() / 60_000) * 60_000);

/** An event's start as one word, to compare: the minute, or the date of a whole day. */
export const startKey = (span: Span): string => ('date' in span ? span.date : toMinute(span.at).toISOString());

/** A date as it stands in a column for instants: its midnight in Greenwich. */
export const dateAsInstant = (date: string): Date => new Date(`${date}T00:00:00.000Z`);
export const instantAsDate = (at: Date): string => at.toISOString().slice(0, 10);

/** What stands in Outlook as our columns keep it. */
export const seenSpan = (span: Span): { startsAt: Date; allDay: boolean; minutes: number } =>
  'date' in span
    ? { startsAt: dateAsInstant(span.date), allDay: true, minutes: span.days * 1440 }
    : { startsAt: toMinute(span.at), allDay: false, minutes: span.minutes };

/** A time of ours, as an event of that form shows it: somebody may have dragged it among the whole days. */
export const asSpan = (at: Date, zone: string, { allDay, minutes }: { allDay: boolean; minutes: number }): Span =>
  allDay
    ? { date: localDateOf(at, zone), days: Math.max(1, Math.round(minutes / 1440)) }
    : { at: toMinute(at), minutes };

/** The time an event means for us: for a whole day, that day at the hour it had. */
export function meantTime(span: Span, hourOf: Date, zone: string): Date {
  if ('at' in span) return toMinute(span.at);
  const clock = DateTime.fromJSDate(hourOf, { zone });
  const [year, month, day] = span.date.split('-').map(Number);
  return DateTime.fromObject({ year, month, day, hour: clock.hour, minute: clock.minute }, { zone }).toJSDate();
}
