import { setImmediate as nextTurn } from 'node:timers/promises';
import FormulaParser from 'fast-formula-parser';
import type { Cell, Sheet, Workbook } from 'xlsx-populate';
import { textOf } from './read-template';

/** Beyond so many, Excel works them out when it opens the file. */
const mostFormulas = 30_000;
/** As many rows as a preview shows. */
const previewRows = 200;

/**
 * Works the formulas out and keeps the results in the cells: for the preview on screen, and for programs that show a
 * workbook without calculating it. What cannot be worked out is left to Excel.
 * @returns the first rows of every sheet as texts
 */
export async function evaluateFormulas(workbook: Workbook): Promise<{ name: string; rows: string[][] }[]> {
  const sheets = new Map(workbook.sheets().map((sheet) => [sheet.name(), sheet]));
  const results = new Map<Cell, unknown>();
  const underWay = new Set<Cell>();
  let count = 0;
  const valueOf = (cell: Cell | undefined, sheet: string, row: number, column: number): unknown => {
    if (!cell) return null;
    if (cell._formula === undefined) return textOf(cell._value) ?? cell._value ?? null;
    if (results.has(cell)) return results.get(cell);
    // A circle, or too much: it stays without a result.
    if (underWay.has(cell) || count > mostFormulas) return null;
    underWay.add(cell);
    count += 1;
    let result: unknown;
    try {
      const found = parser.parse(cell._formula, { sheet, row, col: column });
      result = typeof found === 'object' && found !== null && !(found instanceof Date) ? null : found;
    } catch {
      result = null;
    }
    underWay.delete(cell);
    results.set(cell, result);
    return result;
  };
  const at = (sheet: string, row: number, column: number) =>
    valueOf(sheets.get(sheet)?._rows[row]?._cells[column], sheet, row, column);
  const parser = new FormulaParser({
    onCell: ({ sheet, row, col }) => at(sheet, row, col),
    onRange: ({ sheet, from, to }) => {
      const last = Math.min(to.row, sheets.get(sheet)?._rows.length ?? 0);
      return Array.from({ length: Math.max(0, last - from.row + 1) }, (_, down) =>
        Array.from({ length: Math.min(to.col, 256) - from.col + 1 }, (_, across) =>
          at(sheet, from.row + down, from.col + across),
        ),
      );
    },
  });

  let turn = 0;
  for (const [name, sheet] of sheets)
    for (const [rowNumber, row] of sheet._rows.entries()) {
      if (!row) continue;
      for (const [column, cell] of row._cells.entries()) {
        if (cell?._formula === undefined) continue;
        const result = valueOf(cell, name, rowNumber, column);
        if (result === null || result === undefined) continue;
        cell._remainingChildren = [
          { name: 'v', attributes: {}, children: [typeof result === 'boolean' ? Number(result) : (result as string)] },
        ];
        cell._remainingAttributes = {
          ...cell._remainingAttributes,
          ...(typeof result === 'string' ? { t: 'str' } : typeof result === 'boolean' ? { t: 'b' } : {}),
        };
        if ((turn += 1) % 500 === 0) await nextTurn();
      }
    }
  return [...sheets.values()].filter((sheet) => !sheet.hidden()).map((sheet) => previewOf(sheet, results));
}

function previewOf(sheet: Sheet, results: ReadonlyMap<Cell, unknown>): { name: string; rows: string[][] } {
  const rows: string[][] = [];
  const last = Math.min(sheet._rows.length - 1, previewRows);
  let width = 0;
  for (let number = 1; number <= last; number += 1) {
    const cells: string[] = [];
    sheet._rows[number]?._cells.forEach((cell, column) => {
      if (cell) cells[column - 1] = shown(cell, results);
    });
    width = Math.max(width, cells.length);
    rows.push(cells);
  }
  return { name: sheet.name(), rows: rows.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? '')) };
}

/** A cell as it will be seen: dates as dates, numbers with their kopecks and thousands. */
function shown(cell: Cell, results: ReadonlyMap<Cell, unknown>): string {
  const value = cell._formula === undefined ? (textOf(cell._value) ?? cell._value) : results.get(cell);
  if (value === null || value === undefined) return cell._formula === undefined ? '' : `=${cell._formula}`;
  if (typeof value !== 'number') return String(value);
  const format = String(cell.style('numberFormat') ?? 'General');
  if (/[dmyгд]{2}/i.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, '')) && !format.includes('0'))
    return new Date(Math.round((value - 25_569) * 86_400_000)).toLocaleDateString('ru', { timeZone: 'UTC' });
  const percent = format.includes('%');
  const digits = /0\.(0+)/.exec(format)?.[1]?.length ?? (format === 'General' ? undefined : 0);
  const text = new Intl.NumberFormat('ru', {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 2,
    useGrouping: format === 'General' ? false : true,
  }).format(percent ? value * 100 : value);
  return percent ? `${text} %` : text;
}
