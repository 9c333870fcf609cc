import { entity, flag, id, instant, integer, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';

export interface Document extends Recorded {
  companyId: string;
  activityId: string | null;
  /** What else of the company it belongs to: `deal` and its id. The later module that put it there answers for it. */
  subjectKind: string | null;
  subjectId: string | null;
  categoryId: string | null;
  fileName: string;
  bytes: number;
  /** SHA-256 of the contents: the same file sent twice to one activity is one document. */
  hash: string;
  uploaderId: string | null;
  createdAt: Date;
  deletedAt: Date | null;
}

export const Document = entity<Document>({
  name: 'document',
  columns: {
    id: id(),
    version: integer(),
    companyId: id(),
    activityId: nullable(id()),
    subjectKind: nullable(text(20)),
    subjectId: nullable(id()),
    categoryId: nullable(id()),
    fileName: text(250),
    bytes: integer(),
    hash: text(64),
    uploaderId: nullable(id()),
    createdAt: instant(),
    deletedAt: nullable(instant()),
  },
  audit: { scope: 'companyId', silent: ['hash', 'createdAt'] },
});

export interface DocumentCategory extends Recorded {
  name: string;
  position: number;
  archived: boolean;
  /** What the program itself puts there: `offer`, `calculation`, `invoice`. The administrator's own have none. */
  code: string | null;
  /** A deal without a document of it says so. */
  neededForDeals: boolean | null;
}

export const DocumentCategory = entity<DocumentCategory>({
  name: 'document_category',
  columns: {
    id: id(),
    version: integer(),
    name: text(80),
    position: integer(),
    archived: flag(),
    code: nullable(text(20)),
    neededForDeals: nullable(flag()),
  },
});
