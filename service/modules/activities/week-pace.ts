import { toNumber } from '../../kernel/dialect';
import type { Ctx } from '../../kernel/context';
import { sql } from '../../kernel/sql';
import { absenceDays } from '../users/users.public';
import { addDays, isWorkingDay, loadCalendar, localDateOf, weekRange } from '../working-time/working-time.public';

/** A whole week's norm of a manager, five working days of it. */
export const weekNorm = { calls: 70, meetings: 5 };
const workWeek = 0b11111;

export interface Pace {
  done: number;
  /** The norm of the days one is there: holidays and absences lower it. */
  norm: number;
  /** What would be done by the end of today at an even pace. */
  byNow: number;
}

/**
 * A person's week so far against the norm, by the person's own clock.
 * @param at a moment of the week that is asked for; the present one when left out
 */
export async function weekPace(
  ctx: Ctx,
  { userId, timeZone, at = ctx.clock.now() }: { userId: string; timeZone: string; at?: Date },
): Promise<{ calls: Pace; meetings: Pace; monday: string }> {
  const { from, to } = weekRange(at, timeZone);
  const monday = localDateOf(from, timeZone);
  const today = localDateOf(at, timeZone);
  const calendar = await loadCalendar(ctx);
  const absent = await absenceDays(ctx, userId, monday);
  const days = Array.from({ length: 7 }, (_, day) => addDays(monday, day)).filter(
    (day) => isWorkingDay(calendar, 'RU', day, workWeek) && !absent(day),
  );
  const rows = await ctx.db.rows<{ kind: string; found: number | string }>(sql`
    select a.kind as kind, count(*) as found from activity a
    where a.ownerId = ${userId} and a.status = 'done' and a.deletedAt is null and a.at >= ${from} and a.at < ${to}
    group by a.kind`);
  const passed = days.filter((day) => day <= today).length;
  const pace = (kind: string, norm: number): Pace => ({
    done: toNumber(rows.find((row) => row.kind === kind)?.found ?? 0),
    norm: Math.round((norm * Math.min(days.length, 5)) / 5),
    byNow: Math.round((norm * Math.min(passed, 5)) / 5),
  });
  return { calls: pace('call', weekNorm.calls), meetings: pace('meeting', weekNorm.meetings), monday };
}
