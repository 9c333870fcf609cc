import type { Birthday } from '../../../service/modules/companies/companies.contract';
import { daysBetween } from './zone-time';

const inMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const pad = (number: number) => String(number).padStart(2, '0');

/** The day it is kept next, today included; 29 February is kept on the 28th in a common year. */
export function nextBirthday({ day, month }: Birthday, today: string): string {
  const year = Number(today.slice(0, 4));
  const kept = (of: number) => `${of}-${pad(month)}-${pad(Math.min(day, inMonth(of, month)))}`;
  return kept(year) >= today ? kept(year) : kept(year + 1);
}

export const isNearBirthday = (birthday: Birthday, today: string, days = 14): boolean =>
  daysBetween(today, nextBirthday(birthday, today)) <= days;

/** «24 ноября» or «24 ноября 1985 г.» */
export function birthdayText({ day, month, year }: Birthday, language: string): string {
  const date = new Date(Date.UTC(year ?? 2024, month - 1, day));
  return date.toLocaleDateString(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(year && { year: 'numeric' }),
  });
}

export const monthNames = (language: string): string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2024, month, 1)).toLocaleDateString(language, { timeZone: 'UTC', month: 'long' }),
  );

export const isDate = ({ day, month, year }: Birthday): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= inMonth(year ?? 2024, month);
