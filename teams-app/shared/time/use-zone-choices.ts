import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Zones of Russia, Belarus and Kazakhstan, from the west; one for each clock people tell apart. */
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

/** Time zones to choose from; the one chosen already is among them whatever it is. */
export function useZoneChoices(current?: string): { value: string; text: string }[] {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const all = current && !zones.includes(current) ? [...zones, current] : zones;
    return all.map((zone) => ({ value: zone, text: zoneText(zone, i18n.language) }));
  }, [current, i18n.language]);
}

/** «Екатеринбург (UTC+5)». */
export function zoneText(zone: string, language: string): string {
  try {
    const part = (style: 'shortGeneric' | 'shortOffset') =>
      new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: style })
        .formatToParts()
        .find(({ type }) => type === 'timeZoneName')!.value;
    return `${part('shortGeneric')} (${part('shortOffset').replace('GMT', 'UTC')})`;
  } catch {
    return zone;
  }
}
