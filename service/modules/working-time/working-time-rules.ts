import { DateTime } from 'luxon';
import type { Preset } from '../activities/activities.contract';
import type { WorkingHours } from '../companies/companies.contract';
import type { CalendarDay, Country } from './working-time.contract';

/**
 * Arithmetic of working time. Instants are `Date`s, dates are `YYYY-MM-DD` of some wall, minutes are of that wall's
 * clock from midnight, zones are IANA. An unknown zone is a RangeError.
 */

/** What is special about a day in a country; null for a plain one. */
export interface Calendar {
  kindOf(country: Country, date: string): CalendarDay['kind'] | null;
}

/** A company as working time knows it. */
export interface CompanyClock {
  timeZone: string;
  country: Country;
  hours: WorkingHours;
}

export interface TimeRange {
  from: Date;
  /** Not included. */
  to: Date;
}

// Dates and zones ------------------------------------------------------------------------------------------------------

/** The local date of an instant. */
export function localDateOf(instant: Date, timeZone: string): string {
  return isoDate(inZone(instant, timeZone));
}

/** The instants at which a local date begins and ends: 23 or 25 hours where the clock is moved. */
export function localDayRange(date: string, timeZone: string): TimeRange {
  return { from: atMinute(date, 0, timeZone), to: atMinute(addDays(date, 1), 0, timeZone) };
}

/** This week by the local clock: from Monday's midnight to the next Monday's. */
export function weekRange(now: Date, timeZone: string): TimeRange {
  const monday = inZone(now, timeZone).startOf('week');
  return { from: monday.toJSDate(), to: monday.plus({ weeks: 1 }).toJSDate() };
}

/** The date `days` after; before, when negative. */
export function addDays(date: string, days: number): string {
  return isoDate(plainDate(date).plus({ days }));
}

/** What the wall shows: date, minute of the day, and the weekday as a bit, Monday = 1 … Sunday = 64. */
export function zoneClock(now: Date, timeZone: string): { date: string; minute: number; dayBit: number } {
  const local = inZone(now, timeZone);
  return { date: isoDate(local), minute: local.hour * 60 + local.minute, dayBit: 1 << (local.weekday - 1) };
}

// Working days and hours -----------------------------------------------------------------------------------------------

/**
 * Whether somebody who works on the weekdays of the mask (Monday = 1 … Sunday = 64) works on that date. A working
 * weekend beats the mask, a holiday beats both; a short day is as its weekday, but on a weekend it is a working one.
 */
export function isWorkingDay(calendar: Calendar, country: Country, date: string, daysMask: number): boolean {
  const { weekday } = plainDate(date);
  const kind = calendar.kindOf(country, date);
  if (kind === 'holiday') return false;
  if (kind === 'working' || (kind === 'short' && weekday > 5)) return true;
  return (daysMask & (1 << (weekday - 1))) !== 0;
}

const searchAheadDays = 30;

/**
 * Whether the company can be called now, and when that changes: by its own clock, hours, break and country's calendar;
 * a short day ends an hour earlier. `changesAt` is null when nothing changes within 30 days.
 */
export function callWindow(input: { now: Date; calendar: Calendar } & CompanyClock): {
  callable: boolean;
  changesAt: Date | null;
} {
  const { now, timeZone } = input;
  const horizon = addMinutes(now, searchAheadDays * 24 * 60);
  const withinReach = (at: Date) => (at <= horizon ? at : null);
  for (const window of openWindows(input, localDateOf(now, timeZone), searchAheadDays + 1)) {
    if (window.from > now) return { callable: false, changesAt: withinReach(window.from) };
    if (window.to > now) return { callable: true, changesAt: withinReach(window.to) };
  }
  return { callable: false, changesAt: null };
}

// When to call next ----------------------------------------------------------------------------------------------------

const presetDays = { tomorrow: 1, threeDays: 3, week: 7, twoWeeks: 14, month: 30 } as const;
/** How far a date is moved on; a company that never works, or a manager who is never there, gets the plain day. */
const moveAtMostDays = 60;

/**
 * Dates to choose the next contact from, all of them to come.
 *
 * `twoHours` is that, up to the next quarter of an hour; when the company does not answer then, the opening of its next
 * window. The others are so many days from today by the manager's calendar, moved on past weekends and holidays of the
 * company and absences of the manager, at the time of day it is now at the company's (to a quarter of an hour), within
 * its hours of that day. `moved` tells the first reason why it is another day.
 */
export function nextContactPresets(input: {
  now: Date;
  userTimeZone: string;
  company: CompanyClock;
  calendar: Calendar;
  isAbsent: (date: string) => boolean;
}): Array<Omit<Preset, 'at'> & { at: Date }> {
  const { now, userTimeZone, company } = input;
  const today = localDateOf(now, userTimeZone);
  const minute = Math.round(zoneClock(now, company.timeZone).minute / 15) * 15;
  const day = (days: number) => dayPreset(input, addDays(today, days), minute);
  return [
    { key: 'twoHours', ...inTwoHours(input) },
    { key: 'tomorrow', ...day(presetDays.tomorrow) },
    { key: 'threeDays', ...day(presetDays.threeDays) },
    { key: 'week', ...day(presetDays.week) },
    { key: 'twoWeeks', ...day(presetDays.twoWeeks) },
    { key: 'month', ...day(presetDays.month) },
  ];
}

type PresetsInput = Parameters<typeof nextContactPresets>[0];
type Moment = { at: Date; moved: Preset['moved'] };

function inTwoHours({ now, company, calendar, isAbsent }: PresetsInput): Moment {
  const quarter = 15 * 60_000;
  const wanted = new Date(Math.ceil(addMinutes(now, 120).getTime() / quarter) * quarter);
  const day = localDateOf(wanted, company.timeZone);
  let moved: Preset['moved'] = null;
  for (let offset = 0; offset <= moveAtMostDays; offset++) {
    const date = addDays(day, offset);
    const reason = whyNot(date, { company, calendar, isAbsent });
    const span = reason === null ? spansOf({ ...company, calendar }, date).find(({ to }) => to > wanted) : undefined;
    if (span) return { at: span.from > wanted ? span.from : wanted, moved };
    moved ??= reason;
  }
  return { at: wanted, moved: null };
}

function dayPreset(input: PresetsInput, plain: string, minute: number): Moment {
  const { now, company, calendar } = input;
  let moved: Preset['moved'] = null;
  for (let offset = 0; offset <= moveAtMostDays; offset++) {
    const date = addDays(plain, offset);
    const reason = whyNot(date, input);
    // The manager's tomorrow may have begun at a company far to the east.
    const at = reason === null ? clamped({ ...company, calendar }, date, minute) : null;
    if (at && at > now) return { at, moved };
    moved ??= reason;
  }
  return { at: atMinute(plain, minute, company.timeZone), moved: null };
}

function whyNot(date: string, { company, calendar, isAbsent }: Pick<PresetsInput, 'company' | 'calendar' | 'isAbsent'>): Preset['moved'] {
  if (!isWorkingDay(calendar, company.country, date, company.hours.days)) {
    return calendar.kindOf(company.country, date) === 'holiday' ? 'holiday' : 'weekend';
  }
  return isAbsent(date) ? 'absence' : null;
}

/** That minute of the day, or the nearest after it at which the company answers, or its last quarter of an hour. */
function clamped(company: CompanyClock & { calendar: Calendar }, date: string, minute: number): Date | null {
  const open = openMinutes(company, date);
  const span = open.find(([, to]) => minute < to);
  const last = open.at(-1);
  if (span) return atMinute(date, Math.max(minute, span[0]), company.timeZone);
  return last ? atMinute(date, Math.max(last[0], Math.floor((last[1] - 1) / 15) * 15), company.timeZone) : null;
}

// Open hours -----------------------------------------------------------------------------------------------------------

/** The minutes of a working day during which the company answers: around its break, an hour less on a short day. */
function openMinutes({ hours, country, calendar }: CompanyClock & { calendar: Calendar }, date: string): Array<[number, number]> {
  if (!isWorkingDay(calendar, country, date, hours.days)) return [];
  const to = calendar.kindOf(country, date) === 'short' ? hours.to - 60 : hours.to;
  const around: Array<[number, number]> =
    hours.breakFrom === null || hours.breakTo === null
      ? [[hours.from, to]]
      : [
          [hours.from, Math.min(hours.breakFrom, to)],
          [hours.breakTo, to],
        ];
  return around.filter(([from, until]) => from < until);
}

function spansOf(company: CompanyClock & { calendar: Calendar }, date: string): TimeRange[] {
  return openMinutes(company, date)
    .map(([from, to]) => ({ from: atMinute(date, from, company.timeZone), to: atMinute(date, to, company.timeZone) }))
    .filter(({ from, to }) => from < to);
}

/** Windows of the days from that date on. Round the clock, the end of a day is the beginning of the next. */
function* openWindows(company: CompanyClock & { calendar: Calendar }, date: string, days: number): Generator<TimeRange> {
  let window: TimeRange | undefined;
  for (let offset = 0; offset < days; offset++) {
    for (const span of spansOf(company, addDays(date, offset))) {
      if (window && window.to < span.from) yield window;
      window = window && window.to >= span.from ? { from: window.from, to: span.to } : span;
    }
  }
  if (window) yield window;
}

// Luxon ----------------------------------------------------------------------------------------------------------------

function inZone(instant: Date, timeZone: string): DateTime<true> {
  return valid(DateTime.fromJSDate(instant, { zone: timeZone }));
}

/** The instant at which the local clock shows that minute of that date; 1440 is the next midnight. */
function atMinute(date: string, minute: number, timeZone: string): Date {
  const day = valid(DateTime.fromISO(date, { zone: timeZone }));
  if (minute === 1440) return day.plus({ days: 1 }).startOf('day').toJSDate();
  return day.set({ hour: Math.floor(minute / 60), minute: minute % 60 }).toJSDate();
}

const plainDate = (date: string) => valid(DateTime.fromISO(date, { zone: 'utc' }));
const addMinutes = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
const isoDate = (local: DateTime<true>) => local.toISODate();

function valid(time: DateTime<true> | DateTime<false>): DateTime<true> {
  if (!time.isValid) throw new RangeError(time.invalidExplanation ?? time.invalidReason);
  return time;
}
