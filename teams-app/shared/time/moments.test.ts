import { makeMoments, monthGrid } from './moments';

const words = { today: 'сегодня', tomorrow: 'завтра', yesterday: 'вчера' };
const { moment, day, time } = makeMoments('ru', 'Europe/Moscow', words);
// Thursday 12 March 2026, 14:00 in Moscow.
const now = Date.parse('2026-03-12T11:00:00Z');

test.each([
  ['2026-03-12T11:00:00Z', 'сегодня 14:00'],
  ['2026-03-12T21:30:00Z', 'завтра 00:30'],
  ['2026-03-11T08:00:00Z', 'вчера 11:00'],
  ['2026-03-16T08:00:00Z', 'пн 11:00'],
  ['2026-03-19T08:00:00Z', '19 мар. 11:00'],
  ['2026-03-05T08:00:00Z', '5 мар. 11:00'],
  ['2025-02-05T08:00:00Z', '05.02.2025 11:00'],
])('%s reads «%s»', (at, text) => {
  expect(moment(at, now)).toBe(text);
});

test('a date without a zone', () => {
  expect(day('2026-03-12', now)).toBe('сегодня');
  expect(day('2026-03-16', now)).toBe('пн, 16 марта');
});

test('the customer’s clock', () => {
  expect(time(now, 'Asia/Vladivostok')).toBe('21:00');
});

test('a month is six weeks from a Monday', () => {
  const days = monthGrid('2026-03-12');
  expect(days).toHaveLength(42);
  expect(days[0]).toBe('2026-02-23');
  expect(days[41]).toBe('2026-04-05');
});
