import { Department } from '../modules/users/users.entity';
import { createTestDatabase } from '../test/test-database';
import type { Database, Db } from './database';
import { isRetryable, isUniqueViolation } from './dialect';
import { newId } from './id';
import { changeRows, findRow, findRows, insertRows } from './rows';
import { sql } from './sql';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await createTestDatabase());
});
afterAll(() => drop());

let moment = Date.parse('2026-03-12T09:00:00Z');
const put = async (db: Db, name: string): Promise<string> => {
  const id = newId(new Date((moment += 1)));
  await insertRows(db, Department, [{ id, version: 1, name }]);
  return id;
};
const names = async (like: string) =>
  (await findRows(database.read, Department, {}, ['name']))
    .map(({ name }) => name)
    .filter((name) => name.startsWith(like));
/** A promise that is settled from outside. */
function signal() {
  let give!: () => void;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { give, given };
}

describe('two writers at once', () => {
  test('one that rolls back takes nothing of the other’s with it', async () => {
    const [written, released] = [signal(), signal()];
    const rolledBack = database.transaction(async (db) => {
      await put(db, 'two A1');
      written.give();
      await released.given;
      await put(db, 'two A2');
      throw new Error('A changes its mind');
    });
    await written.given;
    // B comes while A's transaction is open.
    const kept = database.transaction((db) => put(db, 'two B'));
    released.give();
    await expect(rolledBack).rejects.toThrow('A changes its mind');
    await kept;
    expect(await names('two ')).toEqual(['two B']);
  });

  test('nor does one that is kept keep what the other rolled back', async () => {
    const [written, released] = [signal(), signal()];
    const kept = database.transaction(async (db) => {
      await put(db, 'keeps A1');
      written.give();
      await released.given;
      await put(db, 'keeps A2');
    });
    await written.given;
    const rolledBack = database.transaction(async (db) => {
      await put(db, 'keeps B');
      throw new Error('B changes its mind');
    });
    released.give();
    await expect(rolledBack).rejects.toThrow('B changes its mind');
    await kept;
    expect(await names('keeps ')).toEqual(['keeps A1', 'keeps A2']);
  });

  test('of two hundred, some rolled back half-way, exactly the committed are there, whole', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, number) =>
        database.transaction(async (db) => {
          const name = `many ${String(number).padStart(3, '0')}`;
          await put(db, `${name} first`);
          if (number % 3 === 0) await new Promise(setImmediate);
          if (number % 7 === 0) throw new Error(`${number} early`);
          await put(db, `${name} second`);
          await new Promise(setImmediate);
          if (number % 5 === 0) throw new Error(`${number} late`);
          return name;
        }),
      ),
    );
    const committed = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(committed).toHaveLength(200 - 29 - 40 + 6);
    expect(await names('many ')).toEqual(committed.flatMap((name) => [`${name} first`, `${name} second`]));
  });
});

describe('a reader', () => {
  test('never sees what may yet be rolled back', async () => {
    const id = await database.transaction((db) => put(db, 'read as it was'));
    const [written, released] = [signal(), signal()];
    const rolledBack = database.transaction(async (db) => {
      await changeRows(db, Department, { id }, { name: 'read as it never was' });
      expect(await findRow(db, Department, { id })).toMatchObject({ name: 'read as it never was' });
      written.give();
      await released.given;
      throw new Error('never mind');
    });
    await written.given;
    const seen = findRow(database.read, Department, { id });
    released.give();
    await expect(rolledBack).rejects.toThrow('never mind');
    expect(await seen).toMatchObject({ name: 'read as it was' });
    await database.transaction((db) => changeRows(db, Department, { id }, { name: 'read as it is' }));
    expect(await findRow(database.read, Department, { id })).toMatchObject({ name: 'read as it is' });
  });

  test('cannot write', async () => {
    // The driver's errors may be of another realm than the test's, so they are known by their text.
    await expect(put(database.read, 'by a reader')).rejects.toHaveProperty('message');
    await expect(database.read.run(sql`delete from department`)).rejects.toHaveProperty('message');
    expect(await names('by a reader')).toEqual([]);
  });
});

describe('what the engine says', () => {
  test('the same key twice is recognised as such, and the transaction is gone with it', async () => {
    const id = await database.transaction((db) => put(db, 'unique one'));
    const attempt = database.transaction(async (db) => {
      await put(db, 'unique other');
      await insertRows(db, Department, [{ id, version: 1, name: 'unique again' }]);
    });
    const error: unknown = await attempt.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(isUniqueViolation(error)).toBe(true);
    expect(isRetryable(error)).toBe(false);
    expect(await names('unique ')).toEqual(['unique one']);
  });

  test.each([
    ['a deadlock’s victim', { driverError: { number: 1205 } }, true],
    ['a snapshot conflict', { number: 3960 }, true],
    ['a lock time-out', { driverError: { number: 1222 } }, true],
    ['SQLite held by another process', { code: 'SQLITE_BUSY' }, true],
    ['a missing table', { driverError: { number: 208 } }, false],
    ['an error of ours', new Error('1205'), false],
    ['nothing', null, false],
  ])('%s is worth another try: %j → %s', (_title, error, worth) => expect(isRetryable(error)).toBe(worth));

  test('rows touched are counted', async () => {
    await database.transaction(async (db) => {
      for (const name of ['count 1', 'count 2', 'count 3']) await put(db, name);
      expect(await db.run(sql`update department set version = 2 where name like ${'count %'}`)).toBe(3);
      expect(await db.run(sql`delete from department where name = ${'count 2'}`)).toBe(1);
      expect(await db.run(sql`delete from department where name = ${'count 2'}`)).toBe(0);
    });
  });
});
