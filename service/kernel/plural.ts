import type { Locale } from './context';

/**
 * «1 звонок, 2 звонка, 5 звонков». The words of a text stand in it with bars between: one|few|many in Russian, one|other in
 * English (CLDR plural rules).
 */
export function plural(locale: Locale, count: number, words: string): string {
  const forms = words.split('|');
  const rule = new Intl.PluralRules(locale).select(count);
  if (locale === 'en') return (rule === 'one' ? forms[0] : forms[1]) ?? forms[0]!;
  return (rule === 'one' ? forms[0] : rule === 'few' ? forms[1] : forms[2]) ?? forms[0]!;
}
