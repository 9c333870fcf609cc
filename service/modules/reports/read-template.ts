import XlsxPopulate, { type Sheet, type Workbook } from 'xlsx-populate';
import { refused } from '../../kernel/errors';
import { fieldOf, listFields, listOf, singleFields, type ListName } from './fields';

export const tagForm = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** A block of rows to be repeated, as the template marks it: from `{{#rows}}` to `{{/rows}}`. */
export interface Block {
  sheet: string;
  tag: string;
  list: ListName;
  first: number;
  last: number;
}

export interface ReadTemplate {
  blocks: Block[];
  /** Sheets made once for each manager: their name has a tag. */
  repeated: string[];
  /** Lists the report needs. */
  lists: ListName[];
  /** Tags nobody knows, as they are written. */
  unknown: { tag: string; sheet: string; cell: string; list: ListName | null }[];
}

/** Tag → field, as the administrator chose for what nobody knows; within a list: `deals.Контрагент`. */
export type Mapping = Readonly<Record<string, string>>;

/**
 * Opens a company's own workbook.
 * @throws 422 `reports.notXlsx` for anything that is no xlsx, one with a password among it
 */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  try {
    const workbook = await XlsxPopulate.fromDataAsync(bytes);
    if (workbook.sheets().length === 0) throw new Error('no sheets');
    return workbook;
  } catch {
    throw refused('reports.notXlsx');
  }
}

/**
 * What a template asks for: its blocks, its lists, the tags nobody knows.
 * @throws 422 `reports.blockOpen`, `reports.blockUnknown`, `reports.blocksCross` naming sheet and cell
 */
export function readTemplate(workbook: Workbook, main: ListName, mapping: Mapping = {}): ReadTemplate {
  const blocks: Block[] = [];
  const unknown: ReadTemplate['unknown'] = [];
  const repeated: string[] = [];
  for (const sheet of workbook.sheets()) {
    const name = sheet.name();
    if (tagsOf(name).length) repeated.push(name);
    const own = blocksOf(sheet, main);
    blocks.push(...own);
    eachText(sheet, (text, row, column) => {
      for (const tag of tagsOf(text)) {
        if (/^[#/]/.test(tag)) continue;
        const list = own.find(({ first, last }) => first <= row && row <= last)?.list ?? null;
        if (!resolve(tag, list, mapping)) unknown.push({ tag, sheet: name, cell: `${columnName(column)}${row}`, list });
      }
    });
  }
  return { blocks, repeated, lists: [...new Set(blocks.map(({ list }) => list))], unknown };
}

/** The field a tag stands for, in a list or of the whole report. */
export function resolve(tag: string, list: ListName | null, mapping: Mapping) {
  const mapped = mapping[list ? `${list}.${tag}` : tag] ?? tag;
  const ofList = list ? fieldOf(mapped, listFields[list]) : null;
  if (ofList) return { field: ofList, single: false };
  const single = fieldOf(mapped, singleFields);
  return single && { field: single, single: true };
}

export const tagsOf = (text: string): string[] => [...text.matchAll(tagForm)].map((match) => match[1]!);

function blocksOf(sheet: Sheet, main: ListName): Block[] {
  const found: Block[] = [];
  let open: { tag: string; first: number; at: string } | null = null;
  eachText(sheet, (text, row, column) => {
    const at = `${sheet.name()}!${columnName(column)}${row}`;
    for (const tag of tagsOf(text)) {
      if (tag.startsWith('#')) {
        if (open) throw refused('reports.blocksCross', { at });
        open = { tag: tag.slice(1).trim(), first: row, at };
      } else if (tag.startsWith('/')) {
        if (!open || open.tag !== tag.slice(1).trim()) throw refused('reports.blockOpen', { at, tag: tag.slice(1) });
        const list = listOf(open.tag, main);
        if (!list) throw refused('reports.blockUnknown', { at: open.at, tag: open.tag });
        found.push({ sheet: sheet.name(), tag: open.tag, list, first: open.first, last: row });
        open = null;
      }
    }
  });
  if (open) throw refused('reports.blockOpen', { at: (open as { at: string }).at, tag: (open as { tag: string }).tag });
  const rows = new Set<number>();
  for (const { first, last } of found)
    for (let row = first; row <= last; row += 1) {
      if (rows.has(row)) throw refused('reports.blocksCross', { at: `${sheet.name()}!A${row}` });
      rows.add(row);
    }
  return found;
}

/** Every cell with a text in it, in reading order. */
export function eachText(sheet: Sheet, see: (text: string, row: number, column: number) => void): void {
  sheet._rows.forEach((row, rowNumber) =>
    row?._cells.forEach((cell, column) => {
      const text = cell && textOf(cell._value);
      if (text?.includes('{{')) see(text, rowNumber, column);
    }),
  );
}

/** A cell's words; of letters in many styles, the letters. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'function')
    return String((value as { text(): string }).text());
  return null;
}

export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
