import { minutesText, parseMinutes } from './zone-time';

const isReal = (date: string) => {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
};

/** «23.11.2026», «23.11», «23/11/26», «2026-11-23» → `2026-11-23`; a date without a year is the next such one. */
export function parseTypedDate(text: string, today: string): string | null {
  const plain = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(plain)) return isReal(plain) ? plain : null;
  const match = /^(\d{1,2})[./\s-](\d{1,2})(?:[./\s-](\d{2}|\d{4}))?\.?$/.exec(plain);
  if (!match) return null;
  const [, day, month, year] = match;
  const make = (of: number) => `${of}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  if (year) return checked(make(year.length === 2 ? 2000 + Number(year) : Number(year)));
  const thisYear = Number(today.slice(0, 4));
  return checked(make(thisYear) >= today ? make(thisYear) : make(thisYear + 1));
}

const checked = (date: string) => (isReal(date) ? date : null);

/** `2026-11-23` → «23.11.2026» */
export const typedDate = (date: string): string => date.split('-').reverse().join('.');

/** «9», «930», «9.30», «9:30» → `09:30` */
export function parseTypedTime(text: string): string | null {
  const plain = text.trim().replace(/[.\s-]/, ':');
  const digits = /^(\d{1,2})(\d{2})$/.exec(plain);
  const minutes = parseMinutes(/^\d{1,2}$/.test(plain) ? `${plain}:00` : digits ? `${digits[1]}:${digits[2]}` : plain);
  return minutes === null ? null : minutesText(minutes);
}
