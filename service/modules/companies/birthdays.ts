import type { Birthday } from './companies.contract';

/**
 * The day a birthday is kept next, today included, and the age reached then (null when the year is not known).
 * 29 February is kept on 28 February in a common year.
 *
 * @param today `YYYY-MM-DD`, by the reader's calendar
 */
export function nextBirthday({ day, month, year }: Birthday, today: string): { date: string; age: number | null } {
  const thisYear = Number(today.slice(0, 4));
  const keptIn = (inYear: number) => isoDate(inYear, month, Math.min(day, lastDayOf(inYear, month)));
  const nextYear = keptIn(thisYear) >= today ? thisYear : thisYear + 1;
  return { date: keptIn(nextYear), age: year === null ? null : nextYear - year };
}

/**
 * The months and days whose birthdays are kept from today on, for so many days after it, in order: what a query asks
 * for. 29 February comes with 28 February in a common year.
 *
 * @param today `YYYY-MM-DD`, by the reader's calendar
 */
export function birthdaysWithin(today: string, days: number): Array<{ month: number; day: number }> {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  return Array.from({ length: days + 1 }, (_, ahead) => new Date(Date.UTC(year, month - 1, day + ahead))).flatMap(
    (date) => {
      const kept = { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      const leapDayToo = kept.month === 2 && kept.day === 28 && lastDayOf(date.getUTCFullYear(), 2) === 28;
      return leapDayToo ? [kept, { month: 2, day: 29 }] : [kept];
    },
  );
}

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const isoDate = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
