import { listed, ownedBy } from '../../kernel/listed';
import type { Ctx } from '../../kernel/context';
import { signedIn } from '../../kernel/context';
import { toIso, toNumber } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { afterCursor, countCap, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { searchIndex } from '../../kernel/search-index';
import { searchTerms } from '../../kernel/search-text';
import { allOf, anyOf, inList, never, raw, sql, type Sql } from '../../kernel/sql';
import { levelKey } from '../catalog/catalog.public';
import { canSee, refOf, searchCondition } from '../companies/companies.public';
import { localDateOf, localDayRange } from '../working-time/working-time.public';
import type { countDeals, dealBoard, DealRow, listDeals } from './deals.contract';
import { reachesDeal, visibleDeals } from './deals.policy';
import { findRows } from '../../kernel/rows';
import { Stage } from './deals.entity';
import { stageMeanings, deliveryStatuses, type DeliveryStatus, type StageMeaning } from './stage-meanings';

export const dealSearch = searchIndex('deal');

type DealFilter = EndpointParsed<typeof countDeals>;

/** What a filter means, as conditions on `deal d` with its `company c`. */
export function dealConditions(ctx: Ctx, filter: DealFilter): Sql {
  const zone = signedIn(ctx).timeZone;
  const standsSince =
    filter.standsDays === undefined ? null : new Date(ctx.clock.now().getTime() - filter.standsDays * 86_400_000);
  const levels = (['type', 'name', 'subName', 'capacity'] as const).flatMap((level) =>
    filter[level] ? [sql`${raw(`i.${level}Key`)} = ${levelKey(filter[level])}`] : [],
  );
  return allOf([
    sql`d.deletedAt is null`,
    visibleDeals(ctx),
    filter.search ? found(filter.search) : null,
    filter.pipelineId ? sql`d.pipelineId = ${filter.pipelineId}` : null,
    filter.stage ? inList(raw('d.stageId'), listed(filter.stage)) : null,
    filter.meaning ? inList(raw('d.meaning'), listed(filter.meaning, stageMeanings)) : null,
    filter.owner ? ownedBy(raw('d.ownerId'), filter.owner) : null,
    filter.companyId ? sql`d.companyId = ${filter.companyId}` : null,
    filter.delivery ? inList(raw('d.delivery'), listed(filter.delivery, deliveryStatuses)) : null,
    levels.length
      ? sql`exists (select 1 from deal_line l join catalog_item i on i.id = l.itemId
          where l.dealId = d.id and ${allOf(levels)})`
      : null,
    filter.from ? sql`d.day >= ${filter.from}` : null,
    filter.to ? sql`d.day <= ${filter.to}` : null,
    filter.amountFrom === undefined ? null : sql`d.amount >= ${filter.amountFrom}`,
    filter.amountTo === undefined ? null : sql`d.amount <= ${filter.amountTo}`,
    // By whole days of the reader's clock, so that the list does not change within a day.
    standsSince ? sql`d.stageSince < ${localDayRange(localDateOf(standsSince, zone), zone).to}` : null,
    filter.documentsMissing === undefined ? null : missing(filter.documentsMissing),
  ]);
}

/** By the deal's own words, or by anything its company is found by. */
const found = (search: string): Sql =>
  anyOf([dealSearch.matches(searchTerms(search), raw('d.rowKey')) ?? never, searchCondition(search)]);

function missing(wanted: boolean): Sql {
  const lacking = sql`exists (select 1 from document_category k where k.neededForDeals = ${true} and k.archived = ${false}
    and not exists (select 1 from document f where f.subjectId = d.id and f.categoryId = k.id and f.deletedAt is null))`;
  return wanted ? lacking : sql`not ${lacking}`;
}

const sortKeys: Record<'day' | 'amount' | 'stageSince', SortKey[]> = {
  day: [
    { column: raw('d.day'), property: 'day', descending: true },
    { column: raw('d.id'), property: 'id', descending: true },
  ],
  amount: [
    { column: raw('d.amount'), property: 'amount', integer: true, descending: true },
    { column: raw('d.id'), property: 'id', descending: true },
  ],
  // The longest standing first: they are what a look at the list is for.
  stageSince: [
    { column: raw('d.stageSince'), property: 'stageSince', instant: true },
    { column: raw('d.id'), property: 'id' },
  ],
};

export interface DealColumns extends Record<string, unknown> {
  id: string;
  version: number;
  number: string;
  day: string;
  subject: string;
  companyId: string;
  companyName: string;
  companyOwnerId: string | null;
  ownerId: string | null;
  ownerName: string | null;
  pipelineId: string;
  stageId: string;
  stageName: string;
  meaning: StageMeaning;
  stageSince: Date | string;
  stageComment: string | null;
  amount: number | string;
  delivery: DeliveryStatus;
  deliveryOn: string | null;
}

const columns = sql`d.id as id, d.version as version, d.number as number, d.day as day, d.subject as subject,
  d.companyId as companyId, c.name as companyName, c.ownerId as companyOwnerId, d.ownerId as ownerId, u.name as ownerName,
  d.pipelineId as pipelineId, d.stageId as stageId, s.name as stageName, d.meaning as meaning, d.stageSince as stageSince,
  d.stageComment as stageComment, d.amount as amount, d.delivery as delivery, d.deliveryOn as deliveryOn`;
const joins = sql`join company c on c.id = d.companyId join deal_stage s on s.id = d.stageId
  left join user_account u on u.id = d.ownerId`;

const toRow =
  (ctx: Ctx) =>
  (row: DealColumns): DealRow => ({
    id: row.id,
    version: row.version,
    number: row.number,
    day: row.day,
    subject: row.subject,
    company: {
      id: row.companyId,
      name: row.companyName,
      visible: canSee(ctx, { ownerId: row.companyOwnerId }),
    },
    owner: refOf(row.ownerId, row.ownerName),
    pipelineId: row.pipelineId,
    stage: { id: row.stageId, name: row.stageName, meaning: row.meaning },
    stageSince: toIso(row.stageSince),
    stageComment: row.stageComment,
    amount: toNumber(row.amount),
    delivery: row.delivery,
    deliveryOn: row.deliveryOn,
    can: { write: reachesDeal(ctx, 'deals.write', row), delete: reachesDeal(ctx, 'deals.delete', row) },
  });

/** The row of one deal; the caller has checked that it may be seen. */
export async function dealRowOf(ctx: Ctx, dealId: string): Promise<DealRow> {
  const row = await ctx.db.row<DealColumns>(sql`select ${columns} from deal d ${joins} where d.id = ${dealId}`);
  if (!row) throw notFound();
  return toRow(ctx)(row);
}

async function pageOfDeals(
  ctx: Ctx,
  conditions: Sql,
  { sort, limit, after }: { sort: keyof typeof sortKeys; limit: number; after?: string },
): Promise<{ rows: DealRow[]; next: string | null }> {
  const keys = sortKeys[sort];
  // SQL Server tells big integers as text; the cursor holds numbers.
  const rows = (
    await ctx.db.rows<DealColumns>(sql`select ${columns} from deal d ${joins}
      where ${allOf([conditions, afterCursor(keys, after)])} ${pageOf(keys, limit)}`)
  ).map((row) => ({ ...row, amount: toNumber(row.amount) }));
  return cutPage(rows, limit, keys, toRow(ctx));
}

export async function findDeals(
  ctx: Ctx,
  { sort, limit, after, ...filter }: EndpointParsed<typeof listDeals>,
): Promise<EndpointOutput<typeof listDeals>> {
  return pageOfDeals(ctx, dealConditions(ctx, filter), { sort, limit, after });
}

export async function countFoundDeals(
  ctx: Ctx,
  filter: EndpointParsed<typeof countDeals>,
): Promise<EndpointOutput<typeof countDeals>> {
  const conditions = dealConditions(ctx, filter);
  const from = sql`from deal d join company c on c.id = d.companyId where ${conditions}`;
  const row = await ctx.db.row<{ found: number | string; amount: number | string | null }>(
    sql`select count(*) as found, sum(d.amount) as amount ${from}`,
  );
  const value = toNumber(row?.found ?? 0);
  return {
    count: value > countCap ? { value: countCap, capped: true } : { value, capped: false },
    amount: toNumber(row?.amount ?? 0),
  };
}

/** The board: one aggregate for all columns, then the first cards of each by its stage's index. */
export async function readBoard(
  ctx: Ctx,
  { sort, limit, ...filter }: EndpointParsed<typeof dealBoard>,
): Promise<EndpointOutput<typeof dealBoard>> {
  const conditions = dealConditions(ctx, filter);
  const stages = (await findRows(ctx.db, Stage, { pipelineId: filter.pipelineId }, ['position'])).filter(
    ({ archived }) => !archived,
  );
  const totals = await ctx.db.rows<{ stageId: string; found: number | string; amount: number | string }>(
    sql`select d.stageId as stageId, count(*) as found, sum(d.amount) as amount
      from deal d join company c on c.id = d.companyId where ${conditions} group by d.stageId`,
  );
  const columnsOfBoard = [];
  for (const { id, name, meaning } of stages) {
    const total = totals.find(({ stageId }) => stageId === id);
    columnsOfBoard.push({
      stage: { id, name, meaning },
      count: toNumber(total?.found ?? 0),
      amount: toNumber(total?.amount ?? 0),
      ...(total
        ? await pageOfDeals(ctx, allOf([conditions, sql`d.stageId = ${id}`]), { sort, limit })
        : { rows: [], next: null }),
    });
  }
  return { columns: columnsOfBoard };
}
