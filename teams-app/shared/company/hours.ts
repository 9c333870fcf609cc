import type { WorkingHours } from '../../../service/modules/companies/companies.contract';

/** In the order of the mask's bits: Monday is 1, Sunday 64. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const workedDays = (mask: number): Weekday[] => weekdays.filter((_, index) => mask & (1 << index));
export const maskOf = (days: readonly Weekday[]): number =>
  days.reduce((mask, day) => mask | (1 << weekdays.indexOf(day)), 0);

/** «пн–пт», «пн, ср, пт»: three days in a row make a range. */
export function daysText(mask: number, name: (day: Weekday) => string): string {
  const groups: Weekday[][] = [];
  for (const day of workedDays(mask)) {
    const group = groups.at(-1);
    if (group && weekdays.indexOf(group.at(-1)!) === weekdays.indexOf(day) - 1) group.push(day);
    else groups.push([day]);
  }
  return groups
    .map((group) => (group.length > 2 ? `${name(group[0]!)}–${name(group.at(-1)!)}` : group.map(name).join(', ')))
    .join(', ');
}

export function areHoursRight({ from, to, breakFrom, breakTo, days }: WorkingHours): boolean {
  if (from >= to || days === 0 || (breakFrom === null) !== (breakTo === null)) return false;
  return breakFrom === null || breakTo === null || (from <= breakFrom && breakFrom < breakTo && breakTo <= to);
}
