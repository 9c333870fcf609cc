import { authorizeSelf, requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import { findCities } from './cities';
import { productionCalendar } from './production-calendar';
import type {
  CalendarDay as DayView,
  clearCalendarDay,
  findCities as citiesEndpoint,
  listCalendarDays,
  setCalendarDay,
} from './working-time.contract';
import { CalendarDay } from './working-time.entity';

export async function readCalendar(
  ctx: Ctx,
  { year, country }: EndpointParsed<typeof listCalendarDays>,
): Promise<EndpointOutput<typeof listCalendarDays>> {
  authorizeSelf(ctx);
  const rows = await ctx.db.rows<{
    country: DayView['country'];
    date: string;
    kind: DayView['kind'];
    title: string | null;
  }>(sql`
    select country, day as date, kind, title from calendar_day
    where day >= ${`${year}-01-01`} and day <= ${`${year}-12-31`} order by day, country`);
  return { rows: country ? rows.filter((row) => row.country === country) : rows };
}

export async function setDay(
  ctx: Ctx,
  { country, date, kind, title }: EndpointParsed<typeof setCalendarDay>,
): Promise<DayView> {
  requirePermission(ctx, 'settings.manage');
  const before = await findRecord(ctx, CalendarDay, { country, day: date });
  if (before) await updateRecord(ctx, CalendarDay, before, { kind, title });
  else await insertRecord(ctx, CalendarDay, { country, day: date, kind, title });
  return { country, date, kind, title };
}

export async function clearDay(
  ctx: Ctx,
  { country, date }: EndpointParsed<typeof clearCalendarDay>,
): Promise<{ ok: true }> {
  requirePermission(ctx, 'settings.manage');
  const before = await findRecord(ctx, CalendarDay, { country, day: date });
  if (!before) throw notFound();
  await removeRecord(ctx, CalendarDay, before);
  return { ok: true };
}

/** Fills in the calendars we know, once: later the administrator's changes stand. */
export async function ensureCalendars(ctx: Ctx): Promise<void> {
  if (await ctx.db.row(sql`select min(id) as id from calendar_day having count(*) > 0`)) return;
  for (const { country, date, kind, title } of productionCalendar)
    await insertRecord(ctx, CalendarDay, { country, day: date, kind, title });
}

export async function suggestCities(
  ctx: Ctx,
  { search }: EndpointParsed<typeof citiesEndpoint>,
): Promise<EndpointOutput<typeof citiesEndpoint>> {
  authorizeSelf(ctx);
  return { rows: findCities(search, 20) };
}
