import type { OutcomeView } from '../../../../service/modules/activities/activities.contract';
import { inOrder, moved } from './outcome-order';

const outcome = (name: string, position: number) => ({ id: name, name, position }) as OutcomeView;
const places = (changes: ReturnType<typeof moved>) =>
  changes.map(({ outcome: { name }, position }) => `${name}${position}`);

test('neighbours change places', () => {
  const list = [outcome('a', 1), outcome('b', 5), outcome('c', 9)];
  expect(places(moved(list, 1, -1))).toEqual(['b1', 'a5']);
  expect(places(moved(list, 1, 1))).toEqual(['c5', 'b9']);
});

test('equal places are numbered anew', () => {
  const list = inOrder([outcome('b', 100), outcome('a', 100), outcome('c', 100)]);
  expect(places(moved(list, 2, -1))).toEqual(['a10', 'c20', 'b30']);
});

test('the first goes no higher, the last no lower', () => {
  const list = [outcome('a', 1), outcome('b', 2)];
  expect(moved(list, 0, -1)).toEqual([]);
  expect(moved(list, 1, 1)).toEqual([]);
});
