import { outlookCalendar, startOf, type OutlookCalendar } from '../../../playground/test/outlook-calendar';
import type { StoredEvent } from '../../../playground/graph/calendar-store';
import { noFaults } from '../../../playground/graph/graph-faults';
import { crmIdProperty } from '../../adapters/calendar/graph-event';
import type { Calendar } from '../../adapters/calendar/calendar.port';
import { createJobRunner } from '../../kernel/jobs';
import { findRow, findRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { buildCompany, buildUser, type Person } from '../../test/builders';
import { testClock } from '../../test/test-app';
import { deleteActivity, logActivity, updateActivity } from '../activities/activities.contract';
import { Activity } from '../activities/activities.public';
import { assignCompanies } from '../companies/companies.contract';
import { Company } from '../companies/companies.public';
import { CalendarEvent } from './calendar.entity';
import { compareNightly } from './clocks';

/**
 * The program and Outlook changed at random by people on both sides, while everything fails that can fail: at the end both
 * tell the same, nothing is there twice, nothing is lost, nobody was invited and no letter went out.
 */

/** The engine that a server is far away from does fewer: each costs it a dozen round trips. */
const operations = Number(process.env.SYNC_OPERATIONS ?? (process.env.DATABASE_URL ? 1000 : 10_000));
const perRound = 40;
const minute = 60_000;
const seed = Number(process.env.SYNC_SEED ?? 20260312);

/** The process is gone in the middle of a call: before the other side heard of it, or after it did all of it. */
function mortal(calendar: Calendar, dies: () => 'before' | 'after' | null): Calendar {
  const dead = new Promise<never>(() => undefined);
  return {
    ...calendar,
    write: async (mailbox, writes) => {
      const how = dies();
      if (how === 'before') return dead;
      const answers = await calendar.write(mailbox, writes);
      return how ? dead : answers;
    },
    changes: async (mailbox, from) => {
      const page = await calendar.changes(mailbox, from);
      return dies() ? dead : page;
    },
  };
}

/** Random numbers that come again with the same seed (mulberry32, public domain). */
function numbers(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const propertyOf = (event: StoredEvent) => event.properties[crmIdProperty.toLowerCase()];

test(`${operations} random operations on both sides, with faults and kills`, async () => {
  const chance = numbers(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  let killing = false;
  let killed = 0;
  const world: OutlookCalendar = await outlookCalendar({
    clock: testClock('2026-03-12T09:00:00.000Z'),
    chance,
    wrap: (calendar) =>
      mortal(calendar, () => {
        if (!killing || chance() > 0.01) return null;
        killed += 1;
        return chance() < 0.5 ? 'before' : 'after';
      }),
  });
  const { app, graph } = world;
  try {
    const head = await buildUser(app, { role: 'administrator' });
    const people: Person[] = [];
    for (const zone of ['Europe/Moscow', 'Asia/Yekaterinburg', 'Europe/Berlin', 'Asia/Kamchatka'])
      people.push(await world.person({ timeZone: zone }));
    const companies: Company[] = [];
    for (const person of people)
      for (let count = 0; count < 5; count += 1) companies.push(await buildCompany(app, { ownerId: person.id }));
    /** What people put into Outlook themselves, as they left it. */
    const own = new Map<string, { person: Person; span: StoredEvent['span'] }>();
    const done = new Map<string, number>();
    let made = 0;

    const soon = () => new Date(app.clock.now().getTime() + (1 + Math.floor(chance() * 30 * 24 * 12)) * 5 * minute);
    const living = async () =>
      (await findRows(app.deps.database.read, Activity, {})).filter(({ deletedAt }) => !deletedAt);
    /** Something planned; what is not any more is forgotten. */
    const planned: string[] = [];
    const pickPlanned = async (): Promise<Activity | null> => {
      while (planned.length) {
        const place = Math.floor(chance() * planned.length);
        const activity = await findRow(app.deps.database.read, Activity, { id: planned[place]! });
        if (activity?.status === 'planned' && !activity.deletedAt) return activity;
        planned.splice(place, 1);
      }
      return null;
    };
    const ownerOf = (activity: Activity) => people.find(({ id }) => id === activity.ownerId)!;
    const write = (at: Date) => ({ dateTime: at.toISOString().slice(0, 19), timeZone: 'UTC' });
    const ours = (person: Person) => world.ours(person).filter(({ id }) => !own.has(id));
    const move = (event: StoredEvent, person: Person, at: Date) =>
      graph.store.change(world.mailboxOf(person), event, {
        start: write(at),
        end: write(new Date(at.getTime() + 30 * minute)),
        isAllDay: false,
      });

    const acts: Record<string, () => Promise<unknown>> = {
      planHere: async () => {
        const company = pick(companies)!;
        const owner = (await findRow(app.deps.database.read, Company, { id: company.id }))!.ownerId;
        const person = people.find(({ id }) => id === owner)!;
        const kind = pick(['call', 'meeting', 'negotiation', 'email'] as const)!;
        const at = soon().toISOString();
        const answer = await app.call(
          logActivity,
          { companyId: company.id, kind, status: 'planned', at, note: `Дело ${(made += 1)}` },
          person.token,
        );
        expect(answer.status).toBe(200);
        planned.push(answer.body.activity.id);
      },
      moveHere: async () => {
        const activity = await pickPlanned();
        if (!activity) return;
        const { id, version } = activity;
        await app.call(updateActivity, { id, version, at: soon().toISOString() }, ownerOf(activity).token);
      },
      noteHere: async () => {
        const activity = await pickPlanned();
        if (!activity) return;
        const { id, version } = activity;
        await app.call(updateActivity, { id, version, note: `Новая заметка ${chance()}` }, ownerOf(activity).token);
      },
      doHere: async () => {
        const activity = await pickPlanned();
        if (!activity) return;
        const { id, companyId, kind } = activity;
        await app.call(logActivity, { companyId, kind, completes: id, note: 'Сделано' }, ownerOf(activity).token);
      },
      cancelHere: async () => {
        const activity = await pickPlanned();
        if (!activity) return;
        const { id, version } = activity;
        await app.call(updateActivity, { id, version, cancel: 'Не нужно' }, ownerOf(activity).token);
      },
      deleteHere: async () => {
        const activity = await pickPlanned();
        if (!activity) return;
        const answer = await app.call(deleteActivity, { id: activity.id, version: activity.version }, head.token);
        expect(answer.status).toBe(200);
        made -= 1;
      },
      handOver: async () => {
        const company = pick(companies)!;
        await app.call(assignCompanies, { ids: [company.id], ownerId: pick(people)!.id }, head.token);
      },
      moveThere: async () => {
        const person = pick(people)!;
        const event = pick(ours(person));
        if (event) move(event, person, soon());
      },
      wholeDayThere: async () => {
        const person = pick(people)!;
        const event = pick(ours(person));
        const date = (days: number) => new Date(soon().getTime() + days * 86_400_000).toISOString().slice(0, 10);
        if (!event) return;
        const from = date(1);
        const to = new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10);
        graph.store.change(world.mailboxOf(person), event, {
          start: { dateTime: `${from}T00:00:00`, timeZone: 'UTC' },
          end: { dateTime: `${to}T00:00:00`, timeZone: 'UTC' },
          isAllDay: true,
        });
      },
      deleteThere: async () => {
        const person = pick(people)!;
        const event = pick(ours(person));
        if (event) graph.store.remove(world.mailboxOf(person), event);
      },
      copyThere: async () => {
        const person = pick(people)!;
        const event = pick(world.ours(person));
        if (!event) return;
        const copy = graph.store.copy(world.mailboxOf(person), event);
        move(copy, person, soon());
        own.set(copy.id, { person, span: copy.span });
      },
      createThere: async () => {
        const person = pick(people)!;
        const at = soon();
        const event = graph.store.create(world.mailboxOf(person), {
          subject: 'Зубной врач',
          start: write(at),
          end: write(new Date(at.getTime() + 60 * minute)),
        });
        own.set(event.id, { person, span: event.span });
      },
      doneThere: async () => {
        const person = pick(people)!;
        const event = pick(ours(person));
        if (event)
          graph.store.change(world.mailboxOf(person), event, {
            categories: [...event.categories, pick(['Сделано', 'Красная категория', 'done'])!],
          });
      },
      answerThere: async () => {
        const asked = pick(await findRows(app.deps.database.read, CalendarEvent, { state: 'removed' }));
        const person = people.find(({ id }) => id === asked?.userId);
        if (!asked || !person) return;
        const how = chance() < 0.5 ? 'put-back' : 'cancel';
        await app.http('POST', `/api/calendar/entries/${asked.id}/${how}`, { token: person.token, body: {} });
      },
    };
    const weights: [string, number][] = [
      ['planHere', 6],
      ['moveHere', 4],
      ['noteHere', 1],
      ['doHere', 2],
      ['cancelHere', 1],
      ['deleteHere', 1],
      ['handOver', 1],
      ['moveThere', 5],
      ['wholeDayThere', 1],
      ['deleteThere', 1],
      ['copyThere', 1],
      ['createThere', 1],
      ['doneThere', 1],
      ['answerThere', 1],
    ];
    const bag = weights.flatMap(([name, weight]) => Array<string>(weight).fill(name));

    /** Works until everything is done, or the process is dead: whoever comes after finds what it left. */
    const workABit = async () => {
      const deadBefore = killed;
      const drained = createJobRunner(app.deps).drain();
      const dies = (async () => {
        while (killed === deadBefore) await new Promise((go) => setTimeout(go, 1));
      })();
      await Promise.race([drained, dies]);
    };

    for (let count = 0; count < operations; count += perRound) {
      graph.faults = {
        ...noFaults,
        throttled: 0.01,
        unavailable: 0.01,
        lostBefore: 0.01,
        lostAfter: 0.02,
        touched: 0.02,
        forgotten: 0.01,
        repeated: 0.05,
        unheard: 0.2,
        heardTwice: 0.2,
        skew: Math.floor((chance() - 0.5) * 60_000),
      };
      killing = true;
      for (let step = 0; step < perRound; step += 1) {
        const name = pick(bag)!;
        await acts[name]!();
        done.set(name, (done.get(name) ?? 0) + 1);
        app.clock.advance({ minutes: 1 });
        if (chance() < 0.08) await workABit();
      }
      killing = false;
      await workABit();
      app.clock.advance({ minutes: 5 });
    }

    // The storm is over: one night, and everything is as it should be.
    graph.faults = { ...noFaults };
    for (let hours = 0; hours < 8; hours += 1) {
      app.clock.advance({ hours: 1 });
      await world.settle();
    }
    await app.write(async (ctx) => {
      await ctx.db.run(sql`update job set runAt = ${ctx.clock.now()} where status = 'waiting'`);
    });
    await compareNightly.run({ transaction: (work: Parameters<typeof app.write>[0]) => app.write(work) } as never, {});
    await world.settle();
    const requestsBefore = graph.load.requests;

    const activities = await living();
    expect(activities.length).toBe(made);
    const entries = await findRows(app.deps.database.read, CalendarEvent, {});
    const removed = new Set(entries.filter(({ state }) => state === 'removed').map(({ sourceId }) => sourceId));
    for (const person of people) {
      const mailbox = world.mailboxOf(person);
      const open = activities.filter(
        ({ id, ownerId, status }) => ownerId === person.id && status === 'planned' && !removed.has(id),
      );
      const standing = entries.filter(({ userId, state }) => userId === person.id && state === 'open');
      // One event for each thing planned, at its minute, and no other of ours.
      const should = open.map(({ id, at }) => `${id} ${at.toISOString().slice(0, 16)}`).sort();
      const events = new Map([...mailbox.events.values()].map((event) => [event.id, event]));
      const stands = standing
        .map(({ sourceId, eventId, startsAt, allDay }) => {
          const event = events.get(eventId!)!;
          const activity = activities.find(({ id }) => id === sourceId)!;
          if ('date' in event.span) {
            const local = new Intl.DateTimeFormat('en-CA', { timeZone: person.timeZone }).format(activity.at);
            expect([allDay, event.span.date]).toEqual([true, local]);
            return `${sourceId} ${activity.at.toISOString().slice(0, 16)}`;
          }
          expect(startOf(event)).toBe(startsAt!.toISOString());
          return `${sourceId} ${startOf(event).slice(0, 16)}`;
        })
        .sort();
      expect(stands).toEqual(should);
      // Every event with our id is the one of its entry: no duplicate.
      const known = new Set(entries.map(({ eventId }) => eventId));
      for (const event of mailbox.events.values()) {
        expect(event.attendees).toEqual([]);
        if (propertyOf(event) && propertyOf(event) !== '-')
          expect([event.subject, known.has(event.id)]).toEqual([event.subject, true]);
      }
      const byId = [...mailbox.events.values()].map(propertyOf).filter((id) => id && id !== '-');
      expect(new Set(byId).size).toBe(byId.length);
    }
    // People's own events, copies among them, are as they left them.
    for (const [id, { person, span }] of own) expect(world.mailboxOf(person).events.get(id)?.span).toEqual(span);
    expect(graph.letters).toEqual([]);
    // A second night finds nothing to write.
    for (const person of people) expect(world.ours(person).length).toBeGreaterThan(0);
    const keys = () =>
      people.map((person) => [...world.mailboxOf(person).events.values()].map(({ changeKey }) => changeKey));
    const before = keys();
    await compareNightly.run({ transaction: (work: Parameters<typeof app.write>[0]) => app.write(work) } as never, {});
    await world.settle();
    expect(keys()).toEqual(before);
    expect(graph.load.most).toBeLessThanOrEqual(3);
    expect(graph.load.refused).toBe(0);
    expect(killed).toBeGreaterThan(operations / 1000);
    if (process.env.SHOW_COUNTS)
      process.stdout.write(
        `${JSON.stringify({ operations: [...done.values()].reduce((sum, one) => sum + one, 0), ...Object.fromEntries(done), killed, requests: requestsBefore, own: own.size })}\n`,
      );
  } finally {
    await world.close();
  }
}, 900_000);
