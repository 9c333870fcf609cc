import { authorizeSelf, requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { findRecord, insertRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import type {
  createDocumentCategory,
  DocumentCategoryView,
  listDocumentCategories,
  updateDocumentCategory,
} from './documents.contract';
import { DocumentCategory } from './documents.entity';

const viewCategory = ({
  id,
  version,
  name,
  position,
  archived,
  neededForDeals,
}: DocumentCategory): DocumentCategoryView => ({
  id,
  version,
  name,
  position,
  archived,
  neededForDeals: neededForDeals === true,
});

export async function readCategories(
  ctx: Ctx,
  { archived }: EndpointParsed<typeof listDocumentCategories>,
): Promise<EndpointOutput<typeof listDocumentCategories>> {
  authorizeSelf(ctx);
  const rows = await findRows(ctx.db, DocumentCategory, {}, ['position']);
  return { rows: rows.filter((category) => archived || !category.archived).map(viewCategory) };
}

export async function addCategory(
  ctx: Ctx,
  input: EndpointParsed<typeof createDocumentCategory>,
): Promise<DocumentCategoryView> {
  requirePermission(ctx, 'settings.manage');
  return viewCategory(await insertRecord(ctx, DocumentCategory, { ...input, archived: false, code: null }));
}

export async function changeCategory(
  ctx: Ctx,
  { id, version, ...changes }: EndpointParsed<typeof updateDocumentCategory>,
): Promise<DocumentCategoryView> {
  requirePermission(ctx, 'settings.manage');
  const category = await findRecord(ctx, DocumentCategory, { id });
  if (!category) throw notFound();
  requireVersion(category, version, () => viewCategory(category));
  return viewCategory(await updateRecord(ctx, DocumentCategory, category, changes));
}

/** What comes out of the box, once; from then on the list is the administrator's. */
const usual: { name: string; code?: string; neededForDeals?: boolean }[] = [
  { name: 'Заявка', neededForDeals: true },
  { name: 'Техническое задание' },
  { name: 'Расчёт цены', code: 'calculation' },
  { name: 'Предложение', code: 'offer', neededForDeals: true },
  { name: 'Договор', code: 'contract' },
  { name: 'Счёт', code: 'invoice' },
  { name: 'Акт, накладная' },
  { name: 'Реквизиты' },
  { name: 'Прочее' },
];

export async function ensureCategories(ctx: Ctx): Promise<void> {
  const known = await findRows(ctx.db, DocumentCategory, {});
  for (const [position, { name, code = null, neededForDeals = false }] of usual.entries()) {
    const same = known.find((category) => (code && category.code === code) || category.name === name);
    // Where the list is older than the codes, the category of that name is the one the program means.
    if (same && code && !same.code) await updateRecord(ctx, DocumentCategory, same, { code });
    else if (!same && (known.length === 0 || code))
      await insertRecord(ctx, DocumentCategory, { name, position, archived: false, code, neededForDeals });
  }
}

/** The category the program itself files under, by its code. */
export const categoryOf = (ctx: Ctx, code: 'calculation' | 'offer' | 'contract' | 'invoice') =>
  findRecord(ctx, DocumentCategory, { code });
