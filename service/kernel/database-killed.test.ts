import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { connect } from '../../database/data-source';
import { Activity } from '../modules/activities/activities.entity';
import { Company } from '../modules/companies/companies.entity';
import { AuditEntry } from './audit';
import { findRow, findRows } from './rows';

/** The real service in a process of its own, killed while it writes. A server's database outlives its clients anyway. */
const onSqlite = process.env.DATABASE_URL ? test.skip : test;

const folder = mkdtempSync(join(tmpdir(), 'ryadom-killed-'));
const file = join(folder, 'base.sqlite');
const admin = { login: 'chief', password: 'correct horse' };
let service: ChildProcess | undefined;
afterAll(() => {
  service?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the service and answers its address once it says it is running. */
async function start(): Promise<string> {
  const port = await freePort();
  const root = resolve(__dirname, '../..');
  const child = spawn(process.execPath, ['--import', 'tsx', 'service/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${file}`,
      FILES_FOLDER: join(folder, 'files'),
      ADMIN_LOGIN: admin.login,
      ADMIN_PASSWORD: admin.password,
      DEMO: 'false',
      LOG_LEVEL: 'error',
    },
  });
  service = child;
  let said = '';
  await new Promise<void>((running, failed) => {
    const hear = (piece: Buffer) => {
      said += String(piece);
      if (said.includes('is running')) running();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => failed(new Error(`The service did not start: ${said}`)));
  });
  return `http://127.0.0.1:${port}`;
}

const post = async (address: string, path: string, body: object, token = '') => {
  const response = await fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, string>;
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
};

onSqlite(
  'kill -9 in the middle of a thousand acknowledged writes loses none, and leaves none half-written',
  async () => {
    const address = await start();
    const { token } = await post(address, '/api/sign-in', admin);
    const { id: companyId } = await post(address, '/api/companies', { name: 'ООО «Стойкая»' }, token);

    const acknowledged: string[] = [];
    let offered = 0;
    const write = async () => {
      while (offered < 1000) {
        offered += 1;
        const call = { id: randomUUID(), companyId, kind: 'call', note: `Запись ${offered}` };
        await post(address, '/api/activities', call, token);
        acknowledged.push(call.id);
        if (acknowledged.length === 500) service!.kill('SIGKILL');
      }
    };
    const writers = await Promise.allSettled(Array.from({ length: 8 }, write));
    // It died with calls in hand: every writer lost its connection.
    expect(writers.map(({ status }) => status)).toEqual(Array(8).fill('rejected'));
    expect(acknowledged.length).toBeGreaterThanOrEqual(500);
    expect(acknowledged.length).toBeLessThan(1000);

    const database = await connect(`sqlite:${file}`);
    try {
      const kept = await findRows(database.read, Activity, { companyId });
      const ids = new Set(kept.map(({ id }) => id));
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
      expect(kept.length).toBeLessThanOrEqual(acknowledged.length + 8);
      const history = await findRows(database.read, AuditEntry, { entity: 'activity' });
      expect(history.map(({ recordId }) => recordId).sort()).toEqual([...ids].sort());
      const company = await findRow(database.read, Company, { id: companyId });
      const last = kept.reduce((a, b) => (a.at > b.at || (a.at.getTime() === b.at.getTime() && a.id > b.id) ? a : b));
      expect(company).toMatchObject({ lastContactAt: last.at, lastNote: last.note });
    } finally {
      await database.close();
    }
    const raw = new Sqlite(file, { readonly: true });
    expect(raw.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    raw.close();

    // And the next start goes on from there.
    const again = await start();
    const session = await post(again, '/api/sign-in', admin);
    const call = { companyId, kind: 'call', note: 'После падения' };
    expect(await post(again, '/api/activities', call, session.token)).toHaveProperty('activity');
  },
  120_000,
);
