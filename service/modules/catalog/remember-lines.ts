import type { Entity } from '../../kernel/columns';
import type { Ctx } from '../../kernel/context';
import { isUniqueViolation, LostRace } from '../../kernel/dialect';
import { invalid } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { lineAmount } from '../../kernel/money';
import { insertRecord, removeRecord, updateRecord } from '../../kernel/records';
import { changeRows, findRow, findRows, insertRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import type { LineInput, LineView } from './catalog.contract';
import { CatalogItem, type Line } from './catalog.entity';
import { keysOf } from './catalog-key';

/**
 * Makes the lines of a deal or an offer those that were sent, in their order: kept ones are changed in place, the rest
 * come and go. What is typed for the first time joins the catalogue; a whole item's price and unit are remembered.
 * @returns the lines' amount together, kopecks
 */
export async function replaceLines<T extends Line, K extends keyof T & string>(
  ctx: Ctx,
  definition: Entity<T>,
  parent: { [name in K]: T[K] },
  sent: readonly LineInput[],
): Promise<number> {
  const before = await findRows(ctx.db, definition, parent as unknown as Partial<T>, ['position']);
  let total = 0;
  for (const [position, line] of sent.entries()) {
    const itemId = await rememberItem(ctx, line);
    const values = { ...line, position, itemId, amount: lineAmount(line.quantity, line.price ?? 0) };
    total += values.amount;
    const kept = before[position];
    if (kept && kept.itemId !== itemId) await countUse(ctx, kept.itemId, -1);
    if (!kept || kept.itemId !== itemId) await countUse(ctx, itemId, 1);
    if (kept) await updateRecord(ctx, definition, kept, values as unknown as Partial<T>);
    else await insertRecord(ctx, definition, { ...parent, ...values } as unknown as Omit<T, 'id' | 'version'>);
  }
  for (const gone of before.slice(sent.length)) {
    await countUse(ctx, gone.itemId, -1);
    await removeRecord(ctx, definition, gone);
  }
  if (!Number.isSafeInteger(total)) throw invalid({ lines: 'catalog.tooMuch' });
  return total;
}

/**
 * The catalogue remembers; it is nobody's edit, so it has no history and is not taken back when a deal is: another deal
 * may stand on the item by then.
 */
async function rememberItem(ctx: Ctx, line: LineInput): Promise<string> {
  const keys = keysOf(line);
  const known = await findRow(ctx.db, CatalogItem, keys);
  const { type, name, subName, capacity, unit, price } = line;
  if (known) {
    // Sold again, it is on sale again.
    const learnt = { unit, price: price ?? known.price, archived: false };
    if (Object.entries(learnt).some(([field, value]) => known[field as keyof typeof learnt] !== value))
      await changeRows(ctx.db, CatalogItem, { id: known.id }, learnt);
    return known.id;
  }
  const now = ctx.clock.now();
  const item = { id: newId(now), version: 1, type, name, subName, capacity, ...keys, unit, price };
  try {
    await insertRows(ctx.db, CatalogItem, [{ ...item, uses: 0, archived: false, createdAt: now }]);
  } catch (error) {
    // A colleague has just entered the same: run again, it is found.
    if (isUniqueViolation(error)) throw new LostRace('the catalogue item is there already');
    throw error;
  }
  return item.id;
}

const countUse = (ctx: Ctx, itemId: string, by: 1 | -1) =>
  ctx.db.run(sql`update catalog_item set uses = uses + ${by} where id = ${itemId}`);

export const viewLine = ({
  id,
  type,
  name,
  subName,
  capacity,
  quantity,
  unit,
  price,
  amount,
  note,
}: Line): LineView => ({ id, type, name, subName, capacity, quantity, unit, price, amount, note });
