import { refused } from '../../kernel/errors';
import type { DetectedFormat } from './detect-format';
import { readCsv } from './read-csv';
import { readVcards, vcardHeaders } from './read-vcard';
import { openXlsx, type Sheet } from './read-xlsx';

/** A row of a file, or the code of what is wrong with it. `row` counts from the header, which is row 1. */
export type TableRow = { row: number; cells: string[] } | { row: number; fault: string };

export type Table = DetectedFormat & {
  /** Column names, the repeated ones numbered: `Телефон`, `Телефон (2)`. Empty where the file has none. */
  headers: string[];
  /** Rows with something in them, streamed from the file, beginning with `fromRow`. */
  rows(fromRow?: number): AsyncGenerator<TableRow>;
  /** How many rows `rows()` gives; reads the whole file. */
  countRows(): Promise<number>;
};

/** A record of a source: its number there from 1, blank ones counted. */
type NumberedRecord = { number: number; cells: string[] } | { number: number; fault: string };
type Source = () => AsyncGenerator<NumberedRecord>;

/** Among so many first records the header is looked for. */
const headRecords = 30;

/**
 * Opens a file as a table: whatever its format, a header and rows of text cells.
 *
 * The header is the first record with at least two filled cells, and over half as many as the fullest of the records
 * around it (a report's title and its «Период: …» lines are no header), or the first record of a one-column file. A
 * file whose first record is data already has no header: its headers are empty.
 *
 * Errors: `imports.empty` when there is nothing in the file, `imports.unreadableExcel` for a damaged XLSX, at once or
 * while rows are read.
 */
export async function openTable(path: string, detected: DetectedFormat): Promise<Table> {
  if (detected.format === 'vcf') return tableOf(detected, vcardSource(path, detected.encoding));
  if (detected.format === 'csv') {
    const { encoding, delimiter } = detected;
    return tableOf(detected, () => numbered(readCsv(path, encoding, delimiter)));
  }
  return tableOf(detected, await sheetSource(await openXlsx(path)));
}

async function tableOf(detected: DetectedFormat, source: Source): Promise<Table> {
  const head = await firstRecords(source);
  const header = findHeader(head);
  if (!header) throw refused('imports.empty');

  const fullWidth = Math.min(
    header.cells.length,
    commonest(head.map((record) => ('cells' in record ? record.cells.length : 0))),
  );

  const rows = async function* (fromRow = 2): AsyncGenerator<TableRow> {
    let brokenBefore = false;
    for await (const record of source()) {
      const row = record.number - header.number + 1;
      if (row < 2) continue;
      if ('fault' in record) {
        brokenBefore = true;
        if (row >= fromRow) yield { row, fault: record.fault };
        continue;
      }
      if (filled(record) === 0 || (row === 2 && isColumnNumbers(record.cells))) continue;
      // After a broken record come the pieces of it, until a line has all its columns again.
      if (brokenBefore && record.cells.length < fullWidth) {
        if (row >= fromRow) yield { row, fault: 'imports.brokenRow' };
        continue;
      }
      brokenBefore = false;
      if (row >= fromRow) yield { row, cells: record.cells };
    }
  };
  const countRows = async () => {
    const all = rows();
    let count = 0;
    while (!(await all.next()).done) count++;
    return count;
  };
  return { ...detected, headers: distinct(header.cells), rows, countRows };
}

async function* numbered(
  records: AsyncIterable<{ cells: string[] } | { fault: string }>,
): AsyncGenerator<NumberedRecord> {
  let number = 0;
  for await (const record of records) yield { number: ++number, ...record };
}

function vcardSource(path: string, encoding: Parameters<typeof readVcards>[1]): Source {
  return async function* () {
    yield { number: 1, cells: [...vcardHeaders] };
    let number = 1;
    for await (const record of readVcards(path, encoding)) yield { number: ++number, ...record };
  };
}

/** The first sheet that looks like a table, a hidden one only if there is no other; else the first with anything in it. */
async function sheetSource(sheets: Sheet[]): Promise<Source> {
  let anything: Sheet | null = null;
  for (const sheet of [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)]) {
    const head = await firstRecords(() => sheet.rows());
    const header = findHeader(head);
    if (header && header.cells.length > 1 && head.some((record) => record.number > header.number && filled(record) > 0))
      return () => sheet.rows();
    if (header) anything ??= sheet;
  }
  return () => (anything ?? sheets[0]!).rows();
}

async function firstRecords(source: Source): Promise<NumberedRecord[]> {
  const records: NumberedRecord[] = [];
  for await (const record of source()) {
    if (filled(record) > 0) records.push(record);
    if (records.length === headRecords) break;
  }
  return records;
}

/** `number` is where rows begin to count: the header's own, or that of the missing line above the data. */
function findHeader(head: NumberedRecord[]): { number: number; cells: string[] } | null {
  const fullest = Math.max(0, ...head.map(filled));
  const first =
    head.find((record) => filled(record) >= 2 && filled(record) > fullest / 2) ??
    head.find((record) => filled(record) > 0);
  if (!first || 'fault' in first) return null;
  const cells = first.cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  while (cells.at(-1) === '') cells.pop();
  if (cells.some(isData)) return { number: first.number - 1, cells: cells.map(() => '') };
  return { number: first.number, cells };
}

const filled = (record: NumberedRecord) =>
  'fault' in record ? 0 : record.cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0);

/** An e-mail, a phone or an INN names no column. */
const isData = (cell: string) =>
  /^\S+@\S+\.\S+$/.test(cell) ||
  /^(\d{10}|\d{12})$/.test(cell) ||
  /^\+?[78]?[\s(-]*\d{3}[\s)-]*\d{3}[\s-]?\d\d[\s-]?\d\d$/.test(cell);

/** Official forms number their columns in a row of their own under the header: 1, 2, 3… */
const isColumnNumbers = (cells: string[]) => /^1 2 3( \d+)*$/.test(cells.join(' ').trim());

function commonest(numbers: readonly number[]): number {
  const times = (number: number) => numbers.filter((other) => other === number).length;
  return numbers.reduce((best, number) => (times(number) > times(best) ? number : best), 0);
}

function distinct(headers: string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    if (header === '') return '';
    const times = (seen.get(header) ?? 0) + 1;
    seen.set(header, times);
    return times === 1 ? header : `${header} (${times})`;
  });
}
