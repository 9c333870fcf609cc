import { listed, ownedBy } from '../../kernel/listed';
import { signedIn, type Ctx } from '../../kernel/context';
import { toIso, toNumber } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { vatWithin } from '../../kernel/money';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { findRow, findRows } from '../../kernel/rows';
import { searchTerms } from '../../kernel/search-text';
import { allOf, anyOf, inList, likeLiteral, raw, sql, type Sql } from '../../kernel/sql';
import { viewLine } from '../catalog/catalog.public';
import { canSee, refOf, searchCondition } from '../companies/companies.public';
import { reachesDeal, visibleDeals } from '../deals/deals.public';
import { localDateOf } from '../working-time/working-time.public';
import {
  offerStatuses,
  type listOffers,
  type OfferRow,
  type OfferStatus,
  type OfferView,
  type sumOffers,
} from './offers.contract';
import { Offer, OfferLine } from './offers.entity';

type OfferFilter = EndpointParsed<typeof sumOffers>;

export const today = (ctx: Ctx) => localDateOf(ctx.clock.now(), signedIn(ctx).timeZone);

/** What a filter means, as conditions on `offer o` with its `deal d` and `company c`. */
export function offerConditions(ctx: Ctx, filter: OfferFilter): Sql {
  return allOf([
    sql`o.deletedAt is null and d.deletedAt is null`,
    visibleDeals(ctx),
    filter.search ? found(filter.search) : null,
    filter.status ? inList(raw('o.status'), listed(filter.status, offerStatuses)) : null,
    filter.overdue === undefined
      ? null
      : filter.overdue
        ? sql`o.status = 'open' and o.dueOn < ${today(ctx)}`
        : sql`not (o.status = 'open' and o.dueOn < ${today(ctx)})`,
    filter.owner ? ownedBy(raw('o.ownerId'), filter.owner) : null,
    filter.author ? sql`o.authorId = ${filter.author}` : null,
    filter.counted ? sql`o.status <> 'cancelled'` : null,
    filter.dealId ? sql`o.dealId = ${filter.dealId}` : null,
    filter.companyId ? sql`o.companyId = ${filter.companyId}` : null,
    filter.type !== undefined ? sql`o.equipmentType = ${filter.type}` : null,
    filter.from ? sql`o.day >= ${filter.from}` : null,
    filter.to ? sql`o.day <= ${filter.to}` : null,
    // The same rule as the forecast's: open ones by the expected day, won ones by the day they were won.
    filter.month
      ? sql`((o.status = 'open' and o.expectedOn >= ${`${filter.month}-01`} and o.expectedOn <= ${`${filter.month}-31`})
          or (o.status = 'won' and o.closedOn >= ${`${filter.month}-01`} and o.closedOn <= ${`${filter.month}-31`}))`
      : null,
    filter.closedFrom ? sql`o.closedOn >= ${filter.closedFrom}` : null,
    filter.closedTo ? sql`o.closedOn <= ${filter.closedTo}` : null,
  ]);
}

function found(search: string): Sql {
  const number = `${likeLiteral(search.trim())}%`;
  const byNumber = sql`(o.number like ${number} escape '\\' or d.number like ${number} escape '\\')`;
  return searchTerms(search).length ? anyOf([byNumber, searchCondition(search)]) : byNumber;
}

const sortKeys: Record<'due' | 'day' | 'expected', SortKey[]> = {
  due: [
    { column: raw('o.dueOn'), property: 'dueOn' },
    { column: raw('o.id'), property: 'id' },
  ],
  day: [
    { column: raw('o.day'), property: 'day', descending: true },
    { column: raw('o.id'), property: 'id', descending: true },
  ],
  expected: [
    { column: raw('o.expectedOn'), property: 'expectedOn' },
    { column: raw('o.id'), property: 'id' },
  ],
};

interface Row extends Record<string, unknown> {
  id: string;
  version: number;
  number: string;
  day: string;
  status: OfferStatus;
  dealId: string;
  dealNumber: string;
  dealOwnerId: string | null;
  companyId: string;
  companyName: string;
  companyOwnerId: string | null;
  ownerId: string | null;
  ownerName: string | null;
  equipmentType: string;
  validUntil: string;
  expectedOn: string;
  dueOn: string;
  amount: number | string;
  margin: number | string;
  probability: number;
  reason: string | null;
  closedOn: string | null;
}

const columns = sql`o.id as id, o.version as version, o.number as number, o.day as day, o.status as status,
  o.dealId as dealId, d.number as dealNumber, d.ownerId as dealOwnerId, o.companyId as companyId, c.name as companyName,
  c.ownerId as companyOwnerId, o.ownerId as ownerId, u.name as ownerName, o.equipmentType as equipmentType,
  o.validUntil as validUntil, o.expectedOn as expectedOn, o.dueOn as dueOn, o.amount as amount, o.margin as margin,
  o.probability as probability, o.reason as reason, o.closedOn as closedOn`;
export const offerJoins = sql`join deal d on d.id = o.dealId join company c on c.id = o.companyId`;
const joins = sql`${offerJoins} left join user_account u on u.id = o.ownerId`;

const toRow = (ctx: Ctx) => {
  const now = today(ctx);
  return (row: Row): OfferRow => {
    const owners = { ownerId: row.dealOwnerId, companyOwnerId: row.companyOwnerId };
    return {
      id: row.id,
      version: row.version,
      number: row.number,
      day: row.day,
      status: row.status,
      deal: { id: row.dealId, number: row.dealNumber },
      company: { id: row.companyId, name: row.companyName, visible: canSee(ctx, { ownerId: row.companyOwnerId }) },
      owner: refOf(row.ownerId, row.ownerName),
      equipmentType: row.equipmentType,
      validUntil: row.validUntil,
      expectedOn: row.expectedOn,
      overdue: row.status === 'open' && row.dueOn < now,
      amount: toNumber(row.amount),
      margin: toNumber(row.margin),
      probability: row.probability,
      reason: row.reason,
      closedOn: row.closedOn,
      can: { write: reachesDeal(ctx, 'deals.write', owners), delete: reachesDeal(ctx, 'deals.delete', owners) },
    };
  };
};

export async function findOffers(
  ctx: Ctx,
  { sort, limit, after, ...filter }: EndpointParsed<typeof listOffers>,
): Promise<EndpointOutput<typeof listOffers>> {
  const keys = sortKeys[sort];
  const rows = await ctx.db.rows<Row>(sql`select ${columns} from offer o ${joins}
    where ${allOf([offerConditions(ctx, filter), afterCursor(keys, after)])} ${pageOf(keys, limit)}`);
  return cutPage(rows, limit, keys, toRow(ctx));
}

/** What a column of an offer weighs at its probability, half up (away from nought below it) as `weighted` of kernel/money. */
export const weightOf = (column: string): Sql =>
  raw(
    `(case when ${column} < 0 then -((-${column} * o.probability * 2 + 100) / 200) else (${column} * o.probability * 2 + 100) / 200 end)`,
  );

export async function sumFoundOffers(
  ctx: Ctx,
  filter: EndpointParsed<typeof sumOffers>,
): Promise<EndpointOutput<typeof sumOffers>> {
  const row = await ctx.db.row<Record<'found' | 'amount' | 'margin' | 'weighted' | 'overdue', number | string | null>>(
    sql`select count(*) as found, sum(o.amount) as amount, sum(o.margin) as margin, 
      sum(case when o.status = 'open' then ${weightOf('o.amount')} else 0 end) as weighted,
      sum(case when o.status = 'open' and o.dueOn < ${today(ctx)} then 1 else 0 end) as overdue
    from offer o ${offerJoins} where ${offerConditions(ctx, filter)}`,
  );
  return {
    count: toNumber(row?.found ?? 0),
    amount: toNumber(row?.amount ?? 0),
    margin: toNumber(row?.margin ?? 0),
    weighted: toNumber(row?.weighted ?? 0),
    overdue: toNumber(row?.overdue ?? 0),
  };
}

/** An offer with its lines; the caller has checked that it may be seen. */
export async function viewOffer(ctx: Ctx, id: string): Promise<OfferView> {
  const row = await ctx.db.row<Row>(sql`select ${columns} from offer o ${joins} where o.id = ${id}`);
  const offer = await findRow(ctx.db, Offer, { id });
  if (!row || !offer) throw notFound();
  const lines = await findRows(ctx.db, OfferLine, { offerId: id }, ['position']);
  return {
    ...toRow(ctx)(row),
    lines: lines.map(viewLine),
    vatRate: offer.vatRate,
    // By line, as it will stand in the invoice; of a bare amount, as a whole.
    vat:
      lines.length && offer.amount === lines.reduce((sum, line) => sum + line.amount, 0)
        ? lines.reduce((sum, line) => sum + vatWithin(line.amount, offer.vatRate), 0)
        : vatWithin(offer.amount, offer.vatRate),
    paymentTerms: offer.paymentTerms,
    deliveryTerms: offer.deliveryTerms,
    note: offer.note,
    createdAt: toIso(offer.createdAt),
  };
}
