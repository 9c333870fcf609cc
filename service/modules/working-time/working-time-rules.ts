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
  return inZone(instant, timeZone).toISODate();
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
  return new Date(greenwich(date) + days * dayLength).toISOString().slice(0, 10);
}

/** What the wall shows: date, minute of the day, and the weekday as a bit, Monday = 1 … Sunday = 64. */
export function zoneClock(now: Date, timeZone: string): { date: string; minute: number; dayBit: number } {
  const local = inZone(now, timeZone);
  return { date: local.toISODate(), minute: local.hour * 60 + local.minute, dayBit: 1 << (local.weekday - 1) };
}

// Working days and hours -----------------------------------------------------------------------------------------------

/**
 * Whether somebody who works on the weekdays of the mask (Monday = 1 … Sunday = 64) works on that date. A working
 * weekend beats the mask, a holiday beats both; a short day is as its weekday, but on a weekend it is a working one.
 */
export function isWorkingDay(calendar: Calendar, country: Country, date: string, daysMask: number): boolean {
  const weekday = (new Date(greenwich(date)).getUTCDay() + 6) % 7;
  const kind = calendar.kindOf(country, date);
  if (kind === 'holiday') return false;
  if (kind === 'working' || (kind === 'short' && weekday >= 5)) return true;
  return (daysMask & (1 << weekday)) !== 0;
}

/** Our own people's working day: Monday to Friday by the Russian calendar. */
export const isOfficeDay = (calendar: Calendar, date: string): boolean => isWorkingDay(calendar, 'RU', date, 0b11111);

const searchAheadDays = 30;

/**
 * Whether the company can be called now, and when that changes: by its own clock, hours, break and country's calendar;
 * a short day ends an hour earlier. `changesAt` is null when nothing changes within 30 days.
 */
export function callWindow({ now, ...company }: { now: Date } & CompanyDays): {
  callable: boolean;
  changesAt: Date | null;
} {
  const { date, minute } = zoneClock(now, company.timeZone);
  const open = openSpans(company, date).find(([from, to]) => from <= minute && minute < to);
  const change = open ? closing(company, date, open[1]) : opening(company, date, minute);
  return {
    callable: open !== undefined,
    changesAt: change && after(now, atMinute(change.date, change.minute, company.timeZone)),
  };
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

function inTwoHours(input: PresetsInput): Moment {
  const { now, company, calendar } = input;
  const quarter = 15 * 60_000;
  const wanted = new Date(Math.ceil(addMinutes(now, 120).getTime() / quarter) * quarter);
  const clock = zoneClock(wanted, company.timeZone);
  let moved: Preset['moved'] = null;
  for (let offset = 0; offset <= moveAtMostDays; offset++) {
    const date = addDays(clock.date, offset);
    const minute = offset === 0 ? clock.minute : 0;
    const reason = whyNot(date, input);
    const span = reason === null ? openSpans({ ...company, calendar }, date).find(([, to]) => minute < to) : undefined;
    const opensLater = span && (offset > 0 || span[0] > minute);
    if (span) return { at: opensLater ? atMinute(date, span[0], company.timeZone) : wanted, moved };
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

function whyNot(
  date: string,
  { company, calendar, isAbsent }: Pick<PresetsInput, 'company' | 'calendar' | 'isAbsent'>,
): Preset['moved'] {
  if (!isWorkingDay(calendar, company.country, date, company.hours.days)) {
    return calendar.kindOf(company.country, date) === 'holiday' ? 'holiday' : 'weekend';
  }
  return isAbsent(date) ? 'absence' : null;
}

/** That minute of the day, or the nearest after it at which the company answers, or its last quarter of an hour. */
function clamped(company: CompanyDays, date: string, minute: number): Date | null {
  const spans = openSpans(company, date);
  const span = spans.find(([, to]) => minute < to);
  const last = spans.at(-1);
  if (span) return atMinute(date, Math.max(minute, span[0]), company.timeZone);
  return last ? atMinute(date, Math.max(last[0], Math.floor((last[1] - 1) / 15) * 15), company.timeZone) : null;
}

// Open hours -----------------------------------------------------------------------------------------------------------

type CompanyDays = CompanyClock & { calendar: Calendar };
type Wall = { date: string; minute: number };

/** From and to, in minutes, while the company answers that day: around its break, an hour less on a short day. */
function openSpans({ hours, country, calendar }: CompanyDays, date: string): Array<[number, number]> {
  if (!isWorkingDay(calendar, country, date, hours.days)) return [];
  const { from, breakFrom, breakTo } = hours;
  const to = calendar.kindOf(country, date) === 'short' ? hours.to - 60 : hours.to;
  const spans: Array<[number, number]> =
    breakFrom === null || breakTo === null
      ? [[from, to]]
      : [
          [from, Math.min(breakFrom, to)],
          [breakTo, to],
        ];
  return spans.filter(([begin, end]) => begin < end);
}

/** When the company next begins to answer after that minute. */
function opening(company: CompanyDays, date: string, minute: number): Wall | null {
  for (let offset = 0; offset <= searchAheadDays; offset++) {
    const day = addDays(date, offset);
    const span = openSpans(company, day).find(([from]) => offset > 0 || from > minute);
    if (span) return { date: day, minute: span[0] };
  }
  return null;
}

/** When the company stops answering, open until that minute. Round the clock, the next day goes on from midnight. */
function closing(company: CompanyDays, date: string, to: number): Wall | null {
  let end: Wall = { date, minute: to };
  for (let offset = 1; offset <= searchAheadDays; offset++) {
    const day = addDays(date, offset);
    const [next] = end.minute === 1440 ? openSpans(company, day) : [];
    if (next?.[0] !== 0) return end;
    end = { date: day, minute: next[1] };
  }
  return null;
}

// Clocks ---------------------------------------------------------------------------------------------------------------

const dayLength = 24 * 60 * 60_000;
const addMinutes = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

/** A plain date as milliseconds in Greenwich, where all days are equally long. */
function greenwich(date: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // The parser rolls 30 February over.
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`${date} is not a date`);
  }
  return midnight;
}

/** The clock that is put back shows an hour twice: what should come after now is then the second time. */
const after = (now: Date, at: Date) => (at > now ? at : addMinutes(at, 60));

function inZone(instant: Date, timeZone: string): DateTime<true> {
  return valid(DateTime.fromJSDate(instant, { zone: timeZone }));
}

/** The instant at which the local clock shows that minute of that date; 1440 is the next midnight. */
function atMinute(date: string, minute: number, timeZone: string): Date {
  if (minute === 1440) return atMinute(addDays(date, 1), 0, timeZone);
  const [year, month, day] = date.split('-').map(Number);
  const wall = { year, month, day, hour: Math.floor(minute / 60), minute: minute % 60 };
  return valid(DateTime.fromObject(wall, { zone: timeZone })).toJSDate();
}

function valid(time: DateTime<true> | DateTime<false>): DateTime<true> {
  if (!time.isValid) throw new RangeError(time.invalidExplanation ?? time.invalidReason);
  return time;
}
