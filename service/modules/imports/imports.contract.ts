import { z } from 'zod';
import { done, endpoint, idInput, instant, optionalText, page, pageInput, personRef } from '../../kernel/endpoint';
import { companyFilterFields } from '../companies/companies.contract';

/** What a column of a file may become. Several columns may become the same list field (phones, e-mails, notes). */
export const importFields = [
  'name',
  'fullName',
  'inn',
  'kpp',
  'ogrn',
  'city',
  'region',
  'address',
  'phone',
  'email',
  'site',
  'status',
  'owner',
  'notes',
  'source',
  'purchasingPower',
  'contactName',
  'contactLastName',
  'contactFirstName',
  'contactMiddleName',
  'contactPosition',
  'contactPhone',
  'contactEmail',
  'contactBirthday',
  'contactNote',
  'director',
  'bik',
  'account',
] as const;
export type ImportField = (typeof importFields)[number];

/** Column number (from 0, as text) → field. */
export const columnMapping = z.record(z.string().regex(/^\d+$/), z.enum(importFields));
export type ColumnMapping = z.infer<typeof columnMapping>;

/** What to do with a row whose company is there already: fill in and add, or leave alone. */
export const importModes = ['createAndUpdate', 'createOnly', 'updateOnly'] as const;

export const importStatuses = [
  'uploaded',
  'checking',
  'checked',
  'running',
  'paused',
  'done',
  'cancelled',
  'failed',
] as const;

export const importCounts = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  skipped: z.number().int(),
  refused: z.number().int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

export const importView = z.object({
  id: z.string(),
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx', 'vcf']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** The program the file comes from, when its headers tell. */
  recognisedAs: z.string().nullable(),
  columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()) })),
  mapping: columnMapping,
  mode: z.enum(importModes),
  status: z.enum(importStatuses),
  /** True while the counts are of a dry run: nothing has been written. */
  dryRun: z.boolean(),
  total: z.number().int().nullable(),
  processed: z.number().int(),
  counts: importCounts,
  error: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  by: personRef.nullable(),
});
export type ImportView = z.infer<typeof importView>;

export const uploadImport = endpoint({
  id: 'imports.upload',
  method: 'POST',
  path: '/api/imports',
  access: 'companies.import',
  summary: 'Upload a list of companies (CSV, XLSX or vCard); answers with its columns and a proposed mapping',
  upload: true,
  input: z.object({ fileName: z.string().trim().min(1).max(250) }),
  output: importView,
});

export const listImports = endpoint({
  id: 'imports.list',
  method: 'GET',
  path: '/api/imports',
  access: 'companies.import',
  summary: 'Imports, newest first',
  input: z.object(pageInput),
  output: page(importView),
});

export const getImport = endpoint({
  id: 'imports.get',
  method: 'GET',
  path: '/api/imports/{id}',
  access: 'companies.import',
  summary: 'One import, with its progress',
  input: z.object({ id: idInput }),
  output: importView,
});

export const startImport = endpoint({
  id: 'imports.start',
  method: 'POST',
  path: '/api/imports/{id}/start',
  access: 'companies.import',
  summary: 'Check (dry run) or run an import in the background; a paused or cancelled one goes on where it stopped',
  input: z.object({
    id: idInput,
    dryRun: z.boolean(),
    mapping: columnMapping,
    mode: z.enum(importModes).default('createAndUpdate'),
    /** Whose the created companies become; null leaves them unassigned, unless the file names an owner. */
    ownerId: idInput.nullable().default(null),
  }),
  output: importView,
});

export const cancelImport = endpoint({
  id: 'imports.cancel',
  method: 'POST',
  path: '/api/imports/{id}/cancel',
  access: 'companies.import',
  summary: 'Stop an import after the rows in hand; what is written stays, and it can be resumed',
  input: z.object({ id: idInput }),
  output: importView,
});

export const importRowView = z.object({
  /** The row's number in the file, the header being row 1. */
  row: z.number().int(),
  result: z.enum(['created', 'updated', 'skipped', 'refused']),
  name: z.string().nullable(),
  companyId: z.string().nullable(),
  /** Why it was refused, or what was doubtful but kept. */
  reasons: z.array(z.object({ field: z.string().nullable(), message: z.string() })),
});
export type ImportRowView = z.infer<typeof importRowView>;

export const listImportRows = endpoint({
  id: 'imports.rows',
  method: 'GET',
  path: '/api/imports/{id}/rows',
  access: 'companies.import',
  summary: 'The report, row by row',
  input: z.object({
    id: idInput,
    result: z.enum(['created', 'updated', 'skipped', 'refused']).optional(),
    ...pageInput,
  }),
  output: page(importRowView),
});

export const exportView = z.object({
  id: z.string(),
  status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  fileName: z.string(),
  total: z.number().int().nullable(),
  processed: z.number().int(),
  error: z.string().nullable(),
  createdAt: instant,
});
export type ExportView = z.infer<typeof exportView>;

export const startExport = endpoint({
  id: 'exports.start',
  method: 'POST',
  path: '/api/exports',
  access: 'companies.export',
  summary: 'Export the companies a filter finds to XLSX, in the background; audited',
  input: z.object({ ...companyFilterFields, why: optionalText(200) }),
  output: exportView,
});

export const getExport = endpoint({
  id: 'exports.get',
  method: 'GET',
  path: '/api/exports/{id}',
  access: 'companies.export',
  summary: 'Progress of own export',
  input: z.object({ id: idInput }),
  output: exportView,
});

export const cancelExport = endpoint({
  id: 'exports.cancel',
  method: 'POST',
  path: '/api/exports/{id}/cancel',
  access: 'companies.export',
  summary: 'Stop an export',
  input: z.object({ id: idInput }),
  output: done,
});

export const downloadExport = endpoint({
  id: 'exports.file',
  method: 'GET',
  path: '/api/exports/{id}/file',
  access: 'companies.export',
  summary: 'The finished file',
  download: true,
  input: z.object({ id: idInput }),
  output: z.unknown(),
});
