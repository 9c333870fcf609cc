import { workingDay } from './migrations/1763800000000-working-day';
import { besideTheLetter } from './migrations/1764000000000-beside-the-letter';
import { toldAndReminded } from './migrations/1764100000000-told-and-reminded';
import { outlookCalendar } from './migrations/1764200000000-outlook-calendar';
import { deals } from './migrations/1764300000000-deals';
import { reports } from './migrations/1764500000000-reports';
import { weeklyFigures } from './migrations/1764400000000-weekly-figures';

/** The one ordered log of the schema. TypeORM runs them by the time in their names. */
export const migrations = [
  workingDay,
  besideTheLetter,
  toldAndReminded,
  outlookCalendar,
  deals,
  weeklyFigures,
  reports,
];
