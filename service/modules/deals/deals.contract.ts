import { z } from 'zod';
import {
  cappedCount,
  deleteInput,
  done,
  endpoint,
  idInput,
  instant,
  localDate,
  optionalText,
  page,
  pageInput,
  personRef,
  queryFlag,
  queryInteger,
  requiredText,
  versionInput,
} from '../../kernel/endpoint';
import { linesInput, lineView } from '../catalog/catalog.contract';
import { documentView } from '../documents/documents.contract';
import { deliveryStatuses, stageMeanings } from './stage-meanings';

// Pipelines and stages ------------------------------------------------------------------------------------------------

export const stageView = z.object({
  id: z.string(),
  version: z.number().int(),
  pipelineId: z.string(),
  name: z.string(),
  meaning: z.enum(stageMeanings),
  position: z.number().int(),
  archived: z.boolean(),
});
export type StageView = z.infer<typeof stageView>;

export const pipelineView = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  position: z.number().int(),
  archived: z.boolean(),
  stages: z.array(stageView),
});
export type PipelineView = z.infer<typeof pipelineView>;

export const listPipelines = endpoint({
  id: 'pipelines.list',
  method: 'GET',
  path: '/api/pipelines',
  access: 'signedIn',
  summary: 'Pipelines with their stages, in order',
  input: z.object({ archived: queryFlag.default(false) }),
  output: z.object({ rows: z.array(pipelineView) }),
});

const position = z.number().int().min(0).max(1000);

export const createPipeline = endpoint({
  id: 'pipelines.create',
  method: 'POST',
  path: '/api/pipelines',
  access: 'settings.manage',
  summary: 'Add a pipeline; it begins with the usual stages',
  input: z.object({ name: requiredText(80), position: position.default(100) }),
  output: pipelineView,
});

export const updatePipeline = endpoint({
  id: 'pipelines.update',
  method: 'PATCH',
  path: '/api/pipelines/{id}',
  access: 'settings.manage',
  summary: 'Rename, move or archive a pipeline; its deals keep it',
  input: z.object({
    id: idInput,
    version: versionInput,
    name: requiredText(80).optional(),
    position: position.optional(),
    archived: z.boolean().optional(),
  }),
  output: pipelineView,
});

export const createStage = endpoint({
  id: 'stages.create',
  method: 'POST',
  path: '/api/pipelines/{pipelineId}/stages',
  access: 'settings.manage',
  summary: 'Add a stage',
  input: z.object({
    pipelineId: idInput,
    name: requiredText(80),
    meaning: z.enum(stageMeanings).default('open'),
    position: position.default(100),
  }),
  output: stageView,
});

export const updateStage = endpoint({
  id: 'stages.update',
  method: 'PATCH',
  path: '/api/stages/{id}',
  access: 'settings.manage',
  summary: 'Change a stage; one that deals stand on can be archived only when they have moved on',
  input: z.object({
    id: idInput,
    version: versionInput,
    name: requiredText(80).optional(),
    meaning: z.enum(stageMeanings).optional(),
    position: position.optional(),
    archived: z.boolean().optional(),
  }),
  output: stageView,
});

// Deals ---------------------------------------------------------------------------------------------------------------

const stageRef = z.object({ id: z.string(), name: z.string(), meaning: z.enum(stageMeanings) });
const companyRef = z.object({
  id: z.string(),
  name: z.string(),
  /** Whether the reader may open its card. */
  visible: z.boolean(),
});

export const dealRow = z.object({
  id: z.string(),
  version: z.number().int(),
  number: z.string(),
  day: localDate,
  subject: z.string(),
  company: companyRef,
  owner: personRef.nullable(),
  pipelineId: z.string(),
  stage: stageRef,
  stageSince: instant,
  stageComment: z.string().nullable(),
  /** Kopecks: the contract price where there is one, else the lines together. */
  amount: z.number().int(),
  delivery: z.enum(deliveryStatuses),
  deliveryOn: localDate.nullable(),
  can: z.object({ write: z.boolean(), delete: z.boolean() }),
});
export type DealRow = z.infer<typeof dealRow>;

/** Every field is optional; all given ones must hold. Lists are comma separated. */
export const dealFilterFields = {
  /** Number, subject, contract or invoice number, or anything a company is found by. */
  search: z.string().trim().max(200).optional(),
  pipelineId: idInput.optional(),
  /** Stage ids. */
  stage: z.string().max(2000).optional(),
  /** Meanings: `open,stalled` is what is still to be decided. */
  meaning: z.string().max(60).optional(),
  /** User ids, `none` the unassigned. */
  owner: z.string().max(2000).optional(),
  companyId: idInput.optional(),
  delivery: z.string().max(100).optional(),
  /** Equipment on a line: type, name, sub-name, capacity, each as it was entered. */
  type: z.string().max(120).optional(),
  name: z.string().max(120).optional(),
  subName: z.string().max(120).optional(),
  capacity: z.string().max(60).optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  /** Kopecks. */
  amountFrom: queryInteger.optional(),
  amountTo: queryInteger.optional(),
  /** Has stood on its stage for so many days at least. */
  standsDays: queryInteger.pipe(z.number().min(0).max(10000)).optional(),
  /** Lacks a document of a mandatory category. */
  documentsMissing: queryFlag.optional(),
};

export const dealSorts = ['day', 'amount', 'stageSince'] as const;

export const listDeals = endpoint({
  id: 'deals.list',
  method: 'GET',
  path: '/api/deals',
  access: 'deals.read',
  summary: 'Deals the reader may see, filtered, a page at a time',
  input: z.object({ ...dealFilterFields, sort: z.enum(dealSorts).default('day'), ...pageInput }),
  output: page(dealRow),
});

export const countDeals = endpoint({
  id: 'deals.count',
  method: 'GET',
  path: '/api/deals/count',
  access: 'deals.read',
  summary: 'How many deals the same filter finds, capped at 1000, and their amount together',
  input: z.object(dealFilterFields),
  output: z.object({ count: cappedCount, amount: z.number().int() }),
});

export const dealBoard = endpoint({
  id: 'deals.board',
  method: 'GET',
  path: '/api/deals/board',
  access: 'deals.read',
  summary: 'One pipeline as columns: every stage with its count, its sum and its first deals',
  input: z.object({
    ...dealFilterFields,
    pipelineId: idInput,
    sort: z.enum(dealSorts).default('day'),
    limit: queryInteger.pipe(z.number().min(1).max(500)).default(50),
  }),
  output: z.object({
    columns: z.array(
      z.object({
        stage: stageRef,
        count: z.number().int(),
        /** Kopecks. */
        amount: z.number().int(),
        rows: z.array(dealRow),
        next: z.string().nullable(),
      }),
    ),
  }),
});

export const dealEventView = z.object({
  id: z.string(),
  version: z.number().int(),
  kind: z.enum(['created', 'stage', 'delivery', 'owner', 'comment', 'offer']),
  /** Of a stage its name, of a delivery its status, of an owner his name; of an offer its number and its status. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  comment: z.string().nullable(),
  by: personRef.nullable(),
  at: instant,
  can: z.object({ delete: z.boolean() }),
});
export type DealEventView = z.infer<typeof dealEventView>;

export const dealView = dealRow.extend({
  contact: personRef.nullable(),
  lines: z.array(lineView),
  linesAmount: z.number().int(),
  contractPrice: z.number().int().nullable(),
  paymentTerms: z.string().nullable(),
  contractNumber: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  financeNote: z.string().nullable(),
  deliveryNote: z.string().nullable(),
  closedOn: localDate.nullable(),
  /** The letter or call it came from. */
  activityId: z.string().nullable(),
  createdAt: instant,
});
export type DealView = z.infer<typeof dealView>;

export const dealCard = dealView.extend({
  events: z.array(dealEventView),
  documents: z.array(documentView),
  /** Mandatory categories without a document. */
  missing: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type DealCard = z.infer<typeof dealCard>;

export const getDeal = endpoint({
  id: 'deals.get',
  method: 'GET',
  path: '/api/deals/{id}',
  access: 'deals.read',
  summary: 'The whole deal: lines, finance, delivery, documents with the missing ones, history',
  input: z.object({ id: idInput }),
  output: dealCard,
});

const money = z.number().int().min(0).max(100_000_000_000_00);
const dealFields = {
  day: localDate.optional(),
  contactId: idInput.nullish(),
  ownerId: idInput.nullish(),
  /** Left out or empty, it is made of the lines. */
  subject: optionalText(300).optional(),
  lines: linesInput.optional(),
  contractPrice: money.nullish(),
  paymentTerms: optionalText(500).optional(),
  contractNumber: optionalText(60).optional(),
  invoiceNumber: optionalText(60).optional(),
  financeNote: optionalText(2000).optional(),
  deliveryOn: localDate.nullish(),
  deliveryNote: optionalText(2000).optional(),
};

export const createDeal = endpoint({
  id: 'deals.create',
  method: 'POST',
  path: '/api/deals',
  access: 'deals.write',
  summary: 'Begin a deal on a company; it is the company’s manager’s unless another is named',
  input: z.object({
    /** The caller's own id (UUID): sent twice, it is written once. */
    id: z.uuid().optional(),
    companyId: idInput,
    pipelineId: idInput.optional(),
    stageId: idInput.optional(),
    comment: optionalText(2000).optional(),
    /** The letter or call it came from. */
    activityId: idInput.nullish(),
    ...dealFields,
  }),
  output: dealCard,
});

export const updateDeal = endpoint({
  id: 'deals.update',
  method: 'PATCH',
  path: '/api/deals/{id}',
  access: 'deals.write',
  summary: 'Change a deal; lines, when sent, are replaced; a stale version is refused with the current values',
  input: z.object({ id: idInput, version: versionInput, ...dealFields }),
  output: dealCard,
});

export const moveDeal = endpoint({
  id: 'deals.move',
  method: 'POST',
  path: '/api/deals/{id}/stage',
  access: 'deals.write',
  summary: 'Put a deal on another stage with a comment; a stalled or lost one needs it',
  input: z.object({ id: idInput, version: versionInput, stageId: idInput, comment: optionalText(2000) }),
  output: dealCard,
});

export const setDelivery = endpoint({
  id: 'deals.delivery',
  method: 'POST',
  path: '/api/deals/{id}/delivery',
  access: 'deals.write',
  summary: 'Say how far the delivery is',
  input: z.object({
    id: idInput,
    version: versionInput,
    delivery: z.enum(deliveryStatuses),
    comment: optionalText(2000),
  }),
  output: dealCard,
});

export const commentDeal = endpoint({
  id: 'deals.comment',
  method: 'POST',
  path: '/api/deals/{id}/comments',
  access: 'deals.write',
  summary: 'Write a comment into the deal’s history',
  input: z.object({ id: idInput, comment: requiredText(10000) }),
  output: dealEventView,
});

export const deleteDealComment = endpoint({
  id: 'deals.deleteComment',
  method: 'DELETE',
  path: '/api/deal-comments/{id}',
  access: 'deals.write',
  summary: 'Take one’s own comment back',
  input: deleteInput,
  output: done,
});

export const deleteDeal = endpoint({
  id: 'deals.delete',
  method: 'DELETE',
  path: '/api/deals/{id}',
  access: 'deals.delete',
  summary: 'Delete a deal',
  input: deleteInput,
  output: done,
});

// Its documents -------------------------------------------------------------------------------------------------------

export const uploadDealDocument = endpoint({
  id: 'deals.upload',
  method: 'POST',
  path: '/api/deals/{dealId}/documents',
  access: 'deals.write',
  summary: 'Keep a file (the body) with a deal, 25 MB at most',
  input: z.object({
    dealId: idInput,
    fileName: requiredText(250),
    categoryId: idInput.optional(),
    /** Instead of an id: what the program itself files under. */
    category: z.enum(['calculation', 'invoice', 'contract', 'offer']).optional(),
  }),
  output: documentView,
  upload: true,
});

export const downloadDealDocument = endpoint({
  id: 'deals.file',
  method: 'GET',
  path: '/api/deals/{dealId}/documents/{id}/file',
  access: 'deals.read',
  summary: 'The file of a deal’s document',
  input: z.object({ dealId: idInput, id: idInput }),
  output: z.unknown(),
  download: true,
});

export const deleteDealDocument = endpoint({
  id: 'deals.deleteDocument',
  method: 'DELETE',
  path: '/api/deals/{dealId}/documents/{id}',
  access: 'deals.write',
  summary: 'Remove a deal’s document',
  input: deleteInput.extend({ dealId: idInput }),
  output: done,
});
