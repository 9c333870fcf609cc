import { areHoursRight, daysText, maskOf, workedDays } from './hours';

const name = (day: string) => day;

test('the mask of days', () => {
  expect(workedDays(31)).toEqual(['mon', 'tue', 'wed', 'thu', 'fri']);
  expect(maskOf(['mon', 'sun'])).toBe(65);
});

test.each([
  [31, 'mon–fri'],
  [127, 'mon–sun'],
  [21, 'mon, wed, fri'],
  [96, 'sat, sun'],
])('days %i read «%s»', (mask, text) => {
  expect(daysText(mask, name)).toBe(text);
});

test('hours in order', () => {
  const hours = { from: 540, to: 1080, breakFrom: 720, breakTo: 780, days: 31 };
  expect(areHoursRight(hours)).toBe(true);
  expect(areHoursRight({ ...hours, breakTo: null })).toBe(false);
  expect(areHoursRight({ ...hours, breakTo: 1100 })).toBe(false);
  expect(areHoursRight({ ...hours, to: 500 })).toBe(false);
});
