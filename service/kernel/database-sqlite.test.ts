import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { connect } from '../../database/data-source';
import { Department } from '../modules/users/users.entity';
import type { Database } from './database';
import { newId } from './id';
import { findRows, insertRows } from './rows';
import { sql } from './sql';

/** What is SQLite's own: one writer for all, a reader beside it, other processes on the same file. */
const onSqlite = process.env.DATABASE_URL ? describe.skip : describe;

onSqlite('a SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ryadom-sqlite-'));
  const file = join(folder, 'base.sqlite');
  let database: Database;
  beforeAll(async () => {
    database = await connect(`sqlite:${file}`);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (name: string, of = database) =>
    of.transaction((db) => insertRows(db, Department, [{ id: newId(new Date()), version: 1, name }]));
  const names = async (of = database) => (await findRows(of.read, Department, {}, ['name'])).map(({ name }) => name);

  test('is read without waiting for the writer, who is half-way', async () => {
    await put('before');
    const seen = await database.transaction(async (db) => {
      await db.run(sql`update department set name = ${'half-way'}`);
      return names();
    });
    expect(seen).toEqual(['before']);
    expect(await names()).toEqual(['half-way']);
  });

  test('cannot be written through the reader by any road', async () => {
    const write = sql`insert into department (id, version, name) values (${'x'}, ${1}, ${'x'}) returning id`;
    await expect(database.read.rows(write)).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
    await expect(database.read.row(write)).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
    await expect(database.read.run(write)).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
  });

  test('waits for the disk at each commit and checks its references', async () => {
    const settings = await database.transaction((db) =>
      db.row(sql`select synchronous, journal_mode as journal, foreign_keys as keys
        from pragma_synchronous, pragma_journal_mode, pragma_foreign_keys`),
    );
    expect(settings).toEqual({ synchronous: 2, journal: 'wal', keys: 1 });
  });

  test('lets those who write have their turn in the order they came', async () => {
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        database.transaction(async () => {
          await new Promise(setImmediate);
          order.push(number);
        }),
      ),
    );
    expect(order).toEqual(Array.from({ length: 20 }, (_, number) => number));
  });

  test('held by another process is waited for, and the others go on meanwhile', async () => {
    const other = new Sqlite(file);
    other.exec('begin immediate');
    let done = false;
    const writing = put('after the other').then(() => (done = true));
    // Reads are answered while we wait for the lock.
    for (let read = 0; read < 20; read += 1) expect(await names()).not.toContain('after the other');
    expect(done).toBe(false);
    other.prepare('insert into department (id, version, name) values (?, 1, ?)').run('by-hand', 'of the other');
    other.exec('commit');
    other.close();
    await writing;
    expect(await names()).toEqual(expect.arrayContaining(['after the other', 'of the other']));
  });

  test('closes when what is being written is written', async () => {
    const second = await connect(`sqlite:${file}`);
    const writing = second.transaction(async (db) => {
      await new Promise(setImmediate);
      await insertRows(db, Department, [{ id: newId(new Date()), version: 1, name: 'just in time' }]);
    });
    await second.close();
    await writing;
    expect(await names()).toContain('just in time');
  });
});
