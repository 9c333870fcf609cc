import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineType, type Column } from '../service/kernel/columns';
import type { Database, Db } from '../service/kernel/database';
import { toFlag } from '../service/kernel/dialect';
import { raw, sql } from '../service/kernel/sql';
import { createTestDatabase } from '../service/test/test-database';
import { entities } from './data-source';
import { migrations } from './migrations';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await createTestDatabase());
});
afterAll(() => drop());

type Described = Record<string, { type: string; nullable: boolean }>;

/** The columns of a table as the engine tells them, in the words of our column types. */
async function columnsOf(table: string): Promise<Described> {
  if (database.dialect === 'sqlite') {
    const rows = await database.read.rows<{ name: string; type: string; notnull: number; pk: number }>(
      sql`select name, type, "notnull", pk from pragma_table_info(${table})`,
    );
    return Object.fromEntries(
      rows.map(({ name, type, notnull }) => [name, { type: type.toLowerCase(), nullable: !toFlag(notnull) }]),
    );
  }
  const rows = await database.read.rows<{
    name: string;
    type: string;
    length: number | null;
    digits: number | null;
    nullable: string;
  }>(sql`
    select COLUMN_NAME as name, DATA_TYPE as type, CHARACTER_MAXIMUM_LENGTH as length, DATETIME_PRECISION as digits,
      IS_NULLABLE as nullable from INFORMATION_SCHEMA.COLUMNS where TABLE_NAME = ${table}`);
  return Object.fromEntries(
    rows.map(({ name, type, length, digits, nullable }) => {
      const size = length === null ? (type === 'datetime2' ? `(${digits})` : '') : `(${length < 0 ? 'max' : length})`;
      return [name, { type: type + size, nullable: nullable === 'YES' }];
    }),
  );
}

async function tables(): Promise<string[]> {
  const rows = await database.read.rows<{ name: string }>(
    database.dialect === 'sqlite'
      ? sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
      : sql`select TABLE_NAME as name from INFORMATION_SCHEMA.TABLES where TABLE_TYPE = 'BASE TABLE'`,
  );
  return rows.map(({ name }) => name).sort();
}

/** What stands beside the entities: the log of migrations, and search's own structures. */
const beside = /^(migrations|(company|deal)_fts(_\w+)?|(company|deal)_(search|gram))$/;

/** Runs every migration on this database, up or, the last one first, down. */
async function migrate(direction: 'up' | 'down'): Promise<void> {
  const runner = (db: Db) =>
    ({
      connection: { options: { type: db.dialect === 'mssql' ? 'mssql' : 'better-sqlite3' } },
      query: (statement: string, parameters: unknown[] = []) => {
        if (parameters.length) throw new Error('No migration so far has parameters');
        return db.run(raw(statement));
      },
    }) as unknown as QueryRunner;
  const steps: MigrationInterface[] = migrations.map((Step) => new Step());
  for (const step of direction === 'up' ? steps : steps.reverse())
    await database.transaction((db) => step[direction](runner(db)));
}

async function expectNoDrift(): Promise<void> {
  for (const { name, columns } of entities) {
    const expected: Described = Object.fromEntries(
      Object.entries(columns as Record<string, Column>).map(([column, definition]) => [
        column,
        { type: engineType(database.dialect, definition), nullable: definition.nullable ?? false },
      ]),
    );
    const { rowKey, ...found } = await columnsOf(name);
    expect({ table: name, columns: found }).toEqual({ table: name, columns: expected });
    // The engine's own counting key, which no entity speaks of.
    expect(rowKey !== undefined).toBe(name === 'company' || name === 'deal');
  }
}

describe('an empty database, migrated up', () => {
  test('has exactly the columns that the entities name: types, lengths, nulls', expectNoDrift);

  test('has the tables of the entities and nothing else', async () => {
    const own = (await tables()).filter((name) => !beside.test(name));
    expect(own).toEqual(entities.map(({ name }) => name).sort());
  });

  test('goes down to nothing, and up again to the same', async () => {
    await migrate('down');
    expect(await tables()).toEqual(['migrations']);
    await migrate('up');
    await expectNoDrift();
  });
});

describe('the migrations', () => {
  test('are named by their time, in order, each once', () => {
    const names = migrations.map((Step) => String((new Step() as MigrationInterface).name));
    const times = names.map((name) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(times.every((time) => time > 1_700_000_000_000)).toBe(true);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });
});
