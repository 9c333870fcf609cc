/** A refusal that the caller is told about. `code` is `module.reason`; the words are in the texts. */
export class AppError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly extra: {
      /** Field of the input → code of its fault. */
      fields?: Record<string, string>;
      /** The record as it is now, on a version conflict. */
      current?: unknown;
      /** Values for the text and for the screen. */
      details?: Record<string, unknown>;
      /** Seconds after which trying again makes sense. */
      retryAfter?: number;
    } = {},
  ) {
    super(code);
  }
}

export const notFound = (code = 'notFound') => new AppError(404, code);
export const forbidden = (code = 'forbidden', details?: Record<string, unknown>) =>
  new AppError(403, code, { details });
export const unauthenticated = (code = 'unauthenticated') => new AppError(401, code);
export const invalid = (fields: Record<string, string>, details?: Record<string, unknown>) =>
  new AppError(400, 'invalid', { fields, details });
export const refused = (code: string, details?: Record<string, unknown>) => new AppError(422, code, { details });
export const conflict = (code: string, details?: Record<string, unknown>) => new AppError(409, code, { details });
export const stale = (current: unknown) => new AppError(409, 'stale', { current });
export const tooMany = (retryAfter: number) => new AppError(429, 'tooMany', { retryAfter, details: { retryAfter } });
export const unavailable = (code = 'unavailable') => new AppError(503, code);
