import type { Ctx } from '../../kernel/context';
import type { Database } from '../../kernel/database';
import { sql } from '../../kernel/sql';
import type { Country, dayKinds } from './working-time.contract';
import type { Calendar } from './working-time-rules';

/** Asked for with every card and list, changed a few times a year: kept for a while, dropped by a change made here. */
const kept = new WeakMap<Database, { readonly until: number; readonly calendar: Promise<Calendar> }>();
const keepMilliseconds = 30_000;

export const forgetCalendar = (ctx: Ctx) => void ctx.afterCommit.push(() => kept.delete(ctx.database));

/** All special days of all countries. */
export function loadCalendar(ctx: Ctx): Promise<Calendar> {
  const found = kept.get(ctx.database);
  if (found && found.until > performance.now()) return found.calendar;
  const calendar = read(ctx);
  kept.set(ctx.database, { until: performance.now() + keepMilliseconds, calendar });
  calendar.catch(() => kept.delete(ctx.database));
  return calendar;
}

async function read(ctx: Ctx): Promise<Calendar> {
  const rows = await ctx.database.read.rows<{ country: Country; day: string; kind: (typeof dayKinds)[number] }>(
    sql`select country, day, kind from calendar_day`,
  );
  const kinds = new Map(rows.map(({ country, day, kind }) => [`${country} ${day}`, kind]));
  return { kindOf: (country, date) => kinds.get(`${country} ${date}`) ?? null };
}
