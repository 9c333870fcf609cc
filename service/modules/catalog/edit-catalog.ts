import { requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { conflict, notFound } from '../../kernel/errors';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { findRecord, insertRecord, requireVersion, updateRecord } from '../../kernel/records';
import { allOf, anyOf, likeLiteral, raw, sql } from '../../kernel/sql';
import type { CatalogItemView, createCatalogItem, listCatalog, updateCatalogItem } from './catalog.contract';
import { CatalogItem } from './catalog.entity';
import { keysOf, levelKey } from './catalog-key';

const inOrder: SortKey[] = ['typeKey', 'nameKey', 'subNameKey', 'capacityKey'].map((property) => ({
  column: raw(`i.${property}`),
  property,
}));

const viewItem = (item: CatalogItem): CatalogItemView => ({
  id: item.id,
  version: item.version,
  type: item.type,
  name: item.name,
  subName: item.subName,
  capacity: item.capacity,
  unit: item.unit,
  price: item.price === null ? null : Number(item.price),
  uses: item.uses,
  archived: Boolean(item.archived),
});

export async function readCatalog(
  ctx: Ctx,
  { search, archived, limit, after }: EndpointParsed<typeof listCatalog>,
): Promise<EndpointOutput<typeof listCatalog>> {
  requirePermission(ctx, 'deals.read');
  const words = search ? levelKey(search).split(' ') : [];
  const rows = await ctx.db.rows<CatalogItem & Record<string, unknown>>(sql`
    select ${raw(
      Object.keys(CatalogItem.columns)
        .map((column) => `i.${column} as ${column}`)
        .join(', '),
    )}
    from catalog_item i where ${allOf([
      archived ? null : sql`i.archived = ${false}`,
      ...words.map((word) =>
        anyOf(inOrder.map(({ column }) => sql`${column} like ${`%${likeLiteral(word)}%`} escape '\\'`)),
      ),
      afterCursor(inOrder, after),
    ])} ${pageOf(inOrder, limit)}`);
  return cutPage(rows, limit, inOrder, viewItem);
}

export async function addItem(ctx: Ctx, input: EndpointParsed<typeof createCatalogItem>): Promise<CatalogItemView> {
  requirePermission(ctx, 'settings.manage');
  const keys = keysOf(input);
  if (await findRecord(ctx, CatalogItem, keys)) throw conflict('catalog.known');
  return viewItem(
    await insertRecord(ctx, CatalogItem, {
      ...input,
      ...keys,
      uses: 0,
      archived: false,
      createdAt: ctx.clock.now(),
    }),
  );
}

export async function changeItem(
  ctx: Ctx,
  { id, version, ...changes }: EndpointParsed<typeof updateCatalogItem>,
): Promise<CatalogItemView> {
  requirePermission(ctx, 'settings.manage');
  const item = await findRecord(ctx, CatalogItem, { id });
  if (!item) throw notFound();
  requireVersion(item, version, () => viewItem(item));
  const keys = keysOf({ ...item, ...changes });
  const same = await findRecord(ctx, CatalogItem, keys);
  if (same && same.id !== id) throw conflict('catalog.known');
  return viewItem(await updateRecord(ctx, CatalogItem, item, { ...changes, ...keys }));
}
