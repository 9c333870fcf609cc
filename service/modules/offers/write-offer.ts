import { requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { conflict, invalid, notFound } from '../../kernel/errors';
import { lineAmount, vatRateOn } from '../../kernel/money';
import { nextNumber } from '../../kernel/numbering';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import type { LineInput } from '../catalog/catalog.contract';
import { replaceLines } from '../catalog/catalog.public';
import { DealLine } from '../deals/deals.entity';
import { loadDeal, tellDeal } from '../deals/deals.public';
import { addDays } from '../working-time/working-time.public';
import type { createOffer, deleteOffer, getOffer, OfferView, updateOffer } from './offers.contract';
import { Offer, OfferLine } from './offers.entity';
import { today, viewOffer } from './offers.queries';

/** What an offer says unless told otherwise: good for a month, a coin's toss. */
const usualDays = 30;
const usualProbability = 50;

export const dueOf = ({ validUntil, expectedOn }: Pick<Offer, 'validUntil' | 'expectedOn'>): string =>
  validUntil < expectedOn ? validUntil : expectedOn;

/** Loads an offer; what may be done with it follows its deal. */
export async function loadOffer(ctx: Ctx, id: string, permission: string): Promise<Offer> {
  // Asked for first: whoever lacks it learns nothing of what there is.
  requirePermission(ctx, permission);
  const offer = await findRecord(ctx, Offer, { id });
  if (!offer) throw notFound();
  await loadDeal(ctx, offer.dealId, permission);
  return offer;
}

export async function readOffer(ctx: Ctx, { id }: EndpointParsed<typeof getOffer>): Promise<OfferView> {
  await loadOffer(ctx, id, 'deals.read');
  return viewOffer(ctx, id);
}

export async function makeOffer(ctx: Ctx, input: EndpointParsed<typeof createOffer>): Promise<OfferView> {
  const { deal } = await loadDeal(ctx, input.dealId, 'deals.write');
  const repeated = input.id ? await findRecord(ctx, Offer, { id: input.id }) : null;
  if (repeated) {
    if (repeated.dealId !== deal.id) throw conflict('offers.idTaken');
    return viewOffer(ctx, repeated.id);
  }
  const lines = input.lines ?? (await linesOfDeal(ctx, deal.id));
  const day = input.day ?? today(ctx);
  const validUntil = input.validUntil ?? addDays(day, usualDays);
  const expectedOn = input.expectedOn ?? addDays(day, usualDays);
  requireDays({ day, validUntil, expectedOn });
  const year = day.slice(0, 4);
  const offer = await insertRecord(ctx, Offer, {
    ...(input.id ? { id: input.id } : {}),
    dealId: deal.id,
    companyId: deal.companyId,
    ownerId: deal.ownerId,
    authorId: deal.ownerId ?? signedIn(ctx).id,
    number: `КП-${await nextNumber(ctx, `offer:${year}`)}/${year.slice(2)}`,
    day,
    status: 'open',
    reason: null,
    closedOn: null,
    validUntil,
    expectedOn,
    dueOn: dueOf({ validUntil, expectedOn }),
    equipmentType: input.equipmentType || (lines[0]?.type ?? ''),
    amount: amountOf(lines, input.amount ?? deal.amount),
    margin: input.margin ?? 0,
    probability: input.probability ?? usualProbability,
    vatRate: input.vatRate === undefined ? vatRateOn(day) : input.vatRate,
    paymentTerms: input.paymentTerms ?? deal.paymentTerms,
    deliveryTerms: input.deliveryTerms ?? null,
    note: input.note ?? null,
    createdAt: ctx.clock.now(),
    changedAt: ctx.clock.now(),
    deletedAt: null,
  });
  await replaceLines(ctx, OfferLine, { offerId: offer.id }, lines);
  await tellDeal(ctx, deal.id, { kind: 'offer', fromCode: offer.number, toCode: 'created' });
  return viewOffer(ctx, offer.id);
}

export async function changeOffer(
  ctx: Ctx,
  { id, version, lines, amount, equipmentType, ...changes }: EndpointParsed<typeof updateOffer>,
): Promise<OfferView> {
  const offer = await loadOffer(ctx, id, 'deals.write');
  const current = await viewOffer(ctx, id);
  requireVersion(offer, version, () => current);
  if (offer.status !== 'open') throw conflict('offers.closed');
  const dates = {
    day: changes.day ?? offer.day,
    validUntil: changes.validUntil ?? offer.validUntil,
    expectedOn: changes.expectedOn ?? offer.expectedOn,
  };
  requireDays(dates);
  const now = lines ?? (await findRows(ctx.db, OfferLine, { offerId: id }, ['position']));
  await updateRecord(ctx, Offer, offer, {
    ...changes,
    // Lines are part of the offer: a change of theirs alone makes its version another.
    changedAt: ctx.clock.now(),
    dueOn: dueOf(dates),
    ...(equipmentType === undefined ? {} : { equipmentType: equipmentType || (now[0]?.type ?? '') }),
    amount: amountOf(now, amount ?? offer.amount),
  });
  if (lines) await replaceLines(ctx, OfferLine, { offerId: id }, lines);
  return viewOffer(ctx, id);
}

export async function dropOffer(ctx: Ctx, { id, version }: EndpointParsed<typeof deleteOffer>): Promise<{ ok: true }> {
  const offer = await loadOffer(ctx, id, 'deals.delete');
  const current = await viewOffer(ctx, id);
  requireVersion(offer, version, () => current);
  await removeRecord(ctx, Offer, offer);
  return { ok: true };
}

function requireDays({ day, validUntil, expectedOn }: Pick<Offer, 'day' | 'validUntil' | 'expectedOn'>): void {
  if (validUntil < day) throw invalid({ validUntil: 'offers.beforeItsDay' });
  if (expectedOn < day) throw invalid({ expectedOn: 'offers.beforeItsDay' });
}

/** Priced lines are the amount; a bare sum is asked for only where there are none. */
function amountOf(lines: readonly Pick<LineInput, 'quantity' | 'price'>[], typed: number): number {
  const priced = lines.filter(({ price }) => price !== null);
  return priced.length ? priced.reduce((sum, { quantity, price }) => sum + lineAmount(quantity, price!), 0) : typed;
}

const linesOfDeal = async (ctx: Ctx, dealId: string): Promise<LineInput[]> =>
  (await findRows(ctx.db, DealLine, { dealId }, ['position'])).map(
    ({ type, name, subName, capacity, quantity, unit, price, note }) => ({
      type,
      name,
      subName,
      capacity,
      quantity,
      unit,
      price,
      note,
    }),
  );
