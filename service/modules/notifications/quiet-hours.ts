import { addDays, localDateOf, localDayRange, zoneClock } from '../working-time/working-time.public';

/**
 * The moment from which a person may be told something: now, or the end of the quiet hours it is in. The hours are minutes
 * of the person's own day and may go over midnight; from and to alike mean none.
 */
export function afterQuietHours(now: Date, zone: string, quiet: { from: number; to: number } | null): Date {
  if (!quiet || quiet.from === quiet.to) return now;
  const { minute } = zoneClock(now, zone);
  const overMidnight = quiet.from > quiet.to;
  const within = overMidnight ? minute >= quiet.from || minute < quiet.to : minute >= quiet.from && minute < quiet.to;
  if (!within) return now;
  const today = localDateOf(now, zone);
  const day = overMidnight && minute >= quiet.from ? addDays(today, 1) : today;
  return new Date(localDayRange(day, zone).from.getTime() + quiet.to * 60_000);
}
