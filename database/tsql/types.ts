import { cannotTranslate } from './refusal';
import { canonical, isName, isParens, type Node } from './tokens';

/** A column type of T-SQL. */
export interface SqlType {
  readonly base: string;
  /** Characters or fractional digits; -1 for `max`, null where the type has none. */
  readonly size: number | null;
}

const sized: Readonly<Record<string, boolean>> = {
  bigint: false,
  bit: false,
  date: false,
  datetime2: true,
  float: false,
  int: false,
  nchar: true,
  nvarchar: true,
  smallint: false,
  tinyint: false,
  varbinary: true,
  // The gate lets it through for TypeORM's own table of migrations alone.
  varchar: true,
};

/** Reads a type off the front: `nvarchar(250)`. */
export function takeType(nodes: readonly Node[]): { type: SqlType; rest: readonly Node[] } {
  const [name, size] = nodes;
  const base = isName(name) ? name.value.toLowerCase() : '';
  if (!(base in sized)) return cannotTranslate(`the type ${canonical(nodes.slice(0, 2))}`);
  if (!sized[base] || !isParens(size)) {
    return { type: { base, size: base === 'datetime2' ? 7 : null }, rest: nodes.slice(1) };
  }
  const given = canonical(size.nodes);
  return { type: { base, size: given === 'max' ? -1 : Number(given) }, rest: nodes.slice(2) };
}

export const writeType = ({ base, size }: SqlType) => (size === null ? base : `${base}(${size === -1 ? 'max' : size})`);

/** `nvarchar(max)` → `nvarchar` */
export const baseOf = (type: string) => type.replace(/\(.*/, '').toLowerCase();

/**
 * A table with a column of every type and no rows. A query's computed columns get their types by asking SQLite for
 * the declared type of a column in their place.
 */
export const typesTable = 'tsql_types';
export const createTypesTable = `CREATE TABLE IF NOT EXISTS ${typesTable} (${Object.keys(sized)
  .map((base) => `"${base}" ${base}`)
  .join(', ')})`;
export const ofType = (type: string) => `(SELECT "${baseOf(type)}" FROM ${typesTable})`;
