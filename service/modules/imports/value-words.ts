import type { CompanyStatus, purchasingPowers } from '../companies/companies.contract';

type PurchasingPower = (typeof purchasingPowers)[number];

const statuses: Record<string, CompanyStatus> = {
  клиент: 'client',
  'действующий клиент': 'client',
  'постоянный клиент': 'client',
  'текущий клиент': 'client',
  покупатель: 'client',
  заказчик: 'client',
  client: 'client',
  customer: 'client',
  'общая база': 'pool',
  база: 'pool',
  'потенциальный клиент': 'pool',
  потенциальный: 'pool',
  лид: 'pool',
  pool: 'pool',
  lead: 'pool',
  prospect: 'pool',
  'sales qualified lead': 'pool',
  'marketing qualified lead': 'pool',
  opportunity: 'pool',
  subscriber: 'pool',
};

const powers: Record<string, PurchasingPower> = {
  высокая: 'high',
  высокий: 'high',
  high: 'high',
  a: 'high',
  а: 'high',
  средняя: 'medium',
  средний: 'medium',
  medium: 'medium',
  b: 'medium',
  б: 'medium',
  в: 'low',
  низкая: 'low',
  низкий: 'low',
  low: 'low',
  c: 'low',
  с: 'low',
};

const plain = (text: string) => text.trim().toLowerCase().replaceAll('ё', 'е');

/** `Клиент`, `Общая база`, `Customer` … as our status; null for a word we do not know. */
export const statusOf = (text: string): CompanyStatus | null => statuses[plain(text)] ?? null;

/** `Высокая`, `medium`, `C` … ; null for a word we do not know. */
export const purchasingPowerOf = (text: string): PurchasingPower | null => powers[plain(text)] ?? null;

/**
 * What people and programs write where there is nothing. Empty dates are `0.0.00` of Outlook, the first day of the year
 * 1 of 1C, and of the year 4501 of Exchange.
 */
export const isNothing = (text: string): boolean => nothings.some((nothing) => nothing.test(text.trim()));

const nothings = [
  /^[-–—.?*_/\\]*$/,
  /^(нет|отсутствует|н\/д|нет данных|не указан[аоы]?|null|none|n\/a|undefined|nan)$/i,
  // Excel's errors in two languages, which data.mos.ru spells «#Н/ Д».
  /^#[\p{L}/ ]+[!?]?$/u,
  /^(0+[./]0+[./]0+|0?1[./]0?1[./](0001|4501))(\D.*)?$/,
];
