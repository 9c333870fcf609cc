import fc from 'fast-check';
import type { WorkingHours } from '../companies/companies.contract';
import {
  addDays,
  callWindow,
  isWorkingDay,
  localDateOf,
  localDayRange,
  nextContactPresets,
  weekRange,
  zoneClock,
  type Calendar,
} from './working-time-rules';
import type { CalendarDay, Country } from './working-time.contract';

/*
 *     March 2026             April 2026
 *  Mo Tu We Th Fr Sa Su   Mo Tu We Th Fr Sa Su
 *                     1          1  2  3  4  5
 *   2  3  4  5  6  7 (8)   6  7  8  9 10 11 12      (8), (9): holidays in Russia
 *  (9)10 11 12 13 14 15   13 14 15 16 17 18 19      30 April: short
 *  16 17 18 19 20 21 22  (20)21 22 23 24[25]26      (20): free in Belarus, [25]: worked instead
 *  23 24 25 26 27 28 29   27 28 29<30>
 *  30 31                                            29 March: Berlin's clock goes from 2:00 to 3:00
 */
const special = new Map<string, CalendarDay['kind']>([
  ['RU 2026-03-08', 'holiday'],
  ['RU 2026-03-09', 'holiday'],
  ['RU 2026-04-30', 'short'],
  ['RU 2026-05-01', 'holiday'],
  ['RU 2025-11-01', 'short'],
  ['BY 2026-04-20', 'holiday'],
  ['BY 2026-04-25', 'working'],
]);
const calendar: Calendar = { kindOf: (country, date) => special.get(`${country} ${date}`) ?? null };
const plainWeek: Calendar = { kindOf: () => null };

const mondayToFriday = 0b0011111;
const everyDay = 0b1111111;
const at = (time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};
const nineToSix: WorkingHours = {
  from: at('9:00'),
  to: at('18:00'),
  breakFrom: at('13:00'),
  breakTo: at('14:00'),
  days: mondayToFriday,
};
const withoutBreak: WorkingHours = { ...nineToSix, breakFrom: null, breakTo: null };
const roundTheClock: WorkingHours = { from: 0, to: 1440, breakFrom: null, breakTo: null, days: everyDay };

const russianZones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Novosibirsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
];

describe('a working day', () => {
  it.each([
    ['RU', '2026-03-06', mondayToFriday, true],
    ['RU', '2026-03-07', mondayToFriday, false],
    ['RU', '2026-03-07', everyDay, true],
    ['RU', '2026-03-08', everyDay, false],
    ['RU', '2026-03-09', mondayToFriday, false],
    ['KZ', '2026-03-09', mondayToFriday, true],
    ['BY', '2026-04-25', mondayToFriday, true],
    ['RU', '2026-04-25', mondayToFriday, false],
    ['RU', '2026-04-30', mondayToFriday, true],
    ['RU', '2026-04-30', 0b0000111, false],
    ['RU', '2025-11-01', mondayToFriday, true],
  ] as const)('in %s, %s for the week %d: %p', (country, date, mask, works) =>
    expect(isWorkingDay(calendar, country, date, mask)).toBe(works),
  );
});

describe('the local clock', () => {
  it.each([
    ['Europe/Kaliningrad', '2026-03-12', at('22:30'), 8],
    ['Europe/Moscow', '2026-03-12', at('23:30'), 8],
    ['Europe/Samara', '2026-03-13', at('0:30'), 16],
    ['Asia/Yekaterinburg', '2026-03-13', at('1:30'), 16],
    ['Asia/Omsk', '2026-03-13', at('2:30'), 16],
    ['Asia/Novosibirsk', '2026-03-13', at('3:30'), 16],
    ['Asia/Irkutsk', '2026-03-13', at('4:30'), 16],
    ['Asia/Yakutsk', '2026-03-13', at('5:30'), 16],
    ['Asia/Vladivostok', '2026-03-13', at('6:30'), 16],
    ['Asia/Magadan', '2026-03-13', at('7:30'), 16],
    ['Asia/Kamchatka', '2026-03-13', at('8:30'), 16],
    ['Europe/Berlin', '2026-03-12', at('21:30'), 8],
  ])('of %s shows %s, minute %d', (timeZone, date, minute, dayBit) => {
    const now = new Date('2026-03-12T20:30:00Z');
    expect(zoneClock(now, timeZone)).toEqual({ date, minute, dayBit });
    expect(localDateOf(now, timeZone)).toBe(date);
  });

  it('makes Sunday the last bit', () =>
    expect(zoneClock(new Date('2026-03-15T09:00Z'), 'Europe/Moscow').dayBit).toBe(64));

  it('of no zone is an error', () => {
    expect(() => zoneClock(new Date(0), 'Europe/Atlantis')).toThrow(RangeError);
    expect(() => localDayRange('2026-02-30', 'Europe/Moscow')).toThrow(RangeError);
  });
});

describe('a local day', () => {
  it.each([
    ['Europe/Moscow', '2026-03-12', '2026-03-11T21:00Z', 24],
    ['Asia/Kamchatka', '2026-03-12', '2026-03-11T12:00Z', 24],
    ['Europe/Berlin', '2026-03-28', '2026-03-27T23:00Z', 24],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00Z', 25],
  ])('in %s, %s begins at %s and has %d hours', (timeZone, date, begin, hours) => {
    const { from, to } = localDayRange(date, timeZone);
    expect(from).toEqual(new Date(begin));
    expect((to.getTime() - from.getTime()) / 3_600_000).toBe(hours);
  });

  it('holds exactly the instants of that date', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...russianZones, 'Europe/Berlin'), (now, timeZone) => {
        const { from, to } = localDayRange(localDateOf(now, timeZone), timeZone);
        expect(from <= now && now < to).toBe(true);
      }),
    );
  });
});

it('a week is from Monday to Monday by the local clock', () => {
  // Sunday evening in Moscow is Monday morning in Vladivostok.
  const now = new Date('2026-03-15T18:00:00Z');
  expect(weekRange(now, 'Europe/Moscow')).toEqual({
    from: new Date('2026-03-08T21:00Z'),
    to: new Date('2026-03-15T21:00Z'),
  });
  expect(weekRange(now, 'Asia/Vladivostok')).toEqual({
    from: new Date('2026-03-15T14:00Z'),
    to: new Date('2026-03-22T14:00Z'),
  });
  expect(weekRange(new Date('2026-03-29T12:00Z'), 'Europe/Berlin')).toEqual({
    from: new Date('2026-03-22T23:00Z'),
    to: new Date('2026-03-29T22:00Z'),
  });
});

it('dates are counted over months and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(addDays('2026-03-01', 0)).toBe('2026-03-01');
});

describe('one may call', () => {
  const window = (now: string, timeZone: string, hours = nineToSix, country: Country = 'RU') =>
    callWindow({ now: new Date(now), timeZone, country, hours, calendar });

  // Thursday 12 March, nine in Moscow.
  it.each([
    ['Europe/Kaliningrad', '8:00, not yet', false, '2026-03-12T07:00Z'],
    ['Europe/Moscow', '9:00, just opened', true, '2026-03-12T10:00Z'],
    ['Europe/Samara', '10:00', true, '2026-03-12T09:00Z'],
    ['Asia/Yekaterinburg', '11:00', true, '2026-03-12T08:00Z'],
    ['Asia/Omsk', '12:00', true, '2026-03-12T07:00Z'],
    ['Asia/Novosibirsk', '13:00, the break', false, '2026-03-12T07:00Z'],
    ['Asia/Irkutsk', '14:00', true, '2026-03-12T10:00Z'],
    ['Asia/Yakutsk', '15:00', true, '2026-03-12T09:00Z'],
    ['Asia/Vladivostok', '16:00', true, '2026-03-12T08:00Z'],
    ['Asia/Magadan', '17:00', true, '2026-03-12T07:00Z'],
    ['Asia/Kamchatka', '18:00, closed till Friday', false, '2026-03-12T21:00Z'],
    ['Europe/Berlin', '7:00', false, '2026-03-12T08:00Z'],
  ])('%s, where it is %s: %p', (timeZone, _clock, callable, changesAt) =>
    expect(window('2026-03-12T06:00Z', timeZone)).toEqual({ callable, changesAt: new Date(changesAt) }),
  );

  it('after a long weekend on Tuesday', () =>
    expect(window('2026-03-06T16:00Z', 'Europe/Moscow')).toEqual({
      callable: false,
      changesAt: new Date('2026-03-10T06:00Z'),
    }));

  it('in Kazakhstan on the day that is a holiday in Russia', () =>
    expect(window('2026-03-09T06:00Z', 'Asia/Almaty', nineToSix, 'KZ').callable).toBe(true));

  it('an hour less before a holiday', () => {
    expect(window('2026-04-30T13:59Z', 'Europe/Moscow')).toEqual({
      callable: true,
      changesAt: new Date('2026-04-30T14:00Z'),
    });
    expect(window('2026-04-30T14:00Z', 'Europe/Moscow')).toEqual({
      callable: false,
      changesAt: new Date('2026-05-04T06:00Z'),
    });
  });

  it('on a working Saturday', () => {
    expect(window('2026-04-25T08:00Z', 'Europe/Minsk', nineToSix, 'BY').callable).toBe(true);
    expect(window('2026-04-20T08:00Z', 'Europe/Minsk', nineToSix, 'BY')).toEqual({
      callable: false,
      changesAt: new Date('2026-04-21T06:00Z'),
    });
  });

  it('by the clock that was moved over the weekend', () => {
    // Friday nine in Berlin was eight in Greenwich; Monday nine is seven.
    expect(window('2026-03-27T18:00Z', 'Europe/Berlin')).toEqual({
      callable: false,
      changesAt: new Date('2026-03-30T07:00Z'),
    });
    expect(window('2026-10-23T18:00Z', 'Europe/Berlin')).toEqual({
      callable: false,
      changesAt: new Date('2026-10-26T08:00Z'),
    });
    // The night itself: open from one to four by the clock, which is two hours.
    const night = { ...roundTheClock, from: at('1:00'), to: at('4:00') };
    expect(window('2026-03-29T00:30Z', 'Europe/Berlin', night)).toEqual({
      callable: true,
      changesAt: new Date('2026-03-29T02:00Z'),
    });
  });

  it('in the hour that the clock shows twice', () => {
    const night = { ...roundTheClock, from: at('1:00'), to: at('2:30') };
    expect(window('2026-10-25T01:15Z', 'Europe/Berlin', night)).toEqual({
      callable: true,
      changesAt: new Date('2026-10-25T01:30Z'),
    });
  });

  it('round the clock, with no end', () => {
    expect(
      callWindow({
        now: new Date('2026-03-12T23:59Z'),
        timeZone: 'Europe/Moscow',
        country: 'RU',
        hours: roundTheClock,
        calendar: plainWeek,
      }),
    ).toEqual({
      callable: true,
      changesAt: null,
    });
  });

  it('till the midnight before a day off, over the midnights between', () => {
    const workdays = { ...roundTheClock, days: mondayToFriday };
    expect(window('2026-03-12T06:00Z', 'Europe/Moscow', workdays)).toEqual({
      callable: true,
      changesAt: new Date('2026-03-13T21:00Z'),
    });
  });

  it('never, if it never works', () => {
    const closed: Calendar = { kindOf: () => 'holiday' };
    expect(
      callWindow({
        now: new Date('2026-03-12T06:00Z'),
        timeZone: 'Europe/Moscow',
        country: 'RU',
        hours: nineToSix,
        calendar: closed,
      }),
    ).toEqual({
      callable: false,
      changesAt: null,
    });
  });

  it('as the local clock says at that minute, and until the change it foretells', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, anyHours, (now, timeZone, hours) => {
        const asked = callWindow({ now, timeZone, country: 'RU', hours, calendar });
        expect(asked.callable).toBe(openByTheClock(now, timeZone, hours));
        if (!asked.changesAt) return;
        expect(asked.changesAt > now).toBe(true);
        expect(openByTheClock(asked.changesAt, timeZone, hours)).toBe(!asked.callable);
        const between = new Date((now.getTime() + asked.changesAt.getTime()) / 2);
        expect(openByTheClock(between, timeZone, hours)).toBe(asked.callable);
      }),
      { numRuns: 500 },
    );
  });
});

describe('dates to choose the next contact from', () => {
  const present = () => false;
  const presets = (
    now: string,
    company: Partial<{ timeZone: string; country: Country; hours: WorkingHours }> = {},
    isAbsent: (date: string) => boolean = present,
    userTimeZone = 'Europe/Moscow',
  ) =>
    Object.fromEntries(
      nextContactPresets({
        now: new Date(now),
        userTimeZone,
        company: { timeZone: 'Europe/Moscow', country: 'RU', hours: nineToSix, ...company },
        calendar,
        isAbsent,
      }).map(({ key, at: when, moved }) => [key, [when.toISOString().slice(0, 16), moved]]),
    );

  it('are at this time of day, on working days', () => {
    // Thursday 12 March, 11:05 in Moscow.
    expect(presets('2026-03-12T08:05Z')).toEqual({
      twoHours: ['2026-03-12T11:00', null], // 13:15 is in the break
      tomorrow: ['2026-03-13T08:00', null],
      threeDays: ['2026-03-16T08:00', 'weekend'],
      week: ['2026-03-19T08:00', null],
      twoWeeks: ['2026-03-26T08:00', null],
      month: ['2026-04-13T08:00', 'weekend'],
    });
  });

  it('keep the order they are shown in', () => {
    const keys = nextContactPresets({
      now: new Date('2026-03-12T08:05Z'),
      userTimeZone: 'Europe/Moscow',
      company: { timeZone: 'Europe/Moscow', country: 'RU', hours: nineToSix },
      calendar,
      isAbsent: present,
    }).map(({ key }) => key);
    expect(keys).toEqual(['twoHours', 'tomorrow', 'threeDays', 'week', 'twoWeeks', 'month']);
  });

  it.each([
    ['2026-03-12T06:00Z', '2026-03-12T08:00', null], // 9:00 → 11:00
    ['2026-03-12T06:01Z', '2026-03-12T08:15', null],
    ['2026-03-12T07:50Z', '2026-03-12T10:00', null, withoutBreak],
    ['2026-03-12T08:30Z', '2026-03-12T11:00', null], // 13:30 → after the break
    ['2026-03-12T02:00Z', '2026-03-12T06:00', null], // 7:00 → the opening
    ['2026-03-12T13:30Z', '2026-03-13T06:00', null], // 18:30 → tomorrow’s opening
    ['2026-03-13T13:30Z', '2026-03-16T06:00', 'weekend'],
    ['2026-03-06T13:30Z', '2026-03-10T06:00', 'weekend'],
    ['2026-03-09T08:00Z', '2026-03-10T06:00', 'holiday'],
  ] as const)('in two hours from %s is %s', (now, when, moved, hours: WorkingHours = nineToSix) =>
    expect(presets(now, { hours }).twoHours).toEqual([when, moved]),
  );

  it('skip the customer’s holidays, not ours', () => {
    // Friday 6 March: in three days it is Monday the 9th.
    expect(presets('2026-03-06T08:00Z').threeDays).toEqual(['2026-03-10T08:00', 'holiday']);
    expect(presets('2026-03-06T08:00Z', { country: 'KZ', timeZone: 'Asia/Almaty' }).threeDays).toEqual([
      '2026-03-09T09:00',
      null,
    ]);
    expect(presets('2026-03-06T08:00Z').tomorrow).toEqual(['2026-03-10T08:00', 'weekend']);
  });

  it('skip the manager’s absences', () => {
    const vacation = (date: string) => date >= '2026-03-16' && date <= '2026-03-20';
    const given = presets('2026-03-12T08:05Z', {}, vacation);
    expect(given.tomorrow).toEqual(['2026-03-13T08:00', null]);
    expect(given.threeDays).toEqual(['2026-03-23T08:00', 'weekend']);
    expect(given.week).toEqual(['2026-03-23T08:00', 'absence']);
    expect(given.twoWeeks).toEqual(['2026-03-26T08:00', null]);
    expect(presets('2026-03-12T13:30Z', {}, (date) => date === '2026-03-13').twoHours).toEqual([
      '2026-03-16T06:00',
      'absence',
    ]);
  });

  it('stay within the customer’s hours of that day', () => {
    const tomorrow = (now: string, hours: WorkingHours = nineToSix) => presets(now, { hours }).tomorrow?.[0];
    expect(tomorrow('2026-03-12T03:00Z')).toBe('2026-03-13T06:00'); // 6:00 → 9:00
    expect(tomorrow('2026-03-12T17:00Z')).toBe('2026-03-13T14:45'); // 20:00 → 17:45
    expect(tomorrow('2026-03-12T15:00Z')).toBe('2026-03-13T14:45'); // 18:00 is closed
    expect(tomorrow('2026-03-12T10:20Z')).toBe('2026-03-13T11:00'); // 13:20 → after the break
    expect(tomorrow('2026-04-29T14:30Z')).toBe('2026-04-30T13:45'); // 17:30 → 16:45 of a short day
    expect(tomorrow('2026-03-12T20:59Z', roundTheClock)).toBe('2026-03-13T20:45'); // 23:59
  });

  // A manager in Moscow at 10:00 on Thursday: tomorrow, at this time of the customer’s day if he works then.
  it.each([
    ['Europe/Kaliningrad', '2026-03-13T07:00'],
    ['Europe/Moscow', '2026-03-13T07:00'],
    ['Europe/Samara', '2026-03-13T07:00'],
    ['Asia/Yekaterinburg', '2026-03-13T07:00'],
    ['Asia/Omsk', '2026-03-13T08:00'], // 13:00 is the break there
    ['Asia/Novosibirsk', '2026-03-13T07:00'],
    ['Asia/Irkutsk', '2026-03-13T07:00'],
    ['Asia/Yakutsk', '2026-03-13T07:00'],
    ['Asia/Vladivostok', '2026-03-13T07:00'],
    ['Asia/Magadan', '2026-03-13T06:45'], // 18:00 is closed there
    ['Asia/Kamchatka', '2026-03-13T05:45'],
    ['Europe/Berlin', '2026-03-13T08:00'],
  ])('tomorrow in %s is %s', (timeZone, when) =>
    expect(presets('2026-03-12T07:00Z', { timeZone }).tomorrow?.[0]).toBe(when),
  );

  it('are at the same time of day over a moved clock', () => {
    // Thursday 26 March 10:00 in Berlin is 9:00 in Greenwich, a week later 8:00.
    expect(presets('2026-03-26T09:00Z', { timeZone: 'Europe/Berlin' }).week).toEqual(['2026-04-02T08:00', null]);
  });

  it('count from the manager’s today, and never give what has passed', () => {
    // Monday 23:05 in Kaliningrad; on Kamchatka it is Tuesday 9:05, and nine o’clock of the manager’s tomorrow is over.
    const given = presets('2026-03-16T21:05Z', { timeZone: 'Asia/Kamchatka' }, present, 'Europe/Kaliningrad');
    expect(given.tomorrow).toEqual(['2026-03-17T21:00', null]);
  });

  it('are plain when nobody is ever there', () => {
    expect(presets('2026-03-12T08:05Z', {}, () => true).week).toEqual(['2026-03-19T08:00', null]);
    expect(presets('2026-03-12T08:05Z', {}, () => true).twoHours).toEqual(['2026-03-12T10:15', null]);
  });

  it('are to come, at an hour when the customer answers', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, anyZone, anyHours, (now, userTimeZone, timeZone, hours) => {
        const company = { timeZone, country: 'RU' as const, hours };
        const vacation = (date: string) => date >= '2026-03-16' && date <= '2026-03-27';
        for (const { at: when } of nextContactPresets({ now, userTimeZone, company, calendar, isAbsent: vacation })) {
          expect(when > now).toBe(true);
          expect(callWindow({ now: when, ...company, calendar }).callable).toBe(true);
          expect(vacation(localDateOf(when, timeZone))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const anyInstant = fc.date({
  min: new Date('2026-02-01T00:00Z'),
  max: new Date('2026-11-30T00:00Z'),
  noInvalidDate: true,
});
const anyZone = fc.constantFrom(...russianZones, 'Europe/Berlin');
/** At least two hours a day, with a break in the middle or none, after the hour at which clocks are moved; or all day. */
const anyHours = fc
  .oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(
        fc.integer({ min: 16, max: 60 }),
        fc.integer({ min: 8, max: 36 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 127 }),
      ),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constant(0), fc.constant(96), fc.boolean(), fc.integer({ min: 1, max: 127 })) },
  )
  .map(([from, length, hasBreak, days]): WorkingHours => {
    const middle = (from + Math.floor(length / 2)) * 15;
    return {
      from: from * 15,
      to: Math.min((from + length) * 15, 1440),
      breakFrom: hasBreak ? middle : null,
      breakTo: hasBreak ? middle + 15 : null,
      days,
    };
  });

/** The same question asked of the wall clock, minute by minute. */
function openByTheClock(now: Date, timeZone: string, hours: WorkingHours): boolean {
  const { date, minute } = zoneClock(now, timeZone);
  if (!isWorkingDay(calendar, 'RU', date, hours.days)) return false;
  const to = calendar.kindOf('RU', date) === 'short' ? hours.to - 60 : hours.to;
  const inBreak =
    hours.breakFrom !== null && hours.breakTo !== null && minute >= hours.breakFrom && minute < hours.breakTo;
  return minute >= hours.from && minute < to && !inBreak;
}
