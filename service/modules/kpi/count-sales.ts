import type { Ctx } from '../../kernel/context';
import type { Written } from '../../kernel/module';
import type { Deal } from '../deals/deals.public';
import type { Offer } from '../offers/offers.public';
import { addToPeriod, type Difference } from './count-period';
import { periodsOf } from './periods';

/** What one record adds, to whom and on which day. */
interface Part {
  userId: string | null;
  day: string;
  adds: Difference;
}

/** An offer counts for who made it on its day, unless it was cancelled; won, for who won it on the day he did. */
export function partsOfOffer(offer: Offer | null): Part[] {
  if (!offer || offer.deletedAt || offer.status === 'cancelled') return [];
  const { authorId, ownerId, day, amount, margin, closedOn } = offer;
  const made: Part = { userId: authorId, day, adds: { offers: 1, offersAmount: amount } };
  if (offer.status !== 'won') return [made];
  return [made, { userId: ownerId, day: closedOn!, adds: { offersWon: 1, wonAmount: amount, wonMargin: margin } }];
}

/** A deal counts for its responsible on its day; won, on the day it was. */
export function partsOfDeal(deal: Deal | null): Part[] {
  if (!deal || deal.deletedAt) return [];
  const { ownerId, day, amount, closedOn } = deal;
  const begun: Part = { userId: ownerId, day, adds: { deals: 1 } };
  if (deal.meaning !== 'won') return [begun];
  return [begun, { userId: ownerId, day: closedOn!, adds: { dealsWon: 1, dealsAmount: amount } }];
}

export const countOffer = (ctx: Ctx, { before, after }: Written<Offer>) =>
  moveParts(ctx, partsOfOffer(before), partsOfOffer(after));
export const countDeal = (ctx: Ctx, { before, after }: Written<Deal>) =>
  moveParts(ctx, partsOfDeal(before), partsOfDeal(after));

/** Out of where the record counted, into where it counts; what is the same on both sides writes nothing. */
async function moveParts(ctx: Ctx, before: Part[], after: Part[]): Promise<void> {
  const sums = new Map<string, { userId: string; kind: string; start: string; adds: Difference }>();
  for (const [parts, sign] of [
    [before, -1],
    [after, 1],
  ] as const)
    for (const { userId, day, adds } of parts) {
      if (!userId) continue;
      for (const { kind, start } of periodsOf(day)) {
        const key = `${userId} ${kind} ${start}`;
        const sum = sums.get(key) ?? { userId, kind, start, adds: {} };
        sums.set(key, sum);
        for (const [name, by] of Object.entries(adds) as [keyof Difference, number][])
          sum.adds[name] = (sum.adds[name] ?? 0) + sign * by;
      }
    }
  for (const { userId, kind, start, adds } of sums.values())
    await addToPeriod(ctx, userId, { kind: kind as ReturnType<typeof periodsOf>[number]['kind'], start }, adds);
}
