import { settle, type Caller, type Ctx, type Deps } from '../../kernel/context';
import { isUniqueViolation } from '../../kernel/dialect';
import { AppError } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { defineJob, JobInterrupted, type JobRun } from '../../kernel/jobs';
import { sql } from '../../kernel/sql';
import { identityOf, type User } from '../users/users.public';
import { ImaginedCompanies } from './imagined-companies';
import { importRow, type Progress } from './import-row';
import { Import, ImportRow } from './imports.entity';
import { fileOf } from './import-files';
import { personKey } from './known-company';
import { openTable, type TableRow } from './read-table';
import type { DetectedFormat } from './detect-format';
import { changeRows, findRow, insertRows } from '../../kernel/rows';

/** Rows a transaction takes: a stop loses none, others write in between. */
const chunkRows = 100;

/**
 * Runs an import, chunk by chunk, from where it stopped. A chunk is kept as a whole together with how far the import
 * has come, so whatever stops it, no row is done twice and none is half-written.
 */
export const runImport = defineJob({
  kind: 'imports.run',
  attempts: 3,
  run: async (job, payload) => {
    const importId = String(payload.importId);
    try {
      await runRows(job, importId);
    } catch (error) {
      if (error instanceof JobInterrupted) throw error;
      job.deps.log.error({ error, importId }, 'an import stopped');
      await job.transaction((ctx) =>
        update(ctx, importId, {
          status: 'failed',
          error: error instanceof AppError ? error.code : 'internal',
          finishedAt: ctx.clock.now(),
        }),
      );
    }
  },
});

async function runRows(job: JobRun, importId: string): Promise<void> {
  const { deps } = job;
  const found = await load(deps, importId);
  if (!found || (found.status !== 'running' && found.status !== 'checking')) return;
  // What a dry run imagined is gone with whoever stopped: it begins anew.
  const started = found.dryRun && found.processed > 0 ? await fromTheFirstRow(job, found) : found;
  const user = await identityOf(deps, started.userId);
  if (!user) throw new AppError(403, 'forbidden');
  const caller: Caller = { user, locale: user.locale };
  const table = await openTable(fileOf(deps.settings, importId), {
    format: started.format,
    encoding: started.encoding,
    delimiter: started.delimiter,
  } as DetectedFormat);
  if (started.total === null) {
    const total = await table.countRows();
    await job.transaction((ctx) => update(ctx, importId, { total }));
  }

  const progress: Progress = {
    import: started,
    country: 'RU',
    owners: await ownersByName(deps),
    imagined: new ImaginedCompanies(),
  };
  let chunk: TableRow[] = [];
  for await (const row of table.rows(started.lastRow + 1)) {
    chunk.push(row);
    if (chunk.length < chunkRows) continue;
    if (!(await takeChunk(job, caller, progress, chunk))) return;
    chunk = [];
    if (!(await job.heartbeat())) throw new JobInterrupted();
  }
  if (chunk.length && !(await takeChunk(job, caller, progress, chunk))) return;
  await job.transaction((ctx) =>
    update(ctx, importId, { status: started.dryRun ? 'checked' : 'done', finishedAt: ctx.clock.now(), error: null }),
  );
}

async function fromTheFirstRow(job: JobRun, found: Import): Promise<Import> {
  const none = { lastRow: 1, processed: 0, counts: { created: 0, updated: 0, skipped: 0, refused: 0 } };
  await job.transaction(async (ctx) => {
    await ctx.db.run(sql`delete from import_row where importId = ${found.id}`);
    await update(ctx, found.id, none);
  });
  return { ...found, ...none };
}

/** False when somebody asked to stop. */
async function takeChunk(job: JobRun, caller: Caller, progress: Progress, chunk: TableRow[]): Promise<boolean> {
  const asked = await load(job.deps, progress.import.id);
  if (!asked || asked.cancelAsked) {
    await job.transaction((ctx) =>
      update(ctx, progress.import.id, { status: 'cancelled', finishedAt: ctx.clock.now(), cancelAsked: false }),
    );
    return false;
  }
  try {
    await keep(job, caller, progress, chunk);
  } catch (error) {
    if (error instanceof JobInterrupted) throw error;
    // Some row of the chunk cannot be written. One at a time shows which, and the others come in.
    for (const row of chunk) await keepOne(job, caller, progress, row);
  }
  return true;
}

async function keepOne(job: JobRun, caller: Caller, progress: Progress, row: TableRow): Promise<void> {
  try {
    await keep(job, caller, progress, [row]);
  } catch (error) {
    if (!(error instanceof AppError) && !isUniqueViolation(error))
      job.deps.log.error({ error, row: row.row }, 'a row could not be imported');
    const code =
      error instanceof AppError ? error.code : isUniqueViolation(error) ? 'imports.duplicate' : 'imports.notWritten';
    const details = error instanceof AppError ? error.extra.details : undefined;
    await job.transaction(
      (ctx) =>
        report(ctx, progress, [
          {
            rowNumber: row.row,
            result: 'refused',
            name: null,
            companyId: null,
            reasons: [{ field: null, code, details }],
          },
        ]),
      caller,
    );
  }
}

async function keep(job: JobRun, caller: Caller, progress: Progress, rows: TableRow[]): Promise<void> {
  const imagined = progress.imagined.size;
  const before = progress.import;
  const beginAnew = () => {
    progress.imagined.cutTo(imagined);
    progress.import = before;
  };
  try {
    await job.transaction(async (ctx) => {
      // A deadlock's victim comes here again.
      beginAnew();
      const outcomes = [];
      for (const row of rows) {
        outcomes.push(await importRow(ctx, progress, row));
        // The next row may speak of the same company: what it is found by must be there.
        await settle(ctx);
        // SQLite answers at once, so nothing here ever waits: others are let in by hand.
        await new Promise(setImmediate);
      }
      await report(ctx, progress, outcomes);
    }, caller);
  } catch (error) {
    beginAnew();
    throw error;
  }
}

async function report(ctx: Ctx, progress: Progress, outcomes: Omit<ImportRow, 'id' | 'importId'>[]): Promise<void> {
  const { import: current } = progress;
  const counts = { ...current.counts };
  for (const { result } of outcomes) counts[result] += 1;
  const rows = outcomes.map((outcome) => ({
    ...outcome,
    id: newId(ctx.clock.now()),
    importId: current.id,
    reasons: outcome.reasons.map(({ value, ...reason }) => ({
      ...reason,
      ...(value ? { value: value.slice(0, 100) } : {}),
    })),
  }));
  await insertRows(ctx.db, ImportRow, rows);
  const set = { counts, processed: current.processed + outcomes.length, lastRow: outcomes.at(-1)!.rowNumber };
  await update(ctx, current.id, set);
  progress.import = { ...current, ...set };
}

const load = (deps: Deps, id: string) => findRow(deps.database.read, Import, { id });

const update = async (ctx: Ctx, id: string, set: Partial<Import>) =>
  void (await changeRows(ctx.db, Import, { id }, set));

async function ownersByName(deps: Deps): Promise<Map<string, string>> {
  const users = await deps.database.read.rows<Pick<User, 'id' | 'name' | 'login'>>(
    sql`select id, name, login from user_account where deletedAt is null and status = 'active'`,
  );
  return new Map(
    users.flatMap(({ id, name, login }): [string, string][] => [
      [personKey(login), id],
      [personKey(name), id],
    ]),
  );
}
