import type { Ctx } from '../../kernel/context';
import { toNumber } from '../../kernel/dialect';
import { inList, raw, sql } from '../../kernel/sql';
import { localDayRange } from '../working-time/working-time.public';

interface Person {
  id: string;
  timeZone: string;
}

/**
 * How many companies each had when a period began, by his own clock. Of a day gone by it never changes: a hand-over or a
 * deletion of today leaves what was his then.
 */
export async function basesOf(ctx: Ctx, people: readonly Person[], start: string): Promise<Map<string, number>> {
  const bases = new Map<string, number>();
  for (const timeZone of new Set(people.map((person) => person.timeZone))) {
    const moment = localDayRange(start, timeZone).from;
    const ids = people.filter((person) => person.timeZone === timeZone).map(({ id }) => id);
    const rows = await ctx.db.rows<{ ownerId: string; found: number | string }>(sql`
      select a.ownerId as ownerId, count(distinct a.companyId) as found
      from assignment a join company c on c.id = a.companyId
      where ${inList(raw('a.ownerId'), ids)} and a.startedAt <= ${moment} and (a.endedAt is null or a.endedAt > ${moment})
        and (c.deletedAt is null or c.deletedAt > ${moment})
      group by a.ownerId`);
    for (const { ownerId, found } of rows) bases.set(ownerId, toNumber(found));
  }
  return bases;
}
