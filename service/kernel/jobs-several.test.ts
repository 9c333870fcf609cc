import { modules } from '../modules/registry';
import { cleanUp } from '../modules/system/clean-up';
import { buildUser } from '../test/builders';
import { testApp, type TestApp } from '../test/test-app';
import { inTransaction, type Ctx, type Deps } from './context';
import { createJobRunner, enqueue, JobInterrupted, JobRow, type Job, type JobStatus } from './jobs';
import { newId } from './id';
import { registerModules } from './module';
import { findRow, findRows, insertRows } from './rows';
import { getMe } from '../modules/users/users.contract';
import { Session } from '../modules/users/users.entity';

/** Several processes on one database; here, several runners. */
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
const start = '2026-03-12T09:00:00.000Z';
beforeEach(() => app.clock.set(start));
afterAll(() => app.close());

const serviceWith = (...jobs: Job[]): Deps => ({
  ...app.deps,
  modules: registerModules([...modules.list, { name: 'tried', jobs }]),
});
const write = <T>(deps: Deps, work: (ctx: Ctx) => Promise<T>) =>
  inTransaction(deps, { user: null, locale: 'ru' }, work);
const rowOf = async (id: string) => (await findRow(app.deps.database.read, JobRow, { id }))!;
/** A promise that is settled from outside. */
function signal<T = void>() {
  let give!: (value: T) => void;
  const given = new Promise<T>((resolve) => (give = resolve));
  return { give, given };
}

describe('two runners', () => {
  test('do each job once', async () => {
    const done: [string, string][] = [];
    const runnerNamed = (name: string) =>
      createJobRunner(
        serviceWith({
          kind: 'tried.shared',
          run: async (job) => {
            done.push([name, job.id]);
            await job.heartbeat();
          },
        }),
      );
    const ids: string[] = [];
    for (let number = 0; number < 30; number += 1)
      ids.push(await app.write((ctx) => enqueue(ctx, 'tried.shared', { number })));
    await Promise.all(['a', 'b', 'c'].map((name) => runnerNamed(name).drain()));
    expect(done.map(([, id]) => id).sort()).toEqual([...ids].sort());
    expect(new Set(done.map(([name]) => name)).size).toBeGreaterThan(1);
    for (const id of ids) expect(await rowOf(id)).toMatchObject({ status: 'done', attempts: 1 });
  });

  test('write a cron slot once, and do it once', async () => {
    const done: string[] = [];
    const deps = serviceWith({ kind: 'tried.nightly', run: async (job) => void done.push(job.id) });
    const [one, two] = [createJobRunner(deps), createJobRunner(deps)];
    const slot = new Date('2026-03-12T03:30:00Z');
    await Promise.all([one.fire('tried.nightly', slot), two.fire('tried.nightly', slot)]);
    // A process whose tick came late, within the same minute.
    await one.fire('tried.nightly', new Date('2026-03-12T03:30:04.321Z'));
    await Promise.all([one.drain(), two.drain()]);
    await two.fire('tried.nightly', slot);
    await two.drain();
    expect(done).toHaveLength(1);
    await one.fire('tried.nightly', new Date('2026-03-13T03:30:00Z'));
    await one.drain();
    expect(done).toHaveLength(2);
  });
});

describe('a job whose process', () => {
  test('died is taken over when its lease has run out, not before', async () => {
    const done: string[] = [];
    const deps = serviceWith({ kind: 'tried.orphan', run: async (job) => void done.push(job.id) });
    const row: JobRow = {
      id: newId(app.clock.now()),
      kind: 'tried.orphan',
      payload: {},
      status: 'running',
      attempts: 1,
      runAt: app.clock.now(),
      leaseUntil: new Date('2026-03-12T09:01:00Z'),
      lease: 'of-the-dead',
      error: null,
      lane: null,
      runningLane: null,
      createdAt: app.clock.now(),
      finishedAt: null,
    };
    await app.write((ctx) => insertRows(ctx.db, JobRow, [row]));
    app.clock.set('2026-03-12T09:01:00.000Z');
    await createJobRunner(deps).drain();
    expect(done).toEqual([]);
    app.clock.set('2026-03-12T09:01:00.001Z');
    await createJobRunner(deps).drain();
    expect(done).toEqual([row.id]);
    expect(await rowOf(row.id)).toMatchObject({ status: 'done', attempts: 2 });
  });

  test('beats is nobody else’s, however long it takes', async () => {
    const [begun, released] = [signal(), signal()];
    const kind = 'tried.long';
    const slow = serviceWith({
      kind,
      run: async (job) => {
        app.clock.advance({ minutes: 1 });
        expect(await job.heartbeat()).toBe(true);
        begun.give();
        await released.given;
      },
    });
    const other: string[] = [];
    const id = await write(slow, (ctx) => enqueue(ctx, kind, {}));
    const first = createJobRunner(slow).drain();
    await begun.given;
    app.clock.set('2026-03-12T09:01:59.000Z');
    await createJobRunner(serviceWith({ kind, run: async (job) => void other.push(job.id) })).drain();
    expect(other).toEqual([]);
    released.give();
    await first;
    expect(await rowOf(id)).toMatchObject({ status: 'done', attempts: 1 });
  });

  test('fell silent is told at its next beat that the job is another’s, and changes nothing of it', async () => {
    const [begun, released, told] = [signal(), signal(), signal<boolean>()];
    const kind = 'tried.silent';
    const silent = serviceWith({
      kind,
      run: async (job) => {
        begun.give();
        await released.given;
        const goOn = await job.heartbeat();
        told.give(goOn);
        if (!goOn) throw new JobInterrupted();
      },
    });
    const id = await write(silent, (ctx) => enqueue(ctx, kind, {}));
    const first = createJobRunner(silent).drain();
    await begun.given;
    app.clock.advance({ minutes: 2 });
    await createJobRunner(serviceWith({ kind, run: async () => undefined })).drain();
    const taken = await rowOf(id);
    expect(taken).toMatchObject({ status: 'done', attempts: 2 });

    released.give();
    expect(await told.given).toBe(false);
    await first;
    expect(await rowOf(id)).toEqual(taken);
  });

  test('is stopping leaves it for the next one, no try spent', async () => {
    const begun = signal();
    const kind = 'tried.stopped';
    const stopping = serviceWith({
      kind,
      attempts: 1,
      run: async (job) => {
        begun.give();
        while (await job.heartbeat()) await new Promise(setImmediate);
        throw new JobInterrupted();
      },
    });
    const runner = createJobRunner(stopping);
    const id = await write(stopping, (ctx) => enqueue(ctx, kind, {}));
    runner.start();
    await begun.given;
    await runner.stop();
    expect(await rowOf(id)).toMatchObject({ status: 'waiting', attempts: 0, lease: null });
    await createJobRunner(serviceWith({ kind, attempts: 1, run: async () => undefined })).drain();
    expect(await rowOf(id)).toMatchObject({ status: 'done', attempts: 1 });
  });
});

describe('every night', () => {
  test('jobs long done and sessions that ended go; what failed waits for somebody to look', async () => {
    const job = (status: JobStatus, finishedAt: string): JobRow => ({
      id: newId(app.clock.now()),
      kind: `tried.${status}`,
      payload: {},
      status,
      attempts: 1,
      runAt: new Date(finishedAt),
      leaseUntil: null,
      lease: null,
      error: null,
      lane: null,
      runningLane: null,
      createdAt: new Date(finishedAt),
      finishedAt: new Date(finishedAt),
    });
    const [old, fresh, failed] = [
      job('done', '2026-02-26T08:59:00Z'),
      job('done', '2026-02-26T09:01:00Z'),
      job('failed', '2025-01-01T00:00:00Z'),
    ];
    await app.write((ctx) => insertRows(ctx.db, JobRow, [old, fresh, failed]));
    const anna = await buildUser(app);
    const ended = {
      ...(await findRow(app.deps.database.read, Session, { userId: anna.id }))!,
      id: newId(app.clock.now()),
    };
    await app.write((ctx) =>
      insertRows(ctx.db, Session, [{ ...ended, tokenHash: 'ended', expiresAt: new Date('2026-03-12T08:59:00Z') }]),
    );
    await createJobRunner(app.deps).fire(cleanUp.kind, new Date('2026-03-12T03:30:00Z'));
    await app.drainJobs();
    const left = new Set((await findRows(app.deps.database.read, JobRow, {})).map(({ id }) => id));
    expect([old, fresh, failed].map(({ id }) => left.has(id))).toEqual([false, true, true]);
    expect(await findRow(app.deps.database.read, Session, { tokenHash: 'ended' })).toBeNull();
    expect((await app.call(getMe, {}, anna.token)).status).toBe(200);
  });
});
