import type { Forecast } from '../../../service/modules/forecast/forecast.contract';
import { addMonths, groupsOf, totalsOf } from './group-forecast';

const anna = { id: 'a', name: 'Анна' };
const boris = { id: 'b', name: 'Борис' };
const cell = (values: Partial<Forecast['cells'][number]>): Forecast['cells'][number] => ({
  month: '2026-03',
  owner: anna,
  type: 'Насос',
  count: 0,
  amount: 0,
  weighted: 0,
  margin: 0,
  wonCount: 0,
  won: 0,
  wonMargin: 0,
  ...values,
});
const data: Forecast = {
  cells: [
    cell({ count: 2, weighted: 300, margin: 30 }),
    cell({ owner: boris, type: '', won: 500, wonMargin: 50 }),
    cell({ month: '2026-04', owner: null, count: 1, weighted: 100 }),
  ],
  plans: [
    { month: '2026-03', user: anna, version: 1, amount: 1000 },
    { month: '2026-04', user: boris, version: 1, amount: 2000 },
  ],
  planners: [],
};
const words = { month: (month: string) => month, nobody: 'никто', noType: 'без типа' };
const split = (by: 'month' | 'manager' | 'type') =>
  groupsOf(data, by, ['2026-03', '2026-04', '2026-05'], words).map(({ label, sums }) => [
    label,
    sums.won + sums.weighted,
    sums.plan,
  ]);

test('the same cells by month, by manager and by equipment add up to the same', () => {
  expect(split('month')).toEqual([
    ['2026-03', 800, 1000],
    ['2026-04', 100, 2000],
    ['2026-05', 0, 0],
  ]);
  expect(split('manager')).toEqual([
    ['Борис', 500, 2000],
    ['Анна', 300, 1000],
    ['никто', 100, 0],
  ]);
  expect(split('type')).toEqual([
    ['без типа', 500, 0],
    ['Насос', 400, 0],
  ]);
  expect(totalsOf(data)).toMatchObject({ count: 3, weighted: 400, won: 500, margin: 80, plan: 3000 });
});

test('months are counted over the turn of the year', () => {
  expect(addMonths('2026-11', 3)).toBe('2027-02');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
});
