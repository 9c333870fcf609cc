import { authorize, grantOf, requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { forbidden, invalid, notFound, stale } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { absencesOf, User } from '../users/users.public';
import { addDays, isOfficeDay, loadCalendar } from '../working-time/working-time.public';
import type { deleteNorm, NormView, setNorm } from './kpi.contract';
import { KpiNorm } from './kpi.entity';
import { periodOf } from './periods';

/** A week of a manager before anybody set another. */
export const usualNorm = { calls: 70, meetings: 5, offers: 20 };
export const normNames = ['calls', 'meetings', 'offers'] as const;
export type Norm = Record<(typeof normNames)[number], number>;
const everybody = 'all';

/**
 * What a stretch of days asks of each person: every working day is a fifth of the week's norm, a week never more than
 * the whole of it. Holidays of the calendar and the person's absences ask for nothing. A norm set in the middle of a
 * week holds from its day.
 * @param people 1,000 at most
 * @returns of a person and a last day (included) the norm from `start` to it, rounded half up
 */
export async function normsOf(
  ctx: Ctx,
  people: readonly string[],
  start: string,
  end: string,
): Promise<(userId: string, until?: string) => Norm> {
  const calendar = await loadCalendar(ctx);
  const isAway = await absencesOf(ctx, people, start);
  const days: string[] = [];
  // A week is capped as a whole, also when the stretch begins in its middle.
  for (let day = periodOf('week', start).start; day <= end; day = addDays(day, 1))
    if (isOfficeDay(calendar, day)) days.push(day);
  const norms = await findRows(ctx.db, KpiNorm, {}, ['fromDay']);
  const newestFirst = norms.reverse();
  const known = new Map<string, Norm>();
  const away = new Set((await someAway(ctx, start)).map(({ userId }) => userId));

  return (userId, until = end) => {
    const own = newestFirst.filter(({ whose }) => whose === userId || whose === everybody);
    // Most have no norm and no absence of their own: they share the answer.
    const key = away.has(userId) || own.some(({ whose }) => whose === userId) ? userId : everybody;
    const held = known.get(`${key} ${until}`);
    if (held) return held;
    const normOn = (day: string): Norm =>
      own.find(({ whose, fromDay }) => whose === userId && fromDay <= day) ??
      own.find(({ whose, fromDay }) => whose === everybody && fromDay <= day) ??
      usualNorm;
    const fifths = { calls: 0, meetings: 0, offers: 0 };
    let week = '';
    let ofWeek = 0;
    for (const day of days) {
      if (day > until) break;
      const monday = periodOf('week', day).start;
      if (monday !== week) [week, ofWeek] = [monday, 0];
      if (isAway(userId, day) || ofWeek === 5) continue;
      ofWeek += 1;
      if (day < start) continue;
      const norm = normOn(day);
      for (const name of normNames) fifths[name] += norm[name];
    }
    const norm = Object.fromEntries(normNames.map((name) => [name, Math.floor((2 * fifths[name] + 5) / 10)])) as Norm;
    known.set(`${key} ${until}`, norm);
    return norm;
  };
}

const someAway = (ctx: Ctx, from: string) =>
  ctx.db.rows<{ userId: string }>(sql`select distinct userId from absence where toDay >= ${from}`);

export async function viewNorms(ctx: Ctx): Promise<NormView[]> {
  const scope = requirePermission(ctx, 'kpi.read');
  const rows = await ctx.db.rows<KpiNorm & { name: string | null }>(sql`
    select n.id as id, n.version as version, n.whose as whose, n.fromDay as fromDay, n.calls as calls, n.meetings as meetings,
      n.offers as offers, u.name as name
    from kpi_norm n left join user_account u on u.id = n.whose order by n.fromDay desc, u.name, n.id`);
  return rows
    .filter(
      ({ whose }) =>
        scope === 'all' || whose === everybody || ctx.user!.department.has(whose) || whose === ctx.user!.id,
    )
    .map(({ id, version, whose, fromDay, calls, meetings, offers, name }) => ({
      id,
      version,
      user: whose === everybody ? null : { id: whose, name: name ?? '' },
      from: fromDay,
      calls,
      meetings,
      offers,
    }));
}

export async function writeNorm(
  ctx: Ctx,
  { userId, from, version, ...values }: EndpointParsed<typeof setNorm>,
): Promise<NormView> {
  authorizeNorm(ctx, userId ?? everybody);
  if (userId && !(await findRecord(ctx, User, { id: userId }))) throw invalid({ userId: 'users.noSuchUser' });
  const whose = userId ?? everybody;
  const known = await findRecord(ctx, KpiNorm, { whose, fromDay: from });
  const view = async (id: string) => (await viewNorms(ctx)).find((norm) => norm.id === id)!;
  if (!known) {
    if (version !== 0) throw stale(null);
    return view((await insertRecord(ctx, KpiNorm, { whose, fromDay: from, ...values })).id);
  }
  const current = await view(known.id);
  requireVersion(known, version, () => current);
  await updateRecord(ctx, KpiNorm, known, values);
  return view(known.id);
}

export async function dropNorm(ctx: Ctx, { id }: EndpointParsed<typeof deleteNorm>): Promise<{ ok: true }> {
  requirePermission(ctx, 'plans.manage');
  const norm = await findRecord(ctx, KpiNorm, { id });
  if (!norm) throw notFound();
  authorizeNorm(ctx, norm.whose);
  await removeRecord(ctx, KpiNorm, norm);
  return { ok: true };
}

/** Everybody's norm is for whoever reaches everybody. */
function authorizeNorm(ctx: Ctx, whose: string): void {
  requirePermission(ctx, 'plans.manage');
  if (whose !== everybody) authorize(ctx, 'plans.manage', { ownerId: whose });
  else if (grantOf(ctx, 'plans.manage') !== 'all') throw forbidden();
}
