import type { ShownEvent } from './ask-calendar';

const minute = 60_000;
export const dayMinutes = 1440;
/** A shorter one would not show a line of text. */
const shortest = 22;

/** Monday's midnight of the week, by this computer's clock. */
export function mondayOf(at: Date): Date {
  const monday = new Date(at.getFullYear(), at.getMonth(), at.getDate());
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  return monday;
}

export function addDays(at: Date, days: number): Date {
  const moved = new Date(at);
  moved.setDate(moved.getDate() + days);
  return moved;
}

/** `2026-03-12`, by this computer's clock. */
export const dateText = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

export interface Placed {
  event: ShownEvent;
  day: number;
  /** Minutes of the day. */
  from: number;
  to: number;
  /** The column among those it shares its time with, and how many there are. */
  column: number;
  columns: number;
}

/** The events of a week that have hours, each in its day and column; whole days apart. */
export function placeEvents(events: readonly ShownEvent[], monday: Date): { timed: Placed[]; whole: Placed[] } {
  const dayOf = (at: Date) => Math.round((startOf(at).getTime() - monday.getTime()) / (dayMinutes * minute));
  const timed: Placed[] = [];
  const whole: Placed[] = [];
  for (const event of events) {
    if (event.allDay) {
      const [year = 0, month = 1, date = 1] = event.start.split('-').map(Number);
      const day = dayOf(new Date(year, month - 1, date));
      if (day >= 0 && day < 7) whole.push({ event, day, from: 0, to: dayMinutes, column: 0, columns: 1 });
      continue;
    }
    const start = new Date(event.start);
    const day = dayOf(start);
    if (day < 0 || day > 6) continue;
    const from = start.getHours() * 60 + start.getMinutes();
    const length = (Date.parse(event.end) - start.getTime()) / minute;
    timed.push({
      event,
      day,
      from,
      to: Math.min(dayMinutes, from + Math.max(shortest, length)),
      column: 0,
      columns: 1,
    });
  }
  for (let day = 0; day < 7; day += 1) shareColumns(timed.filter((placed) => placed.day === day));
  return { timed, whole };
}

const startOf = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate());

function shareColumns(day: Placed[]): void {
  day.sort((one, other) => one.from - other.from || other.to - one.to);
  let group: Placed[] = [];
  let until = -1;
  const close = () => {
    const columns = Math.max(...group.map(({ column }) => column)) + 1;
    for (const placed of group) placed.columns = columns;
  };
  for (const placed of day) {
    if (placed.from >= until && group.length) {
      close();
      group = [];
    }
    const taken = new Set(group.filter(({ to }) => to > placed.from).map(({ column }) => column));
    while (taken.has(placed.column)) placed.column += 1;
    group.push(placed);
    until = Math.max(until, placed.to);
  }
  if (group.length) close();
}
