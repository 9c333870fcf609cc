import { reaches } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { allOf, raw, sql } from '../../kernel/sql';
import { loadCompany, refOf } from '../companies/companies.public';
import type { DocumentView, listDocuments } from './documents.contract';

interface Row extends Record<string, unknown> {
  id: string;
  version: number;
  companyId: string;
  companyOwnerId: string | null;
  activityId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  categoryId: string | null;
  categoryName: string | null;
  fileName: string;
  bytes: number;
  uploaderId: string | null;
  uploaderName: string | null;
  createdAt: Date | string;
}

const select = sql`select d.id as id, d.version as version, d.companyId as companyId, c.ownerId as companyOwnerId,
    d.activityId as activityId, d.subjectKind as subjectKind, d.subjectId as subjectId, d.categoryId as categoryId, k.name as categoryName, d.fileName as fileName, d.bytes as bytes,
    d.uploaderId as uploaderId, u.name as uploaderName, d.createdAt as createdAt
  from document d join company c on c.id = d.companyId left join document_category k on k.id = d.categoryId
    left join user_account u on u.id = d.uploaderId`;

const newestFirst: SortKey[] = [
  { column: raw('d.createdAt'), property: 'createdAt', instant: true, descending: true },
  { column: raw('d.id'), property: 'id', descending: true },
];

const toView =
  (ctx: Ctx) =>
  (row: Row): DocumentView => ({
    id: row.id,
    version: row.version,
    companyId: row.companyId,
    activityId: row.activityId,
    subject: row.subjectId ? { kind: row.subjectKind!, id: row.subjectId } : null,
    category: refOf(row.categoryId, row.categoryName),
    fileName: row.fileName,
    bytes: row.bytes,
    uploader: refOf(row.uploaderId, row.uploaderName),
    at: toIso(row.createdAt),
    can: { delete: reaches(ctx, 'activities.write', { ownerId: row.companyOwnerId }) },
  });

export async function readDocuments(
  ctx: Ctx,
  { companyId, activityId, categoryId, limit, after }: EndpointParsed<typeof listDocuments>,
): Promise<EndpointOutput<typeof listDocuments>> {
  await loadCompany(ctx, companyId, 'companies.read');
  const rows = await ctx.db.rows<Row>(
    sql`${select} where ${allOf([
      sql`d.companyId = ${companyId} and d.deletedAt is null`,
      activityId ? sql`d.activityId = ${activityId}` : null,
      categoryId ? sql`d.categoryId = ${categoryId}` : null,
      afterCursor(newestFirst, after),
    ])} ${pageOf(newestFirst, limit)}`,
  );
  return cutPage(rows, limit, newestFirst, toView(ctx));
}

export async function viewDocument(ctx: Ctx, id: string): Promise<DocumentView> {
  const row = await ctx.db.row<Row>(sql`${select} where d.id = ${id}`);
  if (!row) throw notFound();
  return toView(ctx)(row);
}

/** Everything that belongs to a thing of a later module, the newest first; the caller has checked that it may be seen. */
export async function documentsOfSubject(ctx: Ctx, subjectId: string): Promise<DocumentView[]> {
  const rows = await ctx.db.rows<Row>(
    sql`${select} where d.subjectId = ${subjectId} and d.deletedAt is null ${pageOf(newestFirst, 499)}`,
  );
  return rows.map(toView(ctx));
}
