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

/** «Екатеринбург (UTC+5)» as the browser knows it; the plain name of a zone it does not know. */
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
