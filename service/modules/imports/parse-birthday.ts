import type { Birthday } from '../companies/companies.contract';

/**
 * Reads a birthday the way people and programs write it: `15.04.1980`, `15.4.80`, `1980-04-15`, `19800415`,
 * `4/15/1980` (month first, as English programs write; day first if the month would be beyond 12), `--04-15`, `--0415`,
 * `15 апреля`, `15 апреля 1980 г.`, `April 15, 1980`. A time of day behind the date is dropped.
 *
 * Null when it is no date. The year is null when it is left out or is one of those that programs put for "unknown".
 */
export function parseBirthday(text: string): Birthday | null {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/(\d)[t ]\d{1,2}:\d{2}.*$/, '$1')
    .replace(/\s*(г\.?|года)$/, '');
  const [day, month, year] = byNumbers(written) ?? byWords(written) ?? [];
  if (day === undefined || month === undefined) return null;
  return birthdayOf(day, month, year === undefined ? null : fullYear(year));
}

type Parts = [day: string, month: string, year?: string];

function byNumbers(text: string): Parts | null {
  const dots = /^(\d{1,2})[.-](\d{1,2})(?:[.-](\d{4}|\d{2}))?\.?$/.exec(text);
  if (dots) return [dots[1]!, dots[2]!, dots[3]];
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return [iso[3]!, iso[2]!, iso[1]];
  const yearless = /^--(\d{2})-?(\d{2})$/.exec(text);
  if (yearless) return [yearless[2]!, yearless[1]!];
  const slashes = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(text);
  if (slashes)
    return Number(slashes[1]) > 12 ? [slashes[1]!, slashes[2]!, slashes[3]] : [slashes[2]!, slashes[1]!, slashes[3]];
  return null;
}

const months = [
  'янв|jan',
  'фев|feb',
  'мар|mar',
  'апр|apr',
  'ма[йя]|may',
  'июн|jun',
  'июл|jul',
  'авг|aug',
  'сен|sep',
  'окт|oct',
  'ноя|nov',
  'дек|dec',
].map((start) => new RegExp(`^(${start})`));

function byWords(text: string): Parts | null {
  const [, first = '', second = '', year] = /^(\S+?)[\s.]+(\S+?)[\s.,]*(\d{4})?$/.exec(text) ?? [];
  const [day, word] = /^\d/.test(first) ? [first, second] : [second, first];
  const month = months.findIndex((name) => name.test(word)) + 1;
  return month > 0 && /^\d{1,2}$/.test(day.replace(/,$/, '')) ? [day.replace(/,$/, ''), String(month), year] : null;
}

/** Two digits are of the last hundred years, counted so that nobody in business is a child. */
function fullYear(text: string): number | null {
  const year = Number(text);
  if (text.length === 2) return year <= 15 ? 2000 + year : 1900 + year;
  // 1604 is Apple's and 4501 is Exchange's way to say that there is no year.
  return year >= 1900 && year <= 2100 ? year : null;
}

function birthdayOf(dayText: string, monthText: string, year: number | null): Birthday | null {
  const day = Number(dayText);
  const month = Number(monthText);
  const real = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
  return real ? { day, month, year } : null;
}
