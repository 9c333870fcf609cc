import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { inTransaction, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { invalid } from '../../kernel/errors';
import { pathOf, storeFile } from '../../kernel/files';
import { newId } from '../../kernel/id';
import { findRecord, insertRecord } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import { loadCompany } from '../companies/companies.public';
import { Activity } from '../activities/activities.public';
import { largestDocument, type DocumentView, type uploadDocument } from './documents.contract';
import { Document, DocumentCategory } from './documents.entity';
import { viewDocument } from './documents.queries';

type Input = EndpointParsed<typeof uploadDocument>;

export const documentPath = (ctx: Pick<Ctx, 'settings'>, id: string) => pathOf(ctx.settings, 'documents', id);

/** Where a file belongs, and what is asked before it is taken. */
interface Place {
  /** A thing of a later module that the document belongs to: a deal. */
  subject?: { kind: string; id: string };
  /** Refuses whoever may not put it there. */
  may?: (ctx: Ctx) => Promise<unknown>;
}

/**
 * Keeps a file with a company. The file comes in before the transaction begins: nobody else's write waits for a slow
 * line. Sent again because the answer was lost, the same file on the same activity stays one document.
 */
export async function keepDocument(
  ctx: Ctx,
  input: Input,
  body: Readable,
  { subject, may = (checking) => loadCompany(checking, input.companyId, 'activities.write') }: Place = {},
): Promise<DocumentView> {
  await may(ctx);
  const id = newId(ctx.clock.now());
  const path = documentPath(ctx, id);
  const stored = await storeFile(body, path, { most: largestDocument, code: 'documents.tooLarge' });
  let kept = false;
  try {
    return await inTransaction(ctx, { user: ctx.user, locale: ctx.locale }, async (writing) => {
      // Checked again by the transaction's own eyes: the upload may have taken minutes.
      await may(writing);
      await requireActivity(writing, input);
      await requireCategory(writing, input.categoryId);
      const before = await sameFile(writing, input, stored.hash);
      kept = before === null;
      const document =
        before ??
        (await insertRecord(writing, Document, {
          id,
          companyId: input.companyId,
          activityId: input.activityId ?? null,
          subjectKind: subject?.kind ?? null,
          subjectId: subject?.id ?? null,
          categoryId: input.categoryId ?? null,
          fileName: input.fileName,
          ...stored,
          uploaderId: writing.user!.id,
          createdAt: writing.clock.now(),
          deletedAt: null,
        }));
      return viewDocument(writing, document.id);
    });
  } catch (error) {
    kept = false;
    throw error;
  } finally {
    if (!kept) await rm(path, { force: true });
  }
}

async function sameFile(ctx: Ctx, { companyId, activityId, fileName }: Input, hash: string): Promise<Document | null> {
  if (!activityId) return null;
  const others = await findRows(ctx.db, Document, { activityId });
  const same = ({ deletedAt, ...other }: Document) =>
    !deletedAt && other.companyId === companyId && other.hash === hash && other.fileName === fileName;
  return others.find(same) ?? null;
}

async function requireActivity(ctx: Ctx, { activityId, companyId }: Input): Promise<void> {
  if (!activityId) return;
  const activity = await findRecord(ctx, Activity, { id: activityId });
  if (activity?.companyId !== companyId) throw invalid({ activityId: 'documents.noSuchActivity' });
}

async function requireCategory(ctx: Ctx, categoryId: string | undefined): Promise<void> {
  if (categoryId && !(await findRecord(ctx, DocumentCategory, { id: categoryId })))
    throw invalid({ categoryId: 'documents.noSuchCategory' });
}
