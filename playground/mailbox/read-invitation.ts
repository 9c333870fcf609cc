import { IANAZone, DateTime } from 'luxon';
import type { Letter } from './letter';

/** The zones that Exchange names in Windows’ words and that letters here come from; any other is read as UTC. */
const windowsZones: Record<string, string> = {
  'Russian Standard Time': 'Europe/Moscow',
  'Kaliningrad Standard Time': 'Europe/Kaliningrad',
  'Russia Time Zone 3': 'Europe/Samara',
  'Ekaterinburg Standard Time': 'Asia/Yekaterinburg',
  'Omsk Standard Time': 'Asia/Omsk',
  'N. Central Asia Standard Time': 'Asia/Novosibirsk',
  'North Asia Standard Time': 'Asia/Krasnoyarsk',
  'North Asia East Standard Time': 'Asia/Irkutsk',
  'Vladivostok Standard Time': 'Asia/Vladivostok',
};

/** When and where the meeting of a text/calendar part is; null when the part holds none. */
export function readInvitation(calendar: string): Letter['invitation'] {
  const event = /BEGIN:VEVENT([^]*?)END:VEVENT/.exec(calendar.replaceAll(/\r?\n[ \t]/g, ''))?.[1] ?? '';
  const start = moment(event, 'DTSTART');
  if (!start) return null;
  return {
    start,
    end: moment(event, 'DTEND') ?? start,
    location: (/^LOCATION(?:;[^:]*)?:(.*?)\r?$/m.exec(event)?.[1] ?? '').replaceAll(/\\([,;\\])/g, '$1'),
  };
}

function moment(event: string, name: string): string | null {
  const [, parameters, text] = new RegExp(`^${name}((?:;[^:\\r\\n]*)?):(\\d{8}(?:T\\d{6}Z?)?)`, 'm').exec(event) ?? [];
  if (!text) return null;
  const zone = /TZID="?([^";:]+)"?/.exec(parameters ?? '')?.[1] ?? 'UTC';
  const known = windowsZones[zone] ?? (IANAZone.isValidZone(zone) ? zone : 'UTC');
  return DateTime.fromISO(text, { zone: known }).toUTC().toJSDate().toISOString();
}
