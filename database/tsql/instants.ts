/**
 * Instants lie in the database as text, `2026-03-01T09:30:00.000Z`: it sorts as time does. What the driver's `useUTC`
 * says decides which clock the text shows, as on the server, whose datetime2 has no zone.
 */
export function writeInstant(moment: Date, useUtc: boolean, digits = 3): string {
  const shown = useUtc ? moment : new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  const unit = 10 ** (3 - Math.min(digits, 3));
  return new Date(Math.round(shown.getTime() / unit) * unit).toISOString();
}

export function readInstant(text: string, useUtc: boolean): Date {
  return new Date(useUtc ? text : text.replace('Z', ''));
}

const instant = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?)?Z?$/;

/** Reads what SQL Server converts to datetime2; null when it would not. */
export function parseInstant(text: string): string | null {
  const [, day, time = '00:00', seconds = '00', fraction = '0'] = instant.exec(text) ?? [];
  if (!day) return null;
  const moment = new Date(`${day}T${time}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** The form an instant must have to be stored, as SQLite's GLOB says it. */
export const instantGlob =
  '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z';
