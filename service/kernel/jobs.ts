import { randomUUID } from 'node:crypto';
import { entity, id, instant, integer, json, longText, nullable, text } from './columns';
import { inTransaction, type Caller, type Ctx, type Deps } from './context';
import { isUniqueViolation } from './dialect';
import { newId } from './id';
import { changeRows, findRow, insertRows } from './rows';
import { limitRows, sql } from './sql';

export type JobStatus = 'waiting' | 'running' | 'done' | 'failed';

export interface JobRow {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  status: JobStatus;
  attempts: number;
  runAt: Date;
  /** Whoever runs it must be heard of again before then, or another takes it over. */
  leaseUntil: Date | null;
  lease: string | null;
  error: string | null;
  /** Jobs of one lane are done one at a time, whichever process does them. */
  lane: string | null;
  /** The lane again while it runs: unique, so that two cannot. */
  runningLane: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

export const JobRow = entity<JobRow>({
  name: 'job',
  columns: {
    id: id(),
    kind: text(60),
    payload: json(),
    status: text(10),
    attempts: integer(),
    runAt: instant(),
    leaseUntil: nullable(instant()),
    lease: nullable(id()),
    error: nullable(longText()),
    lane: nullable(text(60)),
    runningLane: nullable(text(60)),
    createdAt: instant(),
    finishedAt: nullable(instant()),
  },
});

/** What a job has in hand. Its id is the idempotency key for outside systems: a retry carries the same one. */
export interface JobRun {
  readonly id: string;
  readonly deps: Deps;
  /** One transaction as the service itself, or as the person the job works for. */
  transaction<T>(work: (ctx: Ctx) => Promise<T>, caller?: Caller): Promise<T>;
  /**
   * Says the job is alive. False when it should leave off: the service is stopping, or it was silent for so long that
   * another has taken the job over.
   */
  heartbeat(): Promise<boolean>;
}

export interface Job {
  readonly kind: string;
  /** How often it is tried before it waits for the administrator. */
  readonly attempts?: number;
  readonly run: (job: JobRun, payload: Record<string, unknown>) => Promise<void>;
}

/** Done at times of the clock; a slot of several processes is run once. */
export interface CronJob {
  readonly kind: string;
  /** Cron expression, in the service's time zone. */
  readonly schedule: string;
}

export const defineJob = (job: Job): Job => job;

/** The service is stopping: the job leaves off where it is and is taken up again later, no try spent. */
export class JobInterrupted extends Error {}

/** An outside system asks for patience (Retry-After, quiet hours): the job comes back at that moment, no try spent. */
export class JobPutOff extends Error {
  constructor(
    readonly until: Date,
    reason: string,
  ) {
    super(reason);
  }
}

const leaseMilliseconds = 60_000;
/** Seconds before the next try: 10 s, 40 s, 90 s … */
const backOff = (attempts: number) => attempts * attempts * 10_000;
const service: Caller = { user: null, locale: 'ru' };

/** Leaves work for the background, in the caller's transaction. `key` makes it unique: asked twice, done once. */
export async function enqueue(
  ctx: Ctx,
  kind: string,
  payload: Record<string, unknown>,
  { runAt = ctx.clock.now(), key }: { runAt?: Date; key?: string } = {},
): Promise<string> {
  const jobId = key ?? newId(ctx.clock.now());
  await insertJob(ctx, { id: jobId, kind, payload, runAt, lane: null });
  return jobId;
}

/**
 * The same for work that finds out itself what there is to do: one waiting job of a lane is enough, however often it is
 * asked for. A lane is served one job at a time, so whoever asks while one runs has another after it.
 */
export async function enqueueInLane(
  ctx: Ctx,
  kind: string,
  payload: Record<string, unknown>,
  lane: string,
  runAt = ctx.clock.now(),
): Promise<void> {
  // Touched, the waiting job cannot begin before this transaction ends, and sees what it wrote.
  const waiting = await ctx.db.run(sql`update job set runAt = case when runAt > ${runAt} then ${runAt} else runAt end
    where lane = ${lane} and status = 'waiting'`);
  if (waiting) ctx.afterCommit.push(() => wakers.forEach((wake) => wake()));
  else await insertJob(ctx, { id: newId(ctx.clock.now()), kind, payload, runAt, lane });
}

async function insertJob(ctx: Ctx, job: Pick<JobRow, 'id' | 'kind' | 'payload' | 'runAt' | 'lane'>): Promise<void> {
  await insertRows(ctx.db, JobRow, [
    {
      ...job,
      status: 'waiting',
      attempts: 0,
      leaseUntil: null,
      lease: null,
      error: null,
      runningLane: null,
      createdAt: ctx.clock.now(),
      finishedAt: null,
    },
  ]);
  ctx.afterCommit.push(() => wakers.forEach((wake) => wake()));
}

/** Runners of this process that want to know of new work at once rather than at the next tick. */
const wakers = new Set<() => void>();

export interface JobRunner {
  /** Does everything due, and what that leaves due, then returns. */
  drain(): Promise<void>;
  start(): void;
  /** Leaves a slot of a cron job, once however many processes do. */
  fire(kind: string, slot: Date): Promise<void>;
  /** Lets the jobs in hand end or leave off. */
  stop(): Promise<void>;
}

/**
 * Takes due jobs, several at a time, so that one which waits for an outside system holds nobody up. Several processes
 * may do the same: taking a job is a conditional update.
 */
export function createJobRunner(deps: Deps, { pollMilliseconds = 1000, atOnce = 6 } = {}): JobRunner {
  let stopping = false;
  let working: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  const worker = async () => {
    while (!stopping && (await runOne(deps, () => stopping)));
  };
  const pass = async () => {
    do {
      again = false;
      await Promise.all(Array.from({ length: atOnce }, worker));
    } while (again && !stopping);
  };
  const wake = () => {
    if (stopping) return;
    if (working) {
      again = true;
      return;
    }
    working = pass()
      .catch((error: unknown) => deps.log.error({ error }, 'the job runner failed'))
      .finally(() => {
        working = null;
      });
  };

  return {
    drain: async () => {
      while (await runOne(deps, () => false));
    },
    start: () => {
      wakers.add(wake);
      timer = setInterval(wake, pollMilliseconds);
      wake();
    },
    fire: async (kind, slot) => {
      try {
        await inTransaction(deps, service, (ctx) =>
          enqueue(ctx, kind, {}, { key: `${kind}@${slot.toISOString().slice(0, 16)}`.slice(-36) }).then(
            () => undefined,
          ),
        );
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
      }
    },
    stop: async () => {
      stopping = true;
      wakers.delete(wake);
      clearInterval(timer);
      await working;
    },
  };
}

async function runOne(deps: Deps, stopping: () => boolean): Promise<boolean> {
  const taken = await take(deps);
  if (!taken) return false;
  const { row, lease } = taken;
  const finish = (set: Partial<JobRow>) =>
    deps.database.transaction((db) =>
      changeRows(db, JobRow, { id: row.id, lease }, { ...set, lease: null, leaseUntil: null, runningLane: null }),
    );
  try {
    const job = deps.modules.jobs.get(row.kind);
    if (!job) throw new Error(`No such job: ${row.kind}`);
    await job.run(
      {
        id: row.id,
        deps,
        transaction: (work, caller = service) => inTransaction(deps, caller, work),
        heartbeat: async () => {
          const held = await deps.database.transaction((db) =>
            changeRows(
              db,
              JobRow,
              { id: row.id, lease },
              { leaseUntil: new Date(deps.clock.now().getTime() + leaseMilliseconds) },
            ),
          );
          return held === 1 && !stopping();
        },
      },
      row.payload,
    );
    await finish({ status: 'done', error: null, finishedAt: deps.clock.now() });
  } catch (error) {
    if (error instanceof JobInterrupted) {
      await finish({ status: 'waiting', attempts: row.attempts - 1 });
      return true;
    }
    if (error instanceof JobPutOff) {
      await finish({ status: 'waiting', attempts: row.attempts - 1, runAt: error.until, error: error.message });
      return true;
    }
    const attempts = deps.modules.jobs.get(row.kind)?.attempts ?? 5;
    const gaveUp = row.attempts >= attempts;
    deps.log.error({ job: row.id, kind: row.kind, error }, 'a job failed');
    await finish({
      status: gaveUp ? 'failed' : 'waiting',
      error: error instanceof Error ? error.message.slice(0, 2000) : String(error),
      runAt: new Date(deps.clock.now().getTime() + backOff(row.attempts)),
      finishedAt: gaveUp ? deps.clock.now() : null,
    });
  }
  return true;
}

async function take(deps: Deps): Promise<{ row: JobRow; lease: string } | null> {
  const now = deps.clock.now();
  // A job whose lane is busy waits for the one that runs; another process may be just beginning one, see below.
  const due = await deps.database.read.rows<{ id: string }>(
    sql`select j.id as id from job j where j.status = 'waiting' and j.runAt <= ${now}
      and (j.lane is null or not exists (select r.id from job r where r.runningLane = j.lane))
      order by j.runAt, j.id ${limitRows(10)}`,
  );
  const lost = due.length
    ? []
    : await deps.database.read.rows<{ id: string }>(
        sql`select id from job where status = 'running' and leaseUntil < ${now} order by leaseUntil, id ${limitRows(5)}`,
      );
  for (const { id: jobId } of [...due, ...lost]) {
    const lease = randomUUID();
    const leaseUntil = new Date(now.getTime() + leaseMilliseconds);
    const won = await deps.database
      .transaction((db) =>
        db.run(sql`update job set status = 'running', runningLane = lane, lease = ${lease}, leaseUntil = ${leaseUntil},
          attempts = attempts + 1
        where id = ${jobId} and ((status = 'waiting' and runAt <= ${now}) or (status = 'running' and leaseUntil < ${now}))`),
      )
      .catch((error: unknown) => {
        if (isUniqueViolation(error)) return 0;
        throw error;
      });
    if (won === 1) {
      const row = await deps.database.transaction((db) => findRow(db, JobRow, { id: jobId }));
      if (row) return { row, lease };
    }
  }
  return null;
}
