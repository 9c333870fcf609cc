import { createHash, randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { ianaZone } from '../../service/kernel/windows-zones';
import { readSpan, type GraphTime } from '../../service/adapters/calendar/graph-event';
import type { Span } from '../../service/adapters/calendar/calendar.port';

/** An event as the stand-in keeps it. */
export interface StoredEvent {
  id: string;
  changeKey: number;
  /** The mailbox's count of changes when it was changed last. */
  seq: number;
  created: string;
  modified: string;
  subject: string;
  body: string;
  span: Span;
  originalZone: string;
  showAs: string;
  reminder: number | null;
  categories: string[];
  attendees: { emailAddress: { name?: string; address: string }; type?: string }[];
  transactionId: string | null;
  /** Named properties by their id, in lower case. */
  properties: Record<string, string>;
}

export interface StoredMailbox {
  address: string;
  name: string;
  seq: number;
  events: Map<string, StoredEvent>;
  /** Ids of what is no more, with the count at its end. */
  ended: Map<string, number>;
  /** Transaction ids of all that was ever created, with the event's id. */
  transactions: Map<string, string>;
}

export interface GraphPerson {
  address: string;
  name: string;
}

/** Something in a request that Exchange would not take. */
export class NotTaken extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const objectIdOf = ({ address }: { address: string }) =>
  createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 32);

/** The calendars of a tenant that exists nowhere. Whoever changes something, a person or the program, comes by here. */
export class CalendarStore {
  readonly mailboxes = new Map<string, StoredMailbox>();
  /** Letters that Exchange would have sent of itself: invitations, updates, cancellations. */
  readonly letters: { from: string; to: string[]; subject: string; why: string }[] = [];
  private readonly listeners = new Set<(mailbox: StoredMailbox, event: string, kind: ChangeKind) => void>();

  constructor(private readonly now: () => Date) {}

  add({ address, name }: GraphPerson): StoredMailbox {
    const known = this.find(address);
    if (known) return known;
    const mailbox = { address, name, seq: 0, events: new Map(), ended: new Map(), transactions: new Map() };
    this.mailboxes.set(address.toLowerCase(), mailbox);
    return mailbox;
  }

  /** By address, or by the id of the account. */
  find(nameOrId: string): StoredMailbox | null {
    const name = nameOrId.toLowerCase();
    const byAddress = this.mailboxes.get(name);
    if (byAddress) return byAddress;
    return [...this.mailboxes.values()].find((mailbox) => objectIdOf(mailbox) === name.replaceAll('-', '')) ?? null;
  }

  onChange(listener: (mailbox: StoredMailbox, eventId: string, kind: ChangeKind) => void): void {
    this.listeners.add(listener);
  }

  create(mailbox: StoredMailbox, given: Record<string, unknown>): StoredEvent {
    if (!given.start || !given.end)
      throw new NotTaken(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation: start, end.');
    const at = this.now().toISOString();
    const event: StoredEvent = {
      id: `AAkALg${randomBytes(36).toString('base64url')}`,
      changeKey: 1,
      seq: 0,
      created: at,
      modified: at,
      subject: '',
      body: '',
      span: { date: '1970-01-01', days: 1 },
      originalZone: 'UTC',
      showAs: 'busy',
      reminder: 15,
      categories: [],
      attendees: [],
      transactionId: (given.transactionId as string | undefined) ?? null,
      properties: {},
    };
    assign(event, { isAllDay: false, ...given });
    mailbox.events.set(event.id, event);
    if (event.transactionId) mailbox.transactions.set(event.transactionId, event.id);
    this.note(mailbox, event, 'created');
    return event;
  }

  change(mailbox: StoredMailbox, event: StoredEvent, given: Record<string, unknown>): StoredEvent {
    if (given.transactionId !== undefined && given.transactionId !== event.transactionId)
      throw new NotTaken(400, 'ErrorInvalidPropertySet', 'transactionId cannot be changed.');
    assign(event, given);
    event.changeKey += 1;
    event.modified = this.now().toISOString();
    this.note(mailbox, event, 'updated');
    return event;
  }

  remove(mailbox: StoredMailbox, event: StoredEvent): void {
    mailbox.events.delete(event.id);
    mailbox.seq += 1;
    mailbox.ended.set(event.id, mailbox.seq);
    this.tell(mailbox, event.id, 'deleted');
  }

  /** What Ctrl and the mouse do: another event with all that the first had, our property with it. */
  copy(mailbox: StoredMailbox, event: StoredEvent): StoredEvent {
    const copy = this.create(mailbox, { start: timeOf(event.span, 0), end: timeOf(event.span, 1) });
    Object.assign(copy, {
      subject: event.subject,
      body: event.body,
      span: event.span,
      showAs: event.showAs,
      reminder: event.reminder,
      categories: [...event.categories],
      properties: { ...event.properties },
    });
    return copy;
  }

  private note(mailbox: StoredMailbox, event: StoredEvent, kind: ChangeKind): void {
    mailbox.seq += 1;
    event.seq = mailbox.seq;
    this.tell(mailbox, event.id, kind);
  }

  private tell(mailbox: StoredMailbox, eventId: string, kind: ChangeKind): void {
    for (const listener of this.listeners) listener(mailbox, eventId, kind);
  }
}

export type ChangeKind = 'created' | 'updated' | 'deleted';

const timeOf = (span: Span, end: 0 | 1): GraphTime =>
  'date' in span
    ? {
        dateTime: `${DateTime.fromISO(span.date)
          .plus({ days: end * span.days })
          .toISODate()}T00:00:00`,
        timeZone: 'UTC',
      }
    : {
        dateTime: new Date(span.at.getTime() + end * span.minutes * 60_000).toISOString().slice(0, 19),
        timeZone: 'UTC',
      };

function assign(event: StoredEvent, given: Record<string, unknown>): void {
  const { subject, body, showAs, categories, attendees, isReminderOn, reminderMinutesBeforeStart } = given as {
    subject?: string;
    body?: { content?: string };
    showAs?: string;
    categories?: string[];
    attendees?: StoredEvent['attendees'];
    isReminderOn?: boolean;
    reminderMinutesBeforeStart?: number;
  };
  if (given.start || given.end || given.isAllDay !== undefined) {
    event.span = spanOf(event, given);
    event.originalZone = (given.start as GraphTime | undefined)?.timeZone ?? event.originalZone;
  }
  if (subject !== undefined) event.subject = subject;
  if (body?.content !== undefined) event.body = body.content;
  if (showAs !== undefined) event.showAs = showAs;
  if (categories !== undefined) event.categories = [...categories];
  if (attendees !== undefined) event.attendees = attendees;
  if (reminderMinutesBeforeStart !== undefined) event.reminder = reminderMinutesBeforeStart;
  if (isReminderOn === false) event.reminder = null;
  else if (isReminderOn && event.reminder === null) event.reminder = 15;
  const properties = (given.singleValueExtendedProperties ?? []) as { id: string; value: string }[];
  for (const { id, value } of properties) {
    if (!/^String \{[0-9a-f-]{36}\} Name \w+$/i.test(id))
      throw new NotTaken(400, 'RequestBodyRead', `The property id '${id}' is not right.`);
    event.properties[id.toLowerCase()] = value;
  }
}

function spanOf(event: StoredEvent, given: Record<string, unknown>): Span {
  const start = (given.start as GraphTime | undefined) ?? timeOf(event.span, 0);
  const end = (given.end as GraphTime | undefined) ?? timeOf(event.span, 1);
  const isAllDay = (given.isAllDay as boolean | undefined) ?? 'date' in event.span;
  for (const { dateTime, timeZone } of [start, end]) {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(dateTime ?? '') || !timeZone || !ianaZone(timeZone))
      throw new NotTaken(
        400,
        'TimeZoneNotSupportedException',
        `A time zone or a time is not right: ${dateTime} ${timeZone}`,
      );
  }
  if (isAllDay && ![start, end].every(({ dateTime }) => /T00:00(:00(\.0+)?)?$/.test(dateTime)))
    throw new NotTaken(
      400,
      'ErrorPropertyValidationFailure',
      'The Event.Start property for an all-day event needs to be set to midnight.',
    );
  if (isAllDay && start.timeZone !== end.timeZone)
    throw new NotTaken(400, 'ErrorPropertyValidationFailure', 'An all-day event begins and ends in one time zone.');
  const span = readSpan({ start, end, isAllDay });
  if ('minutes' in span && Date.parse(end.dateTime) < Date.parse(start.dateTime) && start.timeZone === end.timeZone)
    throw new NotTaken(400, 'ErrorCalendarEndDateIsEarlierThanStartDate', 'The end comes before the start.');
  return span;
}

/** Whether it reaches into the window. */
export function overlaps(span: Span, from: Date, to: Date): boolean {
  const [begin, end] =
    'date' in span
      ? [Date.parse(span.date), Date.parse(span.date) + span.days * 86_400_000]
      : [span.at.getTime(), span.at.getTime() + span.minutes * 60_000];
  return begin < to.getTime() && Math.max(end, begin + 1) > from.getTime();
}

/** https://learn.microsoft.com/graph/api/resources/event, with everything that the documentation's examples hold. */
export function toGraph(mailbox: StoredMailbox, event: StoredEvent, zoneName: string, withProperties: string | null) {
  const zone = ianaZone(zoneName) ?? 'Etc/UTC';
  const time = (end: 0 | 1): GraphTime => {
    if ('date' in event.span) {
      const date = DateTime.fromISO(event.span.date, { zone: 'utc' })
        .plus({ days: end * event.span.days })
        .toISODate()!;
      return { dateTime: `${date}T00:00:00.0000000`, timeZone: zoneName };
    }
    const at = new Date(event.span.at.getTime() + end * event.span.minutes * 60_000);
    return {
      dateTime: `${DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss")}.0000000`,
      timeZone: zoneName,
    };
  };
  const never = '0001-01-01T00:00:00Z';
  return {
    '@odata.etag': `W/"${etagOf(event)}"`,
    id: event.id,
    createdDateTime: event.created.replace('Z', '0000Z'),
    lastModifiedDateTime: event.modified.replace('Z', '0000Z'),
    changeKey: etagOf(event),
    categories: event.categories,
    transactionId: event.transactionId,
    originalStartTimeZone: event.originalZone,
    originalEndTimeZone: event.originalZone,
    iCalUId: `040000008200E00074C5B7101A82E008${createHash('sha1').update(event.id).digest('hex').toUpperCase()}`,
    reminderMinutesBeforeStart: event.reminder ?? 15,
    isReminderOn: event.reminder !== null,
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: event.body
      .replaceAll(/<[^>]+>/g, ' ')
      .trim()
      .slice(0, 255),
    importance: 'normal',
    sensitivity: 'normal',
    isAllDay: 'date' in event.span,
    isCancelled: false,
    isOrganizer: true,
    responseRequested: true,
    seriesMasterId: null,
    showAs: event.showAs,
    type: 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: false,
    onlineMeetingProvider: 'unknown',
    allowNewTimeProposals: true,
    occurrenceId: null,
    isDraft: false,
    hideAttendees: false,
    responseStatus: { response: 'organizer', time: never },
    body: { contentType: 'html', content: event.body },
    start: time(0),
    end: time(1),
    location: { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} },
    locations: [],
    recurrence: null,
    attendees: event.attendees.map((attendee) => ({
      type: 'required',
      status: { response: 'none', time: never },
      ...attendee,
    })),
    organizer: { emailAddress: { name: mailbox.name, address: mailbox.address } },
    onlineMeeting: null,
    ...(withProperties && event.properties[withProperties] !== undefined
      ? { singleValueExtendedProperties: [{ id: withProperties, value: event.properties[withProperties] }] }
      : {}),
  };
}

export const etagOf = ({ id, changeKey }: StoredEvent) =>
  Buffer.from(`${id.slice(-6)}${String(changeKey).padStart(6, '0')}`).toString('base64');
