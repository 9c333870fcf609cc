import { requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { toNumber } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { allOf, likeLiteral, limitRows, raw, sql } from '../../kernel/sql';
import { catalogLevels, type suggestCatalog } from './catalog.contract';
import { levelKey } from './catalog-key';

/** As many choices as a list under a field holds. */
const most = 20;

/**
 * The choices of one level: those met under the levels chosen before it, the most used first. What is typed may stand
 * anywhere in them; a word that begins with it comes first only by its use, as people sell it.
 */
export async function suggestItems(
  ctx: Ctx,
  { level, search, ...chosen }: EndpointParsed<typeof suggestCatalog>,
): Promise<EndpointOutput<typeof suggestCatalog>> {
  requirePermission(ctx, 'deals.read');
  const before = catalogLevels.slice(0, catalogLevels.indexOf(level)) as (keyof typeof chosen)[];
  const key = raw(`i.${level}Key`);
  const rows = await ctx.db.rows<{ label: string; uses: number | string; price: number | string | null; unit: string }>(
    sql`select max(i.${raw(level)}) as label, sum(i.uses) as uses, max(i.price) as price, max(i.unit) as unit
    from catalog_item i where ${allOf([
      sql`i.archived = ${false} and ${key} <> ''`,
      ...before.map((name) => sql`${raw(`i.${name}Key`)} = ${levelKey(chosen[name] ?? '')}`),
      search ? sql`${key} like ${`%${likeLiteral(levelKey(search))}%`} escape '\\'` : null,
    ])} group by ${key} order by sum(i.uses) desc, ${key} ${limitRows(most)}`,
  );
  // The price is a whole item's; of a level above it, it would be somebody's guess.
  const whole = level === 'capacity';
  return {
    rows: rows.map((row) => ({
      text: row.label,
      uses: toNumber(row.uses),
      price: whole && row.price !== null ? toNumber(row.price) : null,
      unit: row.unit,
    })),
  };
}
