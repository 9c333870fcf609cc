import { DateTime } from 'luxon';
import type { Birthday } from './companies.contract';

const isLeap = (year: number) => DateTime.utc(year).isInLeapYear;

/** Who was born on 29 February keeps the day on 28 February in a common year. */
const keptOn = ({ day, month }: Pick<Birthday, 'day' | 'month'>, year: number): string =>
  DateTime.utc(year, month, day === 29 && month === 2 && !isLeap(year) ? 28 : day).toISODate()!;

/** The next time the birthday is kept, today included, and the years reached then (null when the year is unknown). */
export function nextBirthday(birthday: Birthday, today: string): { date: string; age: number | null } {
  const year = Number(today.slice(0, 4));
  const thisYear = keptOn(birthday, year);
  const date = thisYear >= today ? thisYear : keptOn(birthday, year + 1);
  return { date, age: birthday.year === null ? null : Number(date.slice(0, 4)) - birthday.year };
}

/** The (month, day) pairs kept from today on for so many days, as they stand in the database. */
export function birthdaysWithin(today: string, days: number): { month: number; day: number }[] {
  const pairs: { month: number; day: number }[] = [];
  for (let ahead = 0; ahead < days; ahead += 1) {
    const { year, month, day } = DateTime.fromISO(today, { zone: 'UTC' }).plus({ days: ahead });
    pairs.push({ month, day });
    if (month === 2 && day === 28 && !isLeap(year)) pairs.push({ month: 2, day: 29 });
  }
  return pairs;
}
