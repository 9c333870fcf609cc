import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toIso, toNumber } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { allOf, raw, sql } from '../../kernel/sql';
import { refOf } from '../companies/companies.public';
import { localDayRange } from '../working-time/working-time.public';
import type { listReminders, ReminderView } from './reminders.contract';

interface Row extends Record<string, unknown> {
  id: string;
  version: number;
  title: string;
  dueAt: Date | string;
  ringsAt: Date | string;
  repeat: ReminderView['repeat'];
  status: ReminderView['status'];
  companyId: string | null;
  companyName: string | null;
  contactId: string | null;
  contactName: string | null;
  activityId: string | null;
}

const columns = sql`r.id as id, r.version as version, r.title as title, r.dueAt as dueAt, r.ringsAt as ringsAt,
  r.repeat as repeat, r.status as status, r.companyId as companyId, c.name as companyName, r.contactId as contactId,
  p.name as contactName, r.activityId as activityId`;
const joins = sql`left join company c on c.id = r.companyId left join contact p on p.id = r.contactId`;

const toView = (row: Row): ReminderView => ({
  id: row.id,
  version: row.version,
  title: row.title,
  dueAt: toIso(row.dueAt),
  ringsAt: toIso(row.ringsAt),
  repeat: row.repeat,
  status: row.status,
  company: refOf(row.companyId, row.companyName),
  contact: refOf(row.contactId, row.contactName),
  activityId: row.activityId,
});

export async function viewReminder(ctx: Ctx, id: string): Promise<ReminderView> {
  const row = await ctx.db.row<Row>(sql`select ${columns} from reminder r ${joins} where r.id = ${id}`);
  if (!row) throw notFound();
  return toView(row);
}

const order = (descending: boolean): SortKey[] => [
  { column: raw('r.ringsAt'), property: 'ringsAt', instant: true, descending },
  { column: raw('r.id'), property: 'id', descending },
];

export async function ownReminders(
  ctx: Ctx,
  { companyId, done, from, to, limit, after }: EndpointParsed<typeof listReminders>,
): Promise<EndpointOutput<typeof listReminders>> {
  authorizeSelf(ctx);
  const { id: userId, timeZone } = signedIn(ctx);
  const keys = order(done);
  const rows = await ctx.db.rows<Row>(sql`
    select ${columns} from reminder r ${joins} where ${allOf([
      sql`r.userId = ${userId} and r.deletedAt is null`,
      done ? sql`r.status = 'done'` : sql`r.status <> 'done'`,
      companyId ? sql`r.companyId = ${companyId}` : null,
      from ? sql`r.ringsAt >= ${localDayRange(from, timeZone).from}` : null,
      to ? sql`r.ringsAt < ${localDayRange(to, timeZone).to}` : null,
      afterCursor(keys, after),
    ])} ${pageOf(keys, limit)}`);
  const ringing = await ctx.db.row<{ found: number | string }>(
    sql`select count(*) as found from reminder r where r.userId = ${userId} and r.deletedAt is null and r.status = 'ringing'`,
  );
  return { ...cutPage(rows, limit, keys, toView), ringing: toNumber(ringing?.found ?? 0) };
}
