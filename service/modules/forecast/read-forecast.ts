import { listed } from '../../kernel/listed';
import { grantOf, requirePermission, withinReach } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toIso, toNumber } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { allOf, inList, raw, sql, type Sql } from '../../kernel/sql';
import { refOf } from '../companies/companies.public';
import { visibleDeals } from '../deals/deals.public';
import { offerJoins, weightOf } from '../offers/offers.public';
import { localDateOf } from '../working-time/working-time.public';
import type { ForecastCell, ForecastMove, forecastHistory, getForecast, listForecastMoves } from './forecast.contract';

/** The month `by` months later. */
export function addMonths(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

type Sums = Record<'found' | 'amount' | 'weighted' | 'margin', number | string | null>;
type CellRow = Sums & { month: string; ownerId: string | null; ownerName: string | null; type: string };

export async function readForecast(
  ctx: Ctx,
  { from, months, owner, type }: EndpointParsed<typeof getForecast>,
): Promise<EndpointOutput<typeof getForecast>> {
  const visible = visibleDeals(ctx);
  const to = addMonths(from, months - 1);
  const grouped = (status: 'open' | 'won', day: Sql, figures: Sql) =>
    ctx.db.rows<CellRow>(sql`
    select substring(${day}, 1, 7) as month, o.ownerId as ownerId, max(u.name) as ownerName, o.equipmentType as type, ${figures}
    from offer o ${offerJoins} left join user_account u on u.id = o.ownerId
    where ${allOf([
      sql`o.deletedAt is null and d.deletedAt is null and o.status = ${status}`,
      sql`${day} >= ${`${from}-01`} and ${day} <= ${`${to}-31`}`,
      visible,
      owner ? inList(raw('o.ownerId'), listed(owner)) : null,
      type === undefined ? null : sql`o.equipmentType = ${type}`,
    ])} group by substring(${day}, 1, 7), o.ownerId, o.equipmentType`);
  const open = await grouped(
    'open',
    raw('o.expectedOn'),
    sql`count(*) as found, sum(o.amount) as amount, sum(${weightOf('o.amount')}) as weighted, sum(${weightOf('o.margin')}) as margin`,
  );
  const won = await grouped(
    'won',
    raw('o.closedOn'),
    sql`count(*) as found, sum(o.amount) as amount, sum(o.amount) as weighted, sum(o.margin) as margin`,
  );
  const cells = new Map<string, ForecastCell>();
  const cellOf = (row: CellRow): ForecastCell => {
    const key = JSON.stringify([row.month, row.ownerId, row.type]);
    const cell = cells.get(key) ?? {
      month: row.month,
      owner: refOf(row.ownerId, row.ownerName),
      type: row.type,
      count: 0,
      amount: 0,
      weighted: 0,
      margin: 0,
      wonCount: 0,
      won: 0,
      wonMargin: 0,
    };
    cells.set(key, cell);
    return cell;
  };
  for (const row of open)
    Object.assign(cellOf(row), {
      count: toNumber(row.found),
      amount: toNumber(row.amount),
      weighted: toNumber(row.weighted),
      margin: toNumber(row.margin),
    });
  for (const row of won)
    Object.assign(cellOf(row), {
      wonCount: toNumber(row.found),
      won: toNumber(row.amount),
      wonMargin: toNumber(row.margin),
    });
  return {
    cells: [...cells.values()].sort((a, b) => a.month.localeCompare(b.month)),
    plans: await plansOf(ctx, from, to, owner),
    planners: grantOf(ctx, 'plans.manage') ? await peopleInReach(ctx) : [],
  };
}

/** Whose forecasts one sees, their plans one sees too. */
async function plansOf(ctx: Ctx, from: string, to: string, owner: string | undefined) {
  requirePermission(ctx, 'deals.read');
  const rows = await ctx.db.rows<{
    month: string;
    userId: string;
    name: string;
    version: number;
    amount: number | string;
  }>(
    sql`select p.month as month, p.userId as userId, u.name as name, p.version as version, p.amount as amount
    from sales_plan p join user_account u on u.id = p.userId
    where ${allOf([
      sql`p.month >= ${from} and p.month <= ${to}`,
      withinReach(ctx, 'deals.read', raw('p.userId')),
      owner ? inList(raw('p.userId'), listed(owner)) : null,
    ])} order by p.month, u.name, p.userId`,
  );
  return rows.map(({ month, userId, name, version, amount }) => ({
    month,
    user: { id: userId, name },
    version,
    amount: toNumber(amount),
  }));
}

/** Those who sell, within the reach of whoever sets plans. */
async function peopleInReach(ctx: Ctx) {
  return ctx.db.rows<{ id: string; name: string }>(sql`
    select u.id as id, u.name as name from user_account u join role r on r.id = u.roleId
    where u.deletedAt is null and u.status = 'active' and r.code in ('manager', 'head')
      and ${withinReach(ctx, 'plans.manage', raw('u.id'))} order by u.name, u.id`);
}

const moveConditions = (ctx: Ctx, { month, owner, type }: { month: string; owner?: string; type?: string }): Sql =>
  allOf([
    sql`m.month = ${month}`,
    visibleDeals(ctx),
    owner ? inList(raw('m.ownerId'), listed(owner)) : null,
    type === undefined ? null : sql`m.equipmentType = ${type}`,
  ]);

export async function readHistory(
  ctx: Ctx,
  filter: EndpointParsed<typeof forecastHistory>,
): Promise<EndpointOutput<typeof forecastHistory>> {
  const rows = await ctx.db.rows<{ at: Date | string; weighted: number | string; won: number | string }>(sql`
    select m.at as at, m.weighted as weighted, m.won as won
    from forecast_move m join offer o on o.id = m.offerId ${offerJoins}
    where ${moveConditions(ctx, filter)} order by m.at, m.id`);
  const zone = signedIn(ctx).timeZone;
  const points: EndpointOutput<typeof forecastHistory>['points'] = [];
  let [expected, won] = [0, 0];
  for (const row of rows) {
    const day = localDateOf(new Date(row.at), zone);
    expected += toNumber(row.weighted);
    won += toNumber(row.won);
    const last = points.at(-1);
    if (last?.day === day) Object.assign(last, { weighted: expected, won, moves: last.moves + 1 });
    else points.push({ day, weighted: expected, won, moves: 1 });
  }
  return { points };
}

const newestFirst: SortKey[] = [
  { column: raw('m.at'), property: 'at', instant: true, descending: true },
  { column: raw('m.id'), property: 'id', descending: true },
];

interface MoveRow extends Record<string, unknown> {
  id: string;
  at: Date | string;
  byId: string | null;
  byName: string | null;
  why: ForecastMove['why'];
  offerId: string;
  number: string;
  dealId: string;
  company: string;
  ownerId: string | null;
  ownerName: string | null;
  type: string;
  weighted: number | string;
  won: number | string;
}

export async function readMoves(
  ctx: Ctx,
  { limit, after, ...filter }: EndpointParsed<typeof listForecastMoves>,
): Promise<EndpointOutput<typeof listForecastMoves>> {
  const rows = await ctx.db.rows<MoveRow>(sql`
    select m.id as id, m.at as at, m.byId as byId, b.name as byName, m.why as why, o.id as offerId, o.number as number,
      o.dealId as dealId, c.name as company, m.ownerId as ownerId, u.name as ownerName, m.equipmentType as type,
      m.weighted as weighted, m.won as won
    from forecast_move m join offer o on o.id = m.offerId ${offerJoins}
      left join user_account b on b.id = m.byId left join user_account u on u.id = m.ownerId
    where ${allOf([moveConditions(ctx, filter), afterCursor(newestFirst, after)])} ${pageOf(newestFirst, limit)}`);
  return cutPage(rows, limit, newestFirst, (row) => ({
    id: row.id,
    at: toIso(row.at),
    by: refOf(row.byId, row.byName),
    why: row.why,
    offer: { id: row.offerId, number: row.number, dealId: row.dealId },
    company: row.company,
    owner: refOf(row.ownerId, row.ownerName),
    type: row.type,
    weighted: toNumber(row.weighted),
    won: toNumber(row.won),
  }));
}
