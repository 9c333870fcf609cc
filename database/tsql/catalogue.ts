import type { Database } from 'better-sqlite3';
import { schemaOf, type Schema, type SchemaColumn, type SchemaConstraint } from './schema';
import { createTypesTable } from './types';

/**
 * The declared schema lies beside the data, in tables of the recorder's own: it survives a copy of the file and goes
 * back with a transaction. INFORMATION_SCHEMA is views of it.
 */
export function createCatalogue(connection: Database): void {
  connection.exec(`
    ${createTypesTable};
    CREATE TABLE IF NOT EXISTS tsql_column ("table" TEXT, name TEXT, base TEXT, size INTEGER, nullable INTEGER,
      identity INTEGER, "default" TEXT);
    CREATE TABLE IF NOT EXISTS tsql_constraint ("table" TEXT, name TEXT, kind TEXT, columns TEXT, target TEXT);
    CREATE VIEW IF NOT EXISTS "INFORMATION_SCHEMA.TABLES" AS
      SELECT DISTINCT 'recorder' AS TABLE_CATALOG, 'dbo' AS TABLE_SCHEMA, "table" AS TABLE_NAME,
        'BASE TABLE' AS TABLE_TYPE FROM tsql_column;
    CREATE VIEW IF NOT EXISTS "INFORMATION_SCHEMA.COLUMNS" AS
      SELECT 'recorder' AS TABLE_CATALOG, 'dbo' AS TABLE_SCHEMA, "table" AS TABLE_NAME, name AS COLUMN_NAME,
        row_number() OVER (PARTITION BY "table" ORDER BY rowid) AS ORDINAL_POSITION, "default" AS COLUMN_DEFAULT,
        iif(nullable, 'YES', 'NO') AS IS_NULLABLE, base AS DATA_TYPE,
        iif(base = 'datetime2', NULL, size) AS CHARACTER_MAXIMUM_LENGTH,
        CASE base WHEN 'tinyint' THEN 3 WHEN 'smallint' THEN 5 WHEN 'int' THEN 10 WHEN 'bigint' THEN 19 WHEN 'float' THEN 53
          END AS NUMERIC_PRECISION,
        iif(base IN ('tinyint', 'smallint', 'int', 'bigint'), 0, NULL) AS NUMERIC_SCALE,
        CASE base WHEN 'datetime2' THEN size WHEN 'date' THEN 0 END AS DATETIME_PRECISION
      FROM tsql_column;
    CREATE VIEW IF NOT EXISTS "INFORMATION_SCHEMA.TABLE_CONSTRAINTS" AS
      SELECT 'recorder' AS CONSTRAINT_CATALOG, 'dbo' AS CONSTRAINT_SCHEMA, name AS CONSTRAINT_NAME,
        'recorder' AS TABLE_CATALOG, 'dbo' AS TABLE_SCHEMA, "table" AS TABLE_NAME, kind AS CONSTRAINT_TYPE
      FROM tsql_constraint WHERE kind <> 'DEFAULT';
    CREATE VIEW IF NOT EXISTS "INFORMATION_SCHEMA.KEY_COLUMN_USAGE" AS
      SELECT 'recorder' AS CONSTRAINT_CATALOG, 'dbo' AS CONSTRAINT_SCHEMA, c.name AS CONSTRAINT_NAME,
        'recorder' AS TABLE_CATALOG, 'dbo' AS TABLE_SCHEMA, c."table" AS TABLE_NAME, k.value AS COLUMN_NAME,
        k.key + 1 AS ORDINAL_POSITION
      FROM tsql_constraint c, json_each(c.columns) k WHERE c.kind IN ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY');
  `);
}

export function readCatalogue(connection: Database): Schema {
  const columns = connection.prepare('SELECT * FROM tsql_column ORDER BY rowid').all() as {
    table: string;
    name: string;
    base: string;
    size: number | null;
    nullable: number;
    identity: number;
    default: string | null;
  }[];
  const constraints = connection.prepare('SELECT * FROM tsql_constraint').all() as (Omit<
    SchemaConstraint,
    'columns'
  > & {
    columns: string;
  })[];
  return schemaOf(
    columns.map(({ base, size, nullable, identity, ...column }) => ({
      ...column,
      type: { base, size },
      nullable: nullable === 1,
      identity: identity === 1,
    })),
    constraints.map((constraint) => ({ ...constraint, columns: JSON.parse(constraint.columns) as string[] })),
  );
}

const text = (value: string | null) => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`);

/** The statements that keep the catalogue, for a definition to run beside its own. */
export const noteColumn = ({ table, name, type, nullable, identity, default: value }: SchemaColumn) =>
  `INSERT INTO tsql_column VALUES (${[
    text(table),
    text(name),
    text(type.base),
    type.size ?? 'NULL',
    Number(nullable),
    Number(identity),
    text(value),
  ].join(', ')})`;

export const noteConstraint = ({ table, name, kind, columns, target }: SchemaConstraint) =>
  `INSERT INTO tsql_constraint VALUES (${[text(table), text(name), text(kind), text(JSON.stringify(columns)), text(target)].join(', ')})`;

const ofTable = (table: string) => `"table" = ${text(table)} COLLATE NOCASE`;
export const forgetTable = (table: string) => [
  `DELETE FROM tsql_column WHERE ${ofTable(table)}`,
  `DELETE FROM tsql_constraint WHERE ${ofTable(table)}`,
];
export const forgetColumn = (table: string, name: string) =>
  `DELETE FROM tsql_column WHERE ${ofTable(table)} AND name = ${text(name)} COLLATE NOCASE`;
export const forgetConstraint = (table: string, name: string) =>
  `DELETE FROM tsql_constraint WHERE ${ofTable(table)} AND name = ${text(name)} COLLATE NOCASE`;
