/** One record of a delimited text; a fault is the code of what is wrong with it. */
export type CsvRecord = { cells: string[] } | { fault: string };

/** No spreadsheet cell is longer than 32,767 characters: a quote open for longer than this was never closed. */
const longestCell = 100_000;

/**
 * Parses delimited text that comes in pieces: `push` answers the records completed so far, `end` the rest.
 *
 * Written by hand rather than taken from csv-parse for the sake of what follows a malformed record: a quote that is
 * never closed makes that one physical line a fault and parsing goes on from the next line, where a library either
 * stops or swallows the rows up to the next quote. A stray quote inside a quoted cell (`"ООО "Ромашка""`) is text.
 */
export class CsvParser {
  private text = '';

  constructor(private readonly delimiter: string) {}

  push(piece: string): CsvRecord[] {
    this.text += piece;
    return this.take(false);
  }

  end(): CsvRecord[] {
    return this.take(true);
  }

  private take(ended: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let position = 0;
    while (position < this.text.length) {
      const read = readRecord(this.text, position, this.delimiter, ended);
      if (read === 'incomplete') break;
      records.push(read.record);
      position = read.next;
    }
    this.text = this.text.slice(position);
    return records;
  }
}

type ReadRecord = { record: CsvRecord; next: number } | 'incomplete';

function readRecord(text: string, start: number, delimiter: string, ended: boolean): ReadRecord {
  const cells: string[] = [];
  for (let at = start; ;) {
    const quote = skipSpaces(text, at, delimiter);
    const quoted = text[quote] === '"' ? readQuoted(text, quote + 1, delimiter, ended) : 'plain';
    if (quoted === 'incomplete') return 'incomplete';

    let cellEnd = at;
    if (typeof quoted === 'object') {
      cells.push(quoted.value);
      cellEnd = quoted.next;
    } else {
      while (cellEnd < text.length && text[cellEnd] !== delimiter && !isLineEnd(text, cellEnd)) cellEnd++;
      const cell = text.slice(at, cellEnd);
      if (quoted === 'plain') cells.push(cell);
      // Paired quotes on one line are somebody's text after all: `"Ромашка" ООО`, `"ООО "Ромашка""`.
      else if (cell.split('"').length % 2 === 1) cells.push(cell.trim().replace(/^"(.*)"$/s, '$1'));
      else return faultyLine(text, start, ended);
    }

    if (text[cellEnd] === delimiter) {
      at = cellEnd + 1;
      continue;
    }
    const next = afterLineEnd(text, cellEnd, ended);
    return next === 'incomplete' ? 'incomplete' : { record: { cells }, next };
  }
}

function readQuoted(
  text: string,
  start: number,
  delimiter: string,
  ended: boolean,
): { value: string; next: number } | 'unclosed' | 'incomplete' {
  let value = '';
  let from = start;
  for (let quote = text.indexOf('"', start); ; quote = text.indexOf('"', quote + 1)) {
    if (quote < 0) return ended || text.length - start > longestCell ? 'unclosed' : 'incomplete';
    if (quote - start > longestCell) return 'unclosed';
    if (text[quote + 1] === '"') {
      value += text.slice(from, quote + 1);
      from = quote + 2;
      quote++;
      continue;
    }
    const after = skipSpaces(text, quote + 1, delimiter);
    if (after >= text.length && !ended) return 'incomplete';
    if (after >= text.length || text[after] === delimiter || isLineEnd(text, after))
      return { value: value + text.slice(from, quote), next: after };
    // A stray quote on the line the cell began on is somebody's carelessness; further down it opens another row's cell.
    if (/[\r\n]/.test(text.slice(start, quote))) return 'unclosed';
  }
}

function faultyLine(text: string, start: number, ended: boolean): ReadRecord {
  let end = start;
  while (end < text.length && !isLineEnd(text, end)) end++;
  const next = afterLineEnd(text, end, ended);
  return next === 'incomplete' ? 'incomplete' : { record: { fault: 'imports.unclosedQuote' }, next };
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while (text[at] === ' ' && delimiter !== ' ') at++;
  return at;
}

const isLineEnd = (text: string, at: number) => text[at] === '\n' || text[at] === '\r';

/** Where the next record begins. A CR at the very end of what has come may be half of a CRLF. */
function afterLineEnd(text: string, at: number, ended: boolean): number | 'incomplete' {
  if (text[at] === '\r') {
    if (at + 1 >= text.length && !ended) return 'incomplete';
    return text[at + 1] === '\n' ? at + 2 : at + 1;
  }
  if (text[at] === '\n') return at + 1;
  return ended ? at : 'incomplete';
}
