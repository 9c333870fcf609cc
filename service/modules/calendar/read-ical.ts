import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import type { Span } from '../../adapters/calendar/calendar.port';
import { ianaZone } from '../../kernel/windows-zones';

export interface IcalPerson {
  name: string | null;
  address: string;
}

/** One time that something takes place: of a series each of its own. */
export interface IcalEvent {
  uid: string;
  subject: string;
  description: string | null;
  location: string | null;
  span: Span;
  cancelled: boolean;
  organizer: IcalPerson | null;
  attendees: IcalPerson[];
  /** Minutes before the start at which it rings. */
  reminder: number | null;
}

/** A file that is no calendar, or holds what cannot be read. */
export class NotIcal extends Error {}

const mostOccurrences = 1000;

/**
 * Reads an .ics file or the calendar part of an invitation (RFC 5545), as Exchange, Outlook, Google and others write it: zones
 * by Windows' names or titles, with a VTIMEZONE or without, times of no zone (taken for the reader's), whole days as
 * dates, series with their exceptions, within the window.
 *
 * One event that cannot be read leaves the others readable; `unread` counts such.
 *
 * @throws NotIcal
 */
export function readIcal(
  text: string,
  { zone, from, to }: { zone: string; from: Date; to: Date },
): { events: IcalEvent[]; unread: number } {
  const events: IcalEvent[] = [];
  let unread = 0;
  for (const calendar of parsed(text)) {
    const zones = new Map(
      calendar
        .getAllSubcomponents('vtimezone')
        .map((one) => [String(one.getFirstPropertyValue('tzid')), new ICAL.Timezone(one)]),
    );
    const spanOf = (event: ICAL.Event, start: ICAL.Time): Span => {
      const seconds = lengthOf(event).toSeconds();
      if (start.isDate) return { date: start.toString().slice(0, 10), days: Math.max(1, Math.round(seconds / 86_400)) };
      return { at: instantOf(start, zoneNameOf(event), zone, zones), minutes: Math.round(seconds / 60) };
    };
    const cancelledAll = String(calendar.getFirstPropertyValue('method') ?? '').toUpperCase() === 'CANCEL';
    for (const series of seriesOf(calendar)) {
      const { main, exceptions } = series;
      const view = (event: ICAL.Event, start: ICAL.Time): IcalEvent => ({
        uid: event.uid ?? '',
        subject: event.summary ?? '',
        description: event.description || null,
        location: event.location || null,
        span: spanOf(event, start),
        cancelled:
          cancelledAll || String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED',
        organizer: personOf(event.component.getFirstProperty('organizer')),
        attendees: event.component.getAllProperties('attendee').flatMap((one) => personOf(one) ?? []),
        reminder: reminderOf(event),
      });
      const found: IcalEvent[] = [];
      try {
        if (!main) for (const one of exceptions) found.push(view(one, one.startDate));
        else if (!main.isRecurring()) found.push(view(main, main.startDate));
        else {
          const iterator = main.iterator();
          for (let count = 0; count < mostOccurrences; count += 1) {
            const next = iterator.next() as ICAL.Time | null;
            if (!next || momentOf(spanOf(main, next)) >= to) break;
            const { item, startDate } = main.getOccurrenceDetails(next);
            found.push(view(item, startDate));
          }
        }
      } catch {
        // A series whose rule makes no sense still has its first time.
        if (found.length === 0 && main) found.push(...attempt(() => view(main, main.startDate)));
        if (found.length === 0) unread += 1;
      }
      events.push(...found.filter(({ span }) => momentOf(span) < to && endOf(span) > from));
    }
  }
  events.sort((one, other) => momentOf(one.span).getTime() - momentOf(other.span).getTime());
  return { events, unread };
}

function attempt<T>(work: () => T): T[] {
  try {
    return [work()];
  } catch {
    return [];
  }
}

/** How the file calls the zone of an event's start; the times of a series do not carry it themselves. */
const zoneNameOf = (event: ICAL.Event): string | null =>
  event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid') || null;

/** A length that is no length, or leads backwards, is none. */
function lengthOf(event: ICAL.Event): ICAL.Duration {
  try {
    const { duration } = event;
    if (duration.toSeconds() >= 0) return duration;
  } catch {
    // as if it were not there
  }
  return ICAL.Duration.fromSeconds(0);
}

function parsed(text: string): ICAL.Component[] {
  // Empty lines between others are in no standard and in many files; lines of no property some gateways leave.
  const lines = text.replaceAll(/^\uFEFF/g, '').split(/\r?\n/);
  const kept = lines.filter((line) => (/^[ \t]/.test(line) ? line.trim() !== '' : /^[A-Za-z0-9-]+[:;]/.test(line)));
  // Somewhere in Exchange a closing quote gets lost to the end of the line.
  const mended = kept.map((line) => line.replace(/^([A-Za-z-]+;TZID=)"([^":]+):([\dTZ]+)"$/, '$1"$2":$3'));
  try {
    const read = ICAL.parse(mended.join('\r\n')) as [string, ...unknown[]] | [string, ...unknown[]][];
    if (read.length === 0) throw new NotIcal('no calendar in it');
    const calendars = (Array.isArray(read[0]) ? read : [read]) as unknown[][];
    return calendars.map((one) => new ICAL.Component(one as never));
  } catch (error) {
    if (error instanceof NotIcal) throw error;
    throw new NotIcal(error instanceof Error ? error.message : String(error));
  }
}

/** The events of a calendar by their uid; of one uid without exceptions, the last sequence counts. */
function seriesOf(calendar: ICAL.Component): { main: ICAL.Event | null; exceptions: ICAL.Event[] }[] {
  const byUid = new Map<string, ICAL.Component[]>();
  calendar.getAllSubcomponents('vevent').forEach((component, index) => {
    if (!component.getFirstProperty('dtstart')) return;
    const uid = String(component.getFirstPropertyValue('uid') ?? `no uid ${index}`);
    byUid.set(uid, [...(byUid.get(uid) ?? []), component]);
  });
  return [...byUid.values()].map((components) => {
    const sequence = (one: ICAL.Component) => Number(one.getFirstPropertyValue('sequence') ?? 0);
    const isException = (one: ICAL.Component) => one.getFirstProperty('recurrence-id') !== null;
    const exceptions = components.filter(isException).map((one) => new ICAL.Event(one));
    const [last] = components.filter((one) => !isException(one)).sort((one, other) => sequence(other) - sequence(one));
    const main = last ? new ICAL.Event(last) : null;
    for (const exception of exceptions) main?.relateException(exception);
    return { main, exceptions };
  });
}

function instantOf(
  time: ICAL.Time,
  called: string | null,
  readersZone: string,
  zones: Map<string, ICAL.Timezone>,
): Date {
  const { year, month, day, hour, minute, second } = time;
  const wall = { year, month, day, hour, minute, second };
  if (time.zone === ICAL.Timezone.utcTimezone) return DateTime.fromObject(wall, { zone: 'utc' }).toJSDate();
  const known = called ? ianaZone(called) : readersZone;
  if (known) return DateTime.fromObject(wall, { zone: known }).toJSDate();
  // A zone of the file's own.
  const own = zones.get(called!);
  if (own) return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - own.utcOffset(time) * 1000);
  return DateTime.fromObject(wall, { zone: readersZone }).toJSDate();
}

function personOf(property: ICAL.Property | null): IcalPerson | null {
  const address = /^"?mailto:([^"]+)"?$/i.exec(String(property?.getFirstValue() ?? ''))?.[1];
  if (!property || !address) return null;
  const name = property.getFirstParameter('cn');
  return { name: name || null, address };
}

function reminderOf(event: ICAL.Event): number | null {
  const trigger: unknown = event.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger');
  return trigger instanceof ICAL.Duration ? Math.round(-trigger.toSeconds() / 60) : null;
}

const momentOf = (span: Span): Date => ('date' in span ? new Date(`${span.date}T00:00:00Z`) : span.at);
const endOf = (span: Span): Date =>
  new Date(momentOf(span).getTime() + ('date' in span ? span.days * 86_400_000 : Math.max(1, span.minutes) * 60_000));
