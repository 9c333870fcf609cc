import { signedIn, type Ctx } from '../../kernel/context';
import { toIso, toFlag } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { allOf, inList, raw, sql, type Sql } from '../../kernel/sql';
import type { PhoneView } from '../companies/companies.contract';
import {
  callableCondition,
  callWindows,
  cityCondition,
  countWhere,
  nextContactOf,
  ownerCondition,
  refOf,
  searchCondition,
  visible,
  type NextContactColumns,
} from '../companies/companies.public';
import { addDays, localDateOf, localDayRange } from '../working-time/working-time.public';
import type { CallBucket, callCounts, callList, CallRow } from './activities.contract';

type Filter = Omit<EndpointParsed<typeof callCounts>, never>;

const byDate: SortKey[] = [
  { column: raw('c.nextContactAt'), property: 'nextContactAt', instant: true },
  { column: raw('c.id'), property: 'id' },
];
const byName: SortKey[] = [
  { column: raw('c.nameKey'), property: 'nameKey' },
  { column: raw('c.id'), property: 'id' },
];

/** Where today and tomorrow begin and end by the reader's clock. */
function borders(ctx: Ctx) {
  const zone = signedIn(ctx).timeZone;
  const day = localDateOf(ctx.clock.now(), zone);
  const today = localDayRange(day, zone);
  return { day, zone, today, tomorrow: localDayRange(addDays(day, 1), zone) };
}

/** However old it is, what is overdue stays: there is no lower bound. */
function bucketCondition(ctx: Ctx, bucket: CallBucket): Sql {
  const { today, tomorrow } = borders(ctx);
  switch (bucket) {
    case 'overdue':
      return sql`c.nextContactAt < ${today.from}`;
    case 'today':
      return sql`c.nextContactAt >= ${today.from} and c.nextContactAt < ${today.to}`;
    case 'tomorrow':
      return sql`c.nextContactAt >= ${tomorrow.from} and c.nextContactAt < ${tomorrow.to}`;
    case 'later':
      return sql`c.nextContactAt >= ${tomorrow.to}`;
    case 'none':
      return sql`c.nextContactAt is null`;
  }
}

function dateCondition(ctx: Ctx, date: string): Sql {
  const { day, zone } = borders(ctx);
  const { from, to } = localDayRange(date, zone);
  return date === day ? sql`c.nextContactAt < ${to}` : sql`c.nextContactAt >= ${from} and c.nextContactAt < ${to}`;
}

async function conditionsOf(ctx: Ctx, filter: Filter): Promise<Sql> {
  return allOf([
    sql`c.deletedAt is null`,
    visible(ctx),
    filter.owner && filter.owner !== 'all' ? ownerCondition(filter.owner) : null,
    filter.city ? cityCondition(filter.city) : null,
    filter.date ? dateCondition(ctx, filter.date) : null,
    filter.search ? searchCondition(filter.search) : null,
    filter.callableNow === undefined ? null : await callableCondition(ctx, filter.callableNow),
  ]);
}

interface Row extends NextContactColumns, Record<string, unknown> {
  id: string;
  version: number;
  name: string;
  nameKey: string;
  status: CallRow['status'];
  ownerId: string | null;
  ownerName: string | null;
  city: string | null;
  country: 'RU' | 'KZ' | 'BY';
  timeZone: string;
  workFrom: number;
  workTo: number;
  breakFrom: number | null;
  breakTo: number | null;
  workDays: number;
  phones: string;
  contactId: string | null;
  lastContactAt: Date | string | null;
  lastNote: string | null;
}

export async function readCallList(
  ctx: Ctx,
  input: EndpointParsed<typeof callList>,
): Promise<EndpointOutput<typeof callList>> {
  const { limit, after, bucket, ...filter } = input;
  const keys = bucket === 'none' ? byName : byDate;
  const rows = await ctx.db.rows<Row>(sql`
    select c.id as id, c.version as version, c.name as name, c.nameKey as nameKey, c.status as status, c.ownerId as ownerId,
      u.name as ownerName, c.city as city, c.country as country, c.timeZone as timeZone, c.workFrom as workFrom,
      c.workTo as workTo, c.breakFrom as breakFrom, c.breakTo as breakTo, c.workDays as workDays, c.phones as phones,
      c.nextContactAt as nextContactAt, c.nextContactId as nextContactId, c.nextContactKind as nextContactKind,
      c.nextPostponed as nextPostponed, a.contactId as contactId, c.lastContactAt as lastContactAt, c.lastNote as lastNote
    from company c left join user_account u on u.id = c.ownerId left join activity a on a.id = c.nextContactId
    where ${allOf([
      await conditionsOf(ctx, filter),
      bucket ? bucketCondition(ctx, bucket) : sql`c.nextContactAt is not null`,
      afterCursor(keys, after),
    ])} ${pageOf(keys, limit)}`);
  const page = cutPage(rows, limit, keys, (row) => row);
  const view = await rowViews(ctx, page.rows);
  return { rows: page.rows.map(view), next: page.next };
}

async function rowViews(ctx: Ctx, rows: Row[]): Promise<(row: Row) => CallRow> {
  const windowOf = await callWindows(ctx);
  const people = await peopleOf(
    ctx,
    rows.map((row) => row.id),
  );
  const { today, tomorrow } = borders(ctx);
  return (row) => {
    const contacts = people.get(row.id) ?? [];
    const contact =
      contacts.find(({ id }) => id === row.contactId) ?? contacts.find(({ main }) => main) ?? contacts[0] ?? null;
    return {
      id: row.id,
      version: row.version,
      name: row.name,
      status: row.status,
      owner: refOf(row.ownerId, row.ownerName),
      city: row.city,
      timeZone: row.timeZone,
      bucket: bucketOf(row.nextContactAt ? new Date(row.nextContactAt) : null, today, tomorrow),
      callWindow: windowOf(row),
      nextContact: nextContactOf(row),
      contact: contact && { id: contact.id, name: contact.name, position: contact.position },
      phone: contact?.phones[0] ?? (JSON.parse(row.phones) as PhoneView[])[0] ?? null,
      lastContactAt: toIso(row.lastContactAt),
      lastNote: row.lastNote,
    };
  };
}

function bucketOf(at: Date | null, today: { from: Date; to: Date }, tomorrow: { to: Date }): CallBucket {
  if (!at) return 'none';
  if (at < today.from) return 'overdue';
  if (at < today.to) return 'today';
  return at < tomorrow.to ? 'tomorrow' : 'later';
}

interface Person {
  id: string;
  name: string;
  position: string | null;
  main: boolean;
  phones: PhoneView[];
}

/** The people of a whole page in one query. */
async function peopleOf(ctx: Ctx, companyIds: string[]): Promise<Map<string, Person[]>> {
  if (companyIds.length === 0) return new Map();
  const rows = await ctx.db.rows<{
    id: string;
    companyId: string;
    name: string;
    position: string | null;
    main: unknown;
    phones: string;
  }>(sql`
    select p.id as id, p.companyId as companyId, p.name as name, p.position as position, p.main as main, p.phones as phones
    from contact p where ${inList(raw('p.companyId'), companyIds)} and p.deletedAt is null order by p.companyId, p.id`);
  const people = new Map<string, Person[]>();
  for (const { companyId, phones, main, ...row } of rows) {
    const person = { ...row, main: toFlag(main), phones: JSON.parse(phones) as PhoneView[] };
    people.set(companyId, [...(people.get(companyId) ?? []), person]);
  }
  return people;
}

export async function countCalls(
  ctx: Ctx,
  filter: EndpointParsed<typeof callCounts>,
): Promise<EndpointOutput<typeof callCounts>> {
  const conditions = await conditionsOf(ctx, { ...filter, bucket: undefined });
  const count = (bucket: CallBucket) => countWhere(ctx, allOf([conditions, bucketCondition(ctx, bucket)]));
  return {
    overdue: await count('overdue'),
    today: await count('today'),
    tomorrow: await count('tomorrow'),
    later: await count('later'),
    none: await count('none'),
  };
}
