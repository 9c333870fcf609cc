/**
 * Believable companies, made up and repeatable: the same number gives the same company. Used by the demo, the large
 * base, the benchmarks and the tests.
 */
export interface MadeCompany {
  name: string;
  legalName: string;
  inn: string;
  kpp: string;
  ogrn: string;
  city: string;
  address: string;
  site: string;
  phone: string;
  email: string;
  purchasingPower: 'high' | 'medium' | 'low' | 'unknown';
  source: string;
  contacts: MadeContact[];
}

export interface MadeContact {
  name: string;
  position: string;
  roles: ('buys' | 'decides' | 'pays' | 'other')[];
  phone: string;
  email: string;
  birthday: { day: number; month: number; year: number | null } | null;
}

/** Numbers from 0 to below 1 that follow from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const firstHalves =
  'Альфа Вектор Гранит Дельта Енисей Заря Импульс Каскад Лотос Магистраль Норд Омега Прогресс Ромашка Север Темп Урал Форт Химпром Центр Энергия Юнион Ясень Азимут Бастион Волга Горизонт Диалог Евразия Запад Интер Квант Линия Маяк Новатор Орион Пик Рубин Спектр Титан Уют Факел Холдинг Циклон Шторм Эталон Юпитер Янтарь'.split(
    ' ',
  );
const secondHalves =
  'Строй Сервис Трейд Маш Пром Тех Снаб Монтаж Аква Лес Агро Транс Инвест Энерго Мед Хим Авто Пласт Металл Мебель Текстиль Электро Газ Нефть Тепло Вод Дом Связь Софт Логистик'.split(
    ' ',
  );
const forms = ['ООО', 'ООО', 'ООО', 'ООО', 'АО', 'АО', 'ПАО', 'ИП', 'МУП'];
const cities =
  'Калининград Москва Санкт-Петербург Нижний&Новгород Казань Самара Саратов Волгоград Ростов-на-Дону Краснодар Воронеж Екатеринбург Челябинск Пермь Уфа Тюмень Омск Новосибирск Томск Барнаул Красноярск Иркутск Чита Якутск Хабаровск Владивосток Магадан Южно-Сахалинск Петропавловск-Камчатский Ярославль Тула Ижевск'
    .split(' ')
    .map((city) => city.replace('&', ' '));
const streets =
  'Ленина Мира Советская Заводская Промышленная Садовая Лесная Гагарина Кирова Новая Строителей Победы'.split(' ');
const maleSurnames =
  'Иванов Петров Сидоров Кузнецов Соколов Попов Лебедев Козлов Новиков Морозов Волков Зайцев Павлов Семёнов Голубев Виноградов Богданов Воробьёв Фёдоров Михайлов'.split(
    ' ',
  );
const maleNames = 'Алексей Андрей Дмитрий Евгений Иван Михаил Николай Олег Павел Сергей Юрий Артём'.split(' ');
const femaleNames = 'Анна Елена Ирина Мария Наталья Ольга Светлана Татьяна Юлия Алёна Вера Дарья'.split(' ');
const malePatronymics = 'Алексеевич Иванович Петрович Сергеевич Николаевич Дмитриевич'.split(' ');
const femalePatronymics = 'Алексеевна Ивановна Петровна Сергеевна Николаевна Дмитриевна'.split(' ');
const positions: [string, MadeContact['roles']][] = [
  ['отдел закупок', ['buys']],
  ['директор', ['decides']],
  ['главный бухгалтер', ['pays']],
  ['главный инженер', ['decides']],
  ['снабжение', ['buys']],
  ['секретарь', ['other']],
];
const sources = ['сайт', 'выставка', 'справочник', 'рекомендация', 'холодный обзвон'];

const latin: Record<string, string> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:ch ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const transliterate = (text: string) =>
  [...text.toLowerCase()].map((letter) => latin[letter] ?? (/[a-z0-9]/.test(letter) ? letter : '-')).join('');

const weights = (number: string, factors: number[]) =>
  factors.reduce((sum, factor, index) => sum + factor * Number(number[index]), 0);

/** A ten-digit INN with a right check digit (order of the Federal Tax Service ММВ-7-6/435@). */
export function makeInn(region: number, serial: number): string {
  const body = String(region).padStart(2, '0') + String(serial % 10_000_000).padStart(7, '0');
  return body + String((weights(body, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
}

function makeOgrn(region: number, serial: number): string {
  const body = `1${String(10 + (serial % 15)).padStart(2, '0')}${String(region).padStart(2, '0')}${String(serial % 10_000_000).padStart(7, '0')}`;
  return body + String((Number(body) % 11) % 10);
}

/** The company with this number; contacts as asked. */
export function makeCompany(number: number, contactCount = 3): MadeCompany {
  const random = randomFrom(number * 7919 + 17);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const region = 1 + (number % 89);
  const core = `${pick(firstHalves)}${pick(secondHalves)}${number >= 200 ? `-${number}` : ''}`;
  const form = pick(forms);
  const name =
    form === 'ИП' ? `ИП ${pick(maleSurnames)} ${pick(maleNames)} ${pick(malePatronymics)}` : `${form} «${core}»`;
  const slug = transliterate(core);
  const site = `${slug}.example`;
  const city = pick(cities);
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const person = (index: number): MadeContact => {
    const female = random() < 0.5;
    const surname = pick(maleSurnames) + (female ? 'а' : '');
    const given = pick(female ? femaleNames : maleNames);
    const [position, roles] = positions[(index + Math.floor(random() * 2)) % positions.length]!;
    return {
      name: `${surname} ${given} ${pick(female ? femalePatronymics : malePatronymics)}`,
      position,
      roles,
      phone: `+7 9${digits(2)} ${digits(3)}-${digits(2)}-${digits(2)}`,
      email: `${transliterate(surname)}.${transliterate(given)[0]}${index}@${site}`,
      birthday:
        random() < 0.6
          ? {
              day: 1 + Math.floor(random() * 28),
              month: 1 + Math.floor(random() * 12),
              year: random() < 0.7 ? 1960 + Math.floor(random() * 40) : null,
            }
          : null,
    };
  };
  return {
    name,
    legalName: name,
    inn: makeInn(region, number * 13 + 1),
    kpp: `${String(region).padStart(2, '0')}01${'01001'}`,
    ogrn: makeOgrn(region, number),
    city,
    address: `г. ${city}, ул. ${pick(streets)}, д. ${1 + Math.floor(random() * 120)}`,
    site,
    phone: `+7 ${pick(['495', '812', '843', '383', '423', '846', '343'])} ${digits(3)}-${digits(2)}-${digits(2)}`,
    email: `info@${site}`,
    purchasingPower: pick(['high', 'medium', 'medium', 'low', 'unknown'] as const),
    source: pick(sources),
    contacts: Array.from({ length: contactCount }, (_, index) => person(index)),
  };
}

/** What is said on the phone, for histories. */
export const saidOnThePhone = [
  'Ждут предложение, просили после обеда',
  'Думают, вернутся после совещания',
  'Просили счёт на прошлую комплектацию',
  'Закупщик в отпуске, звонить на следующей неделе',
  'Интересует доставка до объекта',
  'Бюджет согласуют в конце месяца',
  'Сравнивают с другим поставщиком, важен срок',
  'Готовы взять пробную партию',
  'Нужен паспорт на оборудование',
  'Попросили прислать прайс на почту',
];
