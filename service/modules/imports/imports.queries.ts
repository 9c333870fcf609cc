import { requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { allOf, raw, sql } from '../../kernel/sql';
import { translate } from '../../kernel/texts';
import type { getImport, ImportRowView, ImportView, listImportRows, listImports } from './imports.contract';
import { Import, type ImportRow } from './imports.entity';
import { findRow } from '../../kernel/rows';

export async function viewImport(ctx: Ctx, row: Import): Promise<ImportView> {
  const by = await ctx.db.row<{ id: string; name: string }>(
    sql`select id, name from user_account where id = ${row.userId}`,
  );
  return {
    id: row.id,
    fileName: row.fileName,
    format: row.format,
    encoding: row.encoding,
    delimiter: row.delimiter,
    recognisedAs: row.recognisedAs,
    columns: row.columns,
    mapping: row.mapping,
    mode: row.mode,
    status: row.status,
    dryRun: row.dryRun,
    total: row.total,
    processed: row.processed,
    counts: row.counts,
    error: row.error && translate(ctx.modules, ctx.locale, row.error),
    createdAt: toIso(row.createdAt),
    finishedAt: toIso(row.finishedAt),
    by,
  };
}

export async function readImport(ctx: Ctx, { id }: EndpointParsed<typeof getImport>): Promise<ImportView> {
  requirePermission(ctx, 'companies.import');
  const found = await findRow(ctx.db, Import, { id });
  if (!found || found.userId !== signedIn(ctx).id) throw notFound();
  return viewImport(ctx, found);
}

const newestFirst: SortKey[] = [
  { column: raw('i.createdAt'), property: 'createdAt', instant: true, descending: true },
  { column: raw('i.id'), property: 'id', descending: true },
];

export async function readImports(
  ctx: Ctx,
  { limit, after }: EndpointParsed<typeof listImports>,
): Promise<EndpointOutput<typeof listImports>> {
  requirePermission(ctx, 'companies.import');
  const keys = await ctx.db.rows<{ id: string; createdAt: Date | string }>(sql`
    select i.id as id, i.createdAt as createdAt from company_import i
    where ${allOf([sql`i.userId = ${signedIn(ctx).id}`, afterCursor(newestFirst, after)])} ${pageOf(newestFirst, limit)}`);
  const { rows, next } = cutPage(keys, limit, newestFirst, (row) => row.id);
  const views: ImportView[] = [];
  for (const id of rows) views.push(await readImport(ctx, { id }));
  return { rows: views, next };
}

const byRow: SortKey[] = [
  { column: raw('r.rowNumber'), property: 'row', integer: true },
  { column: raw('r.id'), property: 'id' },
];

interface Row extends Record<string, unknown> {
  id: string;
  row: number;
  result: ImportRowView['result'];
  name: string | null;
  companyId: string | null;
  reasons: string;
}

/** The report; reasons are told in the reader's language, with the value that caused them. */
export async function readImportRows(
  ctx: Ctx,
  { id, result, limit, after }: EndpointParsed<typeof listImportRows>,
): Promise<EndpointOutput<typeof listImportRows>> {
  await readImport(ctx, { id });
  const rows = await ctx.db.rows<Row>(sql`
    select r.id as id, r.rowNumber as row, r.result as result, r.name as name, r.companyId as companyId, r.reasons as reasons
    from import_row r where ${allOf([sql`r.importId = ${id}`, result ? sql`r.result = ${result}` : null, afterCursor(byRow, after)])}
    ${pageOf(byRow, limit)}`);
  return cutPage(rows, limit, byRow, ({ row, result: outcome, name, companyId, reasons }) => ({
    row,
    result: outcome,
    name,
    companyId,
    reasons: (JSON.parse(reasons) as ImportRow['reasons']).map(({ field, code, value, details }) => ({
      field,
      message: translate(ctx.modules, ctx.locale, code, details) + (value ? `: «${value}»` : ''),
    })),
  }));
}
