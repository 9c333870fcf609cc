import { refused } from '../../kernel/errors';
import { attribute, readXml, walkXml, type XmlHandlers } from './xlsx-xml';
import { openZip, type ZipParts } from './zip-parts';

/** A row of a sheet and its number there; rows without cells do not come. */
export type SheetRow = { number: number; cells: string[] };
export type Sheet = { hidden: boolean; rows(): AsyncGenerator<SheetRow> };

/**
 * The sheets of an XLSX file in their order, rows to be streamed from the file as often as needed.
 *
 * exceljs, which writes our exports, does not read our imports: its streaming reader knows no XML prefixes (files of
 * the OpenXML SDK, hence of Dynamics 365), needs the address of every cell, keeps only the last run of inline rich
 * text, and leaves a temporary file behind when reading stops early.
 *
 * Errors: `imports.unreadableExcel`, here and while rows are read, for a damaged file.
 */
export async function openXlsx(path: string): Promise<Sheet[]> {
  try {
    const zip = await openZip(path);
    const book = await readBook(zip);
    const look: Look = {
      texts: await readSharedTexts(zip),
      dateStyles: await readDateStyles(zip),
      since1904: book.since1904,
    };
    if (book.sheets.length === 0) throw new Error('no sheets');
    return book.sheets.map(({ part, hidden }) => ({ hidden, rows: () => readRows(zip, part, look) }));
  } catch (error) {
    throw unreadable(error);
  }
}

/** What a cell needs from the rest of the workbook to be read. */
type Look = { texts: string[]; dateStyles: Set<number>; since1904: boolean };

// Excel on the web numbers these parts (`workbook22.xml`), others write them in capitals.
const workbookPart = /^xl\/workbook\d*\.xml$/i;
const relationsPart = /^xl\/_rels\/workbook\d*\.xml\.rels$/i;
const textsPart = /^xl\/sharedStrings\d*\.xml$/i;
const stylesPart = /^xl\/styles\d*\.xml$/i;

const unreadable = (error: unknown) => refused('imports.unreadableExcel', { reason: String(error) });

async function readBook(zip: ZipParts) {
  const targets = new Map<string, string>();
  await readXml(zip, relationsPart, {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attribute(attributes, 'Id'), attribute(attributes, 'Target'));
    },
  });
  const sheets: { part: string; hidden: boolean }[] = [];
  let since1904 = false;
  await readXml(zip, workbookPart, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute(attributes, 'date1904'));
      if (name !== 'sheet') return;
      const target = targets.get(attribute(attributes, 'id')) ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const state = attribute(attributes, 'state');
      // A sheet that is a chart has no rows.
      if (zip.names.includes(part) && !target.includes('chartsheets'))
        sheets.push({ part, hidden: state !== '' && state !== 'visible' });
    },
  });
  return { sheets, since1904 };
}

/** The texts that cells refer to by their number. */
async function readSharedTexts(zip: ZipParts): Promise<string[]> {
  const texts: string[] = [];
  const text = new TextCollector();
  await readXml(zip, textsPart, {
    open: (name) => {
      if (name === 'si') text.clear();
      text.open(name);
    },
    text: (piece) => text.add(piece),
    close: (name) => {
      text.close(name);
      if (name === 'si') texts.push(text.value());
    },
  });
  return texts;
}

/** Numbers of the cell styles that show a number as a date. */
async function readDateStyles(zip: ZipParts): Promise<Set<number>> {
  const formats = new Map<number, string>();
  const dateStyles = new Set<number>();
  let inCellStyles = false;
  let style = 0;
  await readXml(zip, stylesPart, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode'));
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      const format = Number(attribute(attributes, 'numFmtId'));
      if (isDateFormat(format, formats.get(format))) dateStyles.add(style);
      style++;
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return dateStyles;
}

function isDateFormat(id: number, code: string | undefined): boolean {
  // Built-in formats have no code in the file: 14-17 and 22 are dates, from 27 on the national ones.
  if (code === undefined)
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return /[yd]|m.*d|d.*m/i.test(code.replace(/\[[^\]]*]|"[^"]*"|\\./g, ''));
}

async function* readRows(zip: ZipParts, part: string, look: Look): AsyncGenerator<SheetRow> {
  const rows: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: [] };
  let cell = { column: 0, type: '', style: 0 };
  const text = new TextCollector();
  const handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (name === 'row') {
        row = { number: Number(attributes.r) || row.number + 1, cells: [] };
        cell.column = -1;
      } else if (name === 'c') {
        const column = attributes.r ? columnOf(attributes.r) : cell.column + 1;
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) };
        text.clear();
      }
      text.open(name);
    },
    text: (piece) => text.add(piece),
    close: (name) => {
      text.close(name);
      if (name === 'c') {
        while (row.cells.length < cell.column) row.cells.push('');
        row.cells[cell.column] = cellText(text.value(), cell.type, cell.style, look);
      } else if (name === 'row') rows.push(row);
    },
  };
  try {
    for await (const ready of walkXml(zip, part, handlers, () => rows.splice(0))) yield* ready;
  } catch (error) {
    throw unreadable(error);
  }
}

/** `AB12` → 27 */
function columnOf(address: string): number {
  let column = 0;
  for (const character of address) {
    const letter = character.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** A cell as the text a person would retype: no exponents, no trailing `.0`, dates as `YYYY-MM-DD`; an error is empty. */
function cellText(text: string, type: string, style: number, look: Look): string {
  if (type === 's') return look.texts[Number(text)] ?? '';
  if (type === 'inlineStr' || type === 'str' || type === 'b') return text;
  if (type === 'd') return text.slice(0, 10);
  if (type === 'e' || text === '') return '';
  return look.dateStyles.has(style) ? dateText(Number(text), look.since1904) : numberText(text);
}

function numberText(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (Number.isInteger(value)) return BigInt(value).toString();
  // Excel shows 15 digits; what is beyond them is the noise of binary fractions.
  const shown = String(Number(value.toPrecision(15)));
  return shown.includes('e') ? value.toFixed(20).replace(/0+$/, '') : shown;
}

function dateText(days: number, since1904: boolean): string {
  const date = new Date(Math.round((days - 25569 + (since1904 ? 1462 : 0)) * 86_400_000));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Collects the text of `v` and `t`, whole or in runs; the phonetic reading of East Asian text is left out. */
class TextCollector {
  private collected = '';
  private inText = false;
  private inPhonetic = false;

  clear() {
    this.collected = '';
  }

  open(name: string) {
    if (name === 'v' || name === 't') this.inText = true;
    if (name === 'rPh') this.inPhonetic = true;
  }

  close(name: string) {
    if (name === 'v' || name === 't') this.inText = false;
    if (name === 'rPh') this.inPhonetic = false;
  }

  add(piece: string) {
    if (this.inText && !this.inPhonetic) this.collected += piece;
  }

  /** Characters that XML cannot hold stand there as `_x000D_`. */
  value(): string {
    if (!this.collected.includes('_x')) return this.collected;
    return this.collected.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }
}
