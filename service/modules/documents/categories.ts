import { authorizeSelf, requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { findRecord, insertRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import type {
  createDocumentCategory,
  DocumentCategoryView,
  listDocumentCategories,
  updateDocumentCategory,
} from './documents.contract';
import { DocumentCategory } from './documents.entity';

export async function readCategories(
  ctx: Ctx,
  { archived }: EndpointParsed<typeof listDocumentCategories>,
): Promise<EndpointOutput<typeof listDocumentCategories>> {
  authorizeSelf(ctx);
  const rows = await findRows(ctx.db, DocumentCategory, {}, ['position']);
  return { rows: rows.filter((category) => archived || !category.archived) };
}

export async function addCategory(
  ctx: Ctx,
  input: EndpointParsed<typeof createDocumentCategory>,
): Promise<DocumentCategoryView> {
  requirePermission(ctx, 'settings.manage');
  return insertRecord(ctx, DocumentCategory, { ...input, archived: false });
}

export async function changeCategory(
  ctx: Ctx,
  { id, version, ...changes }: EndpointParsed<typeof updateDocumentCategory>,
): Promise<DocumentCategoryView> {
  requirePermission(ctx, 'settings.manage');
  const category = await findRecord(ctx, DocumentCategory, { id });
  if (!category) throw notFound();
  requireVersion(category, version);
  return updateRecord(ctx, DocumentCategory, category, changes);
}

/** What comes out of the box, once; from then on the list is the administrator's. */
const usual = [
  'Заявка',
  'Техническое задание',
  'Предложение',
  'Договор',
  'Счёт',
  'Акт, накладная',
  'Реквизиты',
  'Прочее',
];

export async function ensureCategories(ctx: Ctx): Promise<void> {
  if (await ctx.db.row(sql`select min(id) as id from document_category having count(*) > 0`)) return;
  for (const [position, name] of usual.entries())
    await insertRecord(ctx, DocumentCategory, { name, position, archived: false });
}
