import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { requirePermission } from '../../kernel/authorize';
import { noteInHistory } from '../../kernel/audit';
import { createContext, signedIn, type Caller, type Ctx, type Deps } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointParsed } from '../../kernel/endpoint';
import { AppError, conflict, notFound } from '../../kernel/errors';
import { FileAnswer } from '../../kernel/handle';
import { newId } from '../../kernel/id';
import { defineJob, enqueue, JobInterrupted, type JobRun } from '../../kernel/jobs';
import { inList, raw, sql } from '../../kernel/sql';
import type { CompanyRow, PhoneView } from '../companies/companies.contract';
import { companyConditions, countWhere, findCompanies, type CompanyFilter } from '../companies/companies.public';
import { identityOf } from '../users/users.public';
import { fileOf } from './import-files';
import type { cancelExport, ExportView, getExport, startExport } from './imports.contract';
import { Export } from './imports.entity';
import { changeRows, findRow, insertRows } from '../../kernel/rows';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Leaves the export to the background. That data leaves, who took it and why, is in the history. */
export async function beginExport(
  ctx: Ctx,
  { why, ...filter }: EndpointParsed<typeof startExport>,
): Promise<ExportView> {
  requirePermission(ctx, 'companies.export');
  const now = ctx.clock.now();
  const row: Export = {
    id: newId(now),
    userId: signedIn(ctx).id,
    fileName: `companies-${now.toISOString().slice(0, 10)}.xlsx`,
    filter,
    why,
    status: 'waiting',
    total: null,
    processed: 0,
    cancelAsked: false,
    error: null,
    createdAt: now,
  };
  await insertRows(ctx.db, Export, [row]);
  await noteInHistory(ctx, { entity: 'company_export', recordId: row.id, action: 'create', fields: { filter, why } });
  await enqueue(ctx, runExport.kind, { exportId: row.id });
  return toView(row);
}

export async function readExport(ctx: Ctx, { id }: EndpointParsed<typeof getExport>): Promise<ExportView> {
  return toView(await loadOwn(ctx, id));
}

export async function stopExport(ctx: Ctx, { id }: EndpointParsed<typeof cancelExport>): Promise<{ ok: true }> {
  const row = await loadOwn(ctx, id);
  if (row.status !== 'waiting' && row.status !== 'running') throw conflict('exports.notUnderWay');
  await changeRows(ctx.db, Export, { id }, { cancelAsked: true });
  return { ok: true };
}

export async function takeFileOut(ctx: Ctx, { id }: EndpointParsed<typeof getExport>): Promise<FileAnswer> {
  const row = await loadOwn(ctx, id);
  if (row.status !== 'done') throw conflict('exports.notReady');
  return new FileAnswer(createReadStream(fileOf(ctx.settings, id, 'exports')), row.fileName, xlsx);
}

async function loadOwn(ctx: Ctx, id: string): Promise<Export> {
  requirePermission(ctx, 'companies.export');
  const row = await findRow(ctx.db, Export, { id });
  if (!row || row.userId !== signedIn(ctx).id) throw notFound();
  return row;
}

const toView = ({ id, status, fileName, total, processed, error, createdAt }: Export): ExportView => ({
  id,
  status,
  fileName,
  total,
  processed,
  error,
  createdAt: toIso(createdAt),
});

/** Writes the file page by page with the rights its owner has now, not those he had when he asked. */
export const runExport = defineJob({
  kind: 'exports.run',
  attempts: 3,
  run: async (job, payload) => {
    const id = String(payload.exportId);
    const row = await findRow(job.deps.database.read, Export, { id });
    if (!row || (row.status !== 'waiting' && row.status !== 'running')) return;
    const path = fileOf(job.deps.settings, id, 'exports');
    try {
      const user = await identityOf(job.deps, row.userId);
      if (!user) throw new AppError(403, 'forbidden');
      const finished = await writeFile(job, row, { user, locale: user.locale }, path);
      if (!finished) await rm(path, { force: true });
      await update(job, id, { status: finished ? 'done' : 'cancelled' });
    } catch (error) {
      await rm(path, { force: true });
      if (error instanceof JobInterrupted) throw error;
      await update(job, id, { status: 'failed', error: error instanceof AppError ? error.code : 'internal' });
      throw error;
    }
  },
});

const headings = {
  ru: [
    'Название',
    'Статус',
    'Ответственный',
    'ИНН',
    'КПП',
    'ОГРН',
    'Город',
    'Часовой пояс',
    'Телефон',
    'E-mail',
    'Контакты',
    'Следующий контакт',
    'Последний контакт',
    'Покупательная способность',
    'Источник',
    'Создана',
  ],
  en: [
    'Name',
    'Status',
    'Owner',
    'INN',
    'KPP',
    'OGRN',
    'City',
    'Time zone',
    'Phone',
    'E-mail',
    'Contacts',
    'Next contact',
    'Last contact',
    'Purchasing power',
    'Source',
    'Created',
  ],
};
const words = {
  ru: { pool: 'Общая база', client: 'Клиент', high: 'высокая', medium: 'средняя', low: 'низкая', unknown: '' },
  en: { pool: 'Common base', client: 'Client', high: 'high', medium: 'medium', low: 'low', unknown: '' },
};

async function writeFile(job: JobRun, row: Export, caller: Caller, path: string): Promise<boolean> {
  const ctx = createContext(job.deps, job.deps.database.read, caller);
  const filter = row.filter as CompanyFilter;
  const { value: total } = await countWhere(ctx, await companyConditions(ctx, filter), true);
  await update(job, row.id, { status: 'running', total, processed: 0 });

  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
  const sheet = book.addWorksheet(caller.locale === 'ru' ? 'Компании' : 'Companies', {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = headings[caller.locale].map((header, index) => ({
    header,
    width: index === 0 ? 44 : index === 10 ? 60 : 20,
  }));
  sheet.getRow(1).font = { bold: true };

  let after: string | undefined;
  let processed = 0;
  do {
    const page = await findCompanies(ctx, { ...filter, sort: 'name', limit: 200, after });
    for (const line of await linesOf(ctx, page.rows)) sheet.addRow(line).commit();
    processed += page.rows.length;
    after = page.next ?? undefined;
    await update(job, row.id, { processed });
    if (!(await job.heartbeat())) throw new JobInterrupted();
    if (await cancelAsked(job.deps, row.id)) {
      await book.commit();
      return false;
    }
  } while (after);
  await book.commit();
  return true;
}

async function linesOf(ctx: Ctx, rows: CompanyRow[]): Promise<(string | Date | null)[][]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const more = await byCompany<{
    companyId: string;
    source: string | null;
    createdAt: Date | string;
    emails: string;
    phones: string;
  }>(
    ctx,
    sql`select c.id as companyId, c.source as source, c.createdAt as createdAt, c.emails as emails, c.phones as phones from company c where ${inList(raw('c.id'), ids)}`,
  );
  const requisites = await byCompany<{ companyId: string; kpp: string | null; ogrn: string | null }>(
    ctx,
    sql`select l.companyId as companyId, l.kpp as kpp, l.ogrn as ogrn from legal_entity l where ${inList(raw('l.companyId'), ids)} and l.deletedAt is null and l.main = ${true}`,
  );
  const people = await byCompany<{
    companyId: string;
    name: string;
    position: string | null;
    phones: string;
    emails: string;
  }>(
    ctx,
    sql`select p.companyId as companyId, p.name as name, p.position as position, p.phones as phones, p.emails as emails from contact p
      where ${inList(raw('p.companyId'), ids)} and p.deletedAt is null order by p.companyId, p.id`,
  );
  const word = words[ctx.locale];
  const phonesIn = (text: string) => (JSON.parse(text) as PhoneView[]).map((phone) => phone.text).join(', ');
  return rows.map((row) => {
    const own = more.get(row.id)?.[0];
    const legal = requisites.get(row.id)?.[0];
    return [
      row.name,
      word[row.status],
      row.owner?.name ?? null,
      row.inn,
      legal?.kpp ?? null,
      legal?.ogrn ?? null,
      row.city,
      row.timeZone,
      own ? phonesIn(own.phones) : null,
      own ? (JSON.parse(own.emails) as string[]).join(', ') : null,
      (people.get(row.id) ?? [])
        .map(({ name, position, phones, emails }) =>
          [name, position, phonesIn(phones), (JSON.parse(emails) as string[]).join(', ')].filter(Boolean).join(', '),
        )
        .join('\n'),
      row.nextContact ? new Date(row.nextContact.at) : null,
      row.lastContactAt ? new Date(row.lastContactAt) : null,
      word[row.purchasingPower],
      own?.source ?? null,
      own ? new Date(own.createdAt) : null,
    ].map(harmless);
  });
}

/** A cell that begins like a formula would be run by whoever opens the file (OWASP, CSV injection). */
const harmless = (value: string | Date | null) =>
  typeof value === 'string' && /^[=+@\t\r-]/.test(value) && !/^\+\d/.test(value) ? `'${value}` : value;

async function byCompany<T extends { companyId: string }>(
  ctx: Ctx,
  query: Parameters<Ctx['db']['rows']>[0],
): Promise<Map<string, T[]>> {
  const grouped = new Map<string, T[]>();
  for (const row of await ctx.db.rows<T>(query))
    grouped.set(row.companyId, [...(grouped.get(row.companyId) ?? []), row]);
  return grouped;
}

const update = (job: JobRun, id: string, set: Partial<Export>) =>
  job.transaction(async (ctx) => void (await changeRows(ctx.db, Export, { id }, set)));

const cancelAsked = async (deps: Deps, id: string) =>
  (await findRow(deps.database.read, Export, { id }))?.cancelAsked ?? true;
