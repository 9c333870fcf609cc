import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';

/**
 * Measures the service beside the floor (bench/floor.mjs) in one run, over the same SQLite file, each question put to
 * both in turn. Absolute figures move with the machine; the ratio is what counts.
 *
 *     npm run bench -- --database var/bench.sqlite [--requests 400]
 *
 * The file is made by `DATABASE_URL=sqlite:var/bench.sqlite npm run seed -- --companies 100000`.
 */
const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'var/bench.sqlite' },
    requests: { type: 'string', default: '400' },
    json: { type: 'boolean', default: false },
  },
});
const file = values.database;
const perQuestion = Number(values.requests);
const ports = { ours: 4978, floor: 4979 };

interface Call {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  token?: string;
}
interface Question {
  name: string;
  ours: (turn: number) => Call;
  floor: (turn: number) => Call;
}
interface Measured {
  p50: number;
  p95: number;
  rps: number;
}

async function main(): Promise<void> {
  if (!existsSync(file))
    throw new Error(`No ${file}. Make it: DATABASE_URL=sqlite:${file} npm run seed -- --companies 100000`);
  const questions = prepare();
  const ours = await startServer('node', ['dist/service/main.js'], {
    PORT: String(ports.ours),
    HOST: '127.0.0.1',
    DATABASE_URL: `sqlite:${file}`,
    FILES_FOLDER: 'var/bench-files',
    LOG_LEVEL: 'error',
  });
  const floor = await startServer('node', ['bench/floor.mjs', file, String(ports.floor)], {});
  try {
    const rows: Record<string, unknown>[] = [];
    for (const clients of [1, 8])
      for (const question of questions) {
        const result = await compare(question, clients);
        rows.push({ question: question.name, clients, ...result });
        process.stderr.write(`${question.name}, ${clients}: ${JSON.stringify(result)}\n`);
      }
    if (values.json) console.log(JSON.stringify(rows));
    else print(rows as never);
  } finally {
    ours.kill();
    floor.kill();
  }
}

function startServer(command: string, args: string[], environment: Record<string, string>): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (text: Buffer) => /ready|running/.test(String(text)) && resolve(child));
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)));
  });
}

/** What to ask, drawn from the base itself, and sessions for the owners. */
function prepare(): Question[] {
  const db = new Database(file);
  const owners = db
    .prepare(
      `select ownerId as id, count(*) as found from company where ownerId is not null group by ownerId order by found desc limit 20`,
    )
    .all() as { id: string }[];
  const cities = db
    .prepare(
      `select cityKey as city from company where cityKey is not null group by cityKey order by count(*) desc limit 20`,
    )
    .all() as { city: string }[];
  const companies = db
    .prepare(
      `select c.id, c.ownerId, c.name, c.inn, c.phones from company c where c.ownerId is not null and c.inn is not null order by c.id limit 400 offset 5000`,
    )
    .all() as {
    id: string;
    ownerId: string;
    name: string;
    inn: string;
    phones: string;
  }[];
  const admin = (
    db
      .prepare(
        `select u.id from user_account u join role r on r.id = u.roleId where r.code = 'administrator' order by u.id limit 1`,
      )
      .get() as { id: string }
  ).id;
  const pipeline = (db.prepare('select id from pipeline order by position limit 1').get() as { id: string }).id;
  const outcome = (
    db.prepare(`select id from outcome where kind = 'call' and reached = 1 order by position limit 1`).get() as {
      id: string;
    }
  ).id;
  const sessions = new Map<string, string>();
  const open = db.prepare(
    `insert into session (id, userId, tokenHash, createdAt, lastUsedAt, expiresAt, device) values (?, ?, ?, ?, ?, ?, 'bench')`,
  );
  const now = new Date();
  for (const id of new Set([
    admin,
    ...owners.map((owner) => owner.id),
    ...companies.map((company) => company.ownerId),
  ])) {
    const token = randomUUID();
    open.run(
      randomUUID(),
      id,
      createHash('sha256').update(token).digest('hex'),
      now.toISOString(),
      now.toISOString(),
      new Date(now.getTime() + 86_400_000).toISOString(),
    );
    sessions.set(id, token);
  }
  db.prepare(`update user_account set lastSeenAt = ?, mustChangePassword = 0`).run(now.toISOString());
  db.close();

  const owner = (turn: number) => owners[turn % owners.length]!.id;
  const city = (turn: number) => cities[(turn * 7) % cities.length]!.city;
  const company = (turn: number) => companies[(turn * 13) % companies.length]!;
  const letters = (turn: number) => {
    const core = company(turn)
      .name.replace(/^.*[« ]/, '')
      .replace(/[»-].*$/, '')
      .toLowerCase()
      .replaceAll('ё', 'е');
    return core.slice(1, 6).padEnd(3, 'а');
  };
  const inn = (turn: number) => company(turn).inn.slice(2, 8);
  const phone = (turn: number) => (JSON.parse(company(turn).phones) as { e164: string }[])[0]!.e164.slice(4, 10);
  const asAdmin = sessions.get(admin)!;
  const search = (name: string, text: (turn: number) => string): Question => ({
    name,
    ours: (turn) => ({
      method: 'GET',
      path: `/api/companies?limit=20&search=${encodeURIComponent(text(turn))}`,
      token: asAdmin,
    }),
    floor: (turn) => ({ method: 'GET', path: `/search?text=${encodeURIComponent(text(turn))}` }),
  });
  return [
    {
      name: 'call list, page of 50',
      ours: (turn) => ({ method: 'GET', path: '/api/call-list?limit=50', token: sessions.get(owner(turn))! }),
      floor: (turn) => ({ method: 'GET', path: `/calls?owner=${owner(turn)}` }),
    },
    {
      name: 'city + owner',
      ours: (turn) => ({
        method: 'GET',
        path: `/api/call-list?limit=50&owner=${owner(turn)}&city=${encodeURIComponent(city(turn))}`,
        token: asAdmin,
      }),
      floor: (turn) => ({
        method: 'GET',
        path: `/calls-city?owner=${owner(turn)}&city=${encodeURIComponent(city(turn))}`,
      }),
    },
    search('search, name fragment', letters),
    search('search, INN fragment', inn),
    search('search, phone fragment', phone),
    {
      name: 'card',
      ours: (turn) => ({
        method: 'GET',
        path: `/api/companies/${company(turn).id}`,
        token: sessions.get(company(turn).ownerId)!,
      }),
      floor: (turn) => ({ method: 'GET', path: `/card?id=${company(turn).id}` }),
    },
    {
      name: 'KPI, everybody, a year',
      ours: () => ({ method: 'GET', path: '/api/kpi?kind=year', token: asAdmin }),
      floor: () => ({ method: 'GET', path: `/kpi?start=${now.getFullYear()}-01-01&end=${now.getFullYear()}-12-31` }),
    },
    {
      name: 'KPI, everybody, this week',
      ours: () => ({ method: 'GET', path: '/api/kpi?kind=week', token: asAdmin }),
      floor: () => ({ method: 'GET', path: `/kpi-week?start=${monday(now)}` }),
    },
    {
      name: 'own deals, page of 50',
      ours: (turn) => ({ method: 'GET', path: '/api/deals?limit=50', token: sessions.get(owner(turn))! }),
      floor: (turn) => ({ method: 'GET', path: `/deals?owner=${owner(turn)}` }),
    },
    {
      name: 'board of everybody, 50 a column',
      ours: () => ({ method: 'GET', path: `/api/deals/board?pipelineId=${pipeline}&limit=50`, token: asAdmin }),
      floor: () => ({ method: 'GET', path: `/board?pipeline=${pipeline}` }),
    },
    {
      name: 'log a call with the next one',
      ours: (turn) => ({
        method: 'POST',
        path: '/api/activities',
        token: sessions.get(company(turn).ownerId)!,
        body: {
          companyId: company(turn).id,
          kind: 'call',
          // With an outcome it is evidence: it moves the week's figures as well.
          outcomeId: outcome,
          note: 'Поговорили, ждут предложение',
          next: { at: new Date(Date.now() + 3 * 86_400_000).toISOString() },
        },
      }),
      floor: (turn) => ({ method: 'POST', path: '/log', body: { id: company(turn).id, owner: company(turn).ownerId } }),
    },
  ];
}

/** The Monday of a moment's week, by the clock here. */
function monday(at: Date): string {
  const day = new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()));
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** Blocks of both in turn, so that whatever else the machine does falls on both alike. */
async function compare(question: Question, clients: number) {
  const blocks = 8;
  const size = Math.ceil(perQuestion / blocks);
  const agents = {
    ours: new Agent({ keepAlive: true, maxSockets: clients }),
    floor: new Agent({ keepAlive: true, maxSockets: clients }),
  };
  const times = { ours: [] as number[], floor: [] as number[] };
  const spent = { ours: 0, floor: 0 };
  let turn = 0;
  for (let block = -1; block < blocks; block += 1)
    for (const side of block % 2 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const)) {
      const begun = performance.now();
      const first = turn;
      let next = 0;
      await Promise.all(
        Array.from({ length: clients }, async () => {
          while (next < size) {
            const mine = first + next;
            next += 1;
            const took = await ask(ports[side], agents[side], question[side](mine));
            if (block >= 0) times[side].push(took);
          }
        }),
      );
      if (block >= 0) spent[side] += performance.now() - begun;
      if (side === (block % 2 ? 'floor' : 'ours')) turn += size;
    }
  agents.ours.destroy();
  agents.floor.destroy();
  const measured = (side: 'ours' | 'floor'): Measured => {
    const sorted = times[side].sort((a, b) => a - b);
    const at = (part: number) =>
      Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(2));
    return { p50: at(0.5), p95: at(0.95), rps: Math.round(sorted.length / (spent[side] / 1000)) };
  };
  const ours = measured('ours');
  const floor = measured('floor');
  return { ours, floor, ratio: Number((ours.p50 / floor.p50).toFixed(2)) };
}

function ask(port: number, agent: Agent, { method, path, body, token }: Call): Promise<number> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        method,
        path,
        agent,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(performance.now() - begun)
            : reject(
                new Error(`${method} ${path}: ${response.statusCode} ${Buffer.concat(parts).toString().slice(0, 300)}`),
              ),
        );
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

function print(rows: { question: string; clients: number; ours: Measured; floor: Measured; ratio: number }[]): void {
  const size = (statSync(file).size / 2 ** 30).toFixed(1);
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores, ${file.split('/').pop()} of ${size} GiB, ${perQuestion} requests each\n`,
  );
  console.log('| question | clients | ours p50 | p95 | req/s | floor p50 | p95 | req/s | p50 ratio |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const { question, clients, ours, floor, ratio } of rows)
    console.log(
      `| ${question} | ${clients} | ${ours.p50} | ${ours.p95} | ${ours.rps} | ${floor.p50} | ${floor.p95} | ${floor.rps} | ${ratio} |`,
    );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
