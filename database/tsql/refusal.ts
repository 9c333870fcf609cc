/**
 * The statement is not T-SQL as we write it, or is beyond what the recorder understands. Never guessed around: the
 * test that sent it fails.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** SQL Server would not take it. */
export function refuse(why: string): never {
  throw new Refusal(`T-SQL refused: ${why}`);
}

/** It may well be good T-SQL, but the recorder cannot say it in SQLite. */
export function cannotTranslate(what: string): never {
  throw untranslatable(what);
}

export const untranslatable = (what: string) => new Refusal(`tsql-recorder cannot translate: ${what}`);
