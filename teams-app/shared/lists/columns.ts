import type { ReactNode } from 'react';

export interface Column<T> {
  id: string;
  title: string;
  /** Narrower than this it is not shown at all. */
  minWidth: number;
  /** Share of the spare width; 1 when left out. */
  grow?: number;
  /** The way the service orders by it; the header becomes a button. */
  sort?: 'ascending' | 'descending';
  /** Numbers stand at the right. */
  numeric?: boolean;
  /** Shown only when the reader chose it. */
  optional?: boolean;
  /** The name of the row: always shown, first. */
  fixed?: boolean;
  cell: (row: T) => ReactNode;
}

/** Between two columns, `spacingHorizontalM`. */
const gap = 12;

/** As many of the chosen columns as the width holds, from the left: a table never scrolls sideways. */
export function fittingColumns<T>(columns: Column<T>[], width: number): Column<T>[] {
  let left = width;
  const fitting: Column<T>[] = [];
  for (const column of columns) {
    left -= column.minWidth + gap;
    if (left < 0 && !column.fixed) break;
    fitting.push(column);
  }
  return fitting;
}

export function gridTemplate<T>(columns: Column<T>[]): string {
  return columns.map(({ minWidth, grow = 1 }) => `minmax(${minWidth}px, ${grow}fr)`).join(' ');
}
