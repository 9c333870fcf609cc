import { MssqlParameter } from 'typeorm';
import { testApp, type TestApp } from '../test/test-app';
import { AuditEntry } from './audit';
import { newId } from './id';
import { insertRows } from './rows';
import { allOf, anyOf, empty, inList, join, likeLiteral, limitRows, perDialect, raw, sql } from './sql';

describe('a statement is written for each engine', () => {
  const owner = sql`owner = ${'anna'}`;
  const statement = sql`select id from company where ${owner} and city = ${'Омск'} and ${inList(raw('kind'), ['a', 2])}`;

  test('values become parameters, counted through all its pieces', () => {
    expect(statement.compile('sqlite')).toEqual({
      text: 'select id from company where owner = ? and city = ? and kind in (?, ?)',
      parameters: ['anna', 'Омск', 'a', 2],
    });
    expect(statement.compile('mssql')).toEqual({
      text: 'select id from company where owner = @0 and city = @1 and kind in (@2, @3)',
      parameters: ['anna', 'Омск', 'a', 2],
    });
    // Compiled again, it begins anew.
    expect(statement.compile('mssql').text).toContain('owner = @0');
  });

  test('text that looks like SQL stays a value', () => {
    const evil = "'; drop table company; --";
    expect(sql`name = ${evil}`.compile('mssql')).toEqual({ text: 'name = @0', parameters: [evil] });
  });

  test('an instant is sent to the millisecond, a flag as the engine keeps it', () => {
    const at = new Date('2026-03-12T09:00:00.123Z');
    expect(sql`${at} ${true} ${null}`.compile('sqlite').parameters).toEqual(['2026-03-12T09:00:00.123Z', 1, null]);
    const [moment, flag, nothing] = sql`${at} ${true} ${null}`.compile('mssql').parameters;
    expect(moment).toEqual(new MssqlParameter(at, 'datetime2', 3));
    expect([flag, nothing]).toEqual([true, null]);
  });

  test('what the engines say differently stands as a pair', () => {
    const pair = perDialect({ sqlite: sql`a = ${1}`, mssql: sql`b = ${2}` });
    const both = sql`${pair} ${limitRows(10)}`;
    expect(both.compile('sqlite')).toEqual({ text: 'a = ? limit 10', parameters: [1] });
    expect(both.compile('mssql')).toEqual({ text: 'b = @0 offset 0 rows fetch next 10 rows only', parameters: [2] });
  });

  test('lists of conditions: nothing asked holds for all, no alternative for none', () => {
    const text = (piece: ReturnType<typeof raw>) => piece.compile('mssql').text;
    expect(text(allOf([null, owner, null, raw('x = 1')]))).toBe('owner = @0 and x = 1');
    expect(text(anyOf([owner, raw('x = 1')]))).toBe('(owner = @0 or x = 1)');
    expect(text(allOf([null]))).toBe('1 = 1');
    expect(text(anyOf([]))).toBe('1 = 0');
    expect(text(inList(raw('id'), []))).toBe('1 = 0');
    expect(text(join([], ', '))).toBe(text(empty));
  });
});

describe('on the database itself', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const entry = (at: Date, entity: string): AuditEntry => ({
    id: newId(at),
    at,
    userId: null,
    changeId: newId(at),
    entity,
    recordId: 'x',
    scopeId: null,
    action: 'create',
    fields: { text: [null, 'ё “кавычки” 😀'] },
  });

  test('instants a millisecond apart are told apart, and come back as they went', async () => {
    const moments = ['.000', '.001', '.002', '.003', '.997', '.998', '.999'].map(
      (ms) => new Date(`2026-03-12T09:00:00${ms}Z`),
    );
    await app.write((ctx) =>
      insertRows(
        ctx.db,
        AuditEntry,
        moments.map((at) => entry(at, 'instants')),
      ),
    );
    for (const [index, at] of moments.entries()) {
      const found = await app.deps.database.read.rows<{ at: Date | string }>(
        sql`select at from audit_entry where entity = ${'instants'} and at = ${at}`,
      );
      expect(found.map((row) => new Date(row.at))).toEqual([at]);
      const before = await app.deps.database.read.rows(
        sql`select id from audit_entry where entity = ${'instants'} and at < ${at}`,
      );
      expect(before).toHaveLength(index);
    }
  });

  test('LIKE takes a literal text literally', async () => {
    const names = ['100%', '1000', 'a_b', 'aXb', '[x]', 'x', 'back\\slash', 'backslash'];
    await app.write((ctx) =>
      insertRows(
        ctx.db,
        AuditEntry,
        names.map((name) => ({ ...entry(ctx.clock.now(), 'likes'), recordId: name })),
      ),
    );
    for (const wanted of ['100%', 'a_b', '[x]', 'back\\slash']) {
      const found = await app.deps.database.read.rows<{ recordId: string }>(sql`
        select recordId from audit_entry where entity = ${'likes'} and recordId like ${`%${likeLiteral(wanted)}%`} escape '\\'`);
      expect(found.map((row) => row.recordId)).toEqual([wanted]);
    }
  });

  test('thousands of rows go in together, whatever an engine’s limit of parameters', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => ({
      ...entry(new Date(Date.UTC(2026, 0, 1) + index), 'many'),
      recordId: String(index),
    }));
    await app.write((ctx) => insertRows(ctx.db, AuditEntry, rows));
    const found = await app.deps.database.read.row<{ found: number | string }>(
      sql`select count(*) as found from audit_entry where entity = ${'many'}`,
    );
    expect(Number(found!.found)).toBe(3000);
  });
});
