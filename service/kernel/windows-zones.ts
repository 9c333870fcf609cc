import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';
import { windowsZoneNames, windowsZoneTitles } from './windows-zone-names';

/**
 * The IANA zone behind whatever an Outlook, an Exchange or an .ics file calls a zone: `Russian Standard Time`,
 * `(UTC+03:00) Moscow, St. Petersburg`, `Europe/Moscow`, `/freeassociation.sourceforge.net/Europe/Moscow`. A title that
 * nobody knows counts by the offset it begins with. Null when it says nothing, as `tzone://Microsoft/Custom` does.
 */
export function ianaZone(name: string): string | null {
  const called = name.trim().replaceAll(/^"|"$/g, '');
  const known = windowsZoneNames[called] ?? windowsZoneTitles[called];
  if (known) return known;
  if (/^(tzone:|customized time zone)/i.test(called)) return null;
  if (called && IANAZone.isValidZone(called)) return called;
  // `/example.org/20050126_1/Europe/Moscow`: some programs put their own name before it.
  const parts = called.split('/');
  const tail = [parts.slice(-3).join('/'), parts.slice(-2).join('/')].find((zone) => IANAZone.isValidZone(zone));
  if (tail?.includes('/')) return tail;
  const offset = /^\(?(?:UTC|GMT)\s*([+-]\d{1,2})(?::?(\d{2}))?\)?/i.exec(called);
  if (offset) {
    const hours = Number(offset[1]);
    const minutes = Number(offset[2] ?? 0) * (offset[1]!.startsWith('-') ? -1 : 1);
    return FixedOffsetZone.instance(hours * 60 + minutes).name;
  }
  return /^\(?(UTC|GMT)\b/i.test(called) ? 'Etc/UTC' : null;
}

const named = new Map(Object.entries(windowsZoneNames).map(([windows, iana]) => [iana, windows]));

/**
 * The Windows name of an IANA zone: its own, or that of a zone whose clock shows the same all this year and the next, in
 * the same half of the world when there is a choice. Null when Windows has none, and the caller had better speak of UTC.
 */
export function windowsZone(iana: string, now: Date): string | null {
  const own = named.get(iana);
  if (own) return own;
  const wanted = clockOf(iana, now);
  if (!wanted) return null;
  const continent = iana.split('/')[0]!;
  const same = [...named].filter(([other]) => clockOf(other, now) === wanted);
  return (same.find(([other]) => other.startsWith(continent)) ?? same[0])?.[1] ?? null;
}

/** The offsets of a zone on every fifth day of two years, as one word. */
function clockOf(zone: string, now: Date): string | null {
  const year = now.getUTCFullYear();
  const key = `${zone} ${year}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const from = DateTime.utc(year, 1, 1);
  const zoned = IANAZone.isValidZone(zone) ? IANAZone.create(zone) : null;
  const clock = zoned
    ? Array.from({ length: 147 }, (_, step) => zoned.offset(from.plus({ days: step * 5 }).toMillis())).join()
    : null;
  clocks.set(key, clock);
  return clock;
}
const clocks = new Map<string, string | null>();
