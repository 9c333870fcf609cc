import { printedDay } from '../../kernel/printed-day';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { requirePermission } from '../../kernel/authorize';
import { createContext, signedIn, type Caller, type Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { AppError, conflict, invalid, notFound } from '../../kernel/errors';
import { pathOf } from '../../kernel/files';
import { FileAnswer } from '../../kernel/handle';
import { defineJob, enqueue, JobInterrupted, type JobRun } from '../../kernel/jobs';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { findRecord, insertRecord } from '../../kernel/records';
import { changeRows, findRow } from '../../kernel/rows';
import { allOf, raw, sql } from '../../kernel/sql';
import { translate } from '../../kernel/texts';
import { refOf } from '../companies/companies.public';
import { notify } from '../notifications/notifications.public';
import { identityOf } from '../users/users.public';
import { fillXlsx, FillStopped, type ReportData } from './fill-xlsx';
import { loadReport, reportPeople } from './load-lists';
import type { cancelRun, downloadRun, getRun, listRuns, RunView, startRun } from './reports.contract';
import { ReportRun, ReportTemplate } from './reports.entity';
import { openWorkbook, readTemplate } from './read-template';
import { editionPath, xlsx } from './templates';

/** A year and a bit: a longer report is two reports. */
const mostDays = 800;

export const runPath = (ctx: Pick<Ctx, 'settings'>, id: string) => pathOf(ctx.settings, 'reports', id);

export async function beginRun(ctx: Ctx, input: EndpointParsed<typeof startRun>): Promise<RunView> {
  requirePermission(ctx, 'reports.run');
  if (input.to < input.from) throw invalid({ to: 'reports.periodOrder' });
  if ((Date.parse(input.to) - Date.parse(input.from)) / 86_400_000 > mostDays)
    throw invalid({ to: 'reports.periodTooLong' });
  const run = await leaveRun(ctx, { ...input, byId: signedIn(ctx).id, scheduleId: null });
  return viewRun(ctx, run.id);
}

/** Writes down who has which report made, and leaves it to the background. */
export async function leaveRun(
  ctx: Ctx,
  input: {
    templateId: string;
    from: string;
    to: string;
    owners: string[];
    byId: string;
    scheduleId: string | null;
    id?: string;
  },
): Promise<ReportRun> {
  const template = await findRecord(ctx, ReportTemplate, { id: input.templateId });
  if (!template) throw notFound();
  const period = input.from === input.to ? printedDay(input.from) : `${printedDay(input.from)}-${printedDay(input.to)}`;
  const run = await insertRecord(ctx, ReportRun, {
    ...(input.id ? { id: input.id } : {}),
    templateId: template.id,
    editionId: template.editionId,
    fromDay: input.from,
    toDay: input.to,
    owners: input.owners,
    status: 'waiting',
    doneRows: 0,
    ofRows: 0,
    fileName: `${template.name} ${period}.xlsx`,
    bytes: 0,
    preview: null,
    error: null,
    byId: input.byId,
    scheduleId: input.scheduleId,
    at: ctx.clock.now(),
    finishedAt: null,
  });
  await enqueue(ctx, runReport.kind, { runId: run.id });
  return run;
}

/** Makes the workbook with the rights its maker has now, not those he had when he asked. */
export const runReport = defineJob({
  kind: 'reports.run',
  attempts: 2,
  run: async (job, { runId }) => {
    const id = String(runId);
    const run = await findRow(job.deps.database.read, ReportRun, { id });
    if (!run || (run.status !== 'waiting' && run.status !== 'running')) return;
    try {
      const user = run.byId ? await identityOf(job.deps, run.byId) : null;
      if (!user?.grants.has('reports.run')) throw new AppError(403, 'forbidden');
      await make(job, run, { user, locale: user.locale });
    } catch (error) {
      await rm(runPath(job.deps, id), { force: true });
      if (error instanceof JobInterrupted) throw error;
      if (error instanceof FillStopped) {
        await note(job, id, { status: 'cancelled' });
        return;
      }
      const known = error instanceof AppError ? error : new AppError(500, 'reports.failed');
      const words = translate(job.deps.modules, 'ru', known.code, known.extra.details);
      await note(job, id, { status: 'failed', error: words });
      if (!(error instanceof AppError)) throw error;
    }
  },
});

async function make(job: JobRun, run: ReportRun, caller: Caller): Promise<void> {
  await note(job, run.id, { status: 'running' }, false);
  const { read } = job.deps.database;
  const ctx = createContext(job.deps, read, caller);
  const template = (await findRow(read, ReportTemplate, { id: run.templateId }))!;
  const bytes = await readFile(editionPath(job.deps, run.editionId));
  const asked = readTemplate(await openWorkbook(bytes), template.list, template.mapping);
  const filter = { from: run.fromDay, to: run.toDay, owners: run.owners };
  const data = await loadReport(ctx, asked.lists, filter, template.list);
  const managers: { name: string; data: ReportData }[] = [];
  if (asked.repeated.length)
    for (const { id, name } of await reportPeople(ctx, run.owners))
      managers.push({ name, data: await loadReport(ctx, asked.lists, { ...filter, owners: [id] }, template.list) });
  const filled = await fillXlsx(
    bytes,
    { ...data, managers },
    {
      main: template.list,
      mapping: template.mapping,
      onProgress: async (done, of) => {
        const now = await findRow(read, ReportRun, { id: run.id });
        if (now?.status === 'cancelled') return false;
        await note(job, run.id, { doneRows: done, ofRows: of }, false);
        // Told in time, or the job passes to another process; where it should leave off, it begins anew later.
        if (!(await job.heartbeat())) throw new JobInterrupted();
        return true;
      },
    },
  );
  const path = runPath(job.deps, run.id);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, filled.bytes);
  await note(job, run.id, {
    status: 'done',
    doneRows: filled.rows,
    ofRows: filled.rows,
    bytes: filled.bytes.length,
    preview: filled.preview,
    error: null,
  });
  if (run.scheduleId) await tellMade(job, run);
}

/** A scheduled report is told to its receiver by the ways he chose, the workbook with the letter. */
const tellMade = (job: JobRun, run: ReportRun) =>
  job.transaction(async (ctx) => {
    await notify(ctx, {
      userId: run.byId!,
      kind: 'report',
      about: `report:${run.id}`,
      link: `/reports/${run.id}`,
      attachment: { kind: 'reports', id: run.id, name: run.fileName },
      compose: ({ say }) => ({
        title: say('reports.made', { name: run.fileName.replace(/\.xlsx$/, '') }),
        body: say('reports.madeBody'),
      }),
    });
  });

const note = (job: JobRun, id: string, set: Partial<ReportRun>, last = true) =>
  job.transaction((ctx) =>
    changeRows(ctx.db, ReportRun, { id }, { ...set, ...(last ? { finishedAt: ctx.clock.now() } : {}) }),
  );

// Reading --------------------------------------------------------------------------------------------------------------

interface Row extends Record<string, unknown> {
  id: string;
  templateId: string;
  templateName: string;
  edition: number;
  fromDay: string;
  toDay: string;
  status: RunView['status'];
  doneRows: number;
  ofRows: number;
  fileName: string;
  bytes: number;
  error: string | null;
  byId: string | null;
  byName: string | null;
  at: Date | string;
  finishedAt: Date | string | null;
}

const select = sql`select r.id as id, r.templateId as templateId, t.name as templateName, e.edition as edition,
  r.fromDay as fromDay, r.toDay as toDay, r.status as status, r.doneRows as doneRows, r.ofRows as ofRows,
  r.fileName as fileName, r.bytes as bytes, r.error as error, r.byId as byId, u.name as byName, r.at as at,
  r.finishedAt as finishedAt
  from report_run r join report_template t on t.id = r.templateId join report_edition e on e.id = r.editionId
  left join user_account u on u.id = r.byId`;

const toView = (row: Row): RunView => ({
  id: row.id,
  template: { id: row.templateId, name: row.templateName },
  edition: row.edition,
  from: row.fromDay,
  to: row.toDay,
  status: row.status,
  progress: { done: row.doneRows, of: row.ofRows },
  rows: row.doneRows,
  fileName: row.fileName,
  bytes: row.bytes,
  error: row.error,
  by: refOf(row.byId, row.byName),
  at: toIso(row.at),
  finishedAt: toIso(row.finishedAt),
});

async function viewRun(ctx: Ctx, id: string): Promise<RunView> {
  return toView((await ctx.db.row<Row>(sql`${select} where r.id = ${id}`))!);
}

/** Another's report does not exist: it holds what he may see. */
async function loadOwn(ctx: Ctx, id: string): Promise<ReportRun> {
  requirePermission(ctx, 'reports.run');
  const run = await findRow(ctx.db, ReportRun, { id });
  if (!run || run.byId !== signedIn(ctx).id) throw notFound();
  return run;
}

export async function readRun(ctx: Ctx, { id }: EndpointParsed<typeof getRun>): Promise<EndpointOutput<typeof getRun>> {
  const run = await loadOwn(ctx, id);
  return { ...(await viewRun(ctx, id)), preview: run.preview };
}

const newestFirst: SortKey[] = [
  { column: raw('r.at'), property: 'at', instant: true, descending: true },
  { column: raw('r.id'), property: 'id', descending: true },
];

export async function readRuns(
  ctx: Ctx,
  { limit, after }: EndpointParsed<typeof listRuns>,
): Promise<EndpointOutput<typeof listRuns>> {
  requirePermission(ctx, 'reports.run');
  const rows = await ctx.db.rows<Row>(sql`${select}
    where ${allOf([sql`r.byId = ${signedIn(ctx).id}`, afterCursor(newestFirst, after)])} ${pageOf(newestFirst, limit)}`);
  return cutPage(rows, limit, newestFirst, toView);
}

export async function stopRun(ctx: Ctx, { id }: EndpointParsed<typeof cancelRun>): Promise<RunView> {
  const run = await loadOwn(ctx, id);
  if (run.status !== 'waiting' && run.status !== 'running') throw conflict('reports.notUnderWay');
  await changeRows(ctx.db, ReportRun, { id }, { status: 'cancelled', finishedAt: ctx.clock.now() });
  return viewRun(ctx, id);
}

export async function takeRunOut(ctx: Ctx, { id }: EndpointParsed<typeof downloadRun>): Promise<FileAnswer> {
  const run = await loadOwn(ctx, id);
  if (run.status !== 'done') throw conflict('reports.notReady');
  const path = runPath(ctx, id);
  if (!existsSync(path)) throw notFound('documents.fileGone');
  return new FileAnswer(createReadStream(path), run.fileName, xlsx);
}
