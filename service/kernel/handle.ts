import type { Readable } from 'node:stream';
import type { ParameterizedContext } from 'koa';
import type { Ctx } from './context';
import type { Endpoint, EndpointOutput, EndpointParsed } from './endpoint';

/** An endpoint with the function that does it. */
export interface Route<E extends Endpoint = Endpoint> {
  readonly endpoint: E;
  readonly run: (ctx: Ctx, input: never, request: Request) => Promise<unknown>;
  /** A write that manages its own transactions (long uploads); everything else that is not a GET runs in one. */
  readonly ownTransactions?: boolean;
}

/** The little of HTTP that some use cases need. */
export interface Request {
  /** The body of an upload. */
  readonly upload: Readable;
  readonly ip: string;
  readonly userAgent: string | null;
  /** For the session cookie alone. */
  readonly http: ParameterizedContext;
}

/** A file as an answer. */
export class FileAnswer {
  constructor(
    readonly body: Readable,
    readonly fileName: string,
    readonly type: string,
  ) {}
}

/** Events for as long as the caller listens (server-sent events, WHATWG HTML 9.2). */
export class EventStream {
  constructor(readonly body: Readable) {}
}

export function handle<E extends Endpoint>(
  endpoint: E,
  run: (ctx: Ctx, input: EndpointParsed<E>, request: Request) => Promise<EndpointOutput<E> | FileAnswer | EventStream>,
  options: { ownTransactions?: boolean } = {},
): Route {
  return { endpoint, run: run as Route['run'], ...options };
}
