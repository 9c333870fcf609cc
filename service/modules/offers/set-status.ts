import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { conflict, invalid } from '../../kernel/errors';
import { publish } from '../../kernel/events';
import { requireVersion, updateRecord } from '../../kernel/records';
import { tellDeal } from '../deals/deals.public';
import { addDays, isOfficeDay, loadCalendar } from '../working-time/working-time.public';
import type { OfferView, redateOffer, setOfferStatus } from './offers.contract';
import { Offer } from './offers.entity';
import { today, viewOffer } from './offers.queries';
import { dueOf, loadOffer } from './write-offer';

/** Wins, loses, cancels or opens again; each is told in the deal's history, with the reason. */
export async function changeStatus(
  ctx: Ctx,
  { id, version, status, reason, closedOn }: EndpointParsed<typeof setOfferStatus>,
): Promise<OfferView> {
  const offer = await loadOffer(ctx, id, 'deals.write');
  const current = await viewOffer(ctx, id);
  requireVersion(offer, version, () => current);
  if (status === offer.status) return current;
  if ((status === 'lost' || status === 'cancelled') && !reason) throw invalid({ reason: 'offers.reasonNeeded' });
  if (closedOn && (closedOn > today(ctx) || closedOn < offer.day)) throw invalid({ closedOn: 'offers.closedWhen' });
  await updateRecord(ctx, Offer, offer, {
    status,
    reason: status === 'open' ? null : reason,
    closedOn: status === 'open' ? null : (closedOn ?? today(ctx)),
    changedAt: ctx.clock.now(),
  });
  await tellDeal(ctx, offer.dealId, { kind: 'offer', fromCode: offer.number, toCode: status, comment: reason });
  await publish(ctx, 'offers.closed', { offerId: id, status });
  return viewOffer(ctx, id);
}

const days = { week: 7, twoWeeks: 14, month: 30 };

/** New days in one tap: those gone by move to the first working day so far from today, the others stay. */
export async function redate(ctx: Ctx, { id, version, by }: EndpointParsed<typeof redateOffer>): Promise<OfferView> {
  const offer = await loadOffer(ctx, id, 'deals.write');
  const current = await viewOffer(ctx, id);
  requireVersion(offer, version, () => current);
  if (offer.status !== 'open') throw conflict('offers.closed');
  const calendar = await loadCalendar(ctx);
  let day = addDays(today(ctx), days[by]);
  while (!isOfficeDay(calendar, day)) day = addDays(day, 1);
  const later = (date: string) => (date < today(ctx) ? day : date);
  const dates = { validUntil: later(offer.validUntil), expectedOn: later(offer.expectedOn) };
  // Nothing has gone by yet: the whole offer moves.
  const moved =
    dates.validUntil === offer.validUntil && dates.expectedOn === offer.expectedOn
      ? {
          validUntil: day > offer.validUntil ? day : offer.validUntil,
          expectedOn: day > offer.expectedOn ? day : offer.expectedOn,
        }
      : dates;
  await updateRecord(ctx, Offer, offer, { ...moved, dueOn: dueOf(moved), changedAt: ctx.clock.now() });
  return viewOffer(ctx, id);
}
