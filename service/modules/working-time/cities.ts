import { foldedWords } from '../../kernel/search-text';
import { cityTable } from './city-table';
import { countries, type Country } from './working-time.contract';

export interface City {
  name: string;
  region: string;
  country: Country;
  /** IANA. */
  timeZone: string;
}

/** What is known of a place; any part may be missing. */
export interface Place {
  city?: string | null;
  region?: string | null;
  country?: Country | null;
}

/** The city of that name, however it is written: «г. Казань», «казань», «СПб», «Н.Новгород». Of namesakes the largest. */
export function findCity(name: string): City | null {
  return namesakes(name)[0] ?? null;
}

/** At most `limit` cities whose name begins so, regional centres first; then those where a later word does. */
export function findCities(prefix: string, limit: number): City[] {
  const start = cityKey(prefix);
  return entries
    .flatMap((entry) => {
      const rank = rankOf(entry, start);
      return rank === null ? [] : [{ ...entry, rank }];
    })
    .sort((a, b) => a.rank - b.rank || Number(b.main) - Number(a.main) || byName.compare(a.city.name, b.city.name))
    .slice(0, limit)
    .map(({ city }) => city);
}

/** The IANA zone of a place: the city's, else its region's, else that of the country (Russia's without one). */
export function timeZoneOf({ city, region, country }: Place): string {
  const known = region ? (regions.get(regionKey(region)) ?? null) : null;
  const found = city ? choose(namesakes(city), known ? [known] : [], country ?? null) : null;
  return found?.timeZone ?? known?.timeZone ?? countryZones[country ?? 'RU'];
}

/**
 * The city of a postal address: «107061, г. Москва, ул. …», «Казань г, Баумана ул», «420111 Казань ул. Баумана». A city
 * marked as one is believed first. Null when none is known, or only a namesake in another region.
 */
export function cityInAddress(address: string): City | null {
  const parts = address.split(/[,;\n]+/).map(foldedWords);
  const inRegions = parts.flatMap((words) => regionOfPart(words) ?? []);
  const country = first(parts, (words) =>
    words.some((w) => /^белар/.test(w)) ? 'BY' : words.includes('казахстан') ? 'KZ' : null,
  );
  const find = (words: string[]) => choose(byKey.get(words.join(' ')) ?? [], inRegions, country);
  return first(parts, (words) => markedCity(words, find)) ?? first(parts, (words) => bareCity(words, find));
}

// The table ------------------------------------------------------------------------------------------------------------

interface Entry {
  city: City;
  /** The folded name, then its other names. */
  keys: string[];
  /** The main city of its region. */
  main: boolean;
}

const countryZones: Record<Country, string> = { RU: 'Europe/Moscow', KZ: 'Asia/Almaty', BY: 'Europe/Minsk' };
const cityMarks = ['г', 'гор', 'город', 'города'];
const regionMarks = ['республика', 'респ', 'область', 'обл', 'аобл', 'край', 'автономный', 'автономная', 'округ', 'ао'];
const byName = new Intl.Collator('ru');

const regions = new Map<string, City>();
const entries: Entry[] = countries.flatMap((country) =>
  cityTable[country].split('\n').flatMap((line) => entriesOf(country, line)),
);
const byKey = new Map<string, City[]>();
for (const { city, keys } of entries) for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), city]);

/** Reads a line of the table, and notes its region under all its names: the region's first city stands for it. */
function entriesOf(country: Country, line: string): Entry[] {
  const [timeZone, regionNames, cityNames] = line.split('|').map((cell) => cell.trim());
  if (!timeZone || !regionNames || !cityNames) return [];
  const [region = '', ...otherNames] = regionNames.split(' = ');
  const isNew = !regions.has(regionKey(region));
  const listed = cityNames.split(', ').map((written, place): Entry => {
    const [name = '', ...others] = written.split(' = ');
    return {
      city: { name, region, country, timeZone },
      keys: [name, ...others].map(cityKey),
      main: isNew && place === 0,
    };
  });
  for (const name of [region, ...otherNames]) {
    const key = regionKey(name);
    if (listed[0] && !regions.has(key)) regions.set(key, listed[0].city);
  }
  return listed;
}

/** The name alone: «г. Казань, Татарстан» is «казань». */
function cityKey(text: string): string {
  const words = foldedWords(text.split(/[,(]/)[0] ?? '');
  return words
    .filter((word, place) => !(cityMarks.includes(word) && (place === 0 || place === words.length - 1)))
    .join(' ');
}

/** «Респ Татарстан», «Республика Татарстан (Татарстан)» and «Татарстан» are one. */
function regionKey(text: string): string {
  const words = foldedWords(text);
  return [...new Set(words.filter((word) => !regionMarks.includes(word) && !cityMarks.includes(word)))].join(' ');
}

const namesakes = (name: string) => byKey.get(cityKey(name)) ?? [];

/**
 * Of namesakes the one in the country and in one of the regions («Тюменская обл., Ханты-Мансийский АО» are two); none,
 * when a region is known and has no such city.
 */
function choose(cities: City[], inRegions: City[], country: Country | null): City | null {
  const inCountry = country === null ? cities : cities.filter((city) => city.country === country);
  if (inRegions.length === 0) return inCountry[0] ?? null;
  const inRegion = inCountry.find((city) =>
    inRegions.some(({ region, country }) => city.region === region && city.country === country),
  );
  // «Московская область, г. Москва»: a city that is a region of its own is often filed under its neighbour.
  return inRegion ?? inCountry.find((city) => city.name === city.region) ?? null;
}

/** 0 for the name, 1 for a later word of it or another name; null for no match. */
function rankOf({ keys }: Entry, start: string): 0 | 1 | null {
  if (keys[0]?.startsWith(start)) return 0;
  return keys.some((key) => key.startsWith(start) || key.includes(` ${start}`)) ? 1 : null;
}

// Addresses ------------------------------------------------------------------------------------------------------------

type Find = (words: string[]) => City | null;

const words = (text: string) => new Set(text.split(' '));
const streetWords = words(
  'ул улица пр просп проспект проезд пер переулок пл площадь ш шоссе наб набережная б бул бульвар аллея тупик туп мкр мкрн ' +
    'микрорайон кв квартал линия тракт дом д корп корпус стр строение оф офис',
);
const settlementWords = words('п пос поселок пгт рп с село дер деревня ст станица х хутор снт тер территория');
const countryWords = words('россия рф российская федерация беларусь белоруссия казахстан рб рк');

/** A part that is a region, or one or two words beside its mark. «Московская» without one is rather a street. */
function regionOfPart(part: string[]): City | null {
  const text = part.join(' ');
  if (!part.some((word) => regionMarks.includes(word))) {
    return /ская$/.test(text) ? null : (regions.get(regionKey(text)) ?? null);
  }
  const beside =
    /(\S+) (\S+) (?:область|обл|аобл|край|ао|автономн\S+)(?: |$)/.exec(text) ??
    /(?:республика|респ) (\S+)(?: (\S+))?/.exec(text);
  const [, one = '', two = ''] = beside ?? [];
  return first([text, `${one} ${two}`, one, two], (name) => regions.get(regionKey(name)) ?? null);
}

/** «г. Казань …» or «Казань г». */
function markedCity(part: string[], find: Find): City | null {
  for (const [place, word] of part.entries()) {
    if (!cityMarks.includes(word)) continue;
    for (let length = 4; length > 0; length--) {
      const after = place + length < part.length ? find(part.slice(place + 1, place + 1 + length)) : null;
      const found = after ?? (place >= length ? find(part.slice(place - length, place)) : null);
      if (found) return found;
    }
  }
  return null;
}

/** A name at the beginning of a part, behind the index, the country and the region; not that of a street or a district. */
function bareCity(part: string[], find: Find): City | null {
  const text = ` ${part.filter((word) => !/^\d{6}$/.test(word) && !countryWords.has(word)).join(' ')} `
    .replace(/ (?:г о|го|городской округ|город федерального значения)(?= )/g, '')
    .replace(/ \S+(?:ий|ый|ой) (?:р н|район)(?= )/g, '')
    .replace(/ (?:р н|район) \S+(?= )/g, '')
    .replace(/ (?:\S+ ){1,2}(?:область|обл|край|ао|автономн\S+ \S+)(?= )/g, '')
    .replace(/ (?:республика|респ) \S+(?= )/g, '');
  const rest = text.trim().split(' ');
  const street = rest.findIndex((word) => streetWords.has(word));
  const head = street < 0 ? rest : rest.slice(0, street);
  if (head.some((word) => settlementWords.has(word))) return null;
  for (let length = Math.min(4, head.length); length > 0; length--) {
    const found = find(head.slice(0, length));
    // «Октябрьский проезд» is no city of Октябрьский.
    if (found && !(length === street && /(?:ий|ый|ой)$/.test(head[length - 1] ?? ''))) return found;
  }
  return null;
}

function first<T, R>(items: Iterable<T>, find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
