import { note } from '../../teams-app/shared/diagnostics/notes';

/** Longer than the slowest Outlook answers; an answer that never comes must not hold the pane. */
const answerWithinMs = 15_000;

/** Outlook did not do what it was asked: which call, and the number it gave, for the diagnostics. */
export class OfficeFailure extends Error {
  constructor(
    readonly call: string,
    readonly code: number | null,
    message: string,
  ) {
    super(message);
  }
}

/**
 * An asynchronous call of Office.js as a promise.
 * @throws OfficeFailure when Outlook refuses or does not answer in time
 */
export function ask<T>(
  call: string,
  run: (callback: (result: Office.AsyncResult<T>) => void) => void,
  withinMs = answerWithinMs,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const fail = (code: number | null, message: string) => {
      clearTimeout(timer);
      note(`${call}: ${code ?? ''} ${message}`);
      reject(new OfficeFailure(call, code, message));
    };
    const timer = setTimeout(() => fail(null, 'no answer'), withinMs);
    try {
      run((result) => {
        if (result.status === Office.AsyncResultStatus.Succeeded) {
          clearTimeout(timer);
          resolve(result.value);
        } else fail(result.error.code, result.error.message);
      });
    } catch (error) {
      // An old client does not know the call at all.
      fail(null, error instanceof Error ? error.message : String(error));
    }
  });
}
