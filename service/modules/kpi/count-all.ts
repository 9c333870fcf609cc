import { requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { toFlag, toNumber } from '../../kernel/dialect';
import { newId } from '../../kernel/id';
import { defineJob, enqueue } from '../../kernel/jobs';
import { findRow, findRows, insertRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { Deal } from '../deals/deals.public';
import { Offer } from '../offers/offers.public';
import { User } from '../users/users.public';
import { localDateOf, localDayRange } from '../working-time/working-time.public';
import { partsOfDeal, partsOfOffer } from './count-sales';
import { countedKinds, lacking, type CountedKind, type Evidence } from './evidence';
import { figureNames, KpiContact, KpiPeriod, type FigureName } from './kpi.entity';
import { periodsOf, type Period } from './periods';
import { ruleOf } from './rule';

/** Asks for everybody's figures to be counted anew: one job a person. */
export async function recountLater(ctx: Ctx): Promise<void> {
  // Those still waiting would only do the same twice.
  await ctx.db.run(sql`delete from job where kind = ${recountUser.kind} and status = 'waiting'`);
  const people = await ctx.db.rows<{ id: string }>(sql`select id from user_account`);
  for (const { id } of people) await enqueue(ctx, recountUser.kind, { userId: id, of: people.length });
}

export async function askRecount(ctx: Ctx): Promise<{ ok: true }> {
  requirePermission(ctx, 'settings.manage');
  await recountLater(ctx);
  return { ok: true };
}

export const recountOne = (ctx: Ctx, userId: string) => enqueue(ctx, recountUser.kind, { userId, of: 1 });

/** How far the counting is, percent; null when nothing is being counted. */
export async function countingNow(ctx: Ctx): Promise<number | null> {
  const left = await ctx.db.rows<{ payload: string }>(sql`
    select payload from job where kind = ${recountUser.kind} and status in ('waiting', 'running')`);
  if (left.length === 0) return null;
  const of = Math.max(left.length, ...left.map(({ payload }) => (JSON.parse(payload) as { of: number }).of));
  return Math.floor((100 * (of - left.length)) / of);
}

/** Counts one person's figures anew from the records, in one transaction: nobody sees them half counted. */
export const recountUser = defineJob({
  kind: 'kpi.recount',
  run: (job, { userId }) => job.transaction((ctx) => recount(ctx, String(userId))),
});

type Figures = Record<FigureName, number>;
const none = (): Figures => Object.fromEntries(figureNames.map((name) => [name, 0])) as Figures;

export async function recount(ctx: Ctx, userId: string): Promise<void> {
  const user = await findRow(ctx.db, User, { id: userId });
  if (!user) return;
  const contacts = await contactsOf(ctx, user);
  const sums = new Map<string, { period: Period; figures: Figures }>();
  const of = (period: Period): Figures => {
    const key = `${period.kind} ${period.start}`;
    const sum = sums.get(key) ?? { period, figures: none() };
    sums.set(key, sum);
    return sum.figures;
  };

  const seen = new Set<string>();
  const { wasHis, baseAt } = await assignmentsOf(ctx, user);
  for (const { companyId, day, kind } of contacts)
    for (const period of periodsOf(day)) {
      const figures = of(period);
      figures[countedKinds[kind as CountedKind]] += 1;
      const key = `${companyId} ${period.kind} ${period.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      figures.companies += 1;
      if (wasHis(companyId, localDayRange(period.start, user.timeZone).from)) figures.processed += 1;
    }

  const offers = [
    ...(await findRows(ctx.db, Offer, { authorId: userId })),
    ...(await findRows(ctx.db, Offer, { ownerId: userId })).filter(({ authorId }) => authorId !== userId),
  ];
  const parts = [
    ...offers.flatMap(partsOfOffer),
    ...(await findRows(ctx.db, Deal, { ownerId: userId })).flatMap(partsOfDeal),
  ];
  for (const part of parts)
    if (part.userId === userId)
      for (const period of periodsOf(part.day)) {
        const figures = of(period);
        for (const [name, by] of Object.entries(part.adds) as [FigureName, number][]) figures[name] += by;
      }

  await ctx.db.run(sql`delete from kpi_contact where userId = ${userId}`);
  await ctx.db.run(sql`delete from kpi_period where userId = ${userId}`);
  await insertRows(ctx.db, KpiContact, contacts);
  const now = ctx.clock.now();
  await insertRows(
    ctx.db,
    KpiPeriod,
    [...sums.values()].map(({ period, figures }) => ({
      id: newId(now),
      userId,
      kind: period.kind,
      start: period.start,
      base: baseAt(localDayRange(period.start, user.timeZone).from, now),
      ...figures,
    })),
  );
}

interface Row extends Evidence {
  id: string;
  companyId: string;
  at: Date | string;
}

/** The contacts that count: the first of each company, day and kind that the rule takes. */
async function contactsOf(ctx: Ctx, user: User): Promise<KpiContact[]> {
  const rule = await ruleOf(ctx);
  // A note is judged by its length: its beginning is enough.
  const rows = await ctx.db.rows<Row & { reached: unknown; talkSeconds: number | null }>(sql`
    select a.id as id, a.companyId as companyId, a.kind as kind, a.at as at, a.outcomeId as outcomeId, o.reached as reached,
      substring(a.note, 1, 1000) as note, a.talkSeconds as talkSeconds
    from activity a left join outcome o on o.id = a.outcomeId
    where a.ownerId = ${user.id} and a.status = 'done' and a.deletedAt is null
      and a.kind in ('call', 'meeting', 'negotiation') order by a.at, a.id`);
  const counted = new Map<string, KpiContact>();
  const now = ctx.clock.now();
  for (const row of rows) {
    const day = localDateOf(new Date(row.at), user.timeZone);
    const key = `${row.companyId} ${day} ${row.kind}`;
    if (counted.has(key) || lacking({ ...row, reached: row.outcomeId ? toFlag(row.reached) : null }, rule)) continue;
    counted.set(key, {
      id: newId(now),
      userId: user.id,
      companyId: row.companyId,
      day,
      kind: row.kind,
      activityId: row.id,
    });
  }
  return [...counted.values()];
}

interface Assignments {
  wasHis: (companyId: string, at: Date) => boolean;
  /** How many were his at a moment that has come; null before. */
  baseAt: (at: Date, now: Date) => number | null;
}

/** What companies were the person's, when. */
async function assignmentsOf(ctx: Ctx, user: User): Promise<Assignments> {
  const rows = await ctx.db.rows<{
    companyId: string;
    startedAt: Date | string;
    endedAt: Date | string | null;
    deletedAt: Date | string | null;
  }>(sql`
    select a.companyId as companyId, a.startedAt as startedAt, a.endedAt as endedAt, c.deletedAt as deletedAt
    from assignment a join company c on c.id = a.companyId where a.ownerId = ${user.id}`);
  const spans = new Map<string, { from: number; to: number }[]>();
  for (const row of rows) {
    const ends = [row.endedAt, row.deletedAt].filter((end) => end !== null).map((end) => new Date(end).getTime());
    const span = { from: new Date(row.startedAt).getTime(), to: Math.min(Infinity, ...ends) };
    spans.set(row.companyId, [...(spans.get(row.companyId) ?? []), span]);
  }
  const wasHis = (companyId: string, at: Date) =>
    spans.get(companyId)?.some(({ from, to }) => from <= at.getTime() && to > at.getTime()) ?? false;
  const baseAt = (at: Date, now: Date) =>
    at > now ? null : [...spans.keys()].filter((companyId) => wasHis(companyId, at)).length;
  return { wasHis, baseAt };
}

/** For the demonstration and the measurements: everybody's figures in one go. */
export async function recountEverybody(ctx: Ctx): Promise<number> {
  const people = await ctx.db.rows<{ id: string }>(sql`select id from user_account`);
  for (const { id } of people) await recount(ctx, id);
  return toNumber(people.length);
}
