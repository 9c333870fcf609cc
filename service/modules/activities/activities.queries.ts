import { reaches } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { allOf, raw, sql, type Sql } from '../../kernel/sql';
import type { ActivityView } from '../companies/companies.contract';
import { loadCompany, refOf, visible } from '../companies/companies.public';
import { localDayRange } from '../working-time/working-time.public';
import type { companyTimeline, listPlanned, PlannedRow } from './activities.contract';

interface Row extends Record<string, unknown> {
  id: string;
  version: number;
  companyId: string;
  companyOwnerId: string | null;
  contactId: string | null;
  contactName: string | null;
  kind: ActivityView['kind'];
  status: ActivityView['status'];
  at: Date | string;
  plannedAt: Date | string | null;
  outcomeId: string | null;
  outcomeName: string | null;
  note: string | null;
  minutes: number | null;
  postponed: number;
  pinnedAt: Date | string | null;
  ownerId: string | null;
  ownerName: string | null;
  authorId: string | null;
  authorName: string | null;
}

const columns = sql`a.id as id, a.version as version, a.companyId as companyId, c.ownerId as companyOwnerId,
  a.contactId as contactId, p.name as contactName, a.kind as kind, a.status as status, a.at as at,
  a.plannedAt as plannedAt, a.outcomeId as outcomeId, o.name as outcomeName, a.note as note, a.minutes as minutes,
  a.postponed as postponed, a.pinnedAt as pinnedAt, a.ownerId as ownerId, w.name as ownerName, a.authorId as authorId,
  u.name as authorName`;
const joins = sql`join company c on c.id = a.companyId left join contact p on p.id = a.contactId
  left join outcome o on o.id = a.outcomeId left join user_account w on w.id = a.ownerId
  left join user_account u on u.id = a.authorId`;

const newestFirst: SortKey[] = [
  { column: raw('a.at'), property: 'at', instant: true, descending: true },
  { column: raw('a.id'), property: 'id', descending: true },
];
const soonestFirst: SortKey[] = [
  { column: raw('a.at'), property: 'at', instant: true },
  { column: raw('a.id'), property: 'id' },
];

const toView =
  (ctx: Ctx) =>
  (row: Row): ActivityView => ({
    id: row.id,
    version: row.version,
    companyId: row.companyId,
    contact: refOf(row.contactId, row.contactName),
    kind: row.kind,
    status: row.status,
    at: toIso(row.at),
    plannedAt: toIso(row.plannedAt),
    outcome: row.outcomeId ? { id: row.outcomeId, name: row.outcomeName ?? '' } : null,
    note: row.note,
    minutes: row.minutes,
    postponed: row.postponed,
    pinned: row.pinnedAt !== null,
    owner: refOf(row.ownerId, row.ownerName),
    author: refOf(row.authorId, row.authorName),
    can: {
      update: reaches(ctx, 'activities.write', { ownerId: row.companyOwnerId }),
      delete: reaches(ctx, 'activities.delete', { ownerId: row.companyOwnerId }),
    },
  });

export async function viewActivity(ctx: Ctx, id: string): Promise<ActivityView> {
  const row = await ctx.db.row<Row>(sql`select ${columns} from activity a ${joins} where a.id = ${id}`);
  if (!row) throw notFound();
  return toView(ctx)(row);
}

/** What was done, the newest first; the caller has checked that the company may be seen. */
export async function timelineOf(
  ctx: Ctx,
  companyId: string,
  { kind, limit, after }: { kind?: ActivityView['kind']; limit: number; after?: string },
): Promise<{ rows: ActivityView[]; next: string | null }> {
  // Done and cancelled are walked in one order; planned ones stand apart on the card.
  const rows = await ctx.db.rows<Row>(sql`
    select ${columns} from activity a ${joins}
    where ${allOf([
      sql`a.companyId = ${companyId} and a.deletedAt is null and a.status <> 'planned'`,
      kind ? sql`a.kind = ${kind}` : null,
      afterCursor(newestFirst, after),
    ])} ${pageOf(newestFirst, limit)}`);
  return cutPage(rows, limit, newestFirst, toView(ctx));
}

/** What is planned on the company, and what is pinned. A company has a handful of each. */
export async function plannedAndPinned(
  ctx: Ctx,
  companyId: string,
): Promise<{ planned: ActivityView[]; pinned: ActivityView[] }> {
  const planned = await list(
    ctx,
    sql`a.companyId = ${companyId} and a.status = 'planned' and a.deletedAt is null`,
    soonestFirst,
  );
  const pinned = await list(
    ctx,
    sql`a.companyId = ${companyId} and a.pinnedAt is not null and a.deletedAt is null`,
    newestFirst,
  );
  return { planned, pinned };
}

async function list(ctx: Ctx, condition: Sql, keys: SortKey[]): Promise<ActivityView[]> {
  const rows = await ctx.db.rows<Row>(
    sql`select ${columns} from activity a ${joins} where ${condition} ${pageOf(keys, 99)}`,
  );
  return rows.map(toView(ctx));
}

export async function readTimeline(
  ctx: Ctx,
  { companyId, ...input }: EndpointParsed<typeof companyTimeline>,
): Promise<EndpointOutput<typeof companyTimeline>> {
  await loadCompany(ctx, companyId, 'companies.read');
  return timelineOf(ctx, companyId, input);
}

interface PlannedColumns extends Row {
  companyName: string;
  city: string | null;
  timeZone: string;
}

/** The plan by date: everything planned that the reader may see, or one person's. */
export async function readPlanned(
  ctx: Ctx,
  input: EndpointParsed<typeof listPlanned>,
): Promise<EndpointOutput<typeof listPlanned>> {
  const { from, to, owner, kind, limit, after } = input;
  const zone = signedIn(ctx).timeZone;
  const rows = await ctx.db.rows<PlannedColumns>(sql`
    select ${columns}, c.name as companyName, c.city as city, c.timeZone as timeZone from activity a ${joins}
    where ${allOf([
      sql`a.status = 'planned' and a.deletedAt is null and c.deletedAt is null`,
      visible(ctx),
      owner ? sql`a.ownerId = ${owner}` : null,
      kind ? sql`a.kind = ${kind}` : null,
      from ? sql`a.at >= ${localDayRange(from, zone).from}` : null,
      to ? sql`a.at < ${localDayRange(to, zone).to}` : null,
      afterCursor(soonestFirst, after),
    ])} ${pageOf(soonestFirst, limit)}`);
  const view = toView(ctx);
  return cutPage(rows, limit, soonestFirst, (row): PlannedRow => ({
    ...view(row),
    company: { id: row.companyId, name: row.companyName, city: row.city, timeZone: row.timeZone },
  }));
}
