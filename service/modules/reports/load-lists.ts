import { printedDay } from '../../kernel/printed-day';
import { weightOf } from '../offers/offers.public';
import { grantOf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toNumber } from '../../kernel/dialect';
import { vatWithin, vatRateOn } from '../../kernel/money';
import { allOf, anyOf, inList, raw, sql, type Sql } from '../../kernel/sql';
import { translate } from '../../kernel/texts';
import { visible as visibleCompanies } from '../companies/companies.public';
import { visibleDeals } from '../deals/deals.public';
import { kpiOf } from '../kpi/kpi.public';
import { readForecast } from '../forecast/read-forecast';
import { periodOf } from '../kpi/periods';
import { localDateOf, localDayRange, zoneClock } from '../working-time/working-time.public';
import type { ListName } from './fields';
import type { ReportData, ReportRow } from './fill-xlsx';

export interface ReportFilter {
  from: string;
  to: string;
  owners: readonly string[];
}

/** A workbook with more rows is not read by anybody. */
const mostRows = 50_000;

/** Reads what a report asks for, each list within what its maker may see. */
export async function loadReport(
  ctx: Ctx,
  lists: readonly ListName[],
  filter: ReportFilter,
  main: ListName,
): Promise<ReportData> {
  const user = signedIn(ctx);
  const loaded: Partial<Record<ListName, readonly ReportRow[]>> = {};
  for (const list of new Set(lists)) loaded[list] = numbered(await loaders[list](ctx, filter));
  const names = filter.owners.length
    ? (
        await ctx.db.rows<{ name: string }>(
          sql`select name from user_account where ${inList(raw('id'), filter.owners)} order by name`,
        )
      ).map(({ name }) => name)
    : [];
  const rows = loaded[main] ?? [];
  return {
    single: {
      period_from: filter.from,
      period_to: filter.to,
      period: `${printedDay(filter.from)} – ${printedDay(filter.to)}`,
      manager: names.join(', ') || translate(ctx.modules, user.locale, 'reports.everybody'),
      today: localDateOf(ctx.clock.now(), user.timeZone),
      author: user.name,
      count: rows.length,
      sum_total: rows.reduce((sum, row) => sum + Number(row.sum ?? row.won_sum ?? 0), 0),
    },
    lists: loaded,
  };
}

const numbered = (rows: ReportRow[]): ReportRow[] => rows.map((row, index) => ({ ...row, n: index + 1 }));

const loaders: Record<ListName, (ctx: Ctx, filter: ReportFilter) => Promise<ReportRow[]>> = {
  deals: loadDeals,
  offers: loadOffers,
  kpi: loadKpi,
  stages: loadStages,
  forecast: loadForecast,
  activities: loadActivities,
};

const owned = (column: string, owners: readonly string[]): Sql | null =>
  owners.length ? inList(raw(column), owners) : null;

/** Deals begun or closed within the period. */
const dealsOf = (ctx: Ctx, { from, to, owners }: ReportFilter): Sql =>
  allOf([
    sql`d.deletedAt is null`,
    visibleDeals(ctx),
    sql`((d.day >= ${from} and d.day <= ${to}) or (d.closedOn >= ${from} and d.closedOn <= ${to}))`,
    owned('d.ownerId', owners),
  ]);

async function loadDeals(ctx: Ctx, filter: ReportFilter): Promise<ReportRow[]> {
  const say = (code: string) => translate(ctx.modules, signedIn(ctx).locale, code);
  const rows = await ctx.db.rows<Record<string, string | null> & { amount: number | string }>(sql`
    select d.number as number, d.day as day, d.subject as deal, s.name as stage, d.stageComment as stage_comment,
      d.amount as amount, d.closedOn as closed, d.contractNumber as contract, d.invoiceNumber as invoice,
      d.delivery as delivery, c.name as company, c.inn as inn, c.city as city, u.name as manager
    from deal d join company c on c.id = d.companyId join deal_stage s on s.id = d.stageId
      left join user_account u on u.id = d.ownerId
    where ${dealsOf(ctx, filter)} order by d.day, d.id`);
  return rows.slice(0, mostRows).map(({ amount, delivery, day, ...row }) => ({
    ...row,
    day: day ?? null,
    delivery: say(`reports.delivery.${delivery}`),
    sum: toNumber(amount),
    vat: vatWithin(toNumber(amount), vatRateOn(day!)),
  }));
}

/** Offers made or closed within the period, and those still open. */
async function loadOffers(ctx: Ctx, { from, to, owners }: ReportFilter): Promise<ReportRow[]> {
  const say = (code: string) => translate(ctx.modules, signedIn(ctx).locale, code);
  const rows = await ctx.db.rows<
    Record<string, string | null> & {
      amount: number | string;
      margin: number | string;
      probability: number;
      weighted: number | string;
    }
  >(sql`
    select o.number as number, o.day as day, o.equipmentType as type, o.status as status, o.amount as amount,
      o.margin as margin, o.probability as probability, ${weightOf('o.amount')} as weighted,
      o.validUntil as valid_until, o.expectedOn as expected, o.reason as reason, o.closedOn as closed, c.name as company,
      c.inn as inn, c.city as city, u.name as manager
    from offer o join deal d on d.id = o.dealId join company c on c.id = o.companyId
      left join user_account u on u.id = o.ownerId
    where ${allOf([
      sql`o.deletedAt is null and d.deletedAt is null`,
      visibleDeals(ctx),
      anyOf([
        sql`(o.day >= ${from} and o.day <= ${to})`,
        sql`(o.closedOn >= ${from} and o.closedOn <= ${to})`,
        sql`(o.status = 'open' and o.day <= ${to})`,
      ]),
      owned('o.ownerId', owners),
    ])} order by o.day, o.id`);
  return rows.slice(0, mostRows).map(({ amount, margin, weighted, status, ...row }) => ({
    ...row,
    status: say(`reports.offer.${status}`),
    sum: toNumber(amount),
    margin: toNumber(margin),
    weighted: toNumber(weighted),
  }));
}

/** The figures of the week, month, quarter or year that the period begins. */
async function loadKpi(ctx: Ctx, { from, to, owners }: ReportFilter): Promise<ReportRow[]> {
  if (!grantOf(ctx, 'kpi.read')) return [];
  const period = periodsFrom(from, to);
  const people = await peopleOf(ctx, owners);
  const rows = await kpiOf(ctx, people, period);
  return rows.map((row) => ({
    manager: row.user.name,
    calls: row.calls,
    calls_norm: row.norm.calls,
    meetings: row.meetings,
    meetings_norm: row.norm.meetings,
    offers: row.offers,
    offers_norm: row.norm.offers,
    companies: row.companies,
    base: row.base,
    processed: row.processed,
    processed_percent: row.base ? Math.floor((100 * row.processed) / row.base) : 0,
    untouched: row.base - row.processed,
    offers_sum: row.offersAmount,
    won: row.offersWon,
    won_sum: row.wonAmount,
    won_margin: row.wonMargin,
    deals: row.deals,
  }));
}

/** The kept period that a stretch of days is, or begins: figures are kept by the week, month, quarter and year. */
function periodsFrom(from: string, to: string) {
  const kinds = ['week', 'month', 'quarter', 'year'] as const;
  return kinds.map((kind) => periodOf(kind, from)).find(({ end }) => end >= to) ?? periodOf('year', from);
}

async function peopleOf(ctx: Ctx, owners: readonly string[]) {
  const user = signedIn(ctx);
  const scope = grantOf(ctx, 'kpi.read');
  const rows = await ctx.db.rows<{ id: string; name: string; timeZone: string }>(sql`
    select u.id as id, u.name as name, u.timeZone as timeZone from user_account u join role r on r.id = u.roleId
    where ${allOf([
      sql`u.deletedAt is null and u.status = 'active' and r.code = 'manager'`,
      owned('u.id', owners),
    ])} order by u.name, u.id`);
  return rows.filter(
    ({ id }) => scope === 'all' || id === user.id || (scope === 'department' && user.department.has(id)),
  );
}

async function loadStages(ctx: Ctx, filter: ReportFilter): Promise<ReportRow[]> {
  const rows = await ctx.db.rows<{ stage: string; count: number | string; amount: number | string }>(sql`
    select s.name as stage, count(*) as count, sum(d.amount) as amount
    from deal d join company c on c.id = d.companyId join deal_stage s on s.id = d.stageId
    where ${dealsOf(ctx, filter)} group by s.id, s.name, s.position order by s.position, s.id`);
  return rows.map(({ stage, count, amount }, index) => {
    const before = index > 0 ? toNumber(rows[index - 1]!.count) : 0;
    return {
      stage,
      count: toNumber(count),
      sum: toNumber(amount),
      conversion: before ? Math.round((100 * toNumber(count)) / before) : null,
    };
  });
}

async function loadForecast(ctx: Ctx, { from, to, owners }: ReportFilter): Promise<ReportRow[]> {
  const first = from.slice(0, 7);
  const months = Math.min(24, Math.max(1, monthsBetween(first, to.slice(0, 7)) + 1));
  const { cells, plans } = await readForecast(ctx, { from: first, months, owner: owners.join(',') || undefined });
  const planned = new Set<string>();
  const rows: ReportRow[] = cells.map((cell) => {
    // A plan is a manager's and a month's: it stands on the first of his lines.
    const key = `${cell.month} ${cell.owner?.id}`;
    const plan = planned.has(key)
      ? null
      : (plans.find(({ month, user }) => month === cell.month && user.id === cell.owner?.id)?.amount ?? null);
    planned.add(key);
    return {
      month: printedDay(cell.month),
      manager: cell.owner?.name ?? null,
      type: cell.type,
      count: cell.count,
      sum: cell.amount,
      weighted: cell.weighted,
      margin: cell.margin + cell.wonMargin,
      won: cell.won,
      plan,
    };
  });
  for (const { month, user, amount } of plans)
    if (!planned.has(`${month} ${user.id}`))
      rows.push({
        month: printedDay(month),
        manager: user.name,
        type: null,
        count: 0,
        sum: 0,
        weighted: 0,
        margin: 0,
        won: 0,
        plan: amount,
      });
  return rows;
}

function monthsBetween(from: string, to: string): number {
  const [y1, m1] = from.split('-').map(Number) as [number, number];
  const [y2, m2] = to.split('-').map(Number) as [number, number];
  return (y2 - y1) * 12 + m2 - m1;
}

async function loadActivities(ctx: Ctx, { from, to, owners }: ReportFilter): Promise<ReportRow[]> {
  const { timeZone, locale } = signedIn(ctx);
  const say = (code: string) => translate(ctx.modules, locale, code);
  const rows = await ctx.db.rows<Record<string, string | null> & { at: Date | string; kind: string }>(sql`
    select a.at as at, a.kind as kind, p.name as contact, o.name as outcome, a.note as note, c.name as company, c.inn as inn,
      c.city as city, u.name as manager
    from activity a join company c on c.id = a.companyId left join contact p on p.id = a.contactId
      left join outcome o on o.id = a.outcomeId left join user_account u on u.id = a.ownerId
    where ${allOf([
      sql`a.status = 'done' and a.deletedAt is null and c.deletedAt is null`,
      sql`a.at >= ${localDayRange(from, timeZone).from} and a.at < ${localDayRange(to, timeZone).to}`,
      visibleCompanies(ctx),
      owned('a.ownerId', owners),
    ])} order by a.at, a.id`);
  return rows.slice(0, mostRows).map(({ at, kind, ...row }) => {
    const { date, minute } = zoneClock(new Date(at), timeZone);
    const two = (number: number) => String(number).padStart(2, '0');
    return {
      ...row,
      day: date,
      time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
      kind: say(`reports.kind.${kind}`),
    };
  });
}

/** The people a sheet each is made for. */
export const reportPeople = (ctx: Ctx, owners: readonly string[]) => peopleOf(ctx, owners);
