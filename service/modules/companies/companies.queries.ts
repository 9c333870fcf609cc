import { grantOf } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { signedIn } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { afterCursor, countCap, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { searchTerms } from '../../kernel/search-text';
import { listed, ownedBy } from '../../kernel/listed';
import { allOf, inList, likeLiteral, never, perDialect, raw, sql, type Sql } from '../../kernel/sql';
import { toNumber } from '../../kernel/dialect';
import { localDateOf, localDayRange, openPlaces } from '../working-time/working-time.public';
import type { companyCities, CompanyRow, countCompanies, listCompanies } from './companies.contract';
import { visible } from './companies.policy';
import { nextContactOf, refOf, type NextContactColumns } from './companies.view';
import { companySearch } from './company-index';
import { cityKey } from './company-place';

export type CompanyFilter = Omit<EndpointParsed<typeof countCompanies>, 'exact'>;

/** What a filter means, as conditions on `company c`. */
export async function companyConditions(ctx: Ctx, filter: CompanyFilter): Promise<Sql> {
  const zone = signedIn(ctx).timeZone;
  const dayStart = (day: string) => localDayRange(day, zone).from;
  const dayEnd = (day: string) => localDayRange(day, zone).to;
  const now = ctx.clock.now();
  const silentSince = filter.silentDays === undefined ? null : new Date(now.getTime() - filter.silentDays * 86_400_000);
  return allOf([
    sql`c.deletedAt is null`,
    visible(ctx),
    filter.search ? searchCondition(filter.search) : null,
    filter.status ? sql`c.status = ${filter.status}` : null,
    filter.owner ? ownerCondition(filter.owner) : null,
    filter.city ? cityCondition(filter.city) : null,
    filter.region ? sql`c.region = ${filter.region}` : null,
    filter.country ? sql`c.country = ${filter.country}` : null,
    filter.timeZone ? sql`c.timeZone = ${filter.timeZone}` : null,
    filter.purchasingPower ? sql`c.purchasingPower = ${filter.purchasingPower}` : null,
    filter.source ? sql`c.source = ${filter.source}` : null,
    filter.inn
      ? sql`exists (select 1 from legal_entity l where l.companyId = c.id and l.deletedAt is null and l.inn like ${`${likeLiteral(filter.inn)}%`} escape '\\')`
      : null,
    filter.contactRole
      ? sql`exists (select 1 from contact p where p.companyId = c.id and p.deletedAt is null and p.roles like ${`%"${filter.contactRole}"%`})`
      : null,
    filter.nextFrom ? sql`c.nextContactAt >= ${dayStart(filter.nextFrom)}` : null,
    filter.nextTo ? sql`c.nextContactAt < ${dayEnd(filter.nextTo)}` : null,
    filter.noNext === undefined
      ? null
      : filter.noNext
        ? sql`c.nextContactAt is null`
        : sql`c.nextContactAt is not null`,
    filter.postponedAtLeast ? sql`c.nextPostponed >= ${filter.postponedAtLeast}` : null,
    silentSince ? sql`(c.lastContactAt is null or c.lastContactAt < ${silentSince})` : null,
    filter.createdFrom ? sql`c.createdAt >= ${dayStart(filter.createdFrom)}` : null,
    filter.createdTo ? sql`c.createdAt < ${dayEnd(filter.createdTo)}` : null,
    filter.callableNow === undefined ? null : await callableCondition(ctx, filter.callableNow),
  ]);
}

export function searchCondition(search: string, most?: number): Sql {
  const terms = searchTerms(search);
  // Only punctuation was typed: nothing can match it.
  return companySearch.matches(terms, raw('c.rowKey'), most) ?? never;
}

/**
 * A search of the whole base shows as many as a count counts to, sorted: nobody reads a list of ten thousand hits, and
 * sorting them all is what made a broad fragment slow. Rights and filters narrow a search by themselves.
 */
const searchesWholeBase = (ctx: Ctx, { search, ...others }: CompanyFilter) =>
  search !== undefined &&
  grantOf(ctx, 'companies.read') === 'all' &&
  Object.values(others).every((value) => value === undefined);

export function cityCondition(cities: string): Sql {
  const keys = listed(cities).map((city) => cityKey(city)!);
  return keys.length === 1 ? sql`c.cityKey = ${keys[0]}` : inList(raw('c.cityKey'), keys);
}

export const ownerCondition = (owners: string): Sql => ownedBy(raw('c.ownerId'), owners);

/** Working hours at the company right now, by its own clock and its country's calendar. */
export async function callableCondition(ctx: Ctx, wanted: boolean): Promise<Sql> {
  const places = await openPlaces(ctx);
  const open = places
    ? sql`exists (select 1 from (${places}) p where p.timeZone = c.timeZone and p.country = c.country
        and c.workFrom <= p.opening and c.workTo > p.closing and (c.workDays & p.days) <> 0
        and (c.breakFrom is null or p.opening < c.breakFrom or p.opening >= c.breakTo))`
    : never;
  return wanted ? open : sql`not (${open})`;
}

const sorts: Record<'name' | 'nextContact' | 'lastContact' | 'created', { keys: SortKey[]; only: Sql | null }> = {
  name: {
    keys: [
      { column: raw('c.nameKey'), property: 'nameKey' },
      { column: raw('c.id'), property: 'id' },
    ],
    only: null,
  },
  nextContact: {
    keys: [
      { column: raw('c.nextContactAt'), property: 'nextContactAt', instant: true },
      { column: raw('c.id'), property: 'id' },
    ],
    // Without a date there is no place in an order by date; those are a filter of their own (noNext).
    only: sql`c.nextContactAt is not null`,
  },
  lastContact: {
    keys: [
      { column: raw('c.lastContactAt'), property: 'lastContactAt', instant: true, descending: true },
      { column: raw('c.id'), property: 'id', descending: true },
    ],
    only: sql`c.lastContactAt is not null`,
  },
  created: {
    keys: [
      { column: raw('c.createdAt'), property: 'createdAt', instant: true, descending: true },
      { column: raw('c.id'), property: 'id', descending: true },
    ],
    only: null,
  },
};

type Row = NextContactColumns &
  Pick<CompanyRow, 'id' | 'version' | 'name' | 'status' | 'inn' | 'city' | 'timeZone' | 'purchasingPower'> & {
    nameKey: string;
    ownerId: string | null;
    ownerName: string | null;
    phones: string;
    lastContactAt: Date | string | null;
    createdAt: Date | string;
    updatedAt: Date | string;
  } & Record<string, unknown>;

export async function findCompanies(
  ctx: Ctx,
  input: EndpointParsed<typeof listCompanies>,
): Promise<EndpointOutput<typeof listCompanies>> {
  const { sort, limit, after, ...filter } = input;
  const conditions = searchesWholeBase(ctx, filter)
    ? allOf([sql`c.deletedAt is null`, visible(ctx), searchCondition(filter.search!, countCap)])
    : await companyConditions(ctx, filter);
  const { keys, only } = sorts[sort];
  const rows = await ctx.db.rows<Row>(sql`
    select c.id as id, c.version as version, c.name as name, c.nameKey as nameKey, c.status as status, c.ownerId as ownerId,
      u.name as ownerName, c.inn as inn, c.city as city, c.timeZone as timeZone, c.phones as phones,
      c.nextContactAt as nextContactAt, c.nextContactId as nextContactId, c.nextContactKind as nextContactKind,
      c.nextPostponed as nextPostponed, c.lastContactAt as lastContactAt, c.purchasingPower as purchasingPower,
      c.createdAt as createdAt, c.updatedAt as updatedAt
    from company c left join user_account u on u.id = c.ownerId
    where ${allOf([conditions, only, afterCursor(keys, after)])}
    ${pageOf(keys, limit)}`);
  return cutPage(rows, limit, keys, toRow);
}

const toRow = (row: Row): CompanyRow => ({
  id: row.id,
  version: row.version,
  name: row.name,
  status: row.status,
  owner: refOf(row.ownerId, row.ownerName),
  inn: row.inn,
  city: row.city,
  timeZone: row.timeZone,
  phone: (JSON.parse(row.phones) as NonNullable<CompanyRow['phone']>[])[0] ?? null,
  nextContact: nextContactOf(row),
  lastContactAt: toIso(row.lastContactAt),
  purchasingPower: row.purchasingPower,
  updatedAt: toIso(row.updatedAt),
});

export async function countFound(
  ctx: Ctx,
  { exact, ...filter }: EndpointParsed<typeof countCompanies>,
): Promise<EndpointOutput<typeof countCompanies>> {
  return countWhere(ctx, await companyConditions(ctx, filter), exact);
}

/** Counts up to a cap unless told otherwise: the exact count of a large list costs more than the page under it. */
export async function countWhere(
  ctx: Ctx,
  conditions: Sql,
  exact = false,
): Promise<{ value: number; capped: boolean }> {
  // No order: the engine may stop at whatever rows it meets first.
  const some = perDialect({
    sqlite: sql`select c.id as id from company c where ${conditions} limit ${raw(String(countCap + 1))}`,
    mssql: sql`select top (${raw(String(countCap + 1))}) c.id as id from company c where ${conditions}`,
  });
  const limited = sql`select count(*) as found from (${some}) x`;
  const whole = sql`select count(*) as found from company c where ${conditions}`;
  const row = await ctx.db.row<{ found: number | string }>(exact ? whole : limited);
  const found = toNumber(row?.found ?? 0);
  return !exact && found > countCap ? { value: countCap, capped: true } : { value: found, capped: false };
}

export async function citiesInUse(ctx: Ctx): Promise<EndpointOutput<typeof companyCities>> {
  const rows = await ctx.db.rows<{ city: string }>(
    sql`select min(c.city) as city from company c where c.deletedAt is null and c.cityKey is not null and ${visible(ctx)} group by c.cityKey order by c.cityKey`,
  );
  return { rows: rows.map((row) => row.city) };
}

export const today = (ctx: Ctx) => localDateOf(ctx.clock.now(), signedIn(ctx).timeZone);
