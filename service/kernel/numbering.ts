import { entity, id, integer } from './columns';
import type { Ctx } from './context';
import { sql } from './sql';

/** The last number given, by what is counted: `deal:2026`. */
export interface NumberCounter {
  id: string;
  lastNumber: number;
}

export const NumberCounter = entity<NumberCounter>({
  name: 'number_counter',
  columns: { id: id(), lastNumber: integer() },
});

/**
 * The next number of a counter, from 1. The counter's row is held until the transaction ends, so numbers are given one
 * after the other and one that is rolled back is given again.
 * @param counter what is counted, within which year: `deal:2026`
 */
export async function nextNumber(ctx: Ctx, counter: string): Promise<number> {
  const taken = await ctx.db.run(sql`update number_counter set lastNumber = lastNumber + 1 where id = ${counter}`);
  // Two beginning one counter at once: the second meets the unique id, its caller is refused as stale and tries again.
  if (taken === 0) await ctx.db.run(sql`insert into number_counter (id, lastNumber) values (${counter}, 1)`);
  const row = await ctx.db.row<{ lastNumber: number }>(
    sql`select lastNumber from number_counter where id = ${counter}`,
  );
  return row!.lastNumber;
}
