/** A cell or a range in a formula; rows are from 1. */
export interface Ref {
  /** As it is written before the «!», without quotes; null is the formula's own sheet. */
  sheet: string | null;
  from: Cell;
  to: Cell | null;
}
interface Cell {
  column: string;
  row: number;
  columnFixed: boolean;
  rowFixed: boolean;
}

const cellForm = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
/** Texts in quotes are passed over; a name with letters or a bracket after it is a function or a name, not a cell. */
const token = new RegExp(
  String.raw`("(?:[^"]|"")*")|(?<![\p{L}\p{N}_.$])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(${cellForm})(?::(${cellForm}))?(?![\p{L}\p{N}_(!.])`,
  'gu',
);

/** Rewrites every reference of a formula; `change` gives the new one, null makes it `#REF!`. */
export function mapRefs(formula: string, change: (ref: Ref) => Ref | null): string {
  return formula.replace(token, (whole, text?: string, prefix?: string, from?: string, to?: string) => {
    if (text !== undefined || from === undefined) return whole;
    const sheet = prefix ? prefix.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'") : null;
    const changed = change({ sheet, from: parse(from), to: to === undefined ? null : parse(to) });
    if (!changed) return '#REF!';
    return `${prefix ?? ''}${write(changed.from)}${changed.to ? `:${write(changed.to)}` : ''}`;
  });
}

function parse(text: string): Cell {
  const [, columnFixed, column, rowFixed, row] = /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(text)!;
  return { column: column!, row: Number(row), columnFixed: columnFixed === '$', rowFixed: rowFixed === '$' };
}

const write = ({ column, row, columnFixed, rowFixed }: Cell) =>
  `${columnFixed ? '$' : ''}${column}${rowFixed ? '$' : ''}${row}`;

/** A block of rows that is repeated: from its first row to its last, `by` rows are added below it. */
export interface Growth {
  sheet: string;
  first: number;
  last: number;
  by: number;
}

/** Where a row stands once the block above it has grown. */
export const grownRow = (row: number, { last, by }: Growth): number => (row > last ? row + by : row);

/**
 * A reference from outside the block, after it has grown: what lies below moves down, and a range that reaches the
 * block's last row takes in what was added, so that a sum over one row becomes the sum over all.
 */
export function growRef(ref: Ref, growth: Growth, ownSheet: string): Ref {
  if ((ref.sheet ?? ownSheet) !== growth.sheet) return ref;
  const { first, last, by } = growth;
  if (!ref.to) return { ...ref, from: { ...ref.from, row: grownRow(ref.from.row, growth) } };
  const [top, bottom] = [ref.from.row, ref.to.row];
  const takesIn = bottom >= last && bottom >= first && top <= last;
  return {
    ...ref,
    from: { ...ref.from, row: grownRow(top, growth) },
    to: { ...ref.to, row: bottom > last || takesIn ? bottom + by : bottom },
  };
}

/**
 * A formula of the block itself, in its copy so many rows further down: what it says of its own rows and of those above
 * follows it, as when one copies a row in Excel; what is fixed with «$» stays; what lies below the block is the total.
 */
export function copyRef(ref: Ref, growth: Growth, ownSheet: string, offset: number): Ref {
  if ((ref.sheet ?? ownSheet) !== growth.sheet) return ref;
  const move = (cell: Cell): Cell =>
    cell.row > growth.last
      ? { ...cell, row: cell.row + growth.by }
      : cell.rowFixed
        ? cell
        : { ...cell, row: cell.row + offset };
  return { ...ref, from: move(ref.from), to: ref.to && move(ref.to) };
}

/** Ranges without formulas: merged cells, conditional formats, filters, print areas; several are parted by spaces. */
export const growRanges = (ranges: string, growth: Growth): string =>
  mapRefs(ranges, (ref) => growRef(ref, growth, growth.sheet));
