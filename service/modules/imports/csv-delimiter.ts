import { CsvParser } from './csv-parser';

const delimiters = [';', '\t', ',', '|'];
const sampleRecords = 100;
const sampleCharacters = 200_000;

/**
 * The delimiter of a table from the beginning of its text: the one that cuts the first records into the steadiest
 * number of columns. Excel's leading `sep=;` line decides at once. Null when nothing cuts them: one column.
 */
export function detectDelimiter(text: string): string | null {
  const declared = declaredDelimiter(text);
  if (declared !== null) return declared;

  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of delimiters) {
    const score = steadiness(
      new CsvParser(delimiter).push(text.slice(0, sampleCharacters) + '\n').slice(0, sampleRecords),
    );
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** `sep=;` on the first line tells Excel the delimiter; it is no record. */
export function declaredDelimiter(text: string): string | null {
  return /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1] ?? null;
}

/** The share of records with the commonest number of columns, worth a little more the more columns there are. */
function steadiness(records: readonly ({ cells: string[] } | { fault: string })[]): number {
  const counts = new Map<number, number>();
  for (const record of records) {
    const columns = 'cells' in record ? record.cells.length : 0;
    if (columns !== 1 || ('cells' in record && record.cells[0] !== ''))
      counts.set(columns, (counts.get(columns) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let best = 0;
  for (const [columns, count] of counts) {
    if (columns >= 2 && count * 2 >= total) best = Math.max(best, (count / total) ** 2 * Math.log2(columns + 1));
  }
  return best;
}
