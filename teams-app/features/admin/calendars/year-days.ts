import type { CalendarDay } from '../../../../service/modules/working-time/working-time.contract';
import { addDays, weekdayOf } from '../../../shared/time/zone-time';

/** The kind of a day as people see it; `plain` is a day of the plain week. */
export type DayKind = CalendarDay['kind'] | 'plain';

export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);

/** The weeks of a month, Monday first; null before the first and after the last. */
export function weeksOf(month: string): (string | null)[][] {
  const weeks: (string | null)[][] = [];
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) {
    const weekday = weekdayOf(date);
    if (weekday === 0 || weeks.length === 0) weeks.push(Array<string | null>(7).fill(null));
    weeks.at(-1)![weekday] = date;
  }
  return weeks;
}

export const isWeekend = (date: string): boolean => weekdayOf(date) > 4;

/** A short day is a working one, on a Saturday too; a holiday never is. */
export function isWorking(date: string, kind: DayKind): boolean {
  return kind === 'working' || kind === 'short' || (kind === 'plain' && !isWeekend(date));
}
