import { listed } from '../../kernel/listed';
import { requirePermission, withinReach } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toNumber } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { allOf, inList, raw, sql } from '../../kernel/sql';
import { localDateOf } from '../working-time/working-time.public';
import { basesOf } from './base';
import { flaggedOf } from './flags';
import type { Figures, getKpi, KpiRow } from './kpi.contract';
import { figureNames, type FigureName } from './kpi.entity';
import { normsOf } from './norms';
import { periodOf, type Period } from './periods';

interface Person {
  id: string;
  name: string;
  timeZone: string;
}

/** More managers than that are read in several goes. */
const mostPeople = 1000;

/**
 * The figures of a period: kept counters, read in one statement, and the norms, worked out for everybody at once.
 */
export async function readKpi(
  ctx: Ctx,
  { kind, day, owner }: EndpointParsed<typeof getKpi>,
): Promise<EndpointOutput<typeof getKpi>> {
  requirePermission(ctx, 'kpi.read');
  const today = localDateOf(ctx.clock.now(), signedIn(ctx).timeZone);
  const period = periodOf(kind, day ?? today);
  const people = await peopleOf(ctx, period, owner);
  const rows = await kpiOf(ctx, people, period);
  if (kind === 'week') {
    const flagged = await flaggedOf(ctx, people, period);
    for (const row of rows) row.flagged = flagged.get(row.user.id)?.length ?? 0;
  }
  return { kind, start: period.start, end: period.end, rows, weeks: await weeksOf(ctx, people, period) };
}

/** Those who sell now, and those who sold then: a number does not go with the person who left. */
async function peopleOf(ctx: Ctx, { kind, start }: Period, owner: string | undefined): Promise<Person[]> {
  const ids = owner ? listed(owner) : null;
  const rows = await ctx.db.rows<Person>(sql`
    select u.id as id, u.name as name, u.timeZone as timeZone from user_account u join role r on r.id = u.roleId
    where ${allOf([
      withinReach(ctx, 'kpi.read', raw('u.id')),
      ids ? inList(raw('u.id'), ids) : null,
      sql`((u.deletedAt is null and u.status = 'active' and r.code = 'manager')
        or exists (select 1 from kpi_period k where k.kind = ${kind} and k.start = ${start} and k.userId = u.id))`,
    ])} order by u.name, u.id`);
  return rows.slice(0, mostPeople);
}

const empty = (): Figures =>
  Object.fromEntries(figureNames.filter((name) => name !== 'processed').map((name) => [name, 0])) as Figures;

/** The figures alone: calls in question are looked for where they are shown. */
export async function kpiOf(ctx: Ctx, people: readonly Person[], period: Period): Promise<KpiRow[]> {
  const ids = people.map(({ id }) => id);
  const kept = new Map(
    (
      await ctx.db.rows<Record<FigureName, number | string> & { userId: string; base: number | null }>(sql`
        select userId, base, ${raw(figureNames.join(', '))} from kpi_period
        where kind = ${period.kind} and start = ${period.start} and ${inList(raw('userId'), ids)}`)
    ).map((row) => [row.userId, row]),
  );
  const norms = await normsOf(ctx, ids, period.start, period.end);
  // Kept with the figures; who has none yet is counted.
  const uncounted = people.filter(({ id }) => (kept.get(id)?.base ?? null) === null);
  const bases = await basesOf(ctx, uncounted, period.start);
  return people.map(({ id, name, timeZone }) => {
    const row = kept.get(id);
    const today = localDateOf(ctx.clock.now(), timeZone);
    const figures = empty();
    if (row) for (const one of Object.keys(figures) as (keyof Figures)[]) figures[one] = toNumber(row[one]);
    return {
      user: { id, name },
      ...figures,
      norm: norms(id),
      byNow:
        today >= period.end
          ? norms(id)
          : today < period.start
            ? { calls: 0, meetings: 0, offers: 0 }
            : norms(id, today),
      base: row?.base ?? bases.get(id) ?? 0,
      processed: toNumber(row?.processed ?? 0),
      flagged: null,
    };
  });
}

/** The weeks that begin in the period: what a year looks like at a glance. */
async function weeksOf(ctx: Ctx, people: readonly Person[], { kind, start, end }: Period) {
  if (kind === 'week') return [];
  const rows = await ctx.db.rows<{
    userId: string;
    start: string;
    calls: number;
    meetings: number;
    offers: number;
  }>(sql`
    select userId, start, calls, meetings, offers from kpi_period
    where kind = 'week' and start >= ${start} and start <= ${end} and ${inList(
      raw('userId'),
      people.map(({ id }) => id),
    )} order by start, userId`);
  return rows.map(({ userId, start: monday, calls, meetings, offers }) => ({
    userId,
    start: monday,
    calls,
    meetings,
    offers,
  }));
}
