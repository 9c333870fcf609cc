import { foldedWords } from '../../kernel/search-text';
import { legalForms } from '../../kernel/legal-forms';

const endings =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ией|ием|ой|ей|ом|ем|ою|ею|ах|ях|ую|юю|ая|яя|ые|ие|ый|ий|ое|ее|ых|их|ым|им|ов|ев|ам|ям|ию|ия|ии|а|я|о|е|у|ю|ы|и|ь|й)$/;

/**
 * What stays of a Russian word in all its cases: «Ромашкой» → «ромашк». Rough on purpose: it is looked for inside the
 * names, not compared with another stem. Three letters at least; other alphabets stay whole.
 */
export function stem(word: string): string {
  if (!/^[а-я]+$/.test(word) || word.length < 4) return word;
  const short = word.replace(endings, '');
  return short.length >= 3 ? short : word;
}

const forms = new Set<string>(legalForms.flatMap((form) => foldedWords(form.short)));

/** The stems of a name without its legal form: what a search is asked for. */
export function nameStems(name: string): string[] {
  const words = foldedWords(name);
  const own = words.filter((word) => !forms.has(word));
  return (own.length ? own : words).map(stem);
}

/** Two stems of one word: alike, or one the beginning of the other, four letters at least. */
export const sameStem = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)) && Math.abs(a.length - b.length) <= 3);
