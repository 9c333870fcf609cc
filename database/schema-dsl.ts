import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineType, type Column } from '../service/kernel/columns';
import type { Dialect } from '../service/kernel/dialect';

/**
 * The words migrations are written in, mapped to both engines in this one place. A statement that one engine needs
 * differently goes through `raw`, as a pair.
 */
export interface Schema {
  readonly dialect: Dialect;
  createTable(name: string, table: Table): Promise<void>;
  addColumn(table: string, name: string, column: Column): Promise<void>;
  dropColumn(table: string, name: string): Promise<void>;
  createIndex(name: string, index: Index): Promise<void>;
  dropIndex(name: string, table: string): Promise<void>;
  dropTable(name: string): Promise<void>;
  raw(pair: Record<Dialect, readonly string[]>): Promise<void>;
  insert(table: string, rows: readonly Record<string, string | number | null>[]): Promise<void>;
}

export interface Table {
  /**
   * Every table is keyed by `id`. `rowKey` adds the engine's own counting integer, for structures that need a small
   * key (search); the application never reads it as data.
   */
  readonly rowKey?: boolean;
  readonly columns: Readonly<Record<string, Column>>;
  /** Column → table whose `id` it holds. */
  readonly references?: Readonly<Record<string, string>>;
}

export interface Index {
  readonly on: string;
  /** `'name'`, `'at desc'`. */
  readonly columns: readonly string[];
  readonly unique?: boolean;
  /** Leaves out rows where the column is null: on SQL Server a plain unique index allows one null only. */
  readonly whereNotNull?: string;
  /** Holds only rows where the column is null: the living, `deletedAt`. */
  readonly whereNull?: string;
}

/** A migration of ours as TypeORM runs it. `irreversible` says why there is no way down. */
export function migration(
  name: string,
  steps: {
    up: (schema: Schema) => Promise<void>;
    down: ((schema: Schema) => Promise<void>) | { irreversible: string };
  },
): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      await steps.up(schemaOf(runner));
    }
    async down(runner: QueryRunner): Promise<void> {
      if (typeof steps.down !== 'function') throw new Error(`${name} cannot be taken back: ${steps.down.irreversible}`);
      await steps.down(schemaOf(runner));
    }
  };
}

const quote = (name: string) => `"${name}"`;

const where = (conditions: (string | undefined)[]) => {
  const given = conditions.filter(Boolean);
  return given.length ? ` where ${given.join(' and ')}` : '';
};

function schemaOf(runner: QueryRunner): Schema {
  const dialect = runner.connection.options.type === 'mssql' ? 'mssql' : 'sqlite';
  const run = async (statement: string, parameters?: unknown[]) => void (await runner.query(statement, parameters));
  const line = (name: string, column: Column) =>
    `${quote(name)} ${engineType(dialect, column)} ${column.nullable ? 'null' : 'not null'}`;

  return {
    dialect,
    createTable: (name, { columns, rowKey, references = {} }) => {
      const lines = Object.entries(columns).map(([columnName, column]) => line(columnName, column));
      if (rowKey && dialect === 'sqlite') lines.unshift('"rowKey" integer primary key autoincrement');
      if (rowKey && dialect === 'mssql') lines.unshift('"rowKey" int identity(1,1) not null');
      lines.push(
        rowKey
          ? `constraint ${quote(`uq_${name}_id`)} unique ("id")`
          : `constraint ${quote(`pk_${name}`)} primary key ("id")`,
      );
      if (rowKey && dialect === 'mssql') lines.push(`constraint ${quote(`pk_${name}`)} primary key ("rowKey")`);
      for (const [column, target] of Object.entries(references))
        lines.push(
          `constraint ${quote(`fk_${name}_${column}`)} foreign key (${quote(column)}) references ${quote(target)} ("id")`,
        );
      return run(`create table ${quote(name)} (${lines.join(', ')})`);
    },
    addColumn: (table, name, column) =>
      run(`alter table ${quote(table)} add ${dialect === 'sqlite' ? 'column ' : ''}${line(name, column)}`),
    dropColumn: (table, name) => run(`alter table ${quote(table)} drop column ${quote(name)}`),
    createIndex: (name, { on, columns, unique, whereNotNull, whereNull }) =>
      run(
        `create ${unique ? 'unique ' : ''}index ${quote(name)} on ${quote(on)} (${columns
          .map((column) => column.split(' '))
          .map(([column, direction]) => quote(column!) + (direction ? ` ${direction}` : ''))
          .join(
            ', ',
          )})${where([whereNotNull && `${quote(whereNotNull)} is not null`, whereNull && `${quote(whereNull)} is null`])}`,
      ),
    dropIndex: (name, table) => run(`drop index ${quote(name)}${dialect === 'mssql' ? ` on ${quote(table)}` : ''}`),
    dropTable: (name) => run(`drop table ${quote(name)}`),
    raw: async (pair) => {
      for (const statement of pair[dialect]) await run(statement);
    },
    insert: async (table, rows) => {
      for (const row of rows) {
        const names = Object.keys(row);
        const marks = names.map((_, index) => (dialect === 'mssql' ? `@${index}` : '?'));
        await run(
          `insert into ${quote(table)} (${names.map(quote).join(', ')}) values (${marks.join(', ')})`,
          Object.values(row),
        );
      }
    },
  };
}
