import type { Dialect } from './dialect';

/** What a column holds, in our words; the engines' types are chosen in `engineType`. */
export type ColumnKind =
  'id' | 'text' | 'longText' | 'integer' | 'bigInteger' | 'flag' | 'instant' | 'localDate' | 'json';

export interface Column {
  readonly kind: ColumnKind;
  readonly length?: number;
  readonly nullable?: boolean;
}

export const id = (): Column => ({ kind: 'id' });
export const text = (length: number): Column => ({ kind: 'text', length });
export const longText = (): Column => ({ kind: 'longText' });
export const integer = (): Column => ({ kind: 'integer' });
/** Whole numbers beyond 32 bits: money in kopecks, file sizes. */
export const bigInteger = (): Column => ({ kind: 'bigInteger' });
export const flag = (): Column => ({ kind: 'flag' });
/** A moment, UTC, to the millisecond. */
export const instant = (): Column => ({ kind: 'instant' });
/** A date without a zone, `YYYY-MM-DD`. Text on both engines: a driver's Date would bring a zone and shift the day. */
export const localDate = (): Column => ({ kind: 'localDate' });
export const json = (): Column => ({ kind: 'json' });
export const nullable = (column: Column): Column => ({ ...column, nullable: true });

/**
 * The engine's type. On SQL Server ids are nvarchar like every text, because parameters arrive as nvarchar and a
 * conversion of the column would turn a seek into a scan.
 */
export function engineType(dialect: Dialect, column: Column): string {
  const mssql: Record<ColumnKind, string> = {
    id: 'nvarchar(36)',
    text: `nvarchar(${column.length})`,
    longText: 'nvarchar(max)',
    integer: 'int',
    bigInteger: 'bigint',
    flag: 'bit',
    instant: 'datetime2(3)',
    localDate: 'nvarchar(10)',
    json: 'nvarchar(max)',
  };
  const sqlite: Record<ColumnKind, string> = {
    id: 'text',
    text: 'text',
    longText: 'text',
    integer: 'integer',
    bigInteger: 'integer',
    flag: 'integer',
    instant: 'text',
    localDate: 'text',
    json: 'text',
  };
  return (dialect === 'mssql' ? mssql : sqlite)[column.kind];
}

/** A table of ours: its columns, and how its writes are recorded. */
export interface Entity<T extends { id: string }> {
  readonly name: string;
  readonly columns: { readonly [K in keyof T & string]: Column };
  /**
   * How the history speaks of it: `scope` names the column with the record on whose card a change is shown;
   * `silent` columns are derived or bookkeeping and not recorded; `secret` ones are recorded as changed, without values.
   */
  readonly audit?: {
    readonly scope?: keyof T & string;
    readonly silent?: readonly (keyof T & string)[];
    readonly secret?: readonly (keyof T & string)[];
  };
  /** Never appears (it only ties the row's type to the entity). */
  readonly row?: T;
}

export function entity<T extends { id: string }>(definition: Entity<T>): Entity<T> {
  return definition;
}
