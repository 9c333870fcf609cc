import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import type { Country } from '../working-time/working-time.contract';
import type { PhoneView } from './companies.contract';

/**
 * Reads one phone as people and exports write it: 8(916)…, «доб. 12», «тел.», amoCRM's leading apostrophe.
 *
 * @param country whose national numbers these are, when no country code is written
 * @returns the text as written, without spaces and that apostrophe around it; `e164` is null when it is no phone number
 */
export function parsePhone(text: string, country: Country): PhoneView {
  const written = text.trim().replace(/^['’`]+\s*/, '');
  const extension = extensionAtEnd.exec(written);
  const number = extension ? written.slice(0, extension.index) : written;
  const phone = firstValid(readings(number, country));
  return { text: written, e164: phone?.number ?? null, extension: phone ? (extension?.groups?.digits ?? null) : null };
}

/**
 * The phones in one cell, divided by commas, semicolons, slashes, line ends, «и» or just a space between two whole
 * Russian numbers. What is too short to be a phone («доб. 12», the «01» of «43-00-00/01») stays with the one before it.
 */
export function splitPhones(cell: string): string[] {
  const pieces = cell.replace(afterWholeNumber, '$1;').split(/([,;/|\n\r]+|\s+и\s+)/u);
  const phones: string[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at]!.trim();
    const before = phones.at(-1);
    if (piece === '') continue;
    if (before === undefined || !isContinuation(piece)) phones.push(piece);
    else phones[phones.length - 1] = `${before}${pieces[at - 1]!.trimEnd()}${/^\d/.test(piece) ? '' : ' '}${piece}`;
  }
  return phones;
}

/** +7 843 000-00-00; a number of another country with its own spaces; what is not E.164 comes back as it is. */
export function formatPhone(e164: string): string {
  const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(e164);
  if (russian) return `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}`;
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

const extensionWords = '(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:ension)?)';
/** «доб. 12», «#12», «*12», and digits in brackets after the number. */
const extensionAtEnd = new RegExp(
  `[\\s,;(]*(?:${extensionWords}(?!\\p{L})[.:\\s]*|[#*]\\s*|(?<=\\d\\s*)\\()(?<digits>\\d{1,6})[\\s).]*$`,
  'iu',
);
const afterWholeNumber = /((?:\+7|(?<!\d)8)(?:[ ()-]{0,2}\d){10})\s+(?=\+7|8[ (-]|8\d{10}(?!\d))/g;
const extensionAtStart = new RegExp(`^\\(?${extensionWords}(?!\\p{L})`, 'iu');
const isContinuation = (piece: string) => /^\D*\d{0,4}\D*$/.test(piece) || extensionAtStart.test(piece);

/** The likeliest first: as a number of the country, with the plus that was left out, as a Russian one with its 8. */
function* readings(text: string, country: Country): Generator<PhoneNumber | undefined> {
  const number = text.replace(/(?<=\d)\s*\/\s*\d{1,4}\D*$/, ''); // «43-00-00/01»: two lines, the first is a number
  const digits = number.replace(/\D/g, '');
  yield parsePhoneNumberFromString(number, country);
  if (digits.length >= 11) yield parsePhoneNumberFromString(`+${digits}`);
  if (/^8\d{10}$/.test(digits)) yield parsePhoneNumberFromString(`+7${digits.slice(1)}`);
}

function firstValid(phones: Iterable<PhoneNumber | undefined>): PhoneNumber | null {
  for (const phone of phones) if (phone?.isValid()) return phone;
  return null;
}
