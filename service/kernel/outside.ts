/**
 * What an outside system did with what it was sent, as far as we know:
 * - `busy`: nothing was done, it asks us to come back later;
 * - `gone`: whom it was for is not there any more;
 * - `refused`: it will not do that, however often it is asked;
 * - `unknown`: it fell silent after it had our request, so the thing may be done. To ask again may do it twice.
 */
export type OutsideAnswer = 'busy' | 'gone' | 'refused' | 'unknown';

export class OutsideFault extends Error {
  constructor(
    readonly answer: OutsideAnswer,
    message: string,
    /** Seconds it asks to wait. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

/** Seconds out of a Retry-After header, which holds seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterSeconds(header: string | null | undefined, now: Date): number | null {
  if (!header) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}

/**
 * Waits no longer than that. Whoever falls silent may have done what he was asked.
 * @throws OutsideFault `unknown`
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new OutsideFault('unknown', `silent for ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Errors of the network by which one knows that the request never arrived. */
const neverArrived = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The fault behind a failed connection: what surely never left may be sent again, what may have arrived may not. */
export function networkFault(error: unknown): OutsideFault {
  if (error instanceof OutsideFault) return error;
  const { code, cause, message } = (error ?? {}) as { code?: string; cause?: { code?: string }; message?: string };
  const reason = code ?? cause?.code ?? '';
  return neverArrived.has(reason)
    ? new OutsideFault('busy', `${reason}: ${message ?? ''}`, 30)
    : new OutsideFault('unknown', message ?? String(error));
}
