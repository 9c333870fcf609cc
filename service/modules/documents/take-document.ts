import { createReadStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { FileAnswer } from '../../kernel/handle';
import { defineJob, enqueue } from '../../kernel/jobs';
import { findRecord, removeRecord, requireVersion } from '../../kernel/records';
import { findRow, findRows } from '../../kernel/rows';
import { undoMinutes } from '../../kernel/undo';
import { loadCompany } from '../companies/companies.public';
import type { deleteDocument, downloadDocument } from './documents.contract';
import { Document } from './documents.entity';
import { documentPath } from './keep-document';

/** The file itself. What it is was said by whoever sent it, so the browser is told to save it, not to show it. */
export async function takeOut(ctx: Ctx, { id }: EndpointParsed<typeof downloadDocument>): Promise<FileAnswer> {
  return fileOf(ctx, await loadDocument(ctx, id, 'companies.read'));
}

/** A document's file; the caller has checked that it may be taken. */
export function fileOf(ctx: Ctx, document: Document): FileAnswer {
  const path = documentPath(ctx, document.id);
  if (!existsSync(path)) throw notFound('documents.fileGone');
  return new FileAnswer(createReadStream(path), document.fileName, 'application/octet-stream');
}

export async function dropDocument(
  ctx: Ctx,
  { id, version }: EndpointParsed<typeof deleteDocument>,
): Promise<{ ok: true }> {
  const document = await loadDocument(ctx, id, 'activities.write');
  requireVersion(document, version);
  await removeRecord(ctx, Document, document);
  return { ok: true };
}

/** Everything that came with an activity, gone for good: asked for when a letter is taken off the company. */
export async function dropDocumentsOf(ctx: Ctx, activityId: string): Promise<void> {
  const documents = (await findRows(ctx.db, Document, { activityId })).filter(({ deletedAt }) => !deletedAt);
  for (const document of documents) {
    await removeRecord(ctx, Document, document);
    await enqueue(ctx, removeFile.kind, { id: document.id });
  }
}

/** A removed document keeps its file for as long as the removal may be undone. */
export async function removeFileLater(ctx: Ctx, before: Document | null, after: Document | null): Promise<void> {
  if (!after?.deletedAt || before?.deletedAt) return;
  const runAt = new Date(after.deletedAt.getTime() + (undoMinutes + 1) * 60_000);
  await enqueue(ctx, removeFile.kind, { id: after.id }, { runAt });
}

export const removeFile = defineJob({
  kind: 'documents.removeFile',
  run: async ({ deps }, { id }) => {
    const document = await findRow(deps.database.read, Document, { id: String(id) });
    if (document?.deletedAt) await rm(documentPath(deps, document.id), { force: true });
  },
});

async function loadDocument(ctx: Ctx, id: string, permission: string): Promise<Document> {
  const document = await findRecord(ctx, Document, { id });
  if (!document) throw notFound();
  await loadCompany(ctx, document.companyId, permission);
  return document;
}
