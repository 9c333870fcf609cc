import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type Koa from 'koa';
import { crmIdProperty } from '../../service/adapters/calendar/graph-event';
import type { Account, Mailbox } from '../mailbox/letter';
import { NotTaken, overlaps, type StoredEvent, type StoredMailbox } from './calendar-store';
import { noFaults, type GraphFaults } from './graph-faults';
import { GraphServer } from './graph-server';

/** What the calendar page shows of an event. */
export interface ShownEvent {
  id: string;
  subject: string;
  body: string;
  /** An instant, or a date of a whole day. */
  start: string;
  end: string;
  allDay: boolean;
  categories: string[];
  reminder: number | null;
  free: boolean;
  /** The program's, or the person's own. */
  ours: boolean;
}

/**
 * Calendars of the demo: Graph for the program, and a page for people who drag. What they hold outlives a restart, as it would at
 * Microsoft; otherwise the program would take every event for deleted.
 */
export class CalendarDoor {
  /** Whom the application is let in to, as an administrator would have narrowed it. */
  private readonly group = new Set<string>();
  private readonly graph = new GraphServer({ group: () => this.group });
  private loaded: Promise<void> | undefined;

  constructor(
    private readonly mailboxes: () => Promise<{ accounts: Account[]; byAddress: Map<string, Mailbox> }>,
    private readonly file: string,
  ) {
    this.graph.store.onChange(() => this.saveSoon());
  }

  /** Graph itself: what the program calls. */
  async serve(http: Koa.Context, path: string): Promise<void> {
    await this.load();
    await this.graph.serve(http, path);
    if (path.startsWith('subscriptions')) this.saveSoon();
  }

  /** The page. */
  async answer(http: Koa.Context, path: string): Promise<void> {
    await this.load();
    const body = ((http.request as { body?: unknown }).body ?? {}) as Record<string, unknown>;
    if (path === 'faults') {
      if (http.method === 'POST') this.setFaults(body);
      http.body = this.graph.faults;
      return;
    }
    const address = String((http.method === 'GET' ? http.query.account : body.account) ?? '').toLowerCase();
    const mailbox = this.graph.store.find(address);
    if (!mailbox) return;
    if (http.method === 'GET' && path === 'week') {
      const [from, to] = [new Date(String(http.query.from)), new Date(String(http.query.to))];
      const events = [...mailbox.events.values()].filter(({ span }) => overlaps(span, from, to)).map(show);
      http.body = { events };
    } else if (http.method === 'POST' && path === 'act') {
      try {
        this.act(mailbox, body);
        http.body = {};
      } catch (error) {
        if (!(error instanceof NotTaken)) throw error;
        http.status = error.status;
        http.body = { message: error.message };
      }
    }
  }

  private act(mailbox: StoredMailbox, { act, id, start, end, allDay }: Record<string, unknown>): void {
    const { store } = this.graph;
    const time = (iso: unknown) => ({ dateTime: String(iso).slice(0, 19), timeZone: 'UTC' });
    const when = { start: time(start), end: time(end), isAllDay: allDay === true };
    const event = mailbox.events.get(String(id));
    if (!event) return;
    if (act === 'move') store.change(mailbox, event, when);
    else if (act === 'copy') store.change(mailbox, store.copy(mailbox, event), when);
    else if (act === 'remove') store.remove(mailbox, event);
    else if (act === 'done') {
      const done = event.categories.includes(doneCategory);
      const others = event.categories.filter((one) => one !== doneCategory);
      store.change(mailbox, event, { categories: done ? others : [...others, doneCategory] });
    }
  }

  private setFaults(given: Record<string, unknown>): void {
    const known = Object.keys(noFaults) as (keyof GraphFaults)[];
    this.graph.faults = { ...noFaults };
    for (const name of known) if (typeof given[name] === 'number') this.graph.faults[name] = given[name];
  }

  private load(): Promise<void> {
    this.loaded ??= this.fill().catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  private async fill(): Promise<void> {
    const saved = existsSync(this.file) ? readSaved(this.file) : null;
    if (saved) this.graph.restore(saved);
    const { accounts, byAddress } = await this.mailboxes();
    // One that must stay closed, for the proof of access.
    this.graph.store.add({ address: 'director@ryadom.example', name: 'Директор' });
    for (const account of accounts) {
      this.group.add(account.address.toLowerCase());
      if (this.graph.store.find(account.address)) continue;
      const mailbox = this.graph.store.add(account);
      for (const { subject, start, end, location } of byAddress.get(account.address.toLowerCase())?.meetings ?? [])
        this.graph.store.create(mailbox, {
          subject: location ? `${subject} · ${location}` : subject,
          start: { dateTime: start.slice(0, 19), timeZone: 'UTC' },
          end: { dateTime: end.slice(0, 19), timeZone: 'UTC' },
        });
    }
  }

  private saving: NodeJS.Timeout | undefined;
  private saveSoon(): void {
    this.saving ??= setTimeout(() => {
      this.saving = undefined;
      // Whole or not at all.
      writeFileSync(`${this.file}.new`, JSON.stringify(this.graph.saved()));
      renameSync(`${this.file}.new`, this.file);
    }, 300);
    this.saving.unref();
  }
}

const doneCategory = 'Сделано';

function readSaved(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

function show({ id, subject, body, span, categories, reminder, showAs, properties }: StoredEvent): ShownEvent {
  const property = properties[crmIdProperty.toLowerCase()];
  const day = 86_400_000;
  const times =
    'date' in span
      ? { start: span.date, end: new Date(Date.parse(span.date) + span.days * day).toISOString().slice(0, 10) }
      : { start: span.at.toISOString(), end: new Date(span.at.getTime() + span.minutes * 60_000).toISOString() };
  return {
    id,
    subject,
    body,
    ...times,
    allDay: 'date' in span,
    categories,
    reminder,
    free: showAs === 'free',
    ours: Boolean(property) && property !== '-',
  };
}
