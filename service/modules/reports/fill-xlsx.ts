import { printedDay } from '../../kernel/printed-day';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Cell, Row, Sheet, Workbook, XmlNode } from 'xlsx-populate';
import { evaluateFormulas } from './evaluate-formulas';
import type { Field, ListName } from './fields';
import { copyRef, grownRow, growRanges, growRef, mapRefs, type Growth } from './formula-refs';
import { openWorkbook, readTemplate, resolve, tagForm, textOf, type Block, type Mapping } from './read-template';

export type Value = string | number | null;
export type ReportRow = Readonly<Record<string, Value>>;

/** What a report is filled with: single values, and rows of its lists; dates are `YYYY-MM-DD`, money is kopecks. */
export interface ReportData {
  single: ReportRow;
  lists: Partial<Record<ListName, readonly ReportRow[]>>;
  /** For sheets made once a manager: the same, of each. */
  managers?: readonly { name: string; data: ReportData }[];
}

export interface FilledReport {
  bytes: Buffer;
  rows: number;
  /** The sheets as tables, for the screen: texts as they are shown, formulas worked out. */
  preview: { name: string; rows: string[][] }[];
}

interface FillOptions {
  main: ListName;
  mapping: Mapping;
  /** Asked now and then; false leaves off. */
  onProgress?: (done: number, of: number) => Promise<boolean>;
}

export class FillStopped extends Error {}

/** So many rows are written before others have their turn. */
const breath = 200;

/**
 * Fills a company's own workbook: single tags in place, blocks of rows repeated, sheets repeated for each manager. What
 * stands below moves down; formulas, merged cells, formats, filters, print areas, tables, charts and pictures follow.
 */
export async function fillXlsx(template: Buffer, data: ReportData, options: FillOptions): Promise<FilledReport> {
  const workbook = await openWorkbook(template);
  const { main, mapping } = options;
  const read = readTemplate(workbook, main, mapping);
  for (const sheet of workbook.sheets()) plainFormulas(sheet);

  // Repeated sheets first: their copies are filled like any other.
  const scoped = new Map<string, ReportData>();
  for (const name of read.repeated) {
    const sheet = workbook.sheet(name);
    for (const manager of data.managers ?? []) {
      const copy = workbook.cloneSheet(sheet, sheetName(workbook, name.replace(tagForm, manager.name)));
      scoped.set(copy.name(), manager.data);
    }
    if (data.managers?.length) workbook.deleteSheet(sheet);
    else sheet.name(sheetName(workbook, name.replace(tagForm, '')));
  }

  const sheets = workbook.sheets().map((sheet) => {
    const own = scoped.get(sheet.name()) ?? data;
    const blocks = readTemplate({ sheets: () => [sheet] } as Workbook, main, mapping).blocks;
    return { sheet, data: own, blocks };
  });
  const of = sheets.reduce(
    (sum, { blocks, data: own }) => sum + blocks.reduce((all, { list }) => all + (own.lists[list]?.length ?? 0), 0),
    0,
  );
  let done = 0;
  const step = async () => {
    done += 1;
    if (done % breath !== 0) return;
    await nextTurn();
    if (options.onProgress && !(await options.onProgress(done, of))) throw new FillStopped();
  };
  for (const { sheet, data: own, blocks } of sheets) {
    // From the bottom up, so that a block's rows are still where they were found.
    for (const block of [...blocks].sort((a, b) => b.first - a.first))
      await fillBlock(workbook, sheet, block, own, mapping, step);
    fillSingles(sheet, own, mapping);
  }
  // Excel works everything out anew when it opens the file; others show what is worked out here.
  calculateOnLoad(workbook);
  await nextTurn();
  const preview = await evaluateFormulas(workbook);
  await nextTurn();
  const bytes = await workbook.outputAsync();
  return { bytes: Buffer.from(bytes), rows: of, preview };
}

async function fillBlock(
  workbook: Workbook,
  sheet: Sheet,
  block: Block,
  data: ReportData,
  mapping: Mapping,
  step: () => Promise<void>,
): Promise<void> {
  const rows = data.lists[block.list] ?? [];
  const height = block.last - block.first + 1;
  const growth: Growth = {
    sheet: sheet.name(),
    first: block.first,
    last: block.last,
    by: Math.max(0, rows.length - 1) * height,
  };
  const pattern = Array.from({ length: height }, (_, index) => sheet._rows[block.first + index]);
  const plans = pattern.map((row) => (row ? planOf(row, block, mapping) : null));
  await growAll(workbook, sheet, growth);
  for (let item = 0; item < Math.max(1, rows.length); item += 1) {
    const offset = item * height;
    for (let index = 0; index < height; index += 1) {
      const source = pattern[index];
      const plan = plans[index];
      if (!source || !plan) continue;
      const target = item === 0 ? source : sheet.row(block.first + index + offset);
      if (item > 0) copyLook(source, target);
      for (const { column, styleId, style, formula, write } of plan) {
        const cell = target.cell(column);
        if (item > 0) {
          cell._styleId = styleId;
          cell._style = style;
        }
        if (formula !== undefined) cell.formula(mapRefs(formula, (ref) => copyRef(ref, growth, sheet.name(), offset)));
        else if (write) cell._value = write(rows[item] ?? null, data.single) ?? undefined;
        else if (item > 0) cell._value = source._cells[column]?._value;
      }
    }
    await step();
  }
}

type Write = (row: ReportRow | null, single: ReportRow) => string | number | null;
interface Said {
  value: Value;
  kind: Field['kind'];
}
interface CellPlan {
  column: number;
  styleId: number | undefined;
  style: unknown;
  formula: string | undefined;
  write: Write | null;
}

/** What is to be written into each cell of a block's row, worked out once for all its copies. */
function planOf(row: Row, block: Block, mapping: Mapping): CellPlan[] {
  return row._cells.flatMap((cell, column) => {
    if (!cell) return [];
    const text = textOf(cell._value);
    const write = text?.includes('{{') ? writerOf(cell, text, block.list, mapping) : null;
    return [{ column, styleId: cell._styleId, style: cell._style, formula: cell._formula, write }];
  });
}

/**
 * How a cell of the template gets its value: one tag and nothing else is the value itself, a text with tags is words. A
 * date or a sum in a cell without a format of its own is given one.
 */
function writerOf(cell: Cell, text: string, list: ListName | null, mapping: Mapping): Write {
  const plain = text.replace(/\{\{\s*[#/][^{}]*\}\}/g, '').trim();
  const only = /^\{\{\s*([^{}]+?)\s*\}\}$/.exec(plain)?.[1];
  const valueOf = (tag: string, row: ReportRow | null, single: ReportRow): Said => {
    const found = resolve(tag, list, mapping);
    if (!found) return { value: null, kind: 'text' };
    const { field, single: once } = found;
    return { value: (once ? single[field.name] : row?.[field.name]) ?? null, kind: field.kind };
  };
  if (only === undefined)
    return (row, single) => plain.replace(tagForm, (_, tag: string) => words(valueOf(tag, row, single)));
  const kind = resolve(only, list, mapping)?.field.kind ?? 'text';
  const format = String(cell.style('numberFormat') ?? 'General');
  if (format === 'General' && kind in usualFormats) cell.style('numberFormat', usualFormats[kind as 'date']);
  // A format of its own tells whether the sample means 0.25 or 25.
  const hundredth = kind === 'money' || (kind === 'percent' && format.includes('%'));
  return (row, single) => {
    const { value } = valueOf(only, row, single);
    if (value === null || value === '') return null;
    if (kind === 'text') return String(value).slice(0, 32_000);
    if (kind === 'date') return serialOf(String(value));
    return hundredth ? Number(value) / 100 : Number(value);
  };
}

const usualFormats = { date: 'dd.mm.yyyy', money: '#,##0.00' };

/** A value within a sentence. */
export function words({ value, kind }: Said): string {
  if (value === null) return '';
  if (kind === 'date') return printedDay(String(value));
  if (kind === 'money') return new Intl.NumberFormat('ru', { minimumFractionDigits: 2 }).format(Number(value) / 100);
  if (kind === 'percent') return `${value} %`;
  return String(value);
}

/** Days since 1899-12-30, as Excel counts dates (ECMA-376, 18.17.4.1). */
export const serialOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

function fillSingles(sheet: Sheet, data: ReportData, mapping: Mapping): void {
  sheet._rows.forEach((row) =>
    row?._cells.forEach((cell) => {
      const text = cell && textOf(cell._value);
      if (cell && text?.includes('{{'))
        cell._value = writerOf(cell, text, null, mapping)(null, data.single) ?? undefined;
    }),
  );
}

// What follows when rows are added --------------------------------------------------------------------------------------

async function growAll(workbook: Workbook, sheet: Sheet, growth: Growth): Promise<void> {
  if (growth.by === 0) return;
  moveRows(sheet, growth);
  for (const one of workbook.sheets())
    one._rows.forEach((row, rowNumber) =>
      row?._cells.forEach((cell) => {
        // The block's own formulas are written with its rows.
        const inBlock = one === sheet && rowNumber >= growth.first && rowNumber <= growth.last;
        if (cell?._formula !== undefined && !inBlock)
          cell._formula = mapRefs(cell._formula, (ref) => growRef(ref, growth, one.name()));
      }),
    );
  growMerged(sheet, growth);
  sheet._dataValidations = rekeyed(sheet._dataValidations, 'sqref', growth);
  sheet._hyperlinks = rekeyed(sheet._hyperlinks, 'ref', growth);
  for (const node of sheet._node.children) if (typeof node === 'object') growNode(node, growth);
  growNames(workbook, growth);
  await growParts(workbook, sheet, growth);
}

function moveRows(sheet: Sheet, growth: Growth): void {
  const rows = sheet._rows;
  for (let number = rows.length - 1; number > growth.last; number -= 1) {
    const row = rows[number];
    if (!row) continue;
    delete rows[number];
    const to = grownRow(number, growth);
    row._node.attributes.r = to;
    rows[to] = row;
  }
}

/** Merged cells of the block are merged in each of its copies; those below move, those around stretch. */
function growMerged(sheet: Sheet, growth: Growth): void {
  const height = growth.last - growth.first + 1;
  const merged: Record<string, XmlNode> = {};
  const keep = (ref: string) => {
    merged[ref] = { name: 'mergeCell', attributes: { ref }, children: [] };
  };
  for (const ref of Object.keys(sheet._mergeCells)) {
    const [top, bottom] = ref.match(/\d+/g)!.map(Number) as [number, number];
    const inside = top >= growth.first && bottom <= growth.last;
    if (!inside) keep(growRanges(ref, growth));
    else
      for (let offset = 0; offset <= growth.by; offset += height)
        keep(ref.replace(/\d+/g, (row) => String(Number(row) + offset)));
  }
  sheet._mergeCells = merged;
}

function rekeyed(nodes: Record<string, XmlNode>, name: string, growth: Growth): Record<string, XmlNode> {
  return Object.fromEntries(
    Object.entries(nodes).map(([key, node]) => {
      const ref = growRanges(key, growth);
      node.attributes[name] = ref;
      for (const child of node.children) if (typeof child === 'object') growNode(child, growth);
      return [ref, node];
    }),
  );
}

/** Conditional formats, filters and whatever else of a sheet speaks of ranges. */
function growNode(node: XmlNode, growth: Growth): void {
  if (['sheetData', 'cols', 'sheetViews', 'sheetFormatPr'].includes(node.name)) return;
  for (const name of ['ref', 'sqref'])
    if (typeof node.attributes?.[name] === 'string')
      node.attributes[name] = growRanges(String(node.attributes[name]), growth);
  if (node.name === 'brk' && node.attributes.id !== undefined)
    node.attributes.id = grownRow(Number(node.attributes.id), growth);
  node.children?.forEach((child, index) => {
    if (typeof child === 'object') growNode(child, growth);
    else if (/^formula[12]?$|^f$/.test(node.name) && typeof child === 'string')
      node.children[index] = mapRefs(child, (ref) => growRef(ref, growth, growth.sheet));
  });
}

/** Print areas, titles, named ranges. */
function growNames(workbook: Workbook, growth: Growth): void {
  const names = workbook._node.children.find(
    (node): node is XmlNode => typeof node === 'object' && node.name === 'definedNames',
  );
  for (const node of names?.children ?? [])
    if (typeof node === 'object' && typeof node.children[0] === 'string')
      node.children[0] = mapRefs(node.children[0], (ref) => growRef(ref, growth, ''));
}

/** Charts, pictures and tables are files beside the sheets, which the library passes on as they are. */
async function growParts(workbook: Workbook, sheet: Sheet, growth: Growth): Promise<void> {
  const zip = workbook._zip;
  for (const path of Object.keys(zip.files).filter((name) => /^xl\/charts\/chart[^/]*\.xml$/.test(name))) {
    const xml = await zip.file(path)!.async('string');
    zip.file(
      path,
      xml
        .replace(/(<(?:\w+:)?f>)([^<]*)(<\/(?:\w+:)?f>)/g, (_, open: string, formula: string, close: string) =>
          [open, escaped(mapRefs(unescaped(formula), (ref) => growRef(ref, growth, ''))), close].join(''),
        )
        // What the chart remembers of its numbers is of the sample.
        .replace(/<(\w+:)?(numCache|strCache|multiLvlStrCache)>[\s\S]*?<\/\1\2>/g, ''),
    );
  }
  for (const { attributes } of sheet._relationships._node.children as XmlNode[]) {
    const path = `xl/${String(attributes.Target).replace(/^(\.\.\/|\/xl\/)/, '')}`;
    const type = String(attributes.Type);
    const file = /\/(drawing|table|comments|vmlDrawing)$/.test(type) ? zip.file(path) : null;
    if (!file) continue;
    const xml = await file.async('string');
    zip.file(path, type.endsWith('/drawing') ? moveAnchors(xml, growth) : growAttributes(xml, growth));
  }
}

/** A picture or a chart below the block moves down with it (rows of anchors count from 0). */
const moveAnchors = (xml: string, growth: Growth) =>
  xml.replace(/(<(?:\w+:)?row>)(\d+)(<\/)/g, (_, open: string, row: string, close: string) =>
    [open, grownRow(Number(row) + 1, growth) - 1, close].join(''),
  );

const growAttributes = (xml: string, growth: Growth) =>
  xml.replace(/\b(ref)="([^"]+)"/g, (_, name: string, ref: string) => `${name}="${growRanges(ref, growth)}"`);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

function copyLook(from: Row, to: Row): void {
  const { r: _own, ...look } = from._node.attributes;
  Object.assign(to._node.attributes, look);
}

/** Formulas that Excel shares between cells are written out in each: their rows go different ways. */
function plainFormulas(sheet: Sheet): void {
  const shared = new Map<number, { formula: string; row: number; column: number }>();
  sheet._rows.forEach((row, rowNumber) =>
    row?._cells.forEach((cell, column) => {
      if (!cell || cell._formulaType !== 'shared' || cell._sharedFormulaId === undefined) return;
      const host = shared.get(cell._sharedFormulaId);
      if (cell._formula !== undefined)
        shared.set(cell._sharedFormulaId, { formula: cell._formula, row: rowNumber, column });
      else if (host)
        cell._formula = mapRefs(host.formula, (ref) => {
          const move = <T extends { row: number; column: string; rowFixed: boolean; columnFixed: boolean }>(
            at: T,
          ): T => ({
            ...at,
            row: at.rowFixed ? at.row : at.row + rowNumber - host.row,
            column: at.columnFixed ? at.column : columnBy(at.column, column - host.column),
          });
          return { ...ref, from: move(ref.from), to: ref.to && move(ref.to) };
        });
      cell._formulaType = 'normal';
      cell._formulaRef = undefined;
      cell._sharedFormulaId = undefined;
    }),
  );
}

function columnBy(column: string, by: number): string {
  let number = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) + by;
  let name = '';
  for (; number > 0; number = Math.floor((number - 1) / 26))
    name = String.fromCharCode(65 + ((number - 1) % 26)) + name;
  return name;
}

function calculateOnLoad(workbook: Workbook): void {
  const known = workbook._node.children.find(
    (node): node is XmlNode => typeof node === 'object' && node.name === 'calcPr',
  );
  if (known) known.attributes.fullCalcOnLoad = 1;
  else workbook._node.children.push({ name: 'calcPr', attributes: { fullCalcOnLoad: 1 }, children: [] });
}

/** Excel takes 31 characters, none of them []:*?/\, and no name twice. */
function sheetName(workbook: Workbook, wanted: string): string {
  const plain =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, 31) || 'Лист';
  const taken = new Set(workbook.sheets().map((sheet) => sheet.name().toLowerCase()));
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain.slice(0, 27)} (${number})`;
  return name;
}
