import { parseTypedDate, parseTypedTime, typedDate } from './typed-time';

const today = '2026-11-22';

test.each([
  ['23.11.2026', '2026-11-23'],
  ['3.1', '2027-01-03'],
  ['22.11', '2026-11-22'],
  ['1/12/26', '2026-12-01'],
  ['2027-02-28', '2027-02-28'],
  ['29.02.2027', null],
  ['45.13', null],
  ['завтра', null],
])('the date «%s» is %s', (text, date) => {
  expect(parseTypedDate(text, today)).toBe(date);
});

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['1530', '15:30'],
  ['9.30', '09:30'],
  ['15:30', '15:30'],
  ['24:00', '24:00'],
  ['25', null],
  ['9:75', null],
  ['', null],
])('the time «%s» is %s', (text, time) => {
  expect(parseTypedTime(text)).toBe(time);
});

test('how a date is shown in its field', () => {
  expect(typedDate('2026-11-03')).toBe('03.11.2026');
});
