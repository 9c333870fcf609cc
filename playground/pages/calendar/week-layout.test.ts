import { addDays, dateText, mondayOf, placeEvents } from './week-layout';

const monday = new Date(2026, 2, 9);
const event = (id: string, start: Date, minutes: number) => ({
  id,
  subject: id,
  body: '',
  start: start.toISOString(),
  end: new Date(start.getTime() + minutes * 60_000).toISOString(),
  allDay: false,
  categories: [],
  reminder: 15,
  free: true,
  ours: true,
});

test('a week begins on Monday, a Sunday belongs to the week that ends', () => {
  expect(mondayOf(new Date(2026, 2, 15, 23, 59))).toEqual(monday);
  expect(mondayOf(new Date(2026, 2, 9))).toEqual(monday);
  expect(dateText(addDays(monday, 6))).toBe('2026-03-15');
});

test('what shares its time stands side by side, what follows has the whole width', () => {
  const at = (hour: number, minute = 0) => new Date(2026, 2, 10, hour, minute);
  const { timed } = placeEvents(
    [event('a', at(10), 60), event('b', at(10, 30), 60), event('c', at(11), 15), event('d', at(14), 30)],
    monday,
  );
  const shown = Object.fromEntries(timed.map(({ event: { id }, column, columns }) => [id, [column, columns]]));
  expect(shown).toEqual({ a: [0, 2], b: [1, 2], c: [0, 2], d: [0, 1] });
});

test('whole days stand apart, other weeks nowhere', () => {
  const whole = { ...event('w', monday, 0), start: '2026-03-15', end: '2026-03-16', allDay: true };
  const placed = placeEvents([whole, event('n', addDays(monday, 7), 30)], monday);
  expect(placed).toMatchObject({ timed: [], whole: [{ day: 6 }] });
});
