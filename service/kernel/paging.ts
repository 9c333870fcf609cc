import { invalid } from './errors';
import { limitRows, raw, sql, type Sql } from './sql';

/**
 * Keyset paging: a page begins after the last row of the one before, found by its sort values, so page 1,000 costs
 * what page 1 does and rows that come or go meanwhile neither repeat nor vanish.
 */
export interface SortKey {
  /** The column as the query names it; must not be null (coalesce nullable ones in a CASE of the query). */
  column: Sql;
  /** The property of the row with its value. */
  property: string;
  descending?: boolean;
  /** Values are instants, or whole numbers; without either, text. */
  instant?: boolean;
  integer?: boolean;
}

type Row = Record<string, unknown>;

/** `(a > x) or (a = x and id > y)`, written out: T-SQL has no row comparison. */
export function afterCursor(keys: readonly SortKey[], after: string | undefined): Sql | null {
  if (after === undefined) return null;
  const values = decode(after, keys);
  const build = (index: number): Sql => {
    const key = keys[index]!;
    const value = values[index];
    const beyond = sql`${key.column} ${raw(key.descending ? '<' : '>')} ${value}`;
    if (index === keys.length - 1) return beyond;
    return sql`(${beyond} or (${key.column} = ${value} and ${build(index + 1)}))`;
  };
  const first = keys[0]!;
  // The redundant first bound is what the engines turn into the start of an index range.
  return keys.length === 1
    ? build(0)
    : sql`${first.column} ${raw(first.descending ? '<=' : '>=')} ${values[0]} and ${build(0)}`;
}

export function orderBy(keys: readonly SortKey[]): Sql {
  const parts = keys.map((key) => (key.descending ? sql`${key.column} desc` : key.column));
  return parts.reduce((all, part) => sql`${all}, ${part}`);
}

/** ORDER BY and one row more than asked, to know whether there is a next page. */
export const pageOf = (keys: readonly SortKey[], limit: number) =>
  sql`order by ${orderBy(keys)} ${limitRows(limit + 1)}`;

/** Cuts the extra row and makes the next cursor. */
export function cutPage<T extends Row, V>(
  found: T[],
  limit: number,
  keys: readonly SortKey[],
  toView: (row: T) => V,
): { rows: V[]; next: string | null } {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(toView),
    next: found.length > limit && last ? encode(keys.map((key) => last[key.property])) : null,
  };
}

export const encode = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

function decode(after: string, keys: readonly SortKey[]): unknown[] {
  try {
    const values = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    if (!Array.isArray(values) || values.length !== keys.length) throw new Error();
    // Of the column's own type, or SQL Server fails where it compares.
    return values.map((value, index) => {
      const { instant, integer } = keys[index]!;
      if (integer ? !Number.isInteger(value) : typeof value !== 'string') throw new Error();
      if (!instant) return value;
      const moment = new Date(value as string);
      if (!/^\d{4}-/.test(moment.toISOString())) throw new Error();
      return moment;
    });
  } catch {
    throw invalid({ after: 'paging.cursor' });
  }
}

/** A count that gives up beyond `cap`: an exact count of a large list costs more than the page it stands on. */
export const countCap = 1000;
