import { periodAround } from './report-period';

test.each([
  ['day', false, '2026-03-12', '2026-03-12'],
  ['day', true, '2026-03-11', '2026-03-11'],
  ['week', false, '2026-03-09', '2026-03-15'],
  ['week', true, '2026-03-02', '2026-03-08'],
  ['month', false, '2026-03-01', '2026-03-31'],
  ['month', true, '2026-02-01', '2026-02-28'],
  ['quarter', false, '2026-01-01', '2026-03-31'],
  ['quarter', true, '2025-10-01', '2025-12-31'],
  ['year', true, '2025-01-01', '2025-12-31'],
] as const)('the %s around the 12th of March, the one before: %s', (kind, previous, from, to) => {
  expect(periodAround(kind, '2026-03-12', previous)).toEqual({ from, to });
});
