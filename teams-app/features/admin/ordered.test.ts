import { inOrder, moved } from './ordered';

const row = (name: string, position: number) => ({ name, position });
const places = (changes: ReturnType<typeof moved>) =>
  changes.map(({ row: { name }, position }) => `${name}${position}`);

test('neighbours change places', () => {
  const list = [row('a', 1), row('b', 5), row('c', 9)];
  expect(places(moved(list, 1, -1))).toEqual(['b1', 'a5']);
  expect(places(moved(list, 1, 1))).toEqual(['c5', 'b9']);
});

test('equal places are numbered anew', () => {
  const list = inOrder([row('b', 100), row('a', 100), row('c', 100)]);
  expect(places(moved(list, 2, -1))).toEqual(['a10', 'c20', 'b30']);
});

test('the first goes no higher, the last no lower', () => {
  const list = [row('a', 1), row('b', 2)];
  expect(moved(list, 0, -1)).toEqual([]);
  expect(moved(list, 1, 1)).toEqual([]);
});
