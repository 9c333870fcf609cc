import type { DateTime } from 'luxon';

/**
 * Russian words of time that chrono does not know, in words that it does. Only what speaks of time is touched.
 * `today` is the person's own day.
 */
type Rule = readonly [pattern: RegExp, by: (match: RegExpExecArray, today: DateTime) => string];

const begin = '(?<![\\p{L}\\d])';
const end = '(?![\\p{L}\\d])';
const whole = (pattern: string) => new RegExp(`${begin}(?:${pattern})${end}`, 'giu');

const hours: Record<string, number> = {
  час: 1, два: 2, двух: 2, три: 3, трех: 3, четыре: 4, четырех: 4, пять: 5, пяти: 5, шесть: 6, шести: 6, семь: 7, семи: 7,
  восемь: 8, восьми: 8, девять: 9, девяти: 9, десять: 10, десяти: 10, одиннадцать: 11, одиннадцати: 11, двенадцать: 12,
  двенадцати: 12,
}; // prettier-ignore
const ordinals = [
  'перв',
  'втор',
  'треть',
  'четверт',
  'пят',
  'шест',
  'седьм',
  'восьм',
  'девят',
  'десят',
  'одиннадцат',
  'двенадцат',
];
const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];
const monthStems =
  'январ[яе]|феврал[яе]|март[ае]|апрел[яе]|ма[яе]|июн[яе]|июл[яе]|август[ае]|сентябр[яе]|октябр[яе]|ноябр[яе]|декабр[яе]';
const days: [string, string][] = [
  ['понедельник(?:а|у|ом|е)?|пн', 'понедельник'],
  ['вторник(?:а|у|ом|е)?|вт', 'вторник'],
  ['сред(?:а|ы|е|у|ой)|ср', 'среду'],
  ['четверг(?:а|у|ом|е)?|чт', 'четверг'],
  ['пятниц(?:а|ы|е|у|ей)|пт', 'пятницу'],
  ['суббот(?:а|ы|е|у|ой)|сб', 'субботу'],
  ['воскресень(?:е|я|ю|ем)|вс', 'воскресенье'],
];

const date = (at: DateTime) => `${at.day} ${months[at.month - 1]!} ${at.year}`;
/** The month a stem like «апреле» means: this year's, or the next one's when it is over. */
const monthOf = (word: string, today: DateTime): DateTime => {
  const stem = /^ма.$/.test(word) ? 'мая' : word.slice(0, 3);
  const month = months.findIndex((name) => name.slice(0, 3) === stem) + 1;
  const at = today.startOf('month').set({ month });
  return at < today.startOf('month') ? at.plus({ years: 1 }) : at;
};
const inMonth = (part: string, month: DateTime): DateTime =>
  part.startsWith('нач')
    ? month.set({ day: 1 })
    : part.startsWith('сер')
      ? month.set({ day: 15 })
      : month.endOf('month').startOf('day');
const ofWeek = (part: string, week: DateTime): DateTime =>
  week.startOf('week').plus({ days: part.startsWith('нач') ? 0 : part.startsWith('сер') ? 2 : 4 });
const clock = (hour: number, minute = 0) => `в ${hour}:${String(minute).padStart(2, '0')}`;
const afternoon = (hour: number) => (hour < 8 ? hour + 12 : hour);

const rules: Rule[] = [
  // Weeks and months by their parts.
  [
    whole('(?:в |к |до )?(начал[еоуа]|середин[еуы]|кон(?:це|ец|цу|ца)) (?:следующей|той|будущей) недели'),
    ([, part], today) => date(ofWeek(part!, today.plus({ weeks: 1 }))),
  ],
  [
    whole('(?:в |к |до )?(начал[еоуа]|середин[еуы]|кон(?:це|ец|цу|ца)) (?:этой )?недели'),
    ([, part], today) => {
      const at = ofWeek(part!, today);
      return date(at <= today ? at.plus({ weeks: 1 }) : at);
    },
  ],
  [whole('(?:на|в) (?:следующей|той|будущей) недел[еи]'), (_, today) => date(today.plus({ weeks: 1 }).startOf('week'))],
  [whole('(?:на|в) следующ(?:ую|ий) недел[юи]'), (_, today) => date(today.plus({ weeks: 1 }).startOf('week'))],
  [
    whole('(?:в |к |до )?(начал[еоуа]|середин[еуы]|кон(?:це|ец|цу|ца)) (?:следующего|того) месяца'),
    ([, part], today) => date(inMonth(part!, today.plus({ months: 1 }).startOf('month'))),
  ],
  [
    whole('(?:в |к |до )?(начал[еоуа]|середин[еуы]|кон(?:це|ец|цу|ца)) (?:этого )?месяца'),
    ([, part], today) => {
      const at = inMonth(part!, today.startOf('month'));
      return date(at <= today ? inMonth(part!, today.plus({ months: 1 }).startOf('month')) : at);
    },
  ],
  [
    whole(`(?:в |к |до )?(начал[еоуа]|середин[еуы]|кон(?:це|ец|цу|ца)) (${monthStems})`),
    ([, part, month], today) => date(inMonth(part!, monthOf(month!.toLowerCase(), today))),
  ],
  [whole('в следующем месяце'), (_, today) => date(today.plus({ months: 1 }).startOf('month'))],
  [
    whole(`в (январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)`),
    ([, month], today) => {
      const at = monthOf(month!.toLowerCase(), today);
      return date(at <= today ? at.plus({ years: 1 }) : at);
    },
  ],
  [
    whole('после (?:праздников|нового года|нг|каникул)'),
    (_, today) => date(today.startOf('year').plus({ years: 1 }).set({ day: 12 })),
  ],
  // So many days.
  [
    whole('через пар[уы] (дней|недель|месяцев|часов)'),
    ([, unit]) => `через 2 ${{ дней: 'дня', недель: 'недели', месяцев: 'месяца', часов: 'часа' }[unit!]!}`,
  ],
  [whole('через несколько дней|на днях|днями'), () => 'через 3 дня'],
  [whole('через полтора месяца'), (_, today) => date(today.plus({ days: 45 }))],
  [whole('через полгода'), (_, today) => date(today.plus({ months: 6 }))],
  [whole('через полтора часа'), () => 'через 90 минут'],
  [whole('через год'), (_, today) => date(today.plus({ years: 1 }))],
  [whole('через (\\d+) ?(?:дн|дн\\.|д)'), ([, count]) => `через ${count!} дня`],
  [whole('через (\\d+) ?(?:нед|нед\\.)'), ([, count]) => `через ${count!} недели`],
  // Dates written short.
  [
    whole('(\\d{1,2})[.](0?[1-9]|1[0-2])(?:[.](\\d{4}|\\d{2}))?'),
    ([all, day, month, year], today) => {
      if (Number(day) < 1 || Number(day) > 31) return all!;
      const full = year ? (year.length === 2 ? 2000 + Number(year) : Number(year)) : null;
      const at = today.startOf('day').set({ year: full ?? today.year, month: Number(month), day: Number(day) });
      return date(full === null && at < today.startOf('day') ? at.plus({ years: 1 }) : at);
    },
  ],
  [
    whole('(\\d{1,2})(?:-?г?о|-?е|(?=(?:-?г?о)? числ)) ?(?:числ[ау])?|(\\d{1,2}) числ[ау]'),
    ([all, one, two], today) => {
      const day = Number(one ?? two);
      if (day < 1 || day > 31) return all!;
      const at = today.startOf('month').set({ day });
      return date(at < today.startOf('day') ? today.startOf('month').plus({ months: 1 }).set({ day }) : at);
    },
  ],
  // Days of the week in their cases, with the preposition that goes before: «к четвергу», «до пт».
  ...days.map(([pattern, name]): Rule => [
    new RegExp(`${begin}(?:(?:к|ко|до|на|в|во|с|со) )?(?:(следующ|ближайш)[а-я]+ )?(?:${pattern})${end}`, 'giu'),
    ([, which]) => `в ${which === 'следующ' ? 'следующий ' : ''}${name}`,
  ]),
  // Hours.
  [
    new RegExp(`${begin}(?:в |к )?пол(?:овин[еуы] |-| )?(${ordinals.join('|')})[а-я]*${end}`, 'giu'),
    ([, word]) => clock(afternoon(ordinals.indexOf(word!.toLowerCase()) || 12), 30),
  ],
  [whole('(?:в |к |до )?(?:полдень|полудню)'), () => clock(12)],
  [
    whole(`(?:в|к|до|после|около|с|на) (${Object.keys(hours).join('|')})(?: час(?:а|ов|ам)?)?(?: (утра|дня|вечера))?`),
    ([all, word, part]) => {
      if (/^(?:с|на|до) /i.test(all!) && !/час|утра|дня|вечера/i.test(all!)) return all!;
      const hour = hours[word!.toLowerCase().replaceAll('ё', 'е')]!;
      return clock(part?.startsWith('утр') ? hour : part ? (hour % 12) + 12 : afternoon(hour));
    },
  ],
  [
    whole('(?:в|к|до|после|около|на|с) (\\d{1,2})[.:\\-](\\d{2})(?: час(?:а|ов)?)?(?: ?(утра|дня|вечера))?'),
    ([all, hour, minute, part]) =>
      Number(hour) > 23 || Number(minute) > 59
        ? all!
        : clock(
            part && !part.startsWith('утр') ? (Number(hour) % 12) + 12 : part ? Number(hour) : afternoon(Number(hour)),
            Number(minute),
          ),
  ],
  [
    new RegExp(
      `${begin}(?:часов в|в|к|до|после|около|на) (\\d{1,2})(?: ?(?:час(?:а|ов|ам)?|ч))?(?: (утра|дня|вечера))?(?![\\p{L}\\d:%]|[.:]\\d| ?(?:${monthStems}|дн|день|недел|месяц|мин|%|тыс|руб|штук|шт))`,
      'giu',
    ),
    ([all, hour, part]) => {
      if (Number(hour) > 23) return all!;
      if (/^на /i.test(all!) && !/час|ч$|утра|дня|вечера/i.test(all!) && Number(hour) < 8) return all!;
      return clock(part?.startsWith('утр') ? Number(hour) : part ? (Number(hour) % 12) + 12 : afternoon(Number(hour)));
    },
  ],
  [whole('(?:с |по)?утр(?:ом|а|у)|в начале дня|первым делом'), () => clock(10)],
  [whole('до обеда|в первой половине дня'), () => clock(11)],
  [whole('в обед'), () => clock(13)],
  [whole('после обеда|дн[её]м|во второй половине дня'), () => clock(14)],
  [whole('(?:к )?вечер(?:ом|у)|в конце дня|под вечер|к концу дня'), () => clock(17)],
];

export function rewriteWhen(text: string, today: DateTime): string {
  let rewritten = text.replaceAll('ё', 'е');
  for (const [pattern, by] of rules)
    rewritten = rewritten.replace(pattern, (...found: unknown[]) => {
      const groups = found.slice(0, -2).filter((part) => typeof part !== 'object') as string[];
      return by(groups as unknown as RegExpExecArray, today);
    });
  return rewritten;
}
