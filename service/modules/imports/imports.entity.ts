import { entity, flag, id, instant, integer, json, longText, nullable, text } from '../../kernel/columns';
import type { ColumnMapping, ImportCounts, ImportView, importModes, importStatuses } from './imports.contract';

/** An uploaded list and how far it has come. Its own bookkeeping: no history beside the companies' own. */
export interface Import {
  id: string;
  userId: string;
  fileName: string;
  format: 'csv' | 'xlsx' | 'vcf';
  encoding: string | null;
  delimiter: string | null;
  recognisedAs: string | null;
  columns: ImportView['columns'];
  mapping: ColumnMapping;
  mode: (typeof importModes)[number];
  ownerId: string | null;
  status: (typeof importStatuses)[number];
  dryRun: boolean;
  total: number | null;
  /** The last row of the file that is done, so that a stopped import goes on behind it. */
  lastRow: number;
  processed: number;
  counts: ImportCounts;
  cancelAsked: boolean;
  error: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

export const Import = entity<Import>({
  name: 'company_import',
  columns: {
    id: id(),
    userId: id(),
    fileName: text(250),
    format: text(5),
    encoding: nullable(text(20)),
    delimiter: nullable(text(5)),
    recognisedAs: nullable(text(60)),
    columns: json(),
    mapping: json(),
    mode: text(20),
    ownerId: nullable(id()),
    status: text(12),
    dryRun: flag(),
    total: nullable(integer()),
    lastRow: integer(),
    processed: integer(),
    counts: json(),
    cancelAsked: flag(),
    error: nullable(longText()),
    createdAt: instant(),
    finishedAt: nullable(instant()),
  },
});

/** What became of a row of the file. */
export interface ImportRow {
  id: string;
  importId: string;
  rowNumber: number;
  result: 'created' | 'updated' | 'skipped' | 'refused';
  name: string | null;
  companyId: string | null;
  reasons: { field: string | null; code: string; value?: string; details?: Record<string, unknown> }[];
}

export const ImportRow = entity<ImportRow>({
  name: 'import_row',
  columns: {
    id: id(),
    importId: id(),
    rowNumber: integer(),
    result: text(10),
    name: nullable(text(250)),
    companyId: nullable(id()),
    reasons: json(),
  },
});

/** A mapping as it was used, by the headers of the file: the next file of that kind is mapped by itself. */
export interface ImportProfile {
  id: string;
  /** SHA-256 of the normalised headers. */
  headersKey: string;
  mapping: ColumnMapping;
  usedAt: Date;
}

export const ImportProfile = entity<ImportProfile>({
  name: 'import_profile',
  columns: { id: id(), headersKey: text(64), mapping: json(), usedAt: instant() },
});

export interface Export {
  id: string;
  userId: string;
  fileName: string;
  filter: Record<string, unknown>;
  why: string | null;
  status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  total: number | null;
  processed: number;
  cancelAsked: boolean;
  error: string | null;
  createdAt: Date;
}

export const Export = entity<Export>({
  name: 'company_export',
  columns: {
    id: id(),
    userId: id(),
    fileName: text(250),
    filter: json(),
    why: nullable(text(200)),
    status: text(10),
    total: nullable(integer()),
    processed: integer(),
    cancelAsked: flag(),
    error: nullable(longText()),
    createdAt: instant(),
  },
});
