import { authorizeSelf, requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { conflict, notFound } from '../../kernel/errors';
import { handle } from '../../kernel/handle';
import { readHistory } from '../../kernel/history';
import { JobRow } from '../../kernel/jobs';
import type { Module } from '../../kernel/module';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { allOf, raw, sql } from '../../kernel/sql';
import { undo } from '../../kernel/undo';
import { demoAccounts, demoPassword } from '../users/users.public';
import { localDayRange } from '../working-time/working-time.public';
import { cleanUp } from './clean-up';
import * as contract from './system.contract';
import { findRow } from '../../kernel/rows';

/** The system about itself: health, history, undo, background work. */
export const systemModule: Module = {
  name: 'system',
  routes: [
    handle(contract.health, readHealth),
    handle(contract.about, readAbout),
    handle(contract.undoChange, takeBack),
    handle(contract.listJobs, readJobs),
    handle(contract.retryJob, tryAgain),
    handle(contract.listAudit, readAudit),
  ],
  jobs: [cleanUp],
  cron: [{ kind: cleanUp.kind, schedule: '30 3 * * *' }],
  texts: {
    ru: { 'system.jobNotFailed': 'Это задание не ждёт повтора.' },
    en: { 'system.jobNotFailed': 'This job does not wait for a retry.' },
  },
};

async function readHealth(ctx: Ctx): Promise<EndpointOutput<typeof contract.health>> {
  await ctx.db.rows(sql`select 1 as up`);
  return { status: 'ok', version: ctx.settings.version, database: ctx.db.dialect };
}

async function readAbout(ctx: Ctx): Promise<EndpointOutput<typeof contract.about>> {
  if (!ctx.settings.demo) return { demo: false, logins: [] };
  return {
    demo: true,
    logins: demoAccounts.map(({ login, name, roleCode }) => ({ login, name, roleCode, password: demoPassword })),
  };
}

async function takeBack(
  ctx: Ctx,
  { changeId }: EndpointParsed<typeof contract.undoChange>,
): Promise<{ undone: number }> {
  authorizeSelf(ctx);
  return { undone: await undo(ctx, changeId) };
}

const newestFirst: SortKey[] = [
  { column: raw('j.createdAt'), property: 'createdAt', instant: true, descending: true },
  { column: raw('j.id'), property: 'id', descending: true },
];

type JobColumns = Omit<JobRow, 'runAt' | 'createdAt' | 'finishedAt'> &
  Record<'runAt' | 'createdAt', Date | string> & { finishedAt: Date | string | null } & Record<string, unknown>;

async function readJobs(
  ctx: Ctx,
  { status, limit, after }: EndpointParsed<typeof contract.listJobs>,
): Promise<EndpointOutput<typeof contract.listJobs>> {
  requirePermission(ctx, 'jobs.manage');
  const rows = await ctx.db.rows<JobColumns>(sql`
    select j.id as id, j.kind as kind, j.status as status, j.attempts as attempts, j.runAt as runAt, j.createdAt as createdAt,
      j.finishedAt as finishedAt, j.error as error
    from job j where ${allOf([status ? sql`j.status = ${status}` : null, afterCursor(newestFirst, after)])} ${pageOf(newestFirst, limit)}`);
  return cutPage(
    rows,
    limit,
    newestFirst,
    ({ id, kind, status: state, attempts, runAt, createdAt, finishedAt, error }) => ({
      id,
      kind,
      status: state,
      attempts,
      runAt: toIso(runAt),
      createdAt: toIso(createdAt),
      finishedAt: toIso(finishedAt),
      error,
    }),
  );
}

async function tryAgain(ctx: Ctx, { id }: EndpointParsed<typeof contract.retryJob>): Promise<{ ok: true }> {
  requirePermission(ctx, 'jobs.manage');
  const job = await findRow(ctx.db, JobRow, { id });
  if (!job) throw notFound();
  const changed = await ctx.db.run(sql`
    update job set status = 'waiting', attempts = 0, runAt = ${ctx.clock.now()}, finishedAt = null where id = ${id} and status = 'failed'`);
  if (changed === 0) throw conflict('system.jobNotFailed');
  return { ok: true };
}

async function readAudit(
  ctx: Ctx,
  input: EndpointParsed<typeof contract.listAudit>,
): Promise<EndpointOutput<typeof contract.listAudit>> {
  requirePermission(ctx, 'audit.read');
  const { userId, entity, from, to, limit, after } = input;
  const zone = signedIn(ctx).timeZone;
  const condition = allOf([
    userId ? sql`a.userId = ${userId}` : null,
    entity ? sql`a.entity = ${entity}` : null,
    from ? sql`a.at >= ${localDayRange(from, zone).from}` : null,
    to ? sql`a.at < ${localDayRange(to, zone).to}` : null,
  ]);
  return readHistory(ctx, condition, { limit, after });
}
