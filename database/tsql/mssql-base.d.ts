/**
 * The part of the `mssql` package that its drivers (tedious, msnodesqlv8, ours) build on. It has no types of its own;
 * here is what we use.
 */
declare module 'mssql/lib/base' {
  import type { EventEmitter } from 'node:events';

  export type Callback = (error?: Error | null) => void;
  export type QueryCallback = (
    error?: Error | null,
    recordsets?: readonly unknown[] | null,
    output?: object,
    rowsAffected?: readonly number[],
  ) => void;

  export interface Config {
    pool?: { max?: number; min?: number };
    options: { useUTC?: boolean };
  }
  export interface Parameter {
    readonly name: string;
    readonly type: { readonly declaration: string };
    readonly value: unknown;
    readonly length?: number | string;
    readonly scale?: number;
  }
  export type Parent = ConnectionPool | Transaction;

  export class ConnectionPool extends EventEmitter {
    constructor(config: Config);
    acquire(requester: object, callback: (error: Error | null, connection: unknown, config: Config) => void): this;
    release(connection: unknown): this;
  }
  export class Transaction extends EventEmitter {
    constructor(parent: ConnectionPool);
    readonly parent: ConnectionPool;
    _acquiredConnection: unknown;
    _acquiredConfig: Config | null;
    acquire: ConnectionPool['acquire'];
    release: ConnectionPool['release'];
    _begin(isolationLevel: number | undefined, callback: Callback): void;
    _commit(callback: Callback): void;
    _rollback(callback: Callback): void;
  }
  export class Request extends EventEmitter {
    constructor(parent: Parent);
    readonly parent: Parent;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly stream: boolean | null;
    _query(command: string, callback: QueryCallback): void;
  }
  export class RequestError extends Error {
    constructor(error: Error, code: string);
  }
  export class TransactionError extends Error {
    constructor(error: Error);
  }

  const base: {
    ConnectionPool: typeof ConnectionPool;
    Transaction: typeof Transaction;
    Request: typeof Request;
    RequestError: typeof RequestError;
    TransactionError: typeof TransactionError;
    /** What the package exports beside its classes: types, isolation levels, errors. */
    exports: Readonly<Record<string, unknown>>;
  };
  export default base;
}
