import { workingDay } from './migrations/1763800000000-working-day';

/** The one ordered log of the schema. TypeORM runs them by the time in their names. */
export const migrations = [workingDay];
