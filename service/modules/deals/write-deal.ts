import { reaches, requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { conflict, forbidden, invalid, notFound } from '../../kernel/errors';
import { publish } from '../../kernel/events';
import { nextNumber } from '../../kernel/numbering';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import { Activity } from '../activities/activities.public';
import { lineTitle, replaceLines } from '../catalog/catalog.public';
import { Company, Contact } from '../companies/companies.public';
import { canSee } from '../companies/companies.public';
import { User } from '../users/users.public';
import { localDateOf } from '../working-time/working-time.public';
import type { createDeal, DealCard, deleteDeal, updateDeal } from './deals.contract';
import { Deal, DealLine, Stage } from './deals.entity';
import { loadDeal } from './deals.policy';
import { tell } from './deal-events';
import { firstStage } from './pipelines';
import { cardOf } from './read-deal';

/**
 * Begins a deal. Its number is the next of the year; its responsible is the company's manager unless another is named;
 * it stands on the first open stage of the pipeline.
 */
export async function beginDeal(ctx: Ctx, input: EndpointParsed<typeof createDeal>): Promise<DealCard> {
  requirePermission(ctx, 'deals.write');
  const company = await findRecord(ctx, Company, { id: input.companyId });
  // Whoever may see the company may not be the one who sells to it.
  if (!company || !canSee(ctx, company)) throw notFound();
  if (!reaches(ctx, 'deals.write', company)) throw forbidden();
  const repeated = input.id ? await findRecord(ctx, Deal, { id: input.id }) : null;
  if (repeated) {
    // Sent again because the answer was lost: one deal.
    if (repeated.companyId !== company.id) throw conflict('deals.idTaken');
    return cardOf(ctx, repeated.id);
  }
  const ownerId = input.ownerId === undefined ? company.ownerId : await requireOwner(ctx, input.ownerId);
  await requireContact(ctx, company.id, input.contactId);
  await requireActivity(ctx, company.id, input.activityId);
  const stage = input.stageId
    ? await findRecord(ctx, Stage, { id: input.stageId })
    : await firstStage(ctx, input.pipelineId);
  if (!stage || stage.archived || (input.pipelineId && stage.pipelineId !== input.pipelineId))
    throw invalid({ stageId: 'deals.noSuchStage' });
  const now = ctx.clock.now();
  const zone = signedIn(ctx).timeZone;
  const today = localDateOf(now, zone);
  const day = input.day ?? today;
  const deal = await insertRecord(ctx, Deal, {
    ...(input.id ? { id: input.id } : {}),
    number: await dealNumber(ctx, day),
    day,
    companyId: company.id,
    contactId: input.contactId ?? null,
    ownerId,
    subject: input.subject ?? subjectOf(input.lines ?? []),
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    meaning: stage.meaning,
    stageSince: now,
    stageComment: input.comment ?? null,
    closedOn: stage.meaning === 'won' || stage.meaning === 'lost' ? today : null,
    amount: input.contractPrice ?? 0,
    linesAmount: 0,
    contractPrice: input.contractPrice ?? null,
    paymentTerms: input.paymentTerms ?? null,
    contractNumber: input.contractNumber ?? null,
    invoiceNumber: input.invoiceNumber ?? null,
    financeNote: input.financeNote ?? null,
    delivery: 'none',
    deliveryOn: input.deliveryOn ?? null,
    deliveryNote: input.deliveryNote ?? null,
    activityId: input.activityId ?? null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  });
  await tell(ctx, deal.id, { kind: 'created', toCode: stage.id, comment: input.comment ?? null });
  await writeLines(ctx, deal, input.lines);
  await publish(ctx, 'deals.created', { dealId: deal.id });
  return cardOf(ctx, deal.id);
}

/** «З-118/26»: the year is the deal's own, so that a paper of last December keeps its year. */
async function dealNumber(ctx: Ctx, day: string): Promise<string> {
  const year = day.slice(0, 4);
  return `З-${await nextNumber(ctx, `deal:${year}`)}/${year.slice(2)}`;
}

/** What a deal is called by its lines: the first, and how many more. */
function subjectOf(lines: readonly Parameters<typeof lineTitle>[0][]): string {
  const [first, ...others] = lines;
  if (!first) return 'Запрос';
  return `${lineTitle(first)}${others.length ? ` и ещё ${others.length}` : ''}`.slice(0, 300);
}

export async function changeDeal(
  ctx: Ctx,
  { id, version, lines, ...changes }: EndpointParsed<typeof updateDeal>,
): Promise<DealCard> {
  const { deal } = await loadDeal(ctx, id, 'deals.write');
  const current = await cardOf(ctx, id);
  requireVersion(deal, version, () => current);
  if (changes.ownerId !== undefined && changes.ownerId !== deal.ownerId) {
    await requireOwner(ctx, changes.ownerId);
    await tell(ctx, id, { kind: 'owner', fromCode: deal.ownerId, toCode: changes.ownerId });
  }
  await requireContact(ctx, deal.companyId, changes.contactId);
  const subject =
    changes.subject === null
      ? subjectOf(lines ?? (await findRows(ctx.db, DealLine, { dealId: id }, ['position'])))
      : changes.subject;
  const contractPrice = changes.contractPrice === undefined ? deal.contractPrice : changes.contractPrice;
  const written = await updateRecord(ctx, Deal, deal, {
    ...changes,
    // Undefined is «not touched», null «none».
    subject,
    amount: contractPrice ?? deal.linesAmount,
    updatedAt: ctx.clock.now(),
  });
  await writeLines(ctx, written, lines);
  return cardOf(ctx, id);
}

async function writeLines(ctx: Ctx, deal: Deal, lines: EndpointParsed<typeof updateDeal>['lines']): Promise<void> {
  if (!lines) return;
  const linesAmount = await replaceLines(ctx, DealLine, { dealId: deal.id }, lines);
  await updateRecord(ctx, Deal, deal, { linesAmount, amount: deal.contractPrice ?? linesAmount });
}

export async function dropDeal(ctx: Ctx, { id, version }: EndpointParsed<typeof deleteDeal>): Promise<{ ok: true }> {
  const { deal } = await loadDeal(ctx, id, 'deals.delete');
  const current = await cardOf(ctx, id);
  requireVersion(deal, version, () => current);
  await removeRecord(ctx, Deal, deal);
  return { ok: true };
}

/** Whoever gives a deal away must be able to reach the one who gets it. */
async function requireOwner(ctx: Ctx, ownerId: string | null): Promise<string | null> {
  if (ownerId === null) return null;
  const owner = await findRecord(ctx, User, { id: ownerId });
  if (!owner || owner.status !== 'active') throw invalid({ ownerId: 'companies.noSuchOwner' });
  if (ownerId !== signedIn(ctx).id && !reaches(ctx, 'deals.write', { ownerId }))
    throw forbidden('deals.ownerForbidden');
  return ownerId;
}

async function requireContact(ctx: Ctx, companyId: string, contactId: string | null | undefined): Promise<void> {
  if (!contactId) return;
  const contact = await findRecord(ctx, Contact, { id: contactId });
  if (contact?.companyId !== companyId) throw invalid({ contactId: 'activities.noSuchContact' });
}

async function requireActivity(ctx: Ctx, companyId: string, activityId: string | null | undefined): Promise<void> {
  if (!activityId) return;
  const activity = await findRecord(ctx, Activity, { id: activityId });
  if (activity?.companyId !== companyId) throw invalid({ activityId: 'documents.noSuchActivity' });
}
