const formats = new Map<string, Intl.NumberFormat>();

/** Kopecks as «1 250 000 ₽», with kopecks only when there are some; thousands do not break. */
export function moneyText(minor: number, language: string, currency = 'RUB'): string {
  const digits = minor % 100 === 0 ? 0 : 2;
  const key = `${language}|${currency}|${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  return format.format(minor / 100);
}

/** «1 250 000,50» as typed → kopecks; null when it is not a sum. */
export function parseMoney(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f₽]/g, '').replace(',', '.');
  if (!/^\d{1,13}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}

export function numberText(value: number, language: string): string {
  return value.toLocaleString(language);
}
