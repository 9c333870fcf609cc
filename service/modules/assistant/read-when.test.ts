import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readWhen } from './read-when';

/** Thursday noon in Moscow. */
const now = new Date('2026-03-12T09:00:00Z');
const read = (text: string, more: Partial<Parameters<typeof readWhen>[1]> = {}) => {
  const when = readWhen(text, { now, timeZone: 'Europe/Moscow', locale: 'ru', ...more });
  return when && DateTime.fromJSDate(when.at, { zone: more.timeZone ?? 'Europe/Moscow' }).toFormat('yyyy-MM-dd HH:mm');
};

describe('dates and times in words', () => {
  test.each([
    ['в четверг в 11', '2026-03-19 11:00'],
    ['завтра в 15:30', '2026-03-13 15:30'],
    ['завтра в 4', '2026-03-13 16:00'],
    ['в 8 утра завтра', '2026-03-13 08:00'],
    ['через 2 дня', '2026-03-14 10:00'],
    ['через пару недель', '2026-03-26 10:00'],
    ['через полчаса', '2026-03-12 12:30'],
    ['через полтора часа', '2026-03-12 13:30'],
    ['в половине третьего', '2026-03-12 14:30'],
    ['полпятого завтра', '2026-03-13 16:30'],
    ['послезавтра после обеда', '2026-03-14 14:00'],
    ['в пятницу утром', '2026-03-13 10:00'],
    ['к четвергу', '2026-03-19 10:00'],
    ['в пн к 9', '2026-03-16 09:00'],
    ['15.03 в 10', '2026-03-15 10:00'],
    ['на 18.03 в 11-30', '2026-03-18 11:30'],
    ['10.03', '2027-03-10 10:00'],
    ['20-го числа в 12', '2026-03-20 12:00'],
    ['5-го', '2026-04-05 10:00'],
    ['20 апреля в 14.00', '2026-04-20 14:00'],
    ['на следующей неделе', '2026-03-16 10:00'],
    ['в начале следующей недели', '2026-03-16 10:00'],
    ['в конце месяца', '2026-03-31 10:00'],
    ['в середине апреля', '2026-04-15 10:00'],
    ['в мае', '2026-05-01 10:00'],
    ['в феврале', '2027-02-01 10:00'],
    ['через полгода', '2026-09-12 10:00'],
    ['tomorrow at 3', '2026-03-13 15:00'],
    ['next Tuesday at 11am', '2026-03-17 11:00'],
    ['in two weeks', '2026-03-26 10:00'],
    ['in an hour', '2026-03-12 13:00'],
    ['after lunch tomorrow', '2026-03-13 14:00'],
    ['March 20 at 10:30', '2026-03-20 10:30'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('what is no time is none', () => {
    for (const text of ['ждут КП', 'аренда на 3 месяца', 'скидка 5%', '2 насоса', 'думают', 'they want an offer'])
      expect([text, read(text)]).toEqual([text, null]);
  });

  test('a weekday is never today, whatever the hour', () => {
    for (const hour of ['00:30', '08:00', '23:00'])
      expect([hour, read('в четверг в 11', { now: new Date(`2026-03-12T${hour}:00+03:00`) })]).toEqual([
        hour,
        '2026-03-19 11:00',
      ]);
  });

  test('the past, when it was done', () => {
    expect(read('вчера в 15', { past: true })).toBe('2026-03-11 15:00');
    expect(read('в понедельник', { past: true })).toBe('2026-03-09 10:00');
  });

  test('the hour is the person’s own in every zone of Russia', () => {
    const zones = [
      'Europe/Kaliningrad',
      'Europe/Moscow',
      'Europe/Samara',
      'Asia/Yekaterinburg',
      'Asia/Omsk',
      'Asia/Krasnoyarsk',
      'Asia/Irkutsk',
      'Asia/Yakutsk',
      'Asia/Vladivostok',
      'Asia/Magadan',
      'Asia/Kamchatka',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 8, max: 20 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 1, max: 28 }),
        (timeZone, hour, minute, day) => {
          const clock = `${hour}:${String(minute).padStart(2, '0')}`;
          const said = readWhen(`перезвонить ${day} апреля в ${clock}`, { now, timeZone, locale: 'ru' });
          const local = DateTime.fromJSDate(said!.at, { zone: timeZone });
          expect(local.toFormat('d.M H:mm')).toBe(`${day}.4 ${clock}`);
          expect(said!.rest).toBe('перезвонить');
        },
      ),
    );
  });
});
