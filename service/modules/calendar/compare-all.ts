import { findRows, insertRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { localDateOf, localDayRange } from '../working-time/working-time.public';
import type { Ctx } from '../../kernel/context';
import { CalendarEvent } from './calendar.entity';
import { newEntry, type Thing } from './mark';
import { disown, seeAgain } from './push';
import { takeEvent } from './take-event';
import type { Whose } from './wanted-event';
import type { Work } from './work-mailbox';

const day = 86_400_000;
/** A first filling of the calendar goes slowly: so many an hour, the nearest first. */
const anHour = 50;
const keepClosedDays = 60;

/**
 * Compares everything on both sides, as if nobody had ever told us anything: what should stand in the calendar, what of
 * ours does, how it stands, and what is a copy. Every night, and whenever there is doubt.
 */
export async function compareAll(work: Work): Promise<boolean> {
  const { calendar, mailbox, user, job, note, asOwner, goOn } = work;
  const asked = mailbox.checksAsked;
  await job.transaction((ctx) => fillIn(ctx, work));

  const entries = await findRows(job.deps.database.read, CalendarEvent, { userId: user.id });
  const byEvent = new Map(entries.filter(({ eventId }) => eventId).map((entry) => [entry.eventId!, entry]));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const there = new Set<string>();
  for await (const page of calendar.ours(mailbox.address)) {
    await goOn();
    for (const event of page) {
      there.add(event.id);
      const entry = byEvent.get(event.id);
      if (entry) {
        if (entry.etag !== event.etag || entry.state === 'removed')
          await asOwner((ctx) => takeEvent(ctx, entry.id, event, work));
        continue;
      }
      const unborn = byId.get(event.crmId!);
      if (unborn && unborn.eventId === null && unborn.doubtful) continue;
      // Any write to what others are invited to would reach them.
      if (!event.guests) await calendar.write(mailbox.address, [disown(event)]);
    }
  }
  for (const { id, eventId, state } of byEvent.values())
    if (!there.has(eventId!) && state === 'open') {
      await goOn();
      await seeAgain(work, id, eventId!);
    }

  const now = job.deps.clock.now();
  // The window of the link moves on with time.
  const old = !mailbox.windowTo || mailbox.windowTo.getTime() - now.getTime() < 200 * day;
  await note({
    checks: asked,
    checkedAt: now,
    ...(old ? { deltaLink: null, pullsAsked: mailbox.pullsAsked + 1 } : {}),
  });
  return true;
}

/** Entries for what has none yet; the others are looked at again; what was done long ago is left to Outlook. */
async function fillIn(ctx: Ctx, whose: Whose): Promise<void> {
  const { user, mailbox } = whose;
  const now = ctx.clock.now();
  const old = new Date(now.getTime() - keepClosedDays * day);
  await ctx.db.run(
    sql`delete from calendar_event where userId = ${user.id} and state = 'closed' and startsAt < ${old}`,
  );
  await ctx.db.run(sql`update calendar_event set marks = marks + 1, dueAt = ${now}, failures = 0
    where userId = ${user.id} and state = 'open' and (dueAt is null or dueAt < ${now} or failures > 0)`);
  const missing = await thingsWithout(ctx, whose);
  const first = mailbox.checks === 0;
  await insertRows(
    ctx.db,
    CalendarEvent,
    missing.map((thing, index) => {
      const hours = first ? Math.floor(index / anHour) : 0;
      return newEntry(thing, now, new Date(now.getTime() + hours * 3_600_000));
    }),
  );
}

/** What should stand in the calendar and has no entry, the nearest first. */
async function thingsWithout(ctx: Ctx, { user, settings, mailbox }: Whose): Promise<Thing[]> {
  const from = localDayRange(localDateOf(mailbox.since, user.timeZone), user.timeZone).from;
  const without = sql`not exists (select e.id from calendar_event e where e.userId = ${user.id} and e.sourceId = s.id)`;
  const kinds = [
    ...(settings.calls ? ['call'] : []),
    ...(settings.meetings ? ['meeting', 'negotiation'] : []),
    ...(settings.tasks ? ['email'] : []),
  ];
  type Row = { id: string; companyId: string | null; kind: string; at: string | Date };
  const activities = await ctx.db.rows<Row>(sql`select s.id as id, s.companyId as companyId, s.kind as kind, s.at as at
    from activity s where s.ownerId = ${user.id} and s.status = 'planned' and s.deletedAt is null and s.at >= ${from}
      and ${without}`);
  const reminders = settings.tasks
    ? await ctx.db.rows<Row>(sql`select s.id as id, s.companyId as companyId, 'reminder' as kind, s.ringsAt as at
        from reminder s where s.userId = ${user.id} and s.status <> 'done' and s.deletedAt is null and s.ringsAt >= ${from}
          and ${without}`)
    : [];
  const birthdays = settings.birthdays
    ? await ctx.db.rows<Row>(sql`select s.id as id, s.companyId as companyId, 'birthday' as kind, c.createdAt as at
        from contact s join company c on c.id = s.companyId
        where c.ownerId = ${user.id} and s.birthMonth is not null and s.deletedAt is null and c.deletedAt is null
          and ${without}`)
    : [];
  const dated = [...activities.filter(({ kind }) => kinds.includes(kind)), ...reminders].sort(
    (one, other) => new Date(one.at).getTime() - new Date(other.at).getTime(),
  );
  return [...dated, ...birthdays].map(({ id, companyId, kind }) => ({
    userId: user.id,
    source: kind === 'reminder' || kind === 'birthday' ? kind : 'activity',
    sourceId: id,
    companyId,
  }));
}
