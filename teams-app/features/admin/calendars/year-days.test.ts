import { isWorking, monthsOf, weeksOf } from './year-days';

test('a month by weeks from Monday', () => {
  const weeks = weeksOf('2026-02');
  expect(weeks).toHaveLength(5);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-02-01']);
  expect(weeks[4]!.slice(0, 6)).toEqual([
    '2026-02-23',
    '2026-02-24',
    '2026-02-25',
    '2026-02-26',
    '2026-02-27',
    '2026-02-28',
  ]);
});

test('a year has twelve months and all its days', () => {
  const days = monthsOf(2028).flatMap(weeksOf).flat().filter(Boolean);
  expect(days).toHaveLength(366);
  expect(new Set(days).size).toBe(366);
});

test.each([
  ['2026-11-23', 'plain', true],
  ['2026-11-22', 'plain', false],
  ['2026-11-23', 'holiday', false],
  ['2026-11-21', 'working', true],
  ['2025-11-01', 'short', true],
] as const)('%s %s', (date, kind, working) => {
  expect(isWorking(date, kind)).toBe(working);
});
