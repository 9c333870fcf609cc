import fc from 'fast-check';
import { birthdaysWithin, nextBirthday } from './birthdays';

describe('the next birthday', () => {
  it.each([
    ['is still to come this year', { day: 20, month: 3, year: 1980 }, '2026-03-12', { date: '2026-03-20', age: 46 }],
    ['is today', { day: 12, month: 3, year: 1980 }, '2026-03-12', { date: '2026-03-12', age: 46 }],
    [
      'was yesterday, so is next year',
      { day: 11, month: 3, year: 1980 },
      '2026-03-12',
      { date: '2027-03-11', age: 47 },
    ],
    ['is over the turn of the year', { day: 1, month: 1, year: 2000 }, '2026-12-31', { date: '2027-01-01', age: 27 }],
    ['has no age without the year', { day: 20, month: 3, year: null }, '2026-03-12', { date: '2026-03-20', age: null }],
    ['of the leap day is the 28th', { day: 29, month: 2, year: 1996 }, '2026-02-01', { date: '2026-02-28', age: 30 }],
    [
      'of the leap day is itself in a leap year',
      { day: 29, month: 2, year: 1996 },
      '2028-02-28',
      { date: '2028-02-29', age: 32 },
    ],
    [
      'of the leap day is over on 1 March',
      { day: 29, month: 2, year: 1996 },
      '2026-03-01',
      { date: '2027-02-28', age: 31 },
    ],
  ])('%s', (_story, birthday, today, expected) => expect(nextBirthday(birthday, today)).toEqual(expected));
});

describe('birthdays of the coming days', () => {
  it('are those of today and so many days after', () => {
    expect(birthdaysWithin('2026-12-30', 3)).toEqual([
      { month: 12, day: 30 },
      { month: 12, day: 31 },
      { month: 1, day: 1 },
      { month: 1, day: 2 },
    ]);
  });

  it('have the leap day with 28 February, but on its own in a leap year', () => {
    expect(birthdaysWithin('2026-02-28', 1)).toEqual([
      { month: 2, day: 28 },
      { month: 2, day: 29 },
      { month: 3, day: 1 },
    ]);
    expect(birthdaysWithin('2028-02-28', 1)).toEqual([
      { month: 2, day: 28 },
      { month: 2, day: 29 },
    ]);
    expect(birthdaysWithin('2028-02-28', 0)).toEqual([{ month: 2, day: 28 }]);
  });

  it('are exactly those whose next one is that near', () => {
    const dates = fc.date({
      min: new Date('2024-01-01T00:00Z'),
      max: new Date('2032-12-31T00:00Z'),
      noInvalidDate: true,
    });
    const leapYearDay = fc.date({
      min: new Date('2024-01-01T00:00Z'),
      max: new Date('2024-12-31T00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, leapYearDay, fc.integer({ min: 0, max: 60 }), (now, born, days) => {
        const today = now.toISOString().slice(0, 10);
        const birthday = { day: born.getUTCDate(), month: born.getUTCMonth() + 1, year: null };
        const ahead = (Date.parse(nextBirthday(birthday, today).date) - Date.parse(today)) / 86_400_000;
        const listed = birthdaysWithin(today, days).some(
          ({ month, day }) => month === birthday.month && day === birthday.day,
        );
        expect(listed).toBe(ahead <= days);
      }),
      { numRuns: 1000 },
    );
  });
});
