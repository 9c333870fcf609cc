import type { Refusal } from '../../service/kernel/endpoint';

/** A refusal of the service, or no answer at all (`network`). */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
  /** The record as it is now, when somebody changed it first. */
  readonly current: unknown;
  readonly details: unknown;

  constructor(status: number, refusal: Refusal) {
    super(refusal.message);
    this.name = 'ApiError';
    this.status = status;
    this.code = refusal.code;
    this.fields = refusal.fields ?? {};
    this.current = refusal.current;
    this.details = refusal.details;
  }

  static network(): ApiError {
    return new ApiError(0, { code: 'network', message: 'network' });
  }

  get isConflict(): boolean {
    return this.status === 409 && this.current != null;
  }

  get hasFields(): boolean {
    return Object.keys(this.fields).length > 0;
  }
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}
