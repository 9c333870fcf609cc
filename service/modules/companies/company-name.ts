import { legalForms } from '../../kernel/legal-forms';
import { foldedWords } from '../../kernel/search-text';

/** A company's name in two: «ООО «Ромашка»» is the form «ООО» and the core «Ромашка». */
export interface NameParts {
  /** The abbreviation, whichever way it was written; null when the name has no legal form. */
  form: string | null;
  /** The name itself, without quotes. Never empty, unless the name was. */
  core: string;
}

/**
 * Takes the legal form off a name: before it or after it, abbreviated or in full, in any case, in Latin look-alikes
 * (OOO). A name that is nothing but a form stays a name.
 */
export function splitLegalForm(name: string): NameParts {
  const text = name.trim();
  for (const pattern of [leadingForm, trailingForm]) {
    const match = pattern.exec(text);
    const written = match?.groups?.form;
    if (!match || !written) continue;
    const core = withoutQuotes(text.slice(0, match.index) + text.slice(match.index + match[0].length));
    if (/[\p{L}\p{N}]/u.test(core)) return { form: formNamed(written), core };
  }
  return { form: null, core: withoutQuotes(text) || text };
}

/**
 * The key by which names are the same company's: «ООО "Ёлка-Сервис"» and «елка сервис, ООО» are `елка сервис`.
 * A name of signs alone is its own key.
 */
export function companyKey(name: string): string {
  const { core } = splitLegalForm(name);
  return foldedWords(core).join(' ') || core.toLowerCase();
}

const quotes = '"«»“”„‟‹›';

/** Drops quotes everywhere, but an apostrophe only at the edge of a word: «O'Key» keeps his. */
function withoutQuotes(text: string): string {
  return text
    .replace(new RegExp(`[${quotes}]`, 'g'), ' ')
    .replace(/(?<![\p{L}\p{N}])['’‘`]+|['’‘`]+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+([,.;:)])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, '');
}

const lookAlikes = new Map(
  Object.entries({ а: 'a', в: 'b', е: 'eё', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' }),
);

const shortPattern = (short: string) =>
  Array.from(short.toLowerCase(), (letter) =>
    letter === ' ' ? '\\s+' : `[${letter}${lookAlikes.get(letter) ?? ''}]`,
  ).join('');
const longPattern = (long: string) => long.replaceAll('е', '[её]').replaceAll(' ', '[\\s()-]+');

/** Ways to write a form, the longest first, so that «ФГБОУ ВО» is not «ФГБОУ». */
const patterns = legalForms
  .flatMap(({ short, long }) => [
    { form: short, length: short.length, pattern: shortPattern(short) },
    ...long.map((name) => ({ form: short, length: name.length, pattern: longPattern(name) })),
  ])
  .sort((a, b) => b.length - a.length)
  .map(({ form, pattern }) => ({ form, pattern, whole: new RegExp(`^${pattern}$`, 'iu') }));
const anyForm = `(?<form>${patterns.map(({ pattern }) => pattern).join('|')})`;

const leadingForm = new RegExp(`^[\\s(${quotes}]*${anyForm}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])[\\s.,:;)]*`, 'iu');
const trailingForm = new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)[\\s,(]*${anyForm}[\\s.)${quotes}]*$`, 'iu');

const formNamed = (written: string) => patterns.find(({ whole }) => whole.test(written))?.form ?? null;
