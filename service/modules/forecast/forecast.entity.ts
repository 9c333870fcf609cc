import { bigInteger, entity, id, instant, integer, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import type { moveReasons } from './forecast.contract';

/**
 * By how much one write moved the forecast of a month. The moves up to a day add up to the forecast as it was that day,
 * and all of them to what it is now.
 */
export interface ForecastMoveRow {
  id: string;
  offerId: string;
  at: Date;
  byId: string | null;
  month: string;
  ownerId: string | null;
  equipmentType: string;
  amount: number;
  weighted: number;
  margin: number;
  won: number;
  wonMargin: number;
  why: (typeof moveReasons)[number];
}

export const ForecastMoveRow = entity<ForecastMoveRow>({
  name: 'forecast_move',
  columns: {
    id: id(),
    offerId: id(),
    at: instant(),
    byId: nullable(id()),
    month: text(7),
    ownerId: nullable(id()),
    equipmentType: text(120),
    amount: bigInteger(),
    weighted: bigInteger(),
    margin: bigInteger(),
    won: bigInteger(),
    wonMargin: bigInteger(),
    why: text(20),
  },
});

/** What a manager is to sell in a month, kopecks. */
export interface SalesPlan extends Recorded {
  userId: string;
  month: string;
  amount: number;
}

export const SalesPlan = entity<SalesPlan>({
  name: 'sales_plan',
  columns: { id: id(), version: integer(), userId: id(), month: text(7), amount: bigInteger() },
  audit: { scope: 'userId' },
});
