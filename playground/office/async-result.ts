import type { Faults } from './faults';

/** What a callback of Office.js is given. */
export interface AsyncResult<T> {
  status: 'succeeded' | 'failed';
  value: T | undefined;
  error: { code: number; name: string; message: string } | undefined;
  asyncContext: unknown;
}
export type Callback<T> = (result: AsyncResult<T>) => void;

/** A refusal with the code and name that Outlook gives. */
export class OfficeError extends Error {
  constructor(
    readonly code: number,
    name: string,
    message: string,
  ) {
    super(message);
    this.name = name;
  }
}

/** What a protected letter answers to programs. */
export const refused = () => new OfficeError(9020, 'GenericResponseError', 'An internal error has occurred.');
export const notFound = () => new OfficeError(9018, 'GenericResponseError', 'The item was not found.');

/**
 * Answers a call of the shape `xAsync(…, options?, callback?)` as Outlook does: never at once, never by a promise,
 * `asyncContext` handed back.
 */
export function answer<T>(
  faults: () => Faults,
  name: string,
  rest: readonly unknown[],
  produce: () => T | Promise<T>,
): void {
  const callback = rest.find((argument) => typeof argument === 'function') as Callback<T> | undefined;
  const options = rest.find((argument) => typeof argument === 'object' && argument !== null);
  const asyncContext = (options as { asyncContext?: unknown } | undefined)?.asyncContext;
  const { latencyMs, failing } = faults();
  const run = async (): Promise<AsyncResult<T>> => {
    try {
      if (failing.includes('*') || failing.includes(name)) throw refused();
      return { status: 'succeeded', value: await produce(), error: undefined, asyncContext };
    } catch (caught) {
      const { code, name: errorName, message } = caught instanceof OfficeError ? caught : refused();
      return { status: 'failed', value: undefined, error: { code, name: errorName, message }, asyncContext };
    }
  };
  setTimeout(() => void run().then((result) => callback?.(result)), latencyMs);
}
