import { toNumber } from '../../kernel/dialect';
import type { Ctx } from '../../kernel/context';
import { inList, raw, sql } from '../../kernel/sql';
import { absencesOf } from '../users/users.public';
import { addDays, isWorkingDay, loadCalendar, localDateOf, weekRange } from '../working-time/working-time.public';

/** A whole week's norm of a manager, five working days of it. */
const weekNorm = { calls: 70, meetings: 5 };
const workWeek = 0b11111;

export interface Pace {
  done: number;
  /** The norm of the days one is there: holidays and absences lower it. */
  norm: number;
  /** What would be done by the end of today at an even pace. */
  byNow: number;
}

export interface WeekPace {
  calls: Pace;
  meetings: Pace;
}

/**
 * A person's week so far against the norm, by the person's own clock.
 * @param at a moment of the week that is asked for; the present one when left out
 */
export async function weekPace(ctx: Ctx, person: { id: string; timeZone: string }, at?: Date): Promise<WeekPace> {
  return (await weekPaces(ctx, [person], at)).get(person.id)!;
}

/** The same for many people, 1,000 at most: two queries for each of their time zones. */
export async function weekPaces(
  ctx: Ctx,
  people: readonly { id: string; timeZone: string }[],
  at = ctx.clock.now(),
): Promise<Map<string, WeekPace>> {
  const calendar = await loadCalendar(ctx);
  const paces = new Map<string, WeekPace>();
  for (const timeZone of new Set(people.map((person) => person.timeZone))) {
    const ids = people.filter((person) => person.timeZone === timeZone).map(({ id }) => id);
    const { from, to } = weekRange(at, timeZone);
    const monday = localDateOf(from, timeZone);
    const today = localDateOf(at, timeZone);
    const isAway = await absencesOf(ctx, ids, monday);
    const working = Array.from({ length: 7 }, (_, day) => addDays(monday, day)).filter((day) =>
      isWorkingDay(calendar, 'RU', day, workWeek),
    );
    const rows = await ctx.db.rows<{ ownerId: string; kind: string; found: number | string }>(sql`
      select a.ownerId as ownerId, a.kind as kind, count(*) as found from activity a
      where ${inList(raw('a.ownerId'), ids)} and a.status = 'done' and a.deletedAt is null and a.at >= ${from} and a.at < ${to}
      group by a.ownerId, a.kind`);
    for (const id of ids) {
      const days = working.filter((day) => !isAway(id, day));
      const passed = days.filter((day) => day <= today).length;
      const pace = (kind: string, norm: number): Pace => ({
        done: toNumber(rows.find((row) => row.ownerId === id && row.kind === kind)?.found ?? 0),
        norm: Math.round((norm * Math.min(days.length, 5)) / 5),
        byNow: Math.round((norm * Math.min(passed, 5)) / 5),
      });
      paces.set(id, { calls: pace('call', weekNorm.calls), meetings: pace('meeting', weekNorm.meetings) });
    }
  }
  return paces;
}
