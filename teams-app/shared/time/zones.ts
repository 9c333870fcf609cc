import { i18n } from '../texts/i18n';

/** Zones of Russia, Belarus and Kazakhstan, from west to east; others stay if they are chosen already. */
const zones = [
  'Europe/Kaliningrad',
  'Europe/Minsk',
  'Europe/Moscow',
  'Europe/Samara',
  'Europe/Saratov',
  'Asia/Almaty',
  'Asia/Aqtau',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Barnaul',
  'Asia/Krasnoyarsk',
  'Asia/Novokuznetsk',
  'Asia/Novosibirsk',
  'Asia/Tomsk',
  'Asia/Irkutsk',
  'Asia/Chita',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Sakhalin',
  'Asia/Srednekolymsk',
  'Asia/Anadyr',
  'Asia/Kamchatka',
];

export function zoneChoices(current: string, language: string): { zone: string; text: string }[] {
  const all = current && !zones.includes(current) ? [...zones, current] : zones;
  return all.map((zone) => ({ zone, text: zoneText(zone, language) }));
}

/** «Екатеринбург (UTC+5)»; the plain name of a zone we have no word for. */
export function zoneText(zone: string, language: string): string {
  const city = zone.split('/').at(-1)!;
  const key = `zones:${city}`;
  const name = i18n.exists(key) ? (i18n.t as (key: string) => string)(key) : zone;
  try {
    const offset = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortOffset' })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')!.value;
    return `${name} (${offset.replace('GMT', 'UTC')})`;
  } catch {
    return name;
  }
}
