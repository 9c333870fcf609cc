import { DateTime } from 'luxon';
import { ianaZone, windowsZone } from '../../kernel/windows-zones';
import type { EventText, NewEvent, SeenEvent, Span } from './calendar.port';

/** https://learn.microsoft.com/graph/api/resources/datetimetimezone: a wall clock without offset, and whose. */
export interface GraphTime {
  dateTime: string;
  timeZone: string;
}

/** The part of https://learn.microsoft.com/graph/api/resources/event that we read. */
export interface GraphEvent {
  id: string;
  '@odata.etag'?: string;
  '@removed'?: { reason: string };
  type?: string;
  isAllDay?: boolean;
  isCancelled?: boolean;
  start?: GraphTime;
  end?: GraphTime;
  categories?: string[];
  attendees?: unknown[];
  transactionId?: string | null;
  createdDateTime?: string;
  lastModifiedDateTime?: string;
  singleValueExtendedProperties?: { id: string; value: string }[];
}

/** A named property of our own, so that nobody else's means the same (MS-OXPROPS: a property set and a name). */
export const crmIdProperty = 'String {8f1c1c6e-2d0f-4a58-9a43-5b0a6c3f7e21} Name RyadomId';

/** What an event needs to be read; an occurrence of a series comes with less, and is never ours. */
export const readable = (event: GraphEvent): boolean =>
  Boolean(event.id && event.start?.dateTime && event.end?.dateTime && event['@odata.etag']);

/**
 * @param ahead how far Graph's clock is ahead of ours, milliseconds
 */
export function readEvent(event: GraphEvent, ahead: number): SeenEvent {
  const moment = (iso: string | undefined) => new Date((iso ? Date.parse(iso) : 0) - ahead);
  const property = event.singleValueExtendedProperties?.find(
    ({ id }) => id.toLowerCase() === crmIdProperty.toLowerCase(),
  );
  return {
    id: event.id,
    etag: event['@odata.etag'] ?? '',
    span: readSpan(event),
    categories: event.categories ?? [],
    guests: (event.attendees ?? []).length > 0,
    changedAt: moment(event.lastModifiedDateTime),
    createdAt: moment(event.createdDateTime),
    transactionId: event.transactionId ?? null,
    crmId: property?.value || null,
  };
}

/**
 * A whole day is midnight to midnight of the event's zone: read as dates, never through UTC, or it slips a day east of
 * Greenwich. A zone that nobody knows is read as UTC, in which we ask for everything.
 */
export function readSpan({ start, end, isAllDay }: Pick<GraphEvent, 'start' | 'end' | 'isAllDay'>): Span {
  if (isAllDay) {
    const [from, to] = [start!.dateTime.slice(0, 10), end!.dateTime.slice(0, 10)];
    return { date: from, days: Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)) };
  }
  const from = instantOf(start!);
  return { at: from, minutes: Math.max(0, Math.round((instantOf(end!).getTime() - from.getTime()) / 60_000)) };
}

function instantOf({ dateTime, timeZone }: GraphTime): Date {
  const zone = ianaZone(timeZone) ?? 'Etc/UTC';
  // An offset or a Z in the text itself says more than the zone beside it.
  return DateTime.fromISO(dateTime, { zone }).toUTC().toJSDate();
}

/**
 * By the clock the person lives by, named as Windows names it, so that Outlook keeps the hour when the zone's rules change.
 * In the hour that the clock shows twice, and where Windows has no name, it is said in UTC.
 */
export function writeSpan(
  span: Span,
  zone: string,
  now: Date,
): Required<Pick<GraphEvent, 'start' | 'end' | 'isAllDay'>> {
  const windows = windowsZone(zone, now);
  if ('date' in span) {
    const until = DateTime.fromISO(span.date, { zone: 'utc' }).plus({ days: span.days }).toISODate()!;
    const midnight = (date: string) => ({ dateTime: `${date}T00:00:00`, timeZone: windows ?? 'UTC' });
    return { start: midnight(span.date), end: midnight(until), isAllDay: true };
  }
  const until = new Date(span.at.getTime() + span.minutes * 60_000);
  const plain =
    windows && [span.at, until].every((at) => sayable(at, zone))
      ? { name: windows, zone }
      : { name: 'UTC', zone: 'utc' };
  const wall = (at: Date) => ({
    dateTime: DateTime.fromJSDate(at, { zone: plain.zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
    timeZone: plain.name,
  });
  return { start: wall(span.at), end: wall(until), isAllDay: false };
}

/** Whether the zone's wall clock alone tells the instant. */
const sayable = (at: Date, zone: string): boolean =>
  DateTime.fromJSDate(at, { zone }).getPossibleOffsets().length === 1;

export function writeText({ subject, html, reminder }: Partial<EventText>): Record<string, unknown> {
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(html === undefined ? {} : { body: { contentType: 'html', content: html } }),
    ...(reminder === undefined
      ? {}
      : reminder === null
        ? { isReminderOn: false }
        : { isReminderOn: true, reminderMinutesBeforeStart: reminder }),
  };
}

/** A new event: shown as free, and nobody invited, ever. */
export const writeNew = (event: NewEvent, now: Date): Record<string, unknown> => ({
  ...writeText(event),
  ...writeSpan(event.span, event.zone, now),
  showAs: 'free',
  transactionId: event.transactionId,
  singleValueExtendedProperties: [{ id: crmIdProperty, value: event.crmId }],
});
