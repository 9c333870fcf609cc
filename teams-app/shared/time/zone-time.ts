/** Wall clocks of IANA zones, through Intl alone. A date is `YYYY-MM-DD`, an instant ISO 8601 or a Date. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  /** Minutes from midnight. */
  minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

export function wallTime(at: string | number | Date, zone: string): WallTime {
  const parts = Object.fromEntries(
    wallFormat(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  return { year: parts.year!, month: parts.month!, day: parts.day!, minutes: parts.hour! * 60 + parts.minute! };
}

export function dateIn(at: string | number | Date, zone: string): string {
  const { year, month, day } = wallTime(at, zone);
  return toDate(Date.UTC(year, month - 1, day));
}

/** The instant when a zone's clock shows this; the later side of an hour that does not exist. */
export function instantIn(date: string, minutes: number, zone: string): string {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  let at = wanted;
  // The first step uses the offset of the guess, the second that of the answer: enough around a clock change.
  for (let step = 0; step < 2; step++) {
    const shown = wallTime(at, zone);
    at += wanted - (Date.UTC(shown.year, shown.month - 1, shown.day) + shown.minutes * 60_000);
  }
  return new Date(at).toISOString();
}

export function addDays(date: string, days: number): string {
  return toDate(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Monday is 0. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export function minutesText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function parseMinutes(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= 1440 && Number(match[2]) < 60 ? minutes : null;
}

function toDate(utc: number): string {
  return new Date(utc).toISOString().slice(0, 10);
}
