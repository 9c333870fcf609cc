import type BetterSqlite3 from 'better-sqlite3';
import { DataSource, type DataSourceOptions, type QueryRunner, type MixedList } from 'typeorm';
import { isRetryable, type Dialect } from './dialect';
import type { Sql } from './sql';

type Row = Record<string, unknown>;

/** One connection's view of the database. Whole rows of a table are read and written through rows.ts. */
export interface Db {
  readonly dialect: Dialect;
  rows<T = Row>(query: Sql): Promise<T[]>;
  row<T = Row>(query: Sql): Promise<T | null>;
  /** Runs a writing statement; answers how many rows it touched. */
  run(query: Sql): Promise<number>;
}

export interface Database {
  readonly dialect: Dialect;
  /**
   * For reading only. On SQLite it is a connection of its own that cannot write: it sees the last committed state
   * and never waits for a writer.
   */
  readonly read: Db;
  /**
   * Runs the work in one transaction: all of it is kept, or nothing. Deadlocks and lost races run again, so the work
   * must not touch anything outside the database.
   */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `sqlite:path`, `mssql://user:password@host:port/database?encrypt=…`. */
  url: string;
  migrations: MixedList<string | (new () => object)>;
  /** SQL Server connections held at most. */
  poolSize?: number;
  /** SQLite: wait for the disk at each commit. Off only in tests, whose files die with them. */
  durable?: boolean;
  /** Stands in for the `mssql` package (the recorder of the tests). */
  mssqlDriver?: unknown;
}

const attempts = 5;
const mostStatements = 500;

/** Opens the database and brings its schema up to date. The data sources stay in here: nobody can write around. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url.startsWith('sqlite:') ? openSqlite(options) : openSqlServer(options);
}

async function openSqlite({ url, migrations, durable = true }: DatabaseOptions): Promise<Database> {
  const file = url.slice('sqlite:'.length);
  const shared = {
    type: 'better-sqlite3',
    database: file,
    timeout: 100,
  } as const;
  const prepare = (connection: BetterSqlite3.Database) => {
    connection.pragma('cache_size = -65536');
    connection.pragma('mmap_size = 1073741824');
    connection.pragma('temp_store = memory');
    connection.pragma('foreign_keys = on');
  };
  const writer = await new DataSource({
    ...shared,
    migrations,
    prepareDatabase: (connection: BetterSqlite3.Database) => {
      connection.pragma('journal_mode = wal');
      // FULL: an acknowledged write survives a power cut, not only a killed process.
      connection.pragma(`synchronous = ${durable ? 'full' : 'off'}`);
      prepare(connection);
    },
  } as DataSourceOptions).initialize();
  await writer.runMigrations({ transaction: 'each' });
  const reader = await new DataSource({
    ...shared,
    readonly: true,
    prepareDatabase: prepare,
  } as DataSourceOptions).initialize();

  // TypeORM gives everybody one connection on SQLite: without a queue, B's write would join A's open transaction and
  // vanish with A's rollback.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const statements = preparedOn(writer);
  return {
    dialect: 'sqlite',
    read: sqliteView(preparedOn(reader)),
    transaction: (work) =>
      inTurn(async () => {
        await beginImmediate(statements);
        try {
          const result = await work(sqliteView(statements));
          statements('commit').run();
          return result;
        } catch (error) {
          statements('rollback').run();
          throw error;
        }
      }),
    close: async () => {
      await inTurn(async () => undefined);
      await reader.destroy();
      await writer.destroy();
    },
  };
}

async function openSqlServer({ url, migrations, poolSize = 15, mssqlDriver }: DatabaseOptions): Promise<Database> {
  const address = new URL(url);
  const flagOf = (name: string, otherwise: boolean) => {
    const given = address.searchParams.get(name);
    return given === null ? otherwise : given === 'true' || given === '1' || given === 'yes';
  };
  const source = await new DataSource({
    type: 'mssql',
    host: address.hostname,
    port: Number(address.port || 1433),
    username: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: decodeURIComponent(address.pathname.slice(1)),
    migrations,
    pool: { max: poolSize, min: 0 },
    requestTimeout: 120_000,
    options: {
      encrypt: flagOf('encrypt', true),
      trustServerCertificate: flagOf('trustServerCertificate', false),
      useUTC: true,
      enableArithAbort: true,
      appName: 'ryadom',
    },
    ...(mssqlDriver ? { driver: mssqlDriver } : {}),
  } as DataSourceOptions).initialize();
  await source.runMigrations({ transaction: 'each' });

  const once = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const runner = source.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction('READ COMMITTED');
      const result = await work(serverView(source, runner));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A deadlock's victim is rolled back by the server already; what that rollback says is no news.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  };

  return {
    dialect: 'mssql',
    read: serverView(source, null),
    transaction: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(work);
        } catch (error) {
          if (attempt === attempts || !isRetryable(error)) throw error;
          await new Promise((resolve) => setTimeout(resolve, attempt * 20 + Math.random() * 50));
        }
      }
    },
    close: () => source.destroy(),
  };
}

function serverView(source: DataSource, runner: QueryRunner | null): Db {
  const dialect = 'mssql';
  const rows = async <T>(statement: Sql) => {
    const { text, parameters } = statement.compile(dialect);
    return (await (runner ? runner.query(text, parameters) : source.query(text, parameters))) as T[];
  };
  return {
    dialect,
    rows,
    row: async <T>(statement: Sql) => (await rows<T>(statement))[0] ?? null,
    run: async (statement) => {
      if (!runner) throw new Error('A write outside a transaction');
      const { text, parameters } = statement.compile(dialect);
      return (await runner.query(text, parameters, true)).affected ?? 0;
    },
  };
}

/** The statements of a SQLite connection, prepared once; TypeORM's own path costs as much again as the query. */
function sqliteView(statements: Statements): Db {
  const rows = async <T>(statement: Sql) => {
    const { text, parameters } = statement.compile('sqlite');
    return statements(text).all(...parameters) as T[];
  };
  return {
    dialect: 'sqlite',
    rows,
    row: async <T>(statement: Sql) => (await rows<T>(statement))[0] ?? null,
    run: async (statement) => {
      const { text, parameters } = statement.compile('sqlite');
      return statements(text).run(...parameters).changes;
    },
  };
}

/**
 * Takes the write lock at once, so that another process (an import from the command line) makes us wait here rather
 * than fail half-way. The wait lets the event loop go on: SQLite's own would hold everybody up.
 */
async function beginImmediate(statements: Statements): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      statements('begin immediate').run();
      return;
    } catch (error) {
      if (tries === 500 || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

type Statements = (text: string) => BetterSqlite3.Statement;

function preparedOn(source: DataSource): Statements {
  const { databaseConnection } = source.driver as unknown as { databaseConnection: BetterSqlite3.Database };
  const kept = new Map<string, BetterSqlite3.Statement>();
  return (text) => {
    let statement = kept.get(text);
    if (!statement) {
      statement = databaseConnection.prepare(text);
      if (kept.size >= mostStatements) kept.delete(kept.keys().next().value!);
      kept.set(text, statement);
    }
    return statement;
  };
}
