import { newId } from '../kernel/id';
import { Export, Import } from '../modules/imports/imports.entity';
import type { Person } from './builders';
import type { TestApp } from './test-app';
import { insertRows } from '../kernel/rows';

/** An uploaded, not yet started import of somebody's. */
export async function buildImport(app: TestApp, owner: Person, values: Partial<Import> = {}): Promise<Import> {
  const now = app.clock.now();
  const row: Import = {
    id: newId(now),
    userId: owner.id,
    fileName: 'companies.csv',
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    recognisedAs: null,
    columns: [
      { header: 'Название', samples: [] },
      { header: 'ИНН', samples: [] },
    ],
    mapping: { 0: 'name', 1: 'inn' },
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
    createdAt: now,
    finishedAt: null,
    ...values,
  };
  await app.write((ctx) => insertRows(ctx.db, Import, [row]));
  return row;
}

/** A finished export of somebody's. */
export async function buildExport(app: TestApp, owner: Person, values: Partial<Export> = {}): Promise<Export> {
  const now = app.clock.now();
  const row: Export = {
    id: newId(now),
    userId: owner.id,
    fileName: 'companies.xlsx',
    filter: {},
    why: null,
    status: 'waiting',
    total: null,
    processed: 0,
    cancelAsked: false,
    error: null,
    createdAt: now,
    ...values,
  };
  await app.write((ctx) => insertRows(ctx.db, Export, [row]));
  return row;
}
