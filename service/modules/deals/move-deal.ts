import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { invalid } from '../../kernel/errors';
import { publish } from '../../kernel/events';
import { findRecord, requireVersion, updateRecord } from '../../kernel/records';
import { localDateOf } from '../working-time/working-time.public';
import { tell } from './deal-events';
import type { DealCard, moveDeal, setDelivery } from './deals.contract';
import { Deal, Stage } from './deals.entity';
import { loadDeal } from './deals.policy';
import { cardOf } from './read-deal';

/**
 * Puts a deal on another stage. Every change is told with its comment; a stalled or lost deal must say why, or nobody
 * learns anything from the board.
 */
export async function moveToStage(
  ctx: Ctx,
  { id, version, stageId, comment }: EndpointParsed<typeof moveDeal>,
): Promise<DealCard> {
  const { deal } = await loadDeal(ctx, id, 'deals.write');
  const current = await cardOf(ctx, id);
  requireVersion(deal, version, () => current);
  const stage = await findRecord(ctx, Stage, { id: stageId });
  if (!stage || stage.archived) throw invalid({ stageId: 'deals.noSuchStage' });
  if ((stage.meaning === 'stalled' || stage.meaning === 'lost') && !comment && stage.id !== deal.stageId)
    throw invalid({ comment: 'deals.commentNeeded' });
  if (stage.id === deal.stageId && !comment) return current;
  const now = ctx.clock.now();
  const moved = stage.id !== deal.stageId;
  const closed = stage.meaning === 'won' || stage.meaning === 'lost';
  await updateRecord(ctx, Deal, deal, {
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    meaning: stage.meaning,
    stageSince: moved ? now : deal.stageSince,
    stageComment: comment,
    closedOn: closed ? (deal.closedOn ?? localDateOf(now, signedIn(ctx).timeZone)) : null,
    updatedAt: now,
  });
  await tell(ctx, id, { kind: 'stage', fromCode: deal.stageId, toCode: stage.id, comment });
  await publish(ctx, 'deals.moved', { dealId: id, stageId: stage.id });
  return cardOf(ctx, id);
}

export async function tellDelivery(
  ctx: Ctx,
  { id, version, delivery, comment }: EndpointParsed<typeof setDelivery>,
): Promise<DealCard> {
  const { deal } = await loadDeal(ctx, id, 'deals.write');
  const current = await cardOf(ctx, id);
  requireVersion(deal, version, () => current);
  if (delivery === deal.delivery && !comment) return current;
  await updateRecord(ctx, Deal, deal, {
    delivery,
    ...(comment ? { deliveryNote: comment } : {}),
    updatedAt: ctx.clock.now(),
  });
  await tell(ctx, id, { kind: 'delivery', fromCode: deal.delivery, toCode: delivery, comment });
  await publish(ctx, 'deals.delivered', { dealId: id, delivery });
  return cardOf(ctx, id);
}
