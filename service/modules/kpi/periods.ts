import { addDays } from '../working-time/working-time.public';
import { periodKinds, type PeriodKind } from './kpi.contract';

/** A stretch of days, both included. */
export interface Period {
  kind: PeriodKind;
  start: string;
  end: string;
}

/** The week (from Monday), month, quarter or year a day falls into. */
export function periodOf(kind: PeriodKind, day: string): Period {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const date = (y: number, m: number, d: number) => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  switch (kind) {
    case 'week': {
      const start = addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
      return { kind, start, end: addDays(start, 6) };
    }
    case 'month':
      return { kind, start: date(year, month, 1), end: date(year, month + 1, 0) };
    case 'quarter': {
      const first = month - ((month - 1) % 3);
      return { kind, start: date(year, first, 1), end: date(year, first + 3, 0) };
    }
    case 'year':
      return { kind, start: date(year, 1, 1), end: date(year, 12, 31) };
  }
}

/** All four a day falls into. */
export const periodsOf = (day: string): Period[] => periodKinds.map((kind) => periodOf(kind, day));
