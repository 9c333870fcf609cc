/**
 * The part of the `mssql` package that its drivers (tedious, msnodesqlv8, the recorder) build on. It has no types of its
 * own; here is what the recorder uses.
 */
declare module 'mssql/lib/base' {
  import type { EventEmitter } from 'node:events';

  type Callback<T = void> = (error?: Error | null, value?: T) => void;

  export interface SqlDataType {
    readonly declaration: string;
  }
  export interface Parameter {
    readonly name: string;
    readonly type: SqlDataType;
    readonly value: unknown;
    readonly length?: number | string;
    readonly scale?: number;
    readonly precision?: number;
  }
  export interface Config {
    pool?: { max?: number; min?: number };
    options: { useUTC?: boolean };
  }

  class ConnectionPool extends EventEmitter {
    constructor(config: Config);
    readonly config: Config;
    acquire(requester: object, callback: (error: Error | null, connection: unknown, config: Config) => void): this;
    release(connection: unknown): this;
    close(callback?: Callback): void | Promise<void>;
  }
  class Transaction extends EventEmitter {
    constructor(parent: ConnectionPool);
    readonly parent: ConnectionPool;
    _acquiredConnection: unknown;
    _acquiredConfig: Config | null;
    _begin(isolationLevel: number | undefined, callback: Callback): void;
    _commit(callback: Callback): void;
    _rollback(callback: Callback): void;
  }
  class Request extends EventEmitter {
    constructor(parent: ConnectionPool | Transaction);
    readonly parent: ConnectionPool | Transaction;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly stream: boolean | null;
    readonly paused: boolean;
    resume(): boolean;
    _query(
      command: string,
      callback: (error?: Error | null, recordsets?: unknown[] | null, output?: object, rowsAffected?: number[]) => void,
    ): void;
  }
  class RequestError extends Error {
    constructor(error: Error | string, code: string);
    readonly number?: number;
    readonly code?: string;
  }
  class TransactionError extends Error {
    constructor(error: Error | string, code?: string);
  }

  const base: {
    ConnectionPool: typeof ConnectionPool;
    Transaction: typeof Transaction;
    Request: typeof Request;
    RequestError: typeof RequestError;
    TransactionError: typeof TransactionError;
    exports: Readonly<Record<string, unknown>>;
  };
  export default base;
}
