import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { refused } from '../../kernel/errors';
import { storeFile } from '../../kernel/files';
import { findRows } from '../../kernel/rows';
import { detectFileFormat, openTable } from '../imports/imports.public';
import type { readLinesFromFile, readLinesFromText, ReadLine } from './catalog.contract';
import { CatalogItem } from './catalog.entity';
import { linesOf } from './read-lines';

/** A deal has so many lines at most; a longer table is no inquiry. */
const mostRows = 200;

/** A table pasted out of a letter: cells between tabs, semicolons or wide gaps; a plain list has one cell a row. */
export async function takeText(
  ctx: Ctx,
  { text, letter }: EndpointParsed<typeof readLinesFromText>,
): Promise<EndpointOutput<typeof readLinesFromText>> {
  requirePermission(ctx, 'deals.read');
  const rows = text
    .split(/\r?\n/)
    .slice(0, mostRows + 20)
    .map((row) => row.split(row.includes('\t') ? '\t' : row.includes(';') ? ';' : row.includes('|') ? '|' : /\s{3,}/));
  return answer(ctx, rows, letter);
}

export async function takeFile(
  ctx: Ctx,
  { fileName }: EndpointParsed<typeof readLinesFromFile>,
  body: Readable,
): Promise<EndpointOutput<typeof readLinesFromFile>> {
  requirePermission(ctx, 'deals.read');
  const folder = await mkdtemp(join(tmpdir(), 'ryadom-lines-'));
  try {
    const path = join(folder, 'table');
    await storeFile(body, path, { most: 5 * 1024 * 1024, code: 'catalog.tooLarge' });
    const table = await openTable(path, await detectFileFormat(path, fileName));
    const rows: string[][] = table.headers.some(Boolean) ? [table.headers] : [];
    for await (const row of table.rows()) {
      if ('cells' in row) rows.push(row.cells);
      if (rows.length > mostRows) break;
    }
    return await answer(ctx, rows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function answer(ctx: Ctx, rows: string[][], letter = false): Promise<{ rows: ReadLine[] }> {
  const catalogue = await findRows(ctx.db, CatalogItem, { archived: false });
  const lines = linesOf(rows, catalogue, letter).slice(0, mostRows);
  if (lines.length === 0) throw refused('catalog.nothingRead');
  return { rows: lines };
}
