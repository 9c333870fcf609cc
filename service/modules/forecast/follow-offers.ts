import type { Ctx } from '../../kernel/context';
import { newId } from '../../kernel/id';
import type { Written } from '../../kernel/module';
import { weighted } from '../../kernel/money';
import { insertRows } from '../../kernel/rows';
import type { Offer } from '../offers/offers.public';
import { ForecastMoveRow } from './forecast.entity';

type Place = Pick<ForecastMoveRow, 'month' | 'ownerId' | 'equipmentType'>;
type Figures = Pick<ForecastMoveRow, 'amount' | 'weighted' | 'margin' | 'won' | 'wonMargin'>;

const nothing: Figures = { amount: 0, weighted: 0, margin: 0, won: 0, wonMargin: 0 };

/** Where an offer stands in the forecast, and with what; a lost one stands nowhere. */
export function standing(offer: Offer | null): (Place & Figures) | null {
  if (!offer || offer.deletedAt) return null;
  const { ownerId, equipmentType, amount, margin, probability } = offer;
  if (offer.status === 'open')
    return {
      month: offer.expectedOn.slice(0, 7),
      ownerId,
      equipmentType,
      ...nothing,
      amount,
      weighted: weighted(amount, probability),
      margin: weighted(margin, probability),
    };
  if (offer.status === 'won')
    return {
      month: offer.closedOn!.slice(0, 7),
      ownerId,
      equipmentType,
      ...nothing,
      won: amount,
      wonMargin: margin,
    };
  return null;
}

/** Writes down by how much a write of an offer moved the forecast: out of where it stood, into where it stands. */
export async function followOffer(ctx: Ctx, { before, after }: Written<Offer>): Promise<void> {
  const [stood, stands] = [standing(before), standing(after)];
  const offer = (after ?? before)!;
  const samePlace =
    stood &&
    stands &&
    stood.month === stands.month &&
    stood.ownerId === stands.ownerId &&
    stood.equipmentType === stands.equipmentType;
  const parts = samePlace
    ? [{ ...stands, ...minus(stands, stood) }]
    : [...(stood ? [{ ...stood, ...minus(nothing, stood) }] : []), ...(stands ? [stands] : [])];
  const moved = parts.filter((part) => figureNames.some((name) => part[name] !== 0));
  if (moved.length === 0) return;
  const now = ctx.clock.now();
  await insertRows(
    ctx.db,
    ForecastMoveRow,
    moved.map((part) => ({
      id: newId(now),
      offerId: offer.id,
      at: now,
      byId: ctx.user?.id ?? null,
      ...part,
      why: reasonOf(before, after),
    })),
  );
}

const figureNames = Object.keys(nothing) as (keyof Figures)[];
const minus = (a: Figures, b: Figures): Figures =>
  Object.fromEntries(figureNames.map((name) => [name, a[name] - b[name]])) as unknown as Figures;

function reasonOf(before: Offer | null, after: Offer | null): ForecastMoveRow['why'] {
  if (!after || (after.deletedAt && !before?.deletedAt)) return 'deleted';
  if (!before || (before.deletedAt && !after.deletedAt)) return 'created';
  if (before.status !== after.status) return after.status === 'open' ? 'reopened' : after.status;
  if (before.ownerId !== after.ownerId) return 'handed';
  return before.expectedOn.slice(0, 7) === after.expectedOn.slice(0, 7) ? 'changed' : 'moved';
}
