import { authorize } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { toFlag, toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { findRow } from '../../kernel/rows';
import { allOf, raw, sql, type Sql } from '../../kernel/sql';
import type { ActivityKind } from '../activities/activity-kinds';
import { User } from '../users/users.public';
import { localDayRange } from '../working-time/working-time.public';
import { lacking } from './evidence';
import { flaggedOf } from './flags';
import type { BaseRow, ContactRow, listBase, listContacts } from './kpi.contract';
import { periodOf } from './periods';
import { ruleOf } from './rule';

/** The person a number is about, whom the reader must reach. */
async function requirePerson(ctx: Ctx, userId: string): Promise<User> {
  authorize(ctx, 'kpi.read', { ownerId: userId });
  const user = await findRow(ctx.db, User, { id: userId });
  if (!user) throw notFound();
  return user;
}

const newestFirst: SortKey[] = [
  { column: raw('a.at'), property: 'at', instant: true, descending: true },
  { column: raw('a.id'), property: 'id', descending: true },
];

interface Row extends Record<string, unknown> {
  id: string;
  at: Date | string;
  kind: ActivityKind;
  companyId: string;
  companyName: string;
  outcomeId: string | null;
  outcome: string | null;
  reached: unknown;
  note: string | null;
  minutes: number | null;
  talkSeconds: number | null;
  counted: string | null;
}

const kindOf = { calls: 'call', meetings: 'meeting', negotiations: 'negotiation' } as const;

export async function readContacts(
  ctx: Ctx,
  { kind, start, userId, list, limit, after }: EndpointParsed<typeof listContacts>,
): Promise<EndpointOutput<typeof listContacts>> {
  const user = await requirePerson(ctx, userId);
  const period = periodOf(kind, start);
  const rule = await ruleOf(ctx);
  // Flags are told of weeks: of a longer stretch the whole of it would be read for a page.
  const flagged = period.kind === 'week' ? ((await flaggedOf(ctx, [user], period)).get(userId) ?? []) : [];
  const flagsOf = new Map(flagged.map(({ activityId, flags }) => [activityId, flags]));
  const range = {
    from: localDayRange(period.start, user.timeZone).from,
    to: localDayRange(period.end, user.timeZone).to,
  };
  const counted = sql`exists (select 1 from kpi_contact k where k.activityId = a.id)`;
  const which: Record<typeof list, Sql> = {
    calls: sql`a.kind = ${kindOf.calls} and ${counted}`,
    meetings: sql`a.kind = ${kindOf.meetings} and ${counted}`,
    negotiations: sql`a.kind = ${kindOf.negotiations} and ${counted}`,
    uncounted: sql`a.kind in ('call', 'meeting', 'negotiation') and not ${counted}`,
    flagged: sql`a.kind = 'call'`,
  };
  const conditions = allOf([
    sql`a.ownerId = ${userId} and a.status = 'done' and a.deletedAt is null and a.at >= ${range.from} and a.at < ${range.to}`,
    which[list],
    afterCursor(newestFirst, after),
  ]);
  // Flagged ones are few among a week's calls: the week is read, the rest left out.
  const page = list === 'flagged' ? 5000 : limit;
  const rows = await ctx.db.rows<Row>(sql`
    select a.id as id, a.at as at, a.kind as kind, a.companyId as companyId, c.name as companyName, a.outcomeId as outcomeId,
      o.name as outcome, o.reached as reached, a.note as note, a.minutes as minutes, a.talkSeconds as talkSeconds,
      k.id as counted
    from activity a join company c on c.id = a.companyId left join outcome o on o.id = a.outcomeId
      left join kpi_contact k on k.activityId = a.id
    where ${conditions} ${pageOf(newestFirst, page)}`);
  const view = (row: Row): ContactRow => ({
    id: row.id,
    at: toIso(row.at),
    kind: row.kind,
    company: { id: row.companyId, name: row.companyName },
    outcome: row.outcome,
    note: row.note,
    minutes: row.minutes,
    talkSeconds: row.talkSeconds,
    uncounted: row.counted
      ? null
      : (lacking({ ...row, reached: row.outcomeId ? toFlag(row.reached) : null }, rule) ?? 'sameDay'),
    flags: flagsOf.get(row.id) ?? [],
  });
  if (list !== 'flagged') return cutPage(rows, limit, newestFirst, view);
  return cutPage(
    rows.filter(({ id }) => flagsOf.has(id)),
    limit,
    newestFirst,
    view,
  );
}

const byName: SortKey[] = [
  { column: raw('c.nameKey'), property: 'nameKey' },
  { column: raw('c.id'), property: 'id' },
];

export async function readBase(
  ctx: Ctx,
  { kind, start, userId, list, limit, after }: EndpointParsed<typeof listBase>,
): Promise<EndpointOutput<typeof listBase>> {
  const user = await requirePerson(ctx, userId);
  const period = periodOf(kind, start);
  const moment = localDayRange(period.start, user.timeZone).from;
  const touched = sql`exists (select 1 from kpi_contact k where k.userId = ${userId} and k.companyId = c.id
    and k.day >= ${period.start} and k.day <= ${period.end})`;
  const his = sql`exists (select 1 from assignment s where s.companyId = c.id and s.ownerId = ${userId}
    and s.startedAt <= ${moment} and (s.endedAt is null or s.endedAt > ${moment}))
    and (c.deletedAt is null or c.deletedAt > ${moment})`;
  const which: Record<typeof list, Sql> = {
    companies: touched,
    processed: sql`${his} and ${touched}`,
    untouched: sql`${his} and not ${touched}`,
    base: his,
  };
  const rows = await ctx.db.rows<
    Record<string, unknown> & {
      id: string;
      name: string;
      nameKey: string;
      city: string | null;
      lastContactAt: Date | string | null;
      nextContactAt: Date | string | null;
      deletedAt: Date | string | null;
    }
  >(sql`
    select c.id as id, c.name as name, c.nameKey as nameKey, c.city as city, c.lastContactAt as lastContactAt,
      c.nextContactAt as nextContactAt, c.deletedAt as deletedAt
    from company c where ${allOf([which[list], afterCursor(byName, after)])} ${pageOf(byName, limit)}`);
  return cutPage(rows, limit, byName, (row): BaseRow => ({
    id: row.id,
    name: row.name,
    city: row.city,
    lastContactAt: toIso(row.lastContactAt),
    nextContactAt: toIso(row.nextContactAt),
    gone: row.deletedAt !== null,
  }));
}
