import type { ReportPeriod } from '../../../service/modules/reports/reports.contract';
import { addDays } from '../../shared/time/zone-time';

const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** The day, week (from Monday), month, quarter or year around a day, or the one before it. */
export function periodAround(kind: ReportPeriod, today: string, previous = false): { from: string; to: string } {
  const [year, number] = today.split('-').map(Number) as [number, number];
  const month = number - 1;
  const back = previous ? 1 : 0;
  switch (kind) {
    case 'day': {
      const date = addDays(today, -back);
      return { from: date, to: date };
    }
    case 'week': {
      const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) - 7 * back);
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'month':
      return { from: day(year, month - back, 1), to: day(year, month - back + 1, 0) };
    case 'quarter': {
      const first = month - (month % 3) - 3 * back;
      return { from: day(year, first, 1), to: day(year, first + 3, 0) };
    }
    case 'year':
      return { from: day(year - back, 0, 1), to: day(year - back, 11, 31) };
  }
}
