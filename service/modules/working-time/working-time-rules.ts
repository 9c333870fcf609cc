import { DateTime } from 'luxon';
import type { Country, dayKinds } from './working-time.contract';

/** What is special about a day; null for a plain one. */
export interface Calendar {
  kindOf(country: Country, date: string): (typeof dayKinds)[number] | null;
}

/** A company's hours by its own clock, minutes from midnight; `days` is a bit mask, Monday = 1 … Sunday = 64. */
export interface Hours {
  from: number;
  to: number;
  breakFrom: number | null;
  breakTo: number | null;
  days: number;
}

const searchDays = 30;
const dayBitOf = (moment: DateTime) => 1 << (moment.weekday - 1);
const startOf = (date: string, timeZone: string) => DateTime.fromISO(date, { zone: timeZone }).startOf('day');

/** A transferred working day beats the weekend, a holiday beats the week. */
export function isWorkingDay(calendar: Calendar, country: Country, date: string, daysMask: number): boolean {
  const kind = calendar.kindOf(country, date);
  if (kind === 'holiday') return false;
  if (kind === 'working') return true;
  return (daysMask & dayBitOf(DateTime.fromISO(date, { zone: 'UTC' }))) !== 0;
}

/** The local date, minute of the day and weekday bit at an instant. */
export function zoneClock(now: Date, timeZone: string): { date: string; minute: number; dayBit: number } {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  return { date: local.toISODate()!, minute: local.hour * 60 + local.minute, dayBit: dayBitOf(local) };
}

export const localDateOf = (instant: Date, timeZone: string): string => DateTime.fromJSDate(instant, { zone: timeZone }).toISODate()!;

/** The instants at which a local date begins and ends; 23 or 25 hours apart when clocks change. */
export function localDayRange(date: string, timeZone: string): { from: Date; to: Date } {
  const from = startOf(date, timeZone);
  return { from: from.toJSDate(), to: from.plus({ days: 1 }).toJSDate() };
}

/** From this Monday's midnight to the next one's. */
export function weekRange(now: Date, timeZone: string): { from: Date; to: Date } {
  const monday = DateTime.fromJSDate(now, { zone: timeZone }).startOf('week');
  return { from: monday.toJSDate(), to: monday.plus({ weeks: 1 }).toJSDate() };
}

export const addDays = (date: string, days: number): string => DateTime.fromISO(date, { zone: 'UTC' }).plus({ days }).toISODate()!;

/** The stretches of a local date in which the company answers, as instants. */
function openings(date: string, timeZone: string, country: Country, hours: Hours, calendar: Calendar): { from: Date; to: Date }[] {
  if (!isWorkingDay(calendar, country, date, hours.days)) return [];
  const end = calendar.kindOf(country, date) === 'short' ? hours.to - 60 : hours.to;
  const parts: [number, number][] =
    hours.breakFrom === null || hours.breakTo === null
      ? [[hours.from, end]]
      : [
          [hours.from, Math.min(hours.breakFrom, end)],
          [hours.breakTo, end],
        ];
  const midnight = startOf(date, timeZone);
  // Set, not added: on the day clocks change, nine o'clock is not nine hours after midnight.
  const at = (minute: number) =>
    (minute >= 1440 ? midnight.plus({ days: 1 }) : midnight.set({ hour: Math.floor(minute / 60), minute: minute % 60 })).toJSDate();
  return parts.filter(([from, to]) => from < to).map(([from, to]) => ({ from: at(from), to: at(to) }));
}

/**
 * May one call now, and when does that change? By the company's own clock, hours, break and country's calendar.
 * Null when nothing opens within a month.
 */
export function callWindow({
  now,
  timeZone,
  country,
  hours,
  calendar,
}: {
  now: Date;
  timeZone: string;
  country: Country;
  hours: Hours;
  calendar: Calendar;
}): { callable: boolean; changesAt: Date | null } {
  const today = localDateOf(now, timeZone);
  for (let ahead = 0; ahead <= searchDays; ahead += 1)
    for (const { from, to } of openings(addDays(today, ahead), timeZone, country, hours, calendar)) {
      if (now < from) return { callable: false, changesAt: from };
      if (now < to) return { callable: true, changesAt: to };
    }
  return { callable: false, changesAt: null };
}

export type PresetKey = 'twoHours' | 'tomorrow' | 'threeDays' | 'week' | 'twoWeeks' | 'month';

export interface Preset {
  key: PresetKey;
  at: Date;
  moved: 'weekend' | 'holiday' | 'absence' | null;
}

const daysAhead: [PresetKey, number][] = [
  ['tomorrow', 1],
  ['threeDays', 3],
  ['week', 7],
  ['twoWeeks', 14],
  ['month', 30],
];

/** Dates to choose from: no weekend or holiday at the customer's, no day the manager is away, within working hours. */
export function nextContactPresets({
  now,
  userTimeZone,
  company,
  calendar,
  isAbsent,
}: {
  now: Date;
  userTimeZone: string;
  company: { timeZone: string; country: Country; hours: Hours };
  calendar: Calendar;
  isAbsent: (date: string) => boolean;
}): Preset[] {
  const { timeZone, country, hours } = company;
  const today = localDateOf(now, userTimeZone);
  const quarter = (minute: number) => Math.ceil(minute / 15) * 15;
  const minuteThere = quarter(zoneClock(now, timeZone).minute);

  const onDay = (key: PresetKey, ahead: number): Preset => {
    let moved: Preset['moved'] = null;
    let date = addDays(today, ahead);
    for (let tries = 0; tries < 60; tries += 1, date = addDays(date, 1)) {
      if (!isWorkingDay(calendar, country, date, hours.days)) moved ??= calendar.kindOf(country, date) === 'holiday' ? 'holiday' : 'weekend';
      else if (isAbsent(date)) moved ??= 'absence';
      else break;
    }
    const windows = openings(date, timeZone, country, hours, calendar);
    const wished = startOf(date, timeZone).set({ hour: Math.floor(Math.min(minuteThere, 1439) / 60), minute: Math.min(minuteThere, 1439) % 60 }).toJSDate();
    const last = windows.at(-1);
    const fitting = windows.find(({ to }) => wished < to);
    const at = fitting ? (wished > fitting.from ? wished : fitting.from) : last ? new Date(last.to.getTime() - 15 * 60_000) : wished;
    return { key, at, moved };
  };

  const soon = new Date(Math.ceil((now.getTime() + 2 * 3_600_000) / 900_000) * 900_000);
  const { callable, changesAt } = callWindow({ now: soon, timeZone, country, hours, calendar });
  return [{ key: 'twoHours', at: callable ? soon : (changesAt ?? soon), moved: null }, ...daysAhead.map(([key, ahead]) => onDay(key, ahead))];
}
