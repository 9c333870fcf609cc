import { cityInAddress, findCities, findCity, timeZoneOf } from './cities';

const everyCity = findCities('', Infinity);
const offsetInJuly = (timeZone: string) =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(new Date('2026-07-01'))
    .find(({ type }) => type === 'timeZoneName')?.value;

describe('the table of cities', () => {
  it('knows Russia, Kazakhstan and Belarus', () => {
    const count = (country: string) => everyCity.filter((city) => city.country === country).length;
    expect(count('RU')).toBeGreaterThan(900);
    expect(count('KZ')).toBeGreaterThan(40);
    expect(count('BY')).toBeGreaterThan(50);
  });

  it('has zones that this machine knows, all of the Russian ones', () => {
    const zones = new Set(everyCity.map((city) => city.timeZone));
    for (const zone of zones) expect(offsetInJuly(zone)).toMatch(/^GMT[+]\d+$/);
    for (const zone of [
      'Europe/Kaliningrad, Europe/Moscow, Europe/Simferopol, Europe/Volgograd, Europe/Kirov, Europe/Saratov, Europe/Samara',
      'Europe/Ulyanovsk, Europe/Astrakhan, Asia/Yekaterinburg, Asia/Omsk, Asia/Novosibirsk, Asia/Barnaul, Asia/Tomsk',
      'Asia/Novokuznetsk, Asia/Krasnoyarsk, Asia/Irkutsk, Asia/Chita, Asia/Yakutsk, Asia/Khandyga, Asia/Vladivostok',
      'Asia/Ust-Nera, Asia/Magadan, Asia/Sakhalin, Asia/Srednekolymsk, Asia/Kamchatka, Asia/Anadyr',
    ].flatMap((line) => line.split(', '))) {
      expect(zones).toContain(zone);
    }
  });

  it('names no city twice in one region, and finds every one by name and region', () => {
    const places = everyCity.map(({ name, region, country }) => `${name}, ${region}, ${country}`);
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
    for (const { name: city, region, country, timeZone } of everyCity) {
      expect(findCity(city)).not.toBeNull();
      expect([city, timeZoneOf({ city, region, country })]).toEqual([city, timeZone]);
    }
  });

  it('has one time in all of Kazakhstan', () => {
    const zones = new Set(everyCity.filter((city) => city.country === 'KZ').map((city) => city.timeZone));
    expect(new Set([...zones].map(offsetInJuly))).toEqual(new Set(['GMT+5']));
  });
});

describe('a city is found', () => {
  it.each([
    ['Казань', 'Казань'],
    ['казань', 'Казань'],
    ['г. Казань', 'Казань'],
    ['г.Казань', 'Казань'],
    ['Казань г', 'Казань'],
    ['Казань, Татарстан', 'Казань'],
    ['Орел', 'Орёл'],
    ['СПб', 'Санкт-Петербург'],
    ['санкт петербург', 'Санкт-Петербург'],
    ['С.-Петербург', 'Санкт-Петербург'],
    ['Нижний Новгород', 'Нижний Новгород'],
    ['Н.Новгород', 'Нижний Новгород'],
    ['Ростов-на-Дону', 'Ростов-на-Дону'],
    ['Ростов н/Д', 'Ростов-на-Дону'],
    ['Наб. Челны', 'Набережные Челны'],
    ['Алма-Ата', 'Алматы'],
    ['Могилев', 'Могилёв'],
  ])('%s is %s', (written, name) => expect(findCity(written)?.name).toBe(name));

  it.each(['', 'г.', 'Париж', 'Казан'])('%j is not', (written) => expect(findCity(written)).toBeNull());

  it('and is the larger one of two', () => {
    expect(findCity('Благовещенск')?.region).toBe('Амурская область');
    expect(findCity('Киров')?.region).toBe('Кировская область');
  });

  it('by the start of its name, regional centres first', () => {
    const names = (prefix: string, limit: number) => findCities(prefix, limit).map((city) => city.name);
    expect(names('к', 3)).toEqual(['Казань', 'Калининград', 'Калуга']);
    expect(names('г. Ек', 5)).toEqual(['Екатеринбург']);
    expect(names('новг', 5)).toEqual(['Великий Новгород', 'Нижний Новгород']);
    expect(names('мос', 2)).toEqual(['Москва', 'Московский']);
    expect(names('ъ', 5)).toEqual([]);
  });
});

describe('the time zone of a place', () => {
  it.each([
    [{ city: 'Владивосток' }, 'Asia/Vladivostok'],
    [{ city: 'Благовещенск', region: 'Республика Башкортостан' }, 'Asia/Yekaterinburg'],
    [{ city: 'Благовещенск', region: 'Амурская обл.' }, 'Asia/Yakutsk'],
    [{ city: 'Железногорск', region: 'Красноярский край' }, 'Asia/Krasnoyarsk'],
    [{ city: 'Железногорск' }, 'Europe/Moscow'],
    [{ city: 'Дзержинск', country: 'BY' }, 'Europe/Minsk'],
    [{ city: 'Малая Деревня', region: 'Респ Саха /Якутия/' }, 'Asia/Yakutsk'],
    [{ city: 'Малая Деревня', region: 'обл Омская' }, 'Asia/Omsk'],
    [{ city: 'Киров', region: 'Томская область' }, 'Asia/Tomsk'],
    [{ region: 'ХМАО' }, 'Asia/Yekaterinburg'],
    [{ region: 'Кемеровская область - Кузбасс' }, 'Asia/Novokuznetsk'],
    [{ region: 'Республика Алтай' }, 'Asia/Barnaul'],
    [{ region: 'Самарская область' }, 'Europe/Samara'],
    [{ city: 'Париж' }, 'Europe/Moscow'],
    [{ city: null, region: null, country: 'KZ' }, 'Asia/Almaty'],
    [{ country: 'BY' }, 'Europe/Minsk'],
    [{}, 'Europe/Moscow'],
  ] as const)('%j is %s', (place, zone) => expect(timeZoneOf(place)).toBe(zone));

  it.each([
    ['Калининград', 'GMT+2'],
    ['Москва', 'GMT+3'],
    ['Волгоград', 'GMT+3'],
    ['Самара', 'GMT+4'],
    ['Саратов', 'GMT+4'],
    ['Екатеринбург', 'GMT+5'],
    ['Омск', 'GMT+6'],
    ['Новосибирск', 'GMT+7'],
    ['Томск', 'GMT+7'],
    ['Иркутск', 'GMT+8'],
    ['Чита', 'GMT+9'],
    ['Владивосток', 'GMT+10'],
    ['Верхоянск', 'GMT+10'],
    ['Магадан', 'GMT+11'],
    ['Южно-Сахалинск', 'GMT+11'],
    ['Петропавловск-Камчатский', 'GMT+12'],
    ['Анадырь', 'GMT+12'],
  ])('%s lives by %s', (city, offset) => expect(offsetInJuly(timeZoneOf({ city }))).toBe(offset));
});

describe('in a postal address the city is found', () => {
  it.each([
    ['107061, г. Москва, улица 2-я Пугачевская, дом 6А', 'Москва'],
    ['420111, РТ, г.Казань,ул.Баумана,5', 'Казань'],
    ['Казань г, Баумана ул, 5', 'Казань'],
    ['420111 Казань ул. Баумана 5', 'Казань'],
    ['Республика Татарстан, Казань, Московская ул., 1', 'Казань'],
    ['Россия, Краснодарский край, Сочи, Курортный пр-т', 'Сочи'],
    ['Московская обл, г Химки, ул Калуга, 3', 'Химки'],
    ['Московская область, г.о. Мытищи, ул. Мира', 'Мытищи'],
    ['Московская область, г. Москва', 'Москва'],
    ['Тюменская обл., Ханты-Мансийский АО - Югра, г. Нижневартовск', 'Нижневартовск'],
    ['Октябрьский р-н, г. Киров', 'Киров'],
    ['Московское шоссе 15, Самара', 'Самара'],
    ['Тверская ул., 5, Москва', 'Москва'],
    ['190000, г. Санкт-Петербург, вн.тер.г. муниципальный округ Коломна, наб. Мойки', 'Санкт-Петербург'],
    ['город федерального значения Москва, улица Тверская', 'Москва'],
    ['Республика Казахстан, г. Алматы, пр. Абая, 10', 'Алматы'],
    ['Минск, пр. Независимости', 'Минск'],
  ])('%s', (address, name) => expect(cityInAddress(address)?.name).toBe(name));

  it.each([
    ['Башкортостан, г. Благовещенск', 'Республика Башкортостан'],
    ['Калужская обл, г Киров, ул Ленина', 'Калужская область'],
    ['Республика Беларусь, г. Дзержинск', 'Минская область'],
    ['Нижегородская обл., г. Дзержинск', 'Нижегородская область'],
  ])('%s: the one of that region', (address, region) => expect(cityInAddress(address)?.region).toBe(region));

  it.each([
    '',
    'ул. Ленина, 5',
    'Октябрьский проезд, 5',
    'Люберецкий р-н, п. Октябрьский',
    'деревня Казань',
    'Томская область, г. Киров',
    'Тверская ул., 5',
  ])('or not: %j', (address) => expect(cityInAddress(address)).toBeNull());
});
