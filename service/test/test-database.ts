import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mssql from 'mssql';
import { connect } from '../../database/data-source';
import type { Database } from '../kernel/database';

/**
 * A fresh database with the current schema, on the engine that DATABASE_URL names: a SQLite file by default, a new
 * database on the SQL Server of `mssql://…`, or `tsql-recorder:`, which plays SQL Server and judges its T-SQL.
 */
export async function createTestDatabase(): Promise<{ database: Database; drop: () => Promise<void> }> {
  const url = process.env.DATABASE_URL ?? '';
  if (url.startsWith('mssql://')) return onSqlServer(new URL(url));
  const folder = mkdtempSync(join(tmpdir(), 'ryadom-db-'));
  if (url === 'tsql-recorder:') {
    const { createRecorder } = await import('../../database/tsql/recorder');
    const recorder = createRecorder({ file: join(folder, 'recorded.sqlite') });
    const database = await connect('mssql://recorder:recorder@recorder/recorder', { mssqlDriver: recorder.driver });
    return {
      database,
      drop: async () => {
        await database.close();
        recorder.close();
        rmSync(folder, { recursive: true, force: true });
        // Also what somebody swallowed: SQL Server would not have taken it.
        if (recorder.refusals.length) throw new Error(recorder.refusals.join('\n'));
      },
    };
  }
  const database = await connect(`sqlite:${join(folder, 'test.sqlite')}`, { durable: false });
  return {
    database,
    drop: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function onSqlServer(address: URL): Promise<{ database: Database; drop: () => Promise<void> }> {
  const name = `ryadom_test_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  await onMaster(address, `create database ${name}`);
  const own = new URL(address);
  own.pathname = `/${name}`;
  const database = await connect(own.href, { poolSize: 4 });
  return {
    database,
    drop: async () => {
      await database.close();
      // A connection that is just closing may hold it for a moment: error 3702, "in use".
      for (let attempt = 1; ; attempt += 1) {
        try {
          await onMaster(address, `drop database ${name}`);
          return;
        } catch (error) {
          if (attempt === 20) throw error;
          await new Promise((resolve) => setTimeout(resolve, 250));
        }
      }
    },
  };
}

async function onMaster(address: URL, statement: string): Promise<void> {
  const flag = (name: string, otherwise: boolean) =>
    address.searchParams.has(name) ? address.searchParams.get(name) === 'true' : otherwise;
  const pool = await new mssql.ConnectionPool({
    server: address.hostname,
    port: Number(address.port || 1433),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: 'master',
    options: { encrypt: flag('encrypt', true), trustServerCertificate: flag('trustServerCertificate', false) },
    pool: { max: 1 },
    requestTimeout: 60_000,
  }).connect();
  try {
    await pool.request().batch(statement);
  } finally {
    await pool.close();
  }
}
