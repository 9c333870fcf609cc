import type { SqlType } from './types';

/** The tables there are, as their T-SQL declared them. SQLite itself knows them only in translation. */
export interface Schema {
  has(table: string): boolean;
  columns(table: string): readonly SchemaColumn[];
  constraints(table: string): readonly SchemaConstraint[];
  /** The tables with a foreign key to this one. */
  referencing(table: string): readonly string[];
  /** Whether a column of this name, of whatever table, has this type. */
  hasType(column: string, base: string): boolean;
}

export interface SchemaColumn {
  readonly table: string;
  readonly name: string;
  readonly type: SqlType;
  readonly nullable: boolean;
  readonly identity: boolean;
  /** Translated. */
  readonly default: string | null;
}

export interface SchemaConstraint {
  readonly table: string;
  readonly name: string;
  readonly kind: 'PRIMARY KEY' | 'UNIQUE' | 'FOREIGN KEY' | 'CHECK' | 'DEFAULT';
  readonly columns: readonly string[];
  /** The table a foreign key points to. */
  readonly target: string | null;
}

export const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export const findColumn = (schema: Schema, table: string, name: string) =>
  schema.columns(table).find((column) => same(column.name, name));

/** Arranges the rows of the catalogue. */
export function schemaOf(columns: readonly SchemaColumn[], constraints: readonly SchemaConstraint[]): Schema {
  const byTable = new Map<string, SchemaColumn[]>();
  for (const column of columns) {
    const table = column.table.toLowerCase();
    byTable.set(table, [...(byTable.get(table) ?? []), column]);
  }
  return {
    has: (table) => byTable.has(table.toLowerCase()),
    columns: (table) => byTable.get(table.toLowerCase()) ?? [],
    constraints: (table) => constraints.filter((constraint) => same(constraint.table, table)),
    referencing: (table) =>
      constraints
        .filter(({ target, table: from }) => target !== null && same(target, table) && !same(from, table))
        .map((constraint) => constraint.table),
    hasType: (name, base) => columns.some((column) => column.type.base === base && same(column.name, name)),
  };
}

/** Empty, for looking at a statement alone. */
export const noSchema = () => schemaOf([], []);
