import { i18n } from '../texts/i18n';

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file's size in the reader's language: «12 кБ», «1,2 МБ»; less than one kilobyte is one. */
export function bytesText(bytes: number): string {
  let value = Math.max(bytes / 1024, 1);
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const maximumFractionDigits = unit > 0 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(i18n.language || 'ru', {
    style: 'unit',
    unit: units[unit],
    maximumFractionDigits,
  }).format(value);
}
