import type { Readable } from 'node:stream';
import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { invalid, notFound } from '../../kernel/errors';
import type { FileAnswer } from '../../kernel/handle';
import { findRecord, removeRecord, requireVersion } from '../../kernel/records';
import type { DocumentView } from '../documents/documents.contract';
import { categoryOf, Document, fileOf, keepDocument } from '../documents/documents.public';
import type { deleteDealDocument, downloadDealDocument, uploadDealDocument } from './deals.contract';
import { loadDeal } from './deals.policy';

export async function keepDealDocument(
  ctx: Ctx,
  { dealId, fileName, categoryId, category }: EndpointParsed<typeof uploadDealDocument>,
  body: Readable,
): Promise<DocumentView> {
  const { deal } = await loadDeal(ctx, dealId, 'deals.write');
  const known = category && !categoryId ? await categoryOf(ctx, category) : null;
  if (category && !categoryId && !known) throw invalid({ category: 'documents.noSuchCategory' });
  return keepDocument(ctx, { companyId: deal.companyId, fileName, categoryId: categoryId ?? known?.id }, body, {
    subject: { kind: 'deal', id: deal.id },
    may: (checking) => loadDeal(checking, dealId, 'deals.write'),
  });
}

export async function takeDealDocument(
  ctx: Ctx,
  { dealId, id }: EndpointParsed<typeof downloadDealDocument>,
): Promise<FileAnswer> {
  await loadDeal(ctx, dealId, 'deals.read');
  return fileOf(ctx, await requireOfDeal(ctx, dealId, id));
}

export async function dropDealDocument(
  ctx: Ctx,
  { dealId, id, version }: EndpointParsed<typeof deleteDealDocument>,
): Promise<{ ok: true }> {
  await loadDeal(ctx, dealId, 'deals.write');
  const document = await requireOfDeal(ctx, dealId, id);
  requireVersion(document, version);
  await removeRecord(ctx, Document, document);
  return { ok: true };
}

async function requireOfDeal(ctx: Ctx, dealId: string, id: string): Promise<Document> {
  const document = await findRecord(ctx, Document, { id });
  if (document?.subjectId !== dealId) throw notFound();
  return document;
}
