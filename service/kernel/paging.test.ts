import { AppError } from './errors';
import { afterCursor, cutPage, encode, pageOf, type SortKey } from './paging';
import { raw, sql } from './sql';

const keys: SortKey[] = [
  { column: raw('a.at'), property: 'at', instant: true, descending: true },
  { column: raw('a.place'), property: 'place', integer: true },
  { column: raw('a.id'), property: 'id' },
];
const at = '2026-03-12T09:00:00.000Z';
const row = (id: string, place = 1) => ({ id, place, at: new Date(at) });

describe('a page', () => {
  test('is cut before the row too many, and its cursor is where the next one begins', () => {
    const found = [row('a'), row('b'), row('c')];
    expect(cutPage(found, 3, keys, ({ id }) => id)).toEqual({ rows: ['a', 'b', 'c'], next: null });
    const { rows, next } = cutPage(found, 2, keys, ({ id }) => id);
    expect(rows).toEqual(['a', 'b']);
    const condition = afterCursor(keys, next!)!.compile('sqlite');
    expect(condition.text).toBe(
      'a.at <= ? and (a.at < ? or (a.at = ? and (a.place > ? or (a.place = ? and a.id > ?))))',
    );
    expect(condition.parameters).toEqual([at, at, at, 1, 1, 'b']);
  });

  test('asks for one row more than it shows, each engine in its words', () => {
    const query = sql`select 1 ${pageOf(keys, 50)}`;
    expect(query.compile('sqlite').text).toBe('select 1 order by a.at desc, a.place, a.id limit 51');
    expect(query.compile('mssql').text).toBe(
      'select 1 order by a.at desc, a.place, a.id offset 0 rows fetch next 51 rows only',
    );
  });

  test('the first one follows nothing', () => expect(afterCursor(keys, undefined)).toBeNull());
});

describe('a cursor that is none is refused by its field', () => {
  test.each<[string, string]>([
    ['noise', 'garbage'],
    ['nothing', ''],
    ['no list', encode({ at } as never)],
    ['too few values', encode([at, 1])],
    ['too many values', encode([at, 1, 'b', 'c'])],
    ['text where a number belongs', encode([at, '1', 'b'])],
    ['half a number', encode([at, 1.5, 'b'])],
    ['a number where text belongs', encode([at, 1, 2])],
    ['no moment', encode(['yesterday', 1, 'b'])],
    ['a moment that no calendar holds', encode(['+275760-01-01T00:00:00.000Z', 1, 'b'])],
    ['nulls', encode([null, null, null])],
  ])('%s', (_title, cursor) => {
    const attempt = () => afterCursor(keys, cursor);
    expect(attempt).toThrow(AppError);
    expect(attempt).toThrow(expect.objectContaining({ status: 400, extra: { fields: { after: 'paging.cursor' } } }));
  });
});
