import { z } from 'zod';
import {
  deleteInput,
  done,
  endpoint,
  idInput,
  instant,
  page,
  pageInput,
  personRef,
  queryFlag,
  requiredText,
  versionInput,
} from '../../kernel/endpoint';

/** One file, at most: what Outlook lets an add-in read of an attachment. */
export const largestDocument = 25 * 1024 * 1024;

export const documentView = z.object({
  id: z.string(),
  version: z.number().int(),
  companyId: z.string(),
  /** The activity it came with: the letter, the call. */
  activityId: z.string().nullable(),
  /** What of the company it belongs to: a deal. */
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  category: z.object({ id: z.string(), name: z.string() }).nullable(),
  fileName: z.string(),
  bytes: z.number().int(),
  uploader: personRef.nullable(),
  at: instant,
  can: z.object({ delete: z.boolean() }),
});
export type DocumentView = z.infer<typeof documentView>;

export const listDocuments = endpoint({
  id: 'documents.list',
  method: 'GET',
  path: '/api/companies/{companyId}/documents',
  access: 'companies.read',
  summary: 'Documents of a company, or of one of its activities, newest first',
  input: z.object({ companyId: idInput, activityId: idInput.optional(), categoryId: idInput.optional(), ...pageInput }),
  output: page(documentView),
});

export const uploadDocument = endpoint({
  id: 'documents.upload',
  method: 'POST',
  path: '/api/companies/{companyId}/documents',
  access: 'activities.write',
  summary: 'Keep a file (the body) with a company, 25 MB at most; the same file on the same activity is kept once',
  input: z.object({
    companyId: idInput,
    fileName: requiredText(250),
    activityId: idInput.optional(),
    categoryId: idInput.optional(),
  }),
  output: documentView,
  upload: true,
});

export const downloadDocument = endpoint({
  id: 'documents.file',
  method: 'GET',
  path: '/api/documents/{id}/file',
  access: 'companies.read',
  summary: 'The file of a document',
  input: z.object({ id: idInput }),
  output: z.unknown(),
  download: true,
});

export const deleteDocument = endpoint({
  id: 'documents.delete',
  method: 'DELETE',
  path: '/api/documents/{id}',
  access: 'activities.write',
  summary: 'Remove a document; its file goes when it can no longer be undone',
  input: deleteInput,
  output: done,
});

export const documentCategoryView = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  position: z.number().int(),
  archived: z.boolean(),
  /** A deal is expected to have a document of it. */
  neededForDeals: z.boolean(),
});
export type DocumentCategoryView = z.infer<typeof documentCategoryView>;

export const listDocumentCategories = endpoint({
  id: 'documentCategories.list',
  method: 'GET',
  path: '/api/document-categories',
  access: 'signedIn',
  summary: 'What documents are sorted by',
  input: z.object({ archived: queryFlag.default(false) }),
  output: z.object({ rows: z.array(documentCategoryView) }),
});

export const createDocumentCategory = endpoint({
  id: 'documentCategories.create',
  method: 'POST',
  path: '/api/document-categories',
  access: 'settings.manage',
  summary: 'Add a category of documents',
  input: z.object({
    name: requiredText(80),
    position: z.number().int().min(0).max(1000).default(100),
    neededForDeals: z.boolean().default(false),
  }),
  output: documentCategoryView,
});

export const updateDocumentCategory = endpoint({
  id: 'documentCategories.update',
  method: 'PATCH',
  path: '/api/document-categories/{id}',
  access: 'settings.manage',
  summary: 'Change or archive a category; documents that have it keep it',
  input: z.object({
    id: idInput,
    version: versionInput,
    name: requiredText(80).optional(),
    position: z.number().int().min(0).max(1000).optional(),
    archived: z.boolean().optional(),
    neededForDeals: z.boolean().optional(),
  }),
  output: documentCategoryView,
});
