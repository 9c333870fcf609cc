import { DateTime } from 'luxon';
import type { Repeat } from './reminders.contract';

/**
 * When a repeating reminder comes next after `now`, at the same hour of the person's own clock; null for one that does
 * not repeat. The 31st falls on the last day of a shorter month, and 29 February on the 28th, without wandering: it is
 * always counted from the first time.
 *
 * @param isWorkingDay of the person's own calendar, by local date
 */
export function nextTime(
  first: Date,
  repeat: Repeat,
  now: Date,
  zone: string,
  isWorkingDay: (date: string) => boolean,
): Date | null {
  if (repeat === 'none') return null;
  const start = DateTime.fromJSDate(first, { zone });
  const unit = { daily: 'days', workdays: 'days', weekly: 'weeks', monthly: 'months', yearly: 'years' } as const;
  const passed = Math.floor(DateTime.fromJSDate(now, { zone }).diff(start, unit[repeat]).get(unit[repeat]));
  // Months are uneven: begin one step early and walk.
  for (let step = Math.max(1, passed); step < passed + 400; step += 1) {
    const at = start.plus({ [unit[repeat]]: step });
    if (at.toJSDate() <= now) continue;
    if (repeat === 'workdays' && !isWorkingDay(at.toISODate()!)) continue;
    return at.toJSDate();
  }
  return null;
}
