/** The two engines. Everything one of them needs differently is decided here or where a comment says so. */
export type Dialect = 'sqlite' | 'mssql';

/** A value of an instant column as either engine returns it → ISO 8601 in UTC. */
export function toIso(value: Date | string): string;
export function toIso(value: Date | string | null): string | null;
export function toIso(value: Date | string | null): string | null {
  return value === null ? null : typeof value === 'string' ? value : value.toISOString();
}

/** SQLite gives numbers, SQL Server's bigint comes as text. */
export const toNumber = (value: number | string | null): number => Number(value ?? 0);
/** SQLite gives 0 and 1, SQL Server false and true. */
export const toFlag = (value: unknown): boolean => value === true || value === 1;

interface DriverError {
  code?: string;
  number?: number;
  driverError?: DriverError;
}

const cause = (error: unknown): DriverError => {
  const outer = (error ?? {}) as DriverError;
  return outer.driverError ?? outer;
};

/** Somebody wrote the same unique value first. Decided by number, never by text. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, number } = cause(error);
  return (
    number === 2601 || number === 2627 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  );
}

/** Thrown by work that met somebody else's row: run again, it sees that row and does what is right then. */
export class LostRace extends Error {}

/** Lost a race that is worth running again: deadlock 1205, snapshot conflict 3960, lock time-out 1222, SQLite busy. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof LostRace) return true;
  const { code, number } = cause(error);
  return (
    number === 1205 || number === 3960 || number === 1222 || code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_SNAPSHOT'
  );
}
