import type { Ctx } from '../../kernel/context';
import { inList, raw, sql } from '../../kernel/sql';
import { isOfficeDay, loadCalendar, localDayRange, zoneClock } from '../working-time/working-time.public';
import type { flagReasons } from './kpi.contract';
import type { Period } from './periods';
import { ruleOf } from './rule';

/** Calls are expected between these hours of a working day, by the manager's clock, in minutes. */
const hours = { from: 7 * 60, to: 21 * 60 };

export interface Flagged {
  activityId: string;
  flags: (typeof flagReasons)[number][];
}

/**
 * Calls that look like they were written down, not made: many within minutes, or at an hour when nobody answers. They
 * count all the same and are shown to the head, who knows whether there was a reason.
 */
export async function flaggedOf(
  ctx: Ctx,
  people: readonly { id: string; timeZone: string }[],
  { start, end }: Period,
): Promise<Map<string, Flagged[]>> {
  const calendar = await loadCalendar(ctx);
  const { burstCalls, burstMinutes } = await ruleOf(ctx);
  const found = new Map<string, Flagged[]>();
  for (const timeZone of new Set(people.map((person) => person.timeZone))) {
    const ids = people.filter((person) => person.timeZone === timeZone).map(({ id }) => id);
    const rows = await ctx.db.rows<{ id: string; ownerId: string; at: Date | string }>(sql`
      select a.id as id, a.ownerId as ownerId, a.at as at from activity a
      where ${inList(raw('a.ownerId'), ids)} and a.status = 'done' and a.deletedAt is null and a.kind = 'call'
        and a.at >= ${localDayRange(start, timeZone).from} and a.at < ${localDayRange(end, timeZone).to}
      order by a.ownerId, a.at, a.id`);
    const callsOf = new Map<string, { id: string; at: number }[]>();
    for (const { id, ownerId, at } of rows) {
      const calls = callsOf.get(ownerId) ?? [];
      callsOf.set(ownerId, calls);
      calls.push({ id, at: new Date(at).getTime() });
    }
    // Clocks differ by whole quarters of an hour: what holds for one moment of a quarter holds for all of it.
    const quarters = new Map<number, boolean>();
    const isOutOfHours = (at: number): boolean => {
      const quarter = Math.floor(at / 900_000);
      const known = quarters.get(quarter);
      if (known !== undefined) return known;
      const { date, minute } = zoneClock(new Date(at), timeZone);
      const out = minute < hours.from || minute >= hours.to || !isOfficeDay(calendar, date);
      quarters.set(quarter, out);
      return out;
    };
    for (const [ownerId, calls] of callsOf) {
      const bursts = burstsOf(
        calls.map(({ at }) => at),
        burstCalls,
        burstMinutes * 60_000,
      );
      const flagged = calls.flatMap(({ id, at }, index): Flagged[] => {
        const flags = [
          ...(bursts.has(index) ? ['burst' as const] : []),
          ...(isOutOfHours(at) ? ['outOfHours' as const] : []),
        ];
        return flags.length ? [{ activityId: id, flags }] : [];
      });
      if (flagged.length) found.set(ownerId, flagged);
    }
  }
  return found;
}

/**
 * Which of the moments, in order, stand in a burst: `many` of them or more within the span.
 * @param moments milliseconds, ascending
 */
export function burstsOf(moments: readonly number[], many: number, span: number): Set<number> {
  const inBurst = new Set<number>();
  for (let last = many - 1; last < moments.length; last += 1) {
    const first = last - many + 1;
    if (moments[last]! - moments[first]! > span) continue;
    for (let index = first; index <= last; index += 1) inBurst.add(index);
  }
  return inBurst;
}
