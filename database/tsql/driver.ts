import base, { type Callback, type Config, type Parameter, type QueryCallback } from 'mssql/lib/base';
import type { Answer, Engine, Session } from './engine';
import { untranslatable } from './refusal';
import { ServerError } from './server-error';

/** Runs a batch with the parameters as the package holds them. */
export type RunBatch = (
  session: Session,
  sql: string,
  parameters: Readonly<Record<string, Parameter>>,
  config: Config,
) => Promise<readonly Answer[]>;

/**
 * The `mssql` package with an engine of ours where tedious and the network are. Pool, requests, streams and parameters
 * are the package's own code.
 */
export function createDriver(engine: Engine, run: RunBatch): object {
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
    override _begin(isolationLevel: number | undefined, callback: Callback): void {
      super._begin(isolationLevel, (refused) => {
        if (refused) return callback(refused);
        this.parent.acquire(this, (failed, connection, config) => {
          if (failed) return callback(failed);
          engine.begin(connection as Session).then(
            () => {
              this._acquiredConnection = connection;
              this._acquiredConfig = config;
              callback();
            },
            (error: Error) => {
              this.parent.release(connection);
              callback(new base.TransactionError(error));
            },
          );
        });
      });
    }
    override _commit(callback: Callback): void {
      super._commit((refused) =>
        refused ? callback(refused) : this.end((session) => engine.commit(session), callback),
      );
    }
    override _rollback(callback: Callback): void {
      super._rollback((refused) =>
        refused ? callback(refused) : this.end((session) => engine.rollback(session), callback),
      );
    }
    private end(work: (session: Session) => void, callback: Callback): void {
      const connection = this._acquiredConnection;
      let failure: Error | null = null;
      try {
        work(connection as Session);
      } catch (error) {
        failure = new base.TransactionError(error as Error);
      }
      this._acquiredConnection = null;
      this._acquiredConfig = null;
      this.parent.release(connection);
      callback(failure);
    }
    request(): Request {
      return new Request(this);
    }
  }

  class Request extends base.Request {
    override _query(command: string, callback: QueryCallback): void {
      super._query(command, (refused) => {
        if (refused) return callback(refused);
        this.parent.acquire(this, (failed, connection, config) => {
          if (failed) return callback(failed);
          run(connection as Session, command, this.parameters, config)
            .finally(() => this.parent.release(connection))
            .then(
              (answers) => this.answer(answers, callback),
              (error: unknown) => callback(requestError(error)),
            );
        });
      });
    }
    private answer(answers: readonly Answer[], callback: QueryCallback): void {
      const recordsets = answers.flatMap(({ rows }) => (rows ? [rows] : []));
      const rowsAffected = answers.flatMap(({ affected }) => (affected === null ? [] : [affected]));
      if (!this.stream) return callback(null, recordsets, {}, rowsAffected);
      for (const row of recordsets.flat()) this.emit('row', row);
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

  return { ...base.exports, ConnectionPool, Transaction, Request };
}

/** Errors come as the package's RequestError, with the server's number; a refusal stays what it is. */
function requestError(error: unknown): Error {
  if (error instanceof ServerError) {
    const info = { number: error.number, state: 1, class: 14, lineNumber: 1, serverName: 'recorder', procName: '' };
    return new base.RequestError(Object.assign(new Error(error.message), { info }), 'EREQUEST');
  }
  return error instanceof TypeError ? new base.RequestError(error, 'EPARAM') : (error as Error);
}
