import { birthdayText, isDate, isNearBirthday, nextBirthday } from './birthday';

test('the next time a birthday is kept', () => {
  expect(nextBirthday({ day: 24, month: 11, year: null }, '2026-11-22')).toBe('2026-11-24');
  expect(nextBirthday({ day: 22, month: 11, year: 1985 }, '2026-11-22')).toBe('2026-11-22');
  expect(nextBirthday({ day: 1, month: 1, year: null }, '2026-11-22')).toBe('2027-01-01');
});

test('29 February is kept on the 28th in a common year', () => {
  expect(nextBirthday({ day: 29, month: 2, year: 1988 }, '2027-01-01')).toBe('2027-02-28');
  expect(nextBirthday({ day: 29, month: 2, year: 1988 }, '2028-01-01')).toBe('2028-02-29');
});

test('near means two weeks', () => {
  expect(isNearBirthday({ day: 6, month: 12, year: null }, '2026-11-22')).toBe(true);
  expect(isNearBirthday({ day: 7, month: 12, year: null }, '2026-11-22')).toBe(false);
});

test('what is a date and how it reads', () => {
  expect(isDate({ day: 29, month: 2, year: null })).toBe(true);
  expect(isDate({ day: 29, month: 2, year: 2023 })).toBe(false);
  expect(birthdayText({ day: 24, month: 11, year: null }, 'ru')).toBe('24 ноября');
});
