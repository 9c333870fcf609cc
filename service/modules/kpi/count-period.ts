import type { Ctx } from '../../kernel/context';
import { newId } from '../../kernel/id';
import { findRow, insertRows } from '../../kernel/rows';
import { join, raw, sql } from '../../kernel/sql';
import { User } from '../users/users.public';
import { localDayRange } from '../working-time/working-time.public';
import { basesOf } from './base';
import { figureNames, KpiPeriod, type FigureName } from './kpi.entity';
import type { Period } from './periods';

export type Difference = Partial<Record<FigureName, number>>;

/** Adds to a manager's figures of a period; the first of a period begins its row. */
export async function addToPeriod(
  ctx: Ctx,
  userId: string,
  { kind, start }: Pick<Period, 'kind' | 'start'>,
  difference: Difference,
): Promise<void> {
  const changes = (Object.entries(difference) as [FigureName, number][]).filter(([, by]) => by !== 0);
  if (changes.length === 0) return;
  const changed = await ctx.db.run(
    sql`update kpi_period set ${join(
      changes.map(([name, by]) => sql`${raw(name)} = ${raw(name)} + ${by}`),
      ', ',
    )} where kind = ${kind} and start = ${start} and userId = ${userId}`,
  );
  if (changed) return;
  await insertRows(ctx.db, KpiPeriod, [
    {
      id: newId(ctx.clock.now()),
      userId,
      kind,
      start,
      base: await baseOf(ctx, userId, start),
      ...(Object.fromEntries(figureNames.map((name) => [name, difference[name] ?? 0])) as Record<FigureName, number>),
    },
  ]);
}

async function baseOf(ctx: Ctx, userId: string, start: string): Promise<number | null> {
  const user = await findRow(ctx.db, User, { id: userId });
  if (!user || localDayRange(start, user.timeZone).from > ctx.clock.now()) return null;
  return (await basesOf(ctx, [user], start)).get(userId) ?? 0;
}
