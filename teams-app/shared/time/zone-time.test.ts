import { addDays, dateIn, daysBetween, instantIn, parseMinutes, wallTime, weekdayOf } from './zone-time';

test('a zone’s wall clock', () => {
  expect(wallTime('2026-03-12T11:05:00Z', 'Asia/Vladivostok')).toEqual({
    year: 2026,
    month: 3,
    day: 12,
    minutes: 21 * 60 + 5,
  });
  expect(dateIn('2026-03-12T15:05:00Z', 'Asia/Vladivostok')).toBe('2026-03-13');
  expect(wallTime('2026-03-12T21:00:00Z', 'Europe/Moscow').minutes).toBe(0);
});

test.each([
  ['2026-03-12', 11 * 60, 'Europe/Moscow', '2026-03-12T08:00:00.000Z'],
  ['2026-03-12', 0, 'Asia/Kamchatka', '2026-03-11T12:00:00.000Z'],
  ['2026-03-12', 9 * 60 + 30, 'Asia/Kolkata', '2026-03-12T04:00:00.000Z'],
  // Berlin springs forward on 29 March 2026: before, in the hour that is not there, after.
  ['2026-03-29', 90, 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
  ['2026-03-29', 180, 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25', 12 * 60, 'Europe/Berlin', '2026-10-25T11:00:00.000Z'],
])('%s + %i min in %s', (date, minutes, zone, instant) => {
  expect(instantIn(date, minutes, zone)).toBe(instant);
});

test('dates without a zone', () => {
  expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
  expect(daysBetween('2025-10-18', '2026-11-22')).toBe(400);
  expect(weekdayOf('2026-03-12')).toBe(3);
});

test('times of day as typed', () => {
  expect(parseMinutes('9:05')).toBe(545);
  expect(parseMinutes('24:00')).toBe(1440);
  expect(parseMinutes('24:01')).toBeNull();
  expect(parseMinutes('12:60')).toBeNull();
  expect(parseMinutes('')).toBeNull();
});
