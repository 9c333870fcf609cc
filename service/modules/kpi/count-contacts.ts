import type { Ctx } from '../../kernel/context';
import { toFlag } from '../../kernel/dialect';
import { newId } from '../../kernel/id';
import type { Written } from '../../kernel/module';
import { deleteRows, findRow, findRows, insertRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import type { Activity } from '../activities/activities.public';
import { User } from '../users/users.public';
import { localDateOf, localDayRange } from '../working-time/working-time.public';
import { addToPeriod, type Difference } from './count-period';
import { countedKinds, lacking, type CountedKind, type Evidence } from './evidence';
import { KpiContact } from './kpi.entity';
import { periodsOf, type Period } from './periods';
import { ruleOf } from './rule';

/** A write of a contact: the figures of its manager, company and day are put right before the commit, once. */
export async function countActivity(ctx: Ctx, { before, after }: Written<Activity>): Promise<void> {
  for (const activity of [before, after]) {
    if (!activity?.ownerId || activity.status !== 'done' || !(activity.kind in countedKinds)) continue;
    const { ownerId, companyId, at } = activity;
    const zone = await zoneOf(ctx, ownerId);
    if (zone === null) continue;
    const day = localDateOf(at, zone);
    ctx.beforeCommit.set(`kpi ${ownerId} ${companyId} ${day}`, () => countDay(ctx, ownerId, companyId, day, zone));
  }
}

async function zoneOf(ctx: Ctx, userId: string): Promise<string | null> {
  if (ctx.user?.id === userId) return ctx.user.timeZone;
  return (await findRow(ctx.db, User, { id: userId }))?.timeZone ?? null;
}

interface Row extends Evidence {
  id: string;
  kind: CountedKind;
}

/** Makes what counts of one manager, company and day agree with the activities, and the periods with it. */
async function countDay(ctx: Ctx, userId: string, companyId: string, day: string, zone: string): Promise<void> {
  const { from, to } = localDayRange(day, zone);
  const rows = await ctx.db.rows<Row & { reached: unknown }>(sql`
    select a.id as id, a.kind as kind, a.outcomeId as outcomeId, o.reached as reached, a.note as note,
      a.talkSeconds as talkSeconds
    from activity a left join outcome o on o.id = a.outcomeId
    where a.companyId = ${companyId} and a.status = 'done' and a.deletedAt is null and a.ownerId = ${userId}
      and a.at >= ${from} and a.at < ${to} and a.kind in ('call', 'meeting', 'negotiation') order by a.at, a.id`);
  const rule = await ruleOf(ctx);
  const counts = new Map<CountedKind, string>();
  for (const row of rows) {
    const evidence = { ...row, reached: row.outcomeId ? toFlag(row.reached) : null };
    if (!counts.has(row.kind) && lacking(evidence, rule) === null) counts.set(row.kind, row.id);
  }
  const before = await findRows(ctx.db, KpiContact, { userId, companyId, day });
  const difference: Difference = {};
  for (const contact of before) {
    if (counts.get(contact.kind as CountedKind) === contact.activityId) continue;
    await deleteRows(ctx.db, KpiContact, { id: contact.id });
    add(difference, countedKinds[contact.kind as CountedKind], -1);
  }
  for (const [kind, activityId] of counts) {
    if (before.some((contact) => contact.kind === kind && contact.activityId === activityId)) continue;
    await insertRows(ctx.db, KpiContact, [{ id: newId(ctx.clock.now()), userId, companyId, day, kind, activityId }]);
    add(difference, countedKinds[kind], 1);
  }
  const touched = Math.sign(counts.size) - Math.sign(before.length);
  if (touched === 0 && Object.values(difference).every((by) => by === 0)) return;
  const others = touched === 0 ? [] : await daysOf(ctx, userId, companyId, day);
  const wasHisAt = touched === 0 ? () => false : await ownership(ctx, userId, companyId);
  for (const period of periodsOf(day)) {
    const first = touched !== 0 && !others.some((other) => period.start <= other && other <= period.end);
    const wasHis = first && wasHisAt(localDayRange(period.start, zone).from);
    await addToPeriod(ctx, userId, period, {
      ...difference,
      companies: first ? touched : 0,
      processed: wasHis ? touched : 0,
    });
  }
}

const add = (difference: Difference, name: keyof Difference, by: number) => {
  difference[name] = (difference[name] ?? 0) + by;
};

/** The other days around that the manager had a contact with the company that counted. */
async function daysOf(ctx: Ctx, userId: string, companyId: string, day: string): Promise<string[]> {
  const [week, , , year] = periodsOf(day) as [Period, Period, Period, Period];
  const from = week.start < year.start ? week.start : year.start;
  const to = week.end > year.end ? week.end : year.end;
  const rows = await ctx.db.rows<{ day: string }>(sql`
    select distinct day from kpi_contact where userId = ${userId} and companyId = ${companyId}
      and day >= ${from} and day <= ${to} and day <> ${day}`);
  return rows.map((row) => row.day);
}

/** Was the company the manager's at a moment? */
async function ownership(ctx: Ctx, userId: string, companyId: string): Promise<(moment: Date) => boolean> {
  const rows = await ctx.db.rows<{
    startedAt: Date | string;
    endedAt: Date | string | null;
    deletedAt: Date | string | null;
  }>(sql`
    select a.startedAt as startedAt, a.endedAt as endedAt, c.deletedAt as deletedAt
    from assignment a join company c on c.id = a.companyId
    where a.companyId = ${companyId} and a.ownerId = ${userId}`);
  return (moment) =>
    rows.some(
      ({ startedAt, endedAt, deletedAt }) =>
        new Date(startedAt) <= moment && [endedAt, deletedAt].every((end) => end === null || new Date(end) > moment),
    );
}
