import { legalForms } from './legal-forms';

/**
 * The one normalisation of search, the same on both engines: neither folds Cyrillic and ё in its LIKE or its trigrams.
 * What is searched becomes a document of tokens, what is typed becomes terms that are substrings of it.
 */

/** Stands before, between and after the tokens, so that "  р" and " ро" are the beginning of a word. */
const joint = '  ';
const maxTerms = 8;

/** Lower case, ё as е, without accents and invisible characters. Punctuation stays. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('ё', 'е');
}

/** The words of a text, folded: letters and digits without the punctuation around them. */
export function foldedWords(text: string): string[] {
  return withoutApostrophes(foldText(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What is stored to be searched: tokens in the order of the parts, surrounded by two spaces each; '' of nothing.
 * Full legal forms become abbreviations, e-mails stay whole, a phone is its digits with 7 for the trunk 8: a number
 * typed without either is a substring of that.
 */
export function searchDocument(parts: ReadonlyArray<string | null | undefined>): string {
  const tokens = parts.flatMap((part) => (part ? documentTokens(part) : []));
  return tokens.length > 0 ? joint + tokens.join(joint) + joint : '';
}

/**
 * What is typed, as an AND of ORs: every inner list must have a member that is a substring of the document. Members
 * are of three characters or more, for the trigrams; shorter terms come padded and mean the beginning of a word.
 *
 * The members are readings of one term: as typed; typed in the other keyboard layout (ЙЦУКЕН for QWERTY and back, where
 * , . ; ' [ ] ` are the letters б ю ж э х ъ ё); a number as a phone without its 8 or 7. A reading that contains another
 * one finds nothing more and is left out. Legal forms are dropped when anything else remains. At most 8 terms.
 */
export function searchTerms(query: string): string[][] {
  const typed = prepared(query).match(queryToken) ?? [];
  const terms = typed.flatMap((token) => (isDigitRun(token) ? numberTerms(token) : wordTerms(token)));
  const names = terms.filter((term) => !term.legalForm);
  return distinct((names.length > 0 ? names : terms).map((term) => term.readings)).slice(0, maxTerms);
}

interface Term {
  readings: string[];
  legalForm: boolean;
}

// Shapes -------------------------------------------------------------------------------------------------------------

const email = '[\\p{L}\\p{N}._+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.[\\p{L}\\p{N}]+';
const gap = '[\\s().‑–—-]{0,3}';
/** Whole numbers: +7 and 8 with ten digits, other countries with their plus, an area code in brackets, local habits. */
const phone = [
  '(?<![\\p{L}\\p{N}+_@-])(?:',
  [
    `\\+?[78](?:${gap}\\d){10}`,
    `\\+(?![78])\\d(?:${gap}\\d){8,13}`,
    `\\(\\d{3}\\)(?:${gap}\\d){7}|\\(\\d{4}\\)(?:${gap}\\d){6}|\\(\\d{5}\\)(?:${gap}\\d){5}`,
    '\\d{3}[\\s-]\\d{3}[\\s-]\\d{2}[\\s-]\\d{2}',
    '\\d{3}-\\d{2}-\\d{2}',
  ].join('|'),
  ')(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])',
].join('');
/** Digits with phone punctuation between them, perhaps a number not yet typed to its end. */
const digitRun = '[+(]*\\d+(?:[\\s()‑–—-]{1,3}\\d+)*[)-]?(?![^\\s,;])';

const documentToken = new RegExp(`${email}|${phone}|[\\p{L}\\p{N}]+`, 'gu');
const queryToken = new RegExp(`${phone}|${digitRun}|\\S+`, 'gu');
const wholeEmail = new RegExp(email, 'u');
const wholePhone = new RegExp(`^${phone}$`, 'u');

function documentTokens(part: string): string[] {
  return (withoutApostrophes(prepared(part)).match(documentToken) ?? []).map((token) =>
    wholePhone.test(token) ? digitsOf(token).replace(/^8(?=\d{10}$)/, '7') : token,
  );
}

// Words --------------------------------------------------------------------------------------------------------------

function wordTerms(chunk: string): Term[] {
  const address = wholeEmail.exec(chunk);
  if (address) return [{ readings: [address[0]], legalForm: false }];

  // «ромашка,казань» is two terms; «ромашка-сервис» is two words that stand together.
  const words = chunk.split(/[,;:/\\|()[\]{}<>«»"“”„]+/).filter((word) => foldedWords(word).length > 0);
  const retyped = inOtherLayout(chunk);
  const otherwise = retyped === null ? [] : wordReadings(retyped);
  // (a and b) or c, as the AND of ORs that it is: (a or c) and (b or c).
  return words.map((word) => ({
    readings: shortest([...wordReadings(word), ...otherwise]),
    legalForm:
      shortForms.has(foldedWords(word).join(' ')) ||
      (retyped !== null && retyped.length > 2 && shortForms.has(retyped)),
  }));
}

function wordReadings(word: string): string[] {
  const pieces = foldedWords(word);
  const [number] = pieces;
  if (pieces.length === 0) return [];
  if (pieces.length === 1 && number && /^\d+$/.test(number)) {
    return [...numberReadings(number).map(padded), ...withMarks(word)];
  }
  return [padded(pieces.join(joint)), ...withMarks(word)];
}

/** A word with the marks that e-mails are made of is kept with them too, because the document keeps e-mails whole. */
const withMarks = (word: string) => (/[._@+-]/.test(word) && /^[\p{L}\p{N}._@+-]{3,}$/u.test(word) ? [word] : []);

const latinKeys = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,.`{}:"<>~';
const cyrillicKeys = 'йцукенгшщзхъфывапролджэячсмитьбюехъжэбюе';
const toCyrillic = new Map(Array.from(latinKeys, (key, place) => [key, cyrillicKeys[place] ?? key]));
const toLatin = new Map([
  ...Array.from(latinKeys.slice(0, latinKeys.indexOf('`')), (key, place): [string, string] => [
    cyrillicKeys[place] ?? key,
    key,
  ]),
  ['"', '@'] as const,
]);

/** The same keys pressed in the other layout; null for both alphabets or none, for an e-mail, for noise. */
export function inOtherLayout(text: string): string | null {
  const latin = /[a-z]/.test(text);
  if (latin === /[а-я]/.test(text) || text.includes('@')) return null;
  const retyped = Array.from(text, (key) => (latin ? toCyrillic : toLatin).get(key) ?? key).join('');
  return latin || /^[a-z\d._@+-]+$/.test(retyped) ? retyped : null;
}

// Numbers ------------------------------------------------------------------------------------------------------------

const isDigitRun = (token: string) => /^[\d\s()+.‑–—-]+$/.test(token) && /\d\D|^\D+\d/.test(token);

/**
 * One term when it looks like a phone, or has no spaces. Otherwise the numbers may as well be several: each must be
 * found, or all of them together as one.
 */
function numberTerms(run: string): Term[] {
  const numbers = run.match(/\d+/g) ?? [];
  const digits = numbers.join('');
  if (digits.length > 15) return numbers.map((number) => numberTerm(numberReadings(number)));

  const code = /^\+[78]/.test(run) || /^[78]$/.test(numbers[0] ?? '') || digits.length === 11;
  const together = code ? phoneReadings(digits) : [digits];
  if (wholePhone.test(run) && digits.length >= 10) return [numberTerm(together)];
  if (/[+(]/.test(run) || (code && digits.length >= 7) || !/\s/.test(run)) {
    return [numberTerm([...together, padded(numbers.join(joint)), ...withMarks(run)])];
  }
  return numbers.map((number) => numberTerm([...numberReadings(number), ...together]));
}

const numberTerm = (readings: string[]): Term => ({ readings: shortest(readings.map(padded)), legalForm: false });

/** A number in one piece. Ten digits are an INN or a phone without its 8, twelve and more are never a phone. */
function numberReadings(digits: string): string[] {
  if (digits.length === 10 || digits.length > 11) return [digits];
  if (digits.length >= 7) return phoneReadings(digits);
  return digits.length >= 4 && digits.startsWith('8') ? [digits, `7${digits.slice(1)}`] : [digits];
}

function phoneReadings(digits: string): string[] {
  const withoutCode = digits.slice(1);
  return /^[78]./.test(digits) ? [digits, `7${withoutCode}`, withoutCode] : [digits];
}

// Small things -------------------------------------------------------------------------------------------------------

/** As typed in a query; the common ones are typed in Latin letters too, which look the same. */
const shortForms = new Set([...legalForms.map(({ short }) => foldText(short)), 'ooo', 'oao', 'ao']);
const formByName = new Map(
  legalForms.flatMap(({ short, long }) => long.map((name) => [name, foldText(short)] as const)),
);
const longForm = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...formByName.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(' ', '[\\s()-]+'))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);
/** Folded, with legal forms abbreviated and without the beginning of web addresses. */
const prepared = (text: string) =>
  foldText(text)
    .replace(/https?:\/\/(?:www\.)?/g, ' ')
    .replace(longForm, (name) => formByName.get(name.split(/[\s()-]+/).join(' ')) ?? name);

const digitsOf = (text: string) => text.replace(/\D/g, '');
const withoutApostrophes = (text: string) => text.replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '');

function padded(term: string): string {
  const length = Array.from(term).length;
  return length < 3 ? ' '.repeat(3 - length) + term : term;
}

function shortest(readings: string[]): string[] {
  const all = [...new Set(readings)];
  return all.filter((reading) => !all.some((other) => other !== reading && reading.includes(other)));
}

function distinct(terms: string[][]): string[][] {
  return [...new Map(terms.map((readings) => [readings.join('\n'), readings])).values()];
}
