import { randomUUID } from 'node:crypto';
import { modules } from '../modules/registry';
import { listJobs, retryJob } from '../modules/system/system.contract';
import { buildUser, type Person } from '../test/builders';
import { testApp, type TestApp } from '../test/test-app';
import { inTransaction, type Ctx, type Deps } from './context';
import { publish } from './events';
import { createJobRunner, enqueue, enqueueInLane, JobRow, type Job } from './jobs';
import { registerModules, type Module } from './module';
import { findRow, findRows, insertRows } from './rows';

let app: TestApp;
let chief: Person;
beforeAll(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator' });
});
const start = '2026-03-12T09:00:00.000Z';
beforeEach(() => app.clock.set(start));
afterAll(() => app.close());

/** The service with one more module: these jobs. */
const serviceWith = (jobs: Job[], more: Partial<Module> = {}): Deps => ({
  ...app.deps,
  modules: registerModules([...modules.list, { name: 'tried', jobs, ...more }]),
});
const write = <T>(deps: Deps, work: (ctx: Ctx) => Promise<T>) =>
  inTransaction(deps, { user: null, locale: 'ru' }, work);
const rowOf = async (id: string) => (await findRow(app.deps.database.read, JobRow, { id }))!;
const emptyJob: Omit<JobRow, 'id' | 'lane'> = {
  kind: 'tried.lane',
  payload: {},
  status: 'waiting',
  attempts: 0,
  runAt: new Date(start),
  leaseUntil: null,
  lease: null,
  error: null,
  runningLane: null,
  createdAt: new Date(start),
  finishedAt: null,
};
const drain = (deps: Deps) => createJobRunner(deps).drain();

describe('a job', () => {
  test('is done with its payload, and what it leaves due is done, too', async () => {
    const done: unknown[] = [];
    const deps = serviceWith([
      {
        kind: 'tried.first',
        run: async (job, payload) => {
          done.push(payload);
          await job.transaction((ctx) => enqueue(ctx, 'tried.second', { from: job.id }));
        },
      },
      { kind: 'tried.second', run: async (_job, payload) => void done.push(payload) },
    ]);
    const id = await write(deps, (ctx) => enqueue(ctx, 'tried.first', { number: 1 }));
    await drain(deps);
    expect(done).toEqual([{ number: 1 }, { from: id }]);
    expect(await rowOf(id)).toMatchObject({ status: 'done', attempts: 1, lease: null, finishedAt: new Date(start) });
  });

  test('waits for its time', async () => {
    const done: string[] = [];
    const deps = serviceWith([{ kind: 'tried.later', run: async (job) => void done.push(job.id) }]);
    const runAt = new Date('2026-03-12T10:00:00Z');
    const id = await write(deps, (ctx) => enqueue(ctx, 'tried.later', {}, { runAt }));
    await drain(deps);
    expect(done).toEqual([]);
    app.clock.advance({ hours: 1 });
    await drain(deps);
    expect(done).toEqual([id]);
  });

  test('is begun as soon as it is written, without waiting for the next look', async () => {
    let finished = (_id: string) => {};
    const done = new Promise<string>((resolve) => (finished = resolve));
    const deps = serviceWith([{ kind: 'tried.woken', run: async (job) => finished(job.id) }]);
    const runner = createJobRunner(deps, { pollMilliseconds: 1_000_000 });
    runner.start();
    try {
      const id = await write(deps, (ctx) => enqueue(ctx, 'tried.woken', {}));
      expect(await done).toBe(id);
    } finally {
      await runner.stop();
    }
  });
});

describe('a job that fails', () => {
  test('is tried again after 10, 40 and 90 seconds, then waits for the administrator with its reason', async () => {
    let tries = 0;
    let healed = false;
    const keys = new Set<string>();
    const run: Job['run'] = async (job) => {
      tries += 1;
      keys.add(job.id);
      if (!healed) throw new Error(`The mail server is away (${tries})`);
    };
    const deps = serviceWith([{ kind: 'tried.failing', attempts: 4, run }]);
    const id = await write(deps, (ctx) => enqueue(ctx, 'tried.failing', {}));
    const waits: number[] = [];
    await drain(deps);
    while ((await rowOf(id)).status === 'waiting') {
      const { runAt, error } = await rowOf(id);
      expect(error).toBe(`The mail server is away (${tries})`);
      waits.push((runAt.getTime() - app.clock.now().getTime()) / 1000);
      app.clock.set(new Date(runAt.getTime() - 1).toISOString());
      await drain(deps);
      expect(tries).toBe(waits.length);
      app.clock.set(runAt.toISOString());
      await drain(deps);
    }
    expect(waits).toEqual([10, 40, 90]);
    const failed = (await app.call(listJobs, { status: 'failed' }, chief.token)).body.rows;
    expect(failed).toMatchObject([{ id, status: 'failed', attempts: 4, error: 'The mail server is away (4)' }]);
    app.clock.advance({ days: 300 });
    await drain(deps);
    expect(tries).toBe(4);
    app.clock.advance({ days: -300 });

    healed = true;
    expect((await app.call(retryJob, { id }, chief.token)).status).toBe(200);
    await drain(deps);
    expect(await rowOf(id)).toMatchObject({ status: 'done', attempts: 1, error: null });
    // A retry carries the same key to outside systems.
    expect([...keys]).toEqual([id]);
    expect(await app.call(retryJob, { id }, chief.token)).toMatchObject({
      status: 409,
      body: { code: 'system.jobNotFailed' },
    });
  });

  test('leaves nothing of the transaction it failed in', async () => {
    const deps = serviceWith([
      {
        kind: 'tried.half',
        attempts: 1,
        run: (job) =>
          job.transaction(async (ctx) => {
            await enqueue(ctx, 'tried.never', {});
            throw new Error('half-way');
          }),
      },
    ]);
    const id = await write(deps, (ctx) => enqueue(ctx, 'tried.half', {}));
    await drain(deps);
    expect(await rowOf(id)).toMatchObject({ status: 'failed', error: 'half-way' });
    expect(await findRows(app.deps.database.read, JobRow, { kind: 'tried.never' })).toEqual([]);
  });

  test('of a kind that nobody knows ends failed, not lost', async () => {
    const id = await app.write((ctx) => enqueue(ctx, 'no.such', {}));
    for (let tries = 0; tries < 5; tries += 1) {
      await app.drainJobs();
      app.clock.advance({ hours: 1 });
    }
    expect(await rowOf(id)).toMatchObject({ status: 'failed', error: 'No such job: no.such' });
  });
});

describe('news of an event', () => {
  const subscriptions = { 'tried.happened': ['tried.mail', 'tried.calendar'] };
  const jobs: Job[] = [
    { kind: 'tried.mail', run: async () => undefined },
    { kind: 'tried.calendar', run: async () => undefined },
  ];
  const rowsOf = async (kind: string) => findRows(app.deps.database.read, JobRow, { kind });

  test('is one job for each subscriber, kept or lost together with what happened', async () => {
    const deps = serviceWith(jobs, { subscriptions });
    const lost = write(deps, async (ctx) => {
      await publish(ctx, 'tried.happened', { number: 1 });
      throw new Error('it did not happen after all');
    });
    await expect(lost).rejects.toThrow('after all');
    expect([...(await rowsOf('tried.mail')), ...(await rowsOf('tried.calendar'))]).toEqual([]);

    await write(deps, (ctx) => publish(ctx, 'tried.happened', { number: 2 }));
    await write(deps, (ctx) => publish(ctx, 'tried.nobody-cares', {}));
    for (const kind of subscriptions['tried.happened'])
      expect(await rowsOf(kind)).toMatchObject([{ payload: { number: 2 }, status: 'waiting' }]);
    await drain(deps);
    expect(await rowsOf('tried.mail')).toMatchObject([{ status: 'done' }]);
  });
});

describe('a lane', () => {
  const ask = (deps: Deps, lane: string) => write(deps, (ctx) => enqueueInLane(ctx, 'tried.lane', { lane }, lane));
  const waitingIn = async (lane: string) =>
    (await findRows(app.deps.database.read, JobRow, { lane, status: 'waiting' })).length;

  test('asked for again and again, one waiting job is enough; asked for while it works, it works once more', async () => {
    let rounds = 0;
    const deps: Deps = serviceWith([
      {
        kind: 'tried.lane',
        run: async () => {
          rounds += 1;
          if (rounds === 1) for (let again = 0; again < 3; again += 1) await ask(deps, 'one');
        },
      },
    ]);
    for (let again = 0; again < 5; again += 1) await ask(deps, 'one');
    expect(await waitingIn('one')).toBe(1);
    await drain(deps);
    expect(rounds).toBe(2);
  });

  test('is served one job at a time, whoever works; another lane waits for nobody', async () => {
    const busy = new Map<string, number>();
    let most = 0;
    let lanesAtOnce = 0;
    const deps: Deps = serviceWith([
      {
        kind: 'tried.lane',
        run: async (_job, { lane }) => {
          const name = lane as string;
          busy.set(name, (busy.get(name) ?? 0) + 1);
          most = Math.max(most, busy.get(name)!);
          lanesAtOnce = Math.max(lanesAtOnce, [...busy.values()].filter((count) => count > 0).length);
          // As long as it takes for others to ask and to look for work.
          for (let turn = 0; turn < 5; turn += 1)
            await app.deps.database.transaction((db) => findRow(db, JobRow, { lane: name }));
          busy.set(name, busy.get(name)! - 1);
        },
      },
    ]);
    // Put in as two askers at once would: both saw none waiting.
    for (const lane of ['two', 'two', 'two', 'three'])
      await write(deps, (ctx) =>
        insertRows(ctx.db, JobRow, [{ ...emptyJob, id: randomUUID(), lane, payload: { lane } }]),
      );
    await Promise.all([drain(deps), drain(deps), drain(deps)]);
    await drain(deps);
    expect(most).toBe(1);
    expect(lanesAtOnce).toBeGreaterThan(1);
    expect(await waitingIn('two')).toBe(0);
  });

  test('whoever is killed at work leaves the lane to the next once its lease is over', async () => {
    let runs = 0;
    const deps: Deps = serviceWith([
      {
        kind: 'tried.lane',
        run: () => {
          runs += 1;
          return runs === 1 ? new Promise<void>(() => undefined) : Promise.resolve();
        },
      },
    ]);
    await ask(deps, 'four');
    void drain(deps);
    while (runs === 0) await new Promise(setImmediate);
    await ask(deps, 'four');
    await drain(deps);
    expect(runs).toBe(1);
    app.clock.advance({ minutes: 2 });
    await drain(deps);
    expect(runs).toBe(3);
    expect(await waitingIn('four')).toBe(0);
  });
});
