/** When something is: from an instant for so many minutes, or whole days of no zone. */
export type Span = { at: Date; minutes: number } | { date: string; days: number };

/** What an event of ours says. */
export interface EventText {
  subject: string;
  html: string;
  /** Minutes before the start (of a whole day: before its midnight); null rings nobody. */
  reminder: number | null;
}

export interface NewEvent extends EventText {
  /** Ours: kept with the event, where no person sees it. */
  crmId: string;
  /** The same creation asked for again has the same id, so it is done once. */
  transactionId: string;
  span: Span;
  /** The person's, IANA: the event is written by the clock he lives by. */
  zone: string;
}

/** An event as it is in the mailbox. People's own are seen, too; of them nothing is kept. */
export interface SeenEvent {
  id: string;
  /** Changes with every change of the event. */
  etag: string;
  span: Span;
  categories: readonly string[];
  /** Somebody was invited: whoever writes now sends letters to customers. */
  guests: boolean;
  /** By our clock. */
  changedAt: Date;
  createdAt: Date;
  /** Of whoever created it by a program; a copy has none. */
  transactionId: string | null;
  /** Only where asked by it. */
  crmId: string | null;
}

/** `etag`: done only if the event is still as it was seen. */
export type CalendarWrite =
  | { do: 'create'; event: NewEvent }
  | {
      do: 'change';
      eventId: string;
      etag: string | null;
      zone: string;
      set: Partial<EventText> & { span?: Span; categories?: readonly string[] };
    }
  | { do: 'remove'; eventId: string; etag: string | null }
  /** A copy that a person made is his own: our id is taken off it. */
  | { do: 'disown'; eventId: string };

/**
 * What became of one write:
 * - `done`, with the event as it is now (a removed one has none);
 * - `changed`: it is no longer as it was seen, nothing was done;
 * - `taken`: an event was created with this transaction id before;
 * - the rest as an OutsideFault has it.
 */
export type WriteAnswer =
  | { is: 'done'; event: SeenEvent | null }
  | { is: 'changed' | 'taken' | 'gone' | 'refused' | 'unknown'; message: string }
  | { is: 'busy'; message: string; retryAfter: number | null };

export interface ChangesPage {
  events: SeenEvent[];
  /** Ids of events that are no more, or have left the window. */
  removed: string[];
  /** The link to the next page, or to what changes from now on. */
  next: string;
  last: boolean;
}

/** The link leads nowhere any more, or in a circle: everything has to be read anew. */
export class ChangesLost extends Error {
  constructor(
    message: string,
    readonly circle = false,
  ) {
    super(message);
  }
}

export interface Subscription {
  id: string;
  until: Date;
}

/**
 * People's calendars at Microsoft. A mailbox is named by the account's id or its address. Writes and reads of one
 * mailbox must not run at once: it bears four, and answers others with a refusal.
 *
 * Everything throws OutsideFault: `busy` (with how long to wait), `refused` (not our mailbox to read), `gone` (no such
 * mailbox or event), `unknown`.
 */
export interface Calendar {
  readonly standIn: boolean;
  /** The most writes that may be sent together. */
  readonly together: number;
  write(mailbox: string, writes: readonly CalendarWrite[]): Promise<WriteAnswer[]>;
  /** One page of changes: from a link, or everything within a window. @throws ChangesLost */
  changes(mailbox: string, from: { link: string } | { from: Date; to: Date }): Promise<ChangesPage>;
  /** One event; null when there is none. */
  event(mailbox: string, id: string): Promise<SeenEvent | null>;
  /** Everything that carries an id of ours, or this one; page by page. */
  ours(mailbox: string, crmId?: string): AsyncIterable<SeenEvent[]>;
  /** `secret` comes back with every notification. */
  subscribe(mailbox: string, secret: string, until: Date): Promise<Subscription>;
  /** @throws OutsideFault `gone` when it ended */
  renew(subscriptionId: string, until: Date): Promise<Subscription>;
  unsubscribe(subscriptionId: string): Promise<void>;
  /** Whether notifications can reach us at all. */
  readonly notifies: boolean;
  /** What the application's own token grants in every mailbox, as it says itself: should hold no calendars. */
  grants(): Promise<string[]>;
}

declare module '../../kernel/context' {
  interface Adapters {
    readonly calendar: Calendar | null;
  }
}
