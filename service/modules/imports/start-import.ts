import { createHash } from 'node:crypto';
import { copyFile, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { reaches, requirePermission } from '../../kernel/authorize';
import { inTransaction, signedIn, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { conflict, invalid, notFound } from '../../kernel/errors';
import { storeFile } from '../../kernel/files';
import { newId } from '../../kernel/id';
import { enqueue } from '../../kernel/jobs';
import { sql } from '../../kernel/sql';
import { detectFileFormat } from './detect-format';
import { fileOf, largestImport } from './import-files';
import type { cancelImport, ColumnMapping, ImportView, startImport } from './imports.contract';
import { Import, ImportProfile } from './imports.entity';
import { viewImport } from './imports.queries';
import { openTable } from './read-table';
import { recognise } from './recognise-headers';
import { runImport } from './run-import';
import { changeRows, findRow, insertRows } from '../../kernel/rows';

const sampleRows = 20;

/** Takes a file in and proposes what its columns are: as they were mapped last time, else as their headers say. */
export async function takeUpload(
  ctx: Ctx,
  fileName: string,
  body: Readable,
): Promise<ImportView & { confident: boolean }> {
  requirePermission(ctx, 'companies.import');
  const id = newId(ctx.clock.now());
  await storeFile(body, fileOf(ctx.settings, id), largestImport);
  return prepare(ctx, id, fileName);
}

/** The same for a file on this machine. */
export async function takeFile(ctx: Ctx, fileName: string, path: string): Promise<ImportView & { confident: boolean }> {
  requirePermission(ctx, 'companies.import');
  const id = newId(ctx.clock.now());
  await copyFile(path, fileOf(ctx.settings, id));
  return prepare(ctx, id, fileName);
}

async function prepare(ctx: Ctx, id: string, fileName: string): Promise<ImportView & { confident: boolean }> {
  const path = fileOf(ctx.settings, id);
  try {
    const detected = await detectFileFormat(path, fileName);
    const table = await openTable(path, detected);
    const samples: string[][] = [];
    for await (const row of table.rows()) {
      if ('cells' in row) samples.push(row.cells);
      if (samples.length === sampleRows) break;
    }
    const recognised = recognise(table.headers, samples);
    const profile = await findRow(ctx.db, ImportProfile, {
      headersKey: headersKey(table.headers),
    });
    const row: Import = {
      id,
      userId: signedIn(ctx).id,
      fileName: fileName.slice(0, 250),
      ...detected,
      recognisedAs: recognised.recognisedAs,
      columns: table.headers.map((header, index) => ({
        header: header.slice(0, 200),
        samples: [...new Set(samples.map((cells) => (cells[index] ?? '').trim()).filter(Boolean))]
          .slice(0, 3)
          .map((text) => text.slice(0, 100)),
      })),
      mapping: profile?.mapping ?? recognised.mapping,
      mode: 'createAndUpdate',
      ownerId: null,
      status: 'uploaded',
      dryRun: true,
      total: null,
      lastRow: 1,
      processed: 0,
      counts: { created: 0, updated: 0, skipped: 0, refused: 0 },
      cancelAsked: false,
      error: null,
      createdAt: ctx.clock.now(),
      finishedAt: null,
    };
    await inTransaction(ctx, ctx, (writing) => insertRows(writing.db, Import, [row]));
    return { ...(await viewImport(ctx, row)), confident: recognised.confident || profile !== null };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * Leaves the import to the background. A run that was stopped goes on behind its last row if nothing about it was
 * changed; anything else begins anew, with a new report.
 */
export async function start(ctx: Ctx, input: EndpointParsed<typeof startImport>): Promise<ImportView> {
  requirePermission(ctx, 'companies.import');
  const current = await loadOwn(ctx, input.id);
  if (current.status === 'checking' || current.status === 'running') throw conflict('imports.underWay');
  const { dryRun, mapping, mode, ownerId } = input;
  requireMapping(current, mapping);
  if (ownerId !== null && ownerId !== signedIn(ctx).id && !reaches(ctx, 'companies.assign', { ownerId }))
    throw invalid({ ownerId: 'companies.assignForbidden' });

  const unchanged =
    JSON.stringify([current.mapping, current.mode, current.ownerId, current.dryRun]) ===
    JSON.stringify([mapping, mode, ownerId, dryRun]);
  const resumes =
    unchanged && (current.status === 'cancelled' || current.status === 'failed') && current.processed > 0 && !dryRun;
  const fresh = { lastRow: 1, processed: 0, counts: { created: 0, updated: 0, skipped: 0, refused: 0 }, total: null };
  if (!resumes) await ctx.db.run(sql`delete from import_row where importId = ${current.id}`);
  const set: Partial<Import> = {
    mapping,
    mode,
    ownerId,
    dryRun,
    status: dryRun ? 'checking' : 'running',
    cancelAsked: false,
    error: null,
    finishedAt: null,
    ...(resumes ? {} : fresh),
  };
  await changeRows(ctx.db, Import, { id: current.id }, set);
  if (!dryRun)
    await rememberMapping(
      ctx,
      current.columns.map(({ header }) => header),
      mapping,
    );
  await enqueue(ctx, runImport.kind, { importId: current.id });
  return viewImport(ctx, { ...current, ...set });
}

/** Asks a running import to stop after the rows in hand. */
export async function cancel(ctx: Ctx, { id }: EndpointParsed<typeof cancelImport>): Promise<ImportView> {
  requirePermission(ctx, 'companies.import');
  const current = await loadOwn(ctx, id);
  if (current.status !== 'checking' && current.status !== 'running') throw conflict('imports.notUnderWay');
  await changeRows(ctx.db, Import, { id }, { cancelAsked: true });
  return viewImport(ctx, { ...current, cancelAsked: true });
}

/** Imports are the uploader's: another's file does not exist. */
export async function loadOwn(ctx: Ctx, id: string): Promise<Import> {
  const found = await findRow(ctx.db, Import, { id });
  if (!found || found.userId !== signedIn(ctx).id) throw notFound();
  return found;
}

const severalColumns = new Set(['phone', 'email', 'notes', 'contactPhone', 'contactEmail', 'address']);

function requireMapping(current: Import, mapping: ColumnMapping): void {
  const fields = Object.values(mapping);
  if (
    !fields.some(
      (field) => field === 'name' || field === 'fullName' || field === 'contactName' || field === 'contactLastName',
    )
  )
    throw invalid({ mapping: 'imports.nameNeeded' });
  for (const column of Object.keys(mapping))
    if (Number(column) >= current.columns.length) throw invalid({ [`mapping.${column}`]: 'imports.noSuchColumn' });
  const twice = fields.find((field, index) => fields.indexOf(field) !== index && !severalColumns.has(field));
  if (twice) throw invalid({ mapping: 'imports.fieldTwice' });
}

async function rememberMapping(ctx: Ctx, headers: string[], mapping: ColumnMapping): Promise<void> {
  const key = headersKey(headers);
  const usedAt = ctx.clock.now();
  const known = await findRow(ctx.db, ImportProfile, { headersKey: key });
  if (known) await changeRows(ctx.db, ImportProfile, { id: known.id }, { mapping, usedAt });
  else
    await insertRows(ctx.db, ImportProfile, [
      {
        id: newId(usedAt),
        headersKey: key,
        mapping,
        usedAt,
      },
    ]);
}

const headersKey = (headers: readonly string[]) =>
  createHash('sha256')
    .update(JSON.stringify(headers.map((header) => header.toLowerCase().trim().slice(0, 200))))
    .digest('hex');
