import { entity, flag, id, instant, integer, json, longText, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import type { directions, onDeletes } from './calendar.contract';

/** What a person chose for his calendar; the id is his. */
export interface CalendarSettings extends Recorded {
  connected: boolean;
  calls: boolean;
  meetings: boolean;
  tasks: boolean;
  birthdays: boolean;
  direction: (typeof directions)[number];
  onDelete: (typeof onDeletes)[number];
  /** SHA-256 of the key in the address of his private feed. */
  feedHash: string | null;
}

export const CalendarSettings = entity<CalendarSettings>({
  name: 'calendar_settings',
  columns: {
    id: id(),
    version: integer(),
    connected: flag(),
    calls: flag(),
    meetings: flag(),
    tasks: flag(),
    birthdays: flag(),
    direction: text(10),
    onDelete: text(10),
    feedHash: nullable(text(64)),
  },
  audit: { secret: ['feedHash'] },
});

/** How far the work on a person's mailbox has come; the id is his. No record of the business. */
export interface Mailbox {
  id: string;
  address: string;
  /** `leaving`: everything of ours is being taken out. */
  status: 'connected' | 'leaving' | 'off';
  /** Since when; what was planned for an earlier day is not written. */
  since: Date;
  deltaLink: string | null;
  /** Where the window of the link ends. */
  windowTo: Date | null;
  subscriptionId: string | null;
  /** Without a subscription: when to try for one again. */
  subscriptionUntil: Date | null;
  secretHash: string | null;
  /** How often changes were asked to be read, and the asking that was served last. */
  pullsAsked: number;
  pulls: number;
  /** The same for comparing everything. */
  checksAsked: number;
  checks: number;
  /** The mailbox asked for patience until then. */
  restUntil: Date | null;
  failures: number;
  pulledAt: Date | null;
  pushedAt: Date | null;
  checkedAt: Date | null;
  /** The first word says what kind, the rest what the other side said. */
  error: string | null;
  errorAt: Date | null;
}

export const Mailbox = entity<Mailbox>({
  name: 'mailbox',
  columns: {
    id: id(),
    address: text(200),
    status: text(10),
    since: instant(),
    deltaLink: nullable(longText()),
    windowTo: nullable(instant()),
    subscriptionId: nullable(text(100)),
    subscriptionUntil: nullable(instant()),
    secretHash: nullable(text(64)),
    pullsAsked: integer(),
    pulls: integer(),
    checksAsked: integer(),
    checks: integer(),
    restUntil: nullable(instant()),
    failures: integer(),
    pulledAt: nullable(instant()),
    pushedAt: nullable(instant()),
    checkedAt: nullable(instant()),
    error: nullable(text(500)),
    errorAt: nullable(instant()),
  },
});

export type Source = 'activity' | 'reminder' | 'birthday';

/** What stands in somebody's calendar for something of ours: one row a person and thing, one event a row. */
export interface CalendarEvent {
  id: string;
  userId: string;
  source: Source;
  /** The activity, the reminder, the contact. */
  sourceId: string;
  companyId: string | null;
  /** `removed`: the person took it out of Outlook, it is asked what that means. `closed`: done, kept for the eye. */
  state: 'open' | 'removed' | 'closed';
  /** Counts events made for it one after another, so that each has a transaction id of its own. */
  incarnation: number;
  eventId: string | null;
  etag: string | null;
  /** A write was sent and not answered: it may be done, so first of all it is looked how things stand. */
  doubtful: boolean;
  /** Of the text that was written last. */
  textHash: string | null;
  /** As the event stood in Outlook when it was last written or seen: what both sides agreed on. */
  startsAt: Date | null;
  /** The start that was sent and not answered: seen in Outlook, it is our own hand. */
  writing: Date | null;
  allDay: boolean;
  minutes: number | null;
  /** It bears the category that says it is done. */
  markedDone: boolean;
  /** The categories it bears besides. */
  otherCategories: string[] | null;
  /** Somebody was invited in Outlook: from then on it is the person's to change, we write nothing. */
  guests: boolean;
  /** When our side was last given another time. */
  movedAt: Date | null;
  /** When to look whether it has to be written; null when nothing happened since. */
  dueAt: Date | null;
  /** How often it was marked: a mark during a write is not lost. */
  marks: number;
  failures: number;
  error: string | null;
  createdAt: Date;
}

export const CalendarEvent = entity<CalendarEvent>({
  name: 'calendar_event',
  columns: {
    id: id(),
    userId: id(),
    source: text(10),
    sourceId: id(),
    companyId: nullable(id()),
    state: text(10),
    incarnation: integer(),
    eventId: nullable(text(400)),
    etag: nullable(text(200)),
    doubtful: flag(),
    textHash: nullable(text(64)),
    startsAt: nullable(instant()),
    writing: nullable(instant()),
    allDay: flag(),
    minutes: nullable(integer()),
    markedDone: flag(),
    otherCategories: nullable(json()),
    guests: flag(),
    movedAt: nullable(instant()),
    dueAt: nullable(instant()),
    marks: integer(),
    failures: integer(),
    error: nullable(text(500)),
    createdAt: instant(),
  },
});
