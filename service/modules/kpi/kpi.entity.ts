import { bigInteger, entity, flag, id, integer, nullable, localDate, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import type { PeriodKind } from './kpi.contract';

/** What counts as a contact; one row, `kpi`. */
export interface KpiRule extends Recorded {
  talkSeconds: number;
  noteLength: number;
  countUnreached: boolean;
  burstCalls: number;
  burstMinutes: number;
}

export const KpiRule = entity<KpiRule>({
  name: 'kpi_rule',
  columns: {
    id: id(),
    version: integer(),
    talkSeconds: integer(),
    noteLength: integer(),
    countUnreached: flag(),
    burstCalls: integer(),
    burstMinutes: integer(),
  },
});

/** A week's norm from a day on, until the next one begins. `whose` is a user's id or `all`. */
export interface KpiNorm extends Recorded {
  whose: string;
  fromDay: string;
  calls: number;
  meetings: number;
  offers: number;
}

export const KpiNorm = entity<KpiNorm>({
  name: 'kpi_norm',
  columns: {
    id: id(),
    version: integer(),
    whose: text(36),
    fromDay: localDate(),
    calls: integer(),
    meetings: integer(),
    offers: integer(),
  },
});

/** A contact that counts: of a company once a day and kind. Every number of contacts is a count of these rows. */
export interface KpiContact {
  id: string;
  userId: string;
  companyId: string;
  /** By the manager's clock. */
  day: string;
  kind: string;
  activityId: string;
}

export const KpiContact = entity<KpiContact>({
  name: 'kpi_contact',
  columns: { id: id(), userId: id(), companyId: id(), day: localDate(), kind: text(20), activityId: id() },
});

/** A manager's figures of a period, kept with every write; counted anew from the records they come out the same. */
export interface KpiPeriod {
  id: string;
  userId: string;
  kind: PeriodKind;
  start: string;
  /** How many companies were his when it began; null while it has not begun. */
  base: number | null;
  calls: number;
  meetings: number;
  negotiations: number;
  companies: number;
  processed: number;
  offers: number;
  offersAmount: number;
  offersWon: number;
  wonAmount: number;
  wonMargin: number;
  deals: number;
  dealsWon: number;
  dealsAmount: number;
}

export const KpiPeriod = entity<KpiPeriod>({
  name: 'kpi_period',
  columns: {
    id: id(),
    userId: id(),
    kind: text(10),
    start: localDate(),
    base: nullable(integer()),
    calls: integer(),
    meetings: integer(),
    negotiations: integer(),
    companies: integer(),
    processed: integer(),
    offers: integer(),
    offersAmount: bigInteger(),
    offersWon: integer(),
    wonAmount: bigInteger(),
    wonMargin: bigInteger(),
    deals: integer(),
    dealsWon: integer(),
    dealsAmount: bigInteger(),
  },
});

export type FigureName = Exclude<keyof KpiPeriod, 'id' | 'userId' | 'kind' | 'start' | 'base'>;
export const figureNames = Object.keys(KpiPeriod.columns).filter(
  (name) => !['id', 'userId', 'kind', 'start', 'base'].includes(name),
) as FigureName[];
