import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import type { TextEncoding } from './text-encoding';

/** The columns a card becomes. Faxes are shown and left unmapped. */
export const vcardHeaders = [
  'ORG',
  'ORG: department',
  'FN',
  'N: last',
  'N: first',
  'N: middle',
  'TITLE',
  'TEL: work',
  'TEL: cell',
  'TEL: home',
  'TEL: other',
  'TEL: fax',
  'EMAIL',
  'ADR',
  'ADR: city',
  'ADR: region',
  'URL',
  'BDAY',
  'NOTE',
] as const;
type VcardHeader = (typeof vcardHeaders)[number];

export type VcardRecord = { cells: string[] } | { fault: string };

type Property = { name: string; types: Set<string>; parameters: Map<string, string>; value: Buffer };

/** Cards of a vCard file, versions 2.1 to 4.0, as rows under `vcardHeaders`; a card without its end is a fault. */
export async function* readVcards(path: string, encoding: TextEncoding): AsyncGenerator<VcardRecord> {
  const charset = encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  let lines: string[] | null = null;
  let depth = 0;
  for await (const line of rawLines(path, encoding)) {
    const mark = line.trim().toUpperCase();
    if (mark === 'BEGIN:VCARD') {
      // A card inside a card is the agent of its person; otherwise the card before has lost its end.
      if (lines && /^AGENT\b.*:\s*$/i.test(lines.at(-1) ?? '')) depth++;
      else {
        if (lines) yield { fault: 'imports.cardNotClosed' };
        lines = [];
      }
    } else if (mark === 'END:VCARD' && depth > 0) depth--;
    else if (mark === 'END:VCARD') {
      if (lines) yield { cells: readCard(lines, charset) };
      lines = null;
    } else if (depth === 0) lines?.push(line);
  }
  if (lines) yield { fault: 'imports.cardNotClosed' };
}

/** Lines as Latin-1, one character a byte: in version 2.1 every property may have a charset of its own. */
async function* rawLines(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = encoding.startsWith('utf-16') ? iconv.getDecoder(encoding) : null;
  let rest = '';
  for await (const chunk of createReadStream(path)) {
    rest += decoder
      ? Buffer.from(decoder.write(chunk as Buffer)).toString('latin1')
      : (chunk as Buffer).toString('latin1');
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

function readCard(lines: string[], charset: string): string[] {
  const card = new Map<VcardHeader, string[]>();
  const put = (header: VcardHeader, value: string) => {
    const text = value.trim();
    const values = card.get(header) ?? [];
    if (text !== '' && !values.includes(text)) card.set(header, [...values, text]);
  };
  let addressRank = 0;
  const properties = readProperties(lines);
  const hasCompany = properties.some(({ name, value }) => name === 'ORG' && value.length > 0);

  for (const property of properties) {
    const parts = () => structured(property, charset);
    const text = () => decode(property, property.value.toString('latin1'), charset);
    switch (property.name) {
      case 'ORG':
        if (!card.has('ORG')) {
          const [company = '', ...units] = parts();
          put('ORG', company);
          put('ORG: department', units.filter(Boolean).join(', '));
        }
        break;
      case 'FN':
        if (!card.has('FN')) put('FN', text());
        break;
      case 'N': {
        const [last = '', first = '', middle = ''] = parts();
        put('N: last', last);
        put('N: first', first);
        put('N: middle', middle);
        break;
      }
      case 'TITLE':
        put('TITLE', text());
        break;
      case 'TEL':
        put(phoneHeader(property.types), text().replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '));
        break;
      case 'EMAIL':
        put('EMAIL', text().replace(/^mailto:/i, ''));
        break;
      case 'ADR': {
        // The home address of somebody's employee is not the address of the company.
        const rank = property.types.has('WORK') ? 3 : property.types.has('HOME') ? (hasCompany ? 0 : 1) : 2;
        if (rank <= addressRank) break;
        addressRank = rank;
        const [box = '', extended = '', street = '', city = '', region = '', index = '', country = ''] = parts();
        card.set('ADR', [
          [index, country, region, city, street, extended, box]
            .filter(Boolean)
            .join(', ')
            .replace(/\s*\n\s*/g, ', '),
        ]);
        card.set('ADR: city', [city]);
        card.set('ADR: region', [region]);
        break;
      }
      case 'URL':
      case 'BDAY':
        if (!card.has(property.name)) put(property.name, text());
        break;
      case 'NOTE':
        put('NOTE', text());
        break;
    }
  }
  // A card whose full name is the company's is the company itself, not a person of it.
  if (card.get('FN')?.[0] === card.get('ORG')?.[0] && !(card.has('N: last') && card.has('N: first')))
    for (const header of ['FN', 'N: last', 'N: first', 'N: middle'] as const) card.delete(header);
  return vcardHeaders.map((header) => (card.get(header) ?? []).join(header === 'NOTE' ? '\n' : '; '));
}

function phoneHeader(types: Set<string>): VcardHeader {
  if (types.has('FAX') || types.has('PAGER')) return 'TEL: fax';
  if (types.has('CELL') || types.has('IPHONE')) return 'TEL: cell';
  if (types.has('WORK') || types.has('MAIN')) return 'TEL: work';
  return types.has('HOME') ? 'TEL: home' : 'TEL: other';
}

const propertyLine = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s;

/** The properties of a card; binary ones (photos, keys) are left out. */
function readProperties(lines: string[]): Property[] {
  return unfold(lines).flatMap((line) => readProperty(line) ?? []);
}

/** Joins the lines of each property. In pieces, for a photo has thousands of lines. */
function unfold(lines: string[]): string[] {
  const properties: string[][] = [];
  let quotedPrintable = false;
  let softBreak = false;
  for (const line of lines) {
    const text = quotedPrintable && line.endsWith('=') ? line.slice(0, -1) : line;
    const property = properties.at(-1);
    if (property && softBreak) property.push(text.replace(/^[ \t]/, ''));
    else if (property && /^[ \t]/.test(line)) property.push(text.slice(1));
    // Some writers put the second line of a note bare.
    else if (property && line !== '' && !propertyLine.test(line)) property.push(`\n${text}`);
    else if (line !== '') {
      quotedPrintable = isQuotedPrintable(line);
      properties.push([quotedPrintable && line.endsWith('=') ? line.slice(0, -1) : line]);
    }
    softBreak = quotedPrintable && line.endsWith('=');
  }
  return properties.map((pieces) => pieces.join(''));
}

const isQuotedPrintable = (line: string) => /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line);

function readProperty(line: string): Property | null {
  const match = propertyLine.exec(line);
  if (!match) return null;
  const [, name = '', parameterText = '', value = ''] = match;
  const types = new Set<string>();
  const parameters = new Map<string, string>();
  for (const parameter of parameterText.match(/;(?:"[^"]*"|[^";])*/g) ?? []) {
    const [key = '', setting] = parameter.slice(1).replaceAll('"', '').toUpperCase().split('=', 2);
    // Version 2.1 writes types and encodings bare: `TEL;WORK;VOICE`.
    if (setting === undefined) types.add(key);
    else if (key === 'TYPE') setting.split(',').forEach((type) => types.add(type));
    else parameters.set(key, setting);
  }
  const encoding = parameters.get('ENCODING') ?? '';
  if (encoding === 'B' || encoding === 'BASE64' || types.has('BASE64')) return null;
  if (types.has('QUOTED-PRINTABLE')) parameters.set('ENCODING', 'QUOTED-PRINTABLE');
  return { name: name.toUpperCase(), types, parameters, value: Buffer.from(value, 'latin1') };
}

/** The parts between the semicolons; they are cut before decoding, for an encoded semicolon is text. */
function structured(property: Property, charset: string): string[] {
  return property.value
    .toString('latin1')
    .split(/(?<!\\);/)
    .map((part) => decode(property, part, charset).trim());
}

function decode(property: Property, raw: string, fileCharset: string): string {
  const quoted = property.parameters.get('ENCODING') === 'QUOTED-PRINTABLE';
  const bytes = Buffer.from(quoted ? fromQuotedPrintable(raw) : raw, 'latin1');
  const declared = property.parameters.get('CHARSET') ?? '';
  // Cards from several programs may lie in one file, so UTF-8 is recognised property by property.
  const charset = isUtf8(bytes) ? 'utf-8' : iconv.encodingExists(declared) ? declared : fileCharset;
  return iconv
    .decode(bytes, charset)
    .replace(/\\([nN]|.)/g, (_, escaped: string) => (escaped === 'n' || escaped === 'N' ? '\n' : escaped))
    .replace(/\r\n?/g, '\n');
}

const fromQuotedPrintable = (text: string) =>
  text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
