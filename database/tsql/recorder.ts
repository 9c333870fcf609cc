import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import base, { type Config, type Parameter } from 'mssql/lib/base';
import { Engine, type Answer, type Session } from './engine';
import { judge } from './grammar-gate';
import { Refusal, untranslatable } from './refusal';
import { ServerError } from './server-error';
import { bind, type Stored } from './values';

export interface Recorder {
  /** Stands in for the `mssql` package. */
  readonly driver: object;
  /** Every distinct batch that was run. */
  readonly statements: ReadonlySet<string>;
  /** What was refused, also where the caller swallowed the error: a suite ends well only if this is empty. */
  readonly refusals: readonly string[];
  close(): void;
}

export interface RecorderOptions {
  /** The SQLite file; without it one that goes with the recorder. */
  file?: string;
  /** Appended to: every distinct batch, one JSON string a line, for `judgeStatements`. */
  statementsFile?: string;
  /** Parse each new batch at once instead: half a second for the first, milliseconds for the next. */
  grammar?: 'deferred' | 'immediate';
}

/**
 * The `mssql` package over a SQLite file: TypeORM believes it talks to SQL Server. Pool, requests and parameters are
 * the package's own code, as under tedious; only the wire is ours. Text is compared as SQLite does, byte by byte,
 * where SQL Server's usual collations take no notice of case.
 */
export function createRecorder({
  file,
  statementsFile = process.env.TSQL_STATEMENTS,
  grammar = process.env.TSQL_GRAMMAR === 'immediate' ? 'immediate' : 'deferred',
}: RecorderOptions = {}): Recorder {
  const folder = file ? null : mkdtempSync(join(tmpdir(), 'tsql-recorder-'));
  const engine = new Engine(file ?? join(folder!, 'database.sqlite'));
  const statements = new Set<string>();
  const refusals: string[] = [];

  const admitted = (sql: string) => {
    if (statements.has(sql)) return;
    if (grammar === 'immediate') {
      const verdict = judge(sql);
      if (!verdict.accepted) throw new Refusal(`${verdict.why}. In: ${sql}`);
    }
    statements.add(sql);
    if (statementsFile) appendFileSync(statementsFile, `${JSON.stringify(sql)}\n`);
  };

  const run = async (session: Session, sql: string, given: Readonly<Record<string, Parameter>>, config: Config) => {
    const useUtc = config.options.useUTC !== false;
    try {
      const parameters = Object.values(given);
      // sp_executesql, which the driver calls, takes two of the 2100 itself.
      if (parameters.length > 2098)
        throw new ServerError(8003, `Too many parameters: ${parameters.length}, the maximum is 2098.`);
      const values: Record<string, Stored> = {};
      for (const parameter of parameters) values[parameter.name] = bind(parameter, useUtc);
      return await engine.run(session, sql, values, { useUtc, admitted });
    } catch (error) {
      if (error instanceof Refusal) refusals.push(error.message);
      throw requestError(error);
    }
  };

  class ConnectionPool extends base.ConnectionPool {
    constructor(config: Config) {
      // Transactions that wait for their turn hold a connection each, and must not starve those who read.
      super({ ...config, pool: { ...config.pool, max: 100 } });
    }
    async _poolCreate(): Promise<Session> {
      return { inTransaction: false, changedSchema: false };
    }
    _poolValidate(): boolean {
      return true;
    }
    async _poolDestroy(): Promise<void> {}
    request(): Request {
      return new Request(this);
    }
    transaction(): Transaction {
      return new Transaction(this);
    }
  }

  class Transaction extends base.Transaction {
    override _begin(isolationLevel: number | undefined, callback: (error?: Error | null) => void): void {
      super._begin(isolationLevel, (refused) => {
        if (refused) return callback(refused);
        this.parent.acquire(this, (failed, connection, config) => {
          if (failed) return callback(failed);
          engine.begin(connection as Session).then(
            () => {
              this._acquiredConnection = connection;
              this._acquiredConfig = config;
              callback(null);
            },
            (error: Error) => {
              this.parent.release(connection);
              callback(new base.TransactionError(error));
            },
          );
        });
      });
    }
    override _commit(callback: (error?: Error | null) => void): void {
      super._commit((refused) => (refused ? callback(refused) : this.end(() => engine.commit(this.session), callback)));
    }
    override _rollback(callback: (error?: Error | null) => void): void {
      super._rollback((refused) =>
        refused ? callback(refused) : this.end(() => engine.rollback(this.session), callback),
      );
    }
    private get session(): Session {
      return this._acquiredConnection as Session;
    }
    private end(work: () => void, callback: (error?: Error | null) => void): void {
      let failure: Error | null = null;
      try {
        work();
      } catch (error) {
        failure = new base.TransactionError(error as Error);
      }
      this.parent.release(this._acquiredConnection);
      this._acquiredConnection = null;
      this._acquiredConfig = null;
      callback(failure);
    }
    request(): Request {
      return new Request(this);
    }
  }

  class Request extends base.Request {
    override _query(...[command, callback]: Parameters<InstanceType<typeof base.Request>['_query']>): void {
      super._query(command, (refused) => {
        if (refused) return callback(refused);
        const parent = this.parent as InstanceType<typeof base.ConnectionPool>;
        parent.acquire(this, (failed, connection, config) => {
          if (failed) return callback(failed);
          run(connection as Session, command, this.parameters, config)
            .finally(() => parent.release(connection))
            .then(
              (answers) => this.answer(answers, callback),
              (error: Error) => callback(error),
            );
        });
      });
    }
    private answer(
      answers: readonly Answer[],
      callback: Parameters<InstanceType<typeof base.Request>['_query']>[1],
    ): void {
      const recordsets = answers.flatMap(({ rows }) => (rows ? [rows] : []));
      const rowsAffected = answers.flatMap(({ affected }) => (affected === null ? [] : [affected]));
      if (!this.stream) return callback(null, recordsets, {}, rowsAffected);
      for (const rows of recordsets) {
        this.emit('recordset', {});
        for (const row of rows) this.emit('row', row);
      }
      callback(null, null, {}, rowsAffected);
    }
    _batch(): never {
      throw untranslatable('Request.batch()');
    }
    _bulk(): never {
      throw untranslatable('Request.bulk()');
    }
    _execute(): never {
      throw untranslatable('Request.execute()');
    }
  }

  return {
    driver: { ...base.exports, ConnectionPool, Transaction, Request },
    statements,
    refusals,
    close: () => {
      engine.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Errors come as the driver's RequestError with the server's number; a refusal stays what it is. */
function requestError(error: unknown): unknown {
  if (error instanceof ServerError) {
    const info = { number: error.number, state: 1, class: 14, lineNumber: 1, serverName: 'recorder', procName: '' };
    return new base.RequestError(Object.assign(new Error(error.message), { info }), 'EREQUEST');
  }
  return error instanceof TypeError ? new base.RequestError(error, 'EPARAM') : error;
}
