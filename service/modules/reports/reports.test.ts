import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import XlsxPopulate from 'xlsx-populate';
import { localMailer } from '../../adapters/mailer/mailer.local';
import { sql } from '../../kernel/sql';
import { buildActivity, buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { buildDeal, buildOffer } from '../../test/deal-builders';
import { download } from '../../test/files';
import { testApp, type Answer, type TestApp } from '../../test/test-app';
import { Outcome } from '../activities/activities.entity';
import { findRecord } from '../../kernel/records';
import {
  cancelRun,
  createSchedule,
  getDashboard,
  getRun,
  listEditions,
  listRuns,
  listTemplates,
  startRun,
  updateTemplate,
  type TemplateView,
} from './reports.contract';
import { duePeriod } from './schedules';

const sample = readFileSync(join(__dirname, 'fixtures/report_template_sales_ru.xlsx'));
const mailer = localMailer();
let app: TestApp;
let head: Person;
let anna: Person;
let boris: Person;
beforeAll(async () => {
  app = await testApp({ adapters: { mailer } });
  const { id: departmentId } = await buildDepartment(app);
  head = await buildUser(app, { role: 'head', departmentId, email: 'head@firm.example' });
  anna = await buildUser(app, { departmentId, name: 'Анна' });
  boris = await buildUser(app, { departmentId, name: 'Борис' });
  for (const [owner, amount] of [
    [anna, 100_00],
    [boris, 200_50],
  ] as const) {
    const company = await buildCompany(app, {
      ownerId: owner.id,
      name: `ООО «${owner.name}»`,
      inn: owner === anna ? '7707083893' : '7728168971',
    });
    const deal = await buildDeal(app, company, { amount, day: '2026-03-10' });
    await buildOffer(app, deal, { amount, day: '2026-03-10' });
    const outcome = await app.write((ctx) => findRecord(ctx, Outcome, { kind: 'call', name: 'Поговорили' }));
    await buildActivity(app, company, {
      status: 'done',
      at: new Date('2026-03-11T09:00:00Z'),
      outcomeId: outcome!.id,
      note: 'Обсудили комплектацию',
    });
  }
});
afterAll(() => app.close());

const upload = (query: Record<string, string>, bytes: Buffer = sample, by = head) =>
  app.http('POST', `/api/report-templates?${new URLSearchParams(query)}`, {
    token: by.token,
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  }) as unknown as Promise<Answer<TemplateView>>;
const march = { from: '2026-03-01', to: '2026-03-31' };
const make = async (templateId: string, by = head, more: object = {}) => {
  const { body } = await app.call(startRun, { templateId, ...march, ...more }, by.token);
  await app.drainJobs();
  return (await app.call(getRun, { id: body.id }, by.token)).body;
};
const gallery = async (code: string) => {
  const row = await app.deps.database.read.row<{ id: string }>(
    sql`select id from report_template where code = ${code}`,
  );
  return row!.id;
};

describe('the company’s own sample', () => {
  let template: TemplateView;
  beforeAll(async () => {
    template = (await upload({ fileName: 'Наш отчёт.xlsx' })).body;
  });

  test('becomes a template, and a report holds what its maker may see', async () => {
    expect(template).toMatchObject({ name: 'Наш отчёт', edition: 1, unknown: [], list: 'deals', builtIn: false });
    const run = await make(template.id);
    expect(run).toMatchObject({ status: 'done', rows: 2, fileName: 'Наш отчёт 01.03.2026-31.03.2026.xlsx' });
    expect(run.preview![0]!.rows[7]!.slice(4, 6)).toEqual(['Итого:', '300,50']);
    const { body } = await download(app, head.token, `/api/reports/${run.id}/file`);
    const sheet = (await XlsxPopulate.fromDataAsync(body as unknown as Buffer)).sheet(0);
    expect([6, 7].map((row) => sheet.cell(row, 2).value())).toEqual(['ООО «Анна»', 'ООО «Борис»']);
    expect(sheet.cell(8, 6).formula()).toBe('SUM(F6:F7)');

    const own = await make(template.id, anna);
    expect(own.preview![0]!.rows[5]![1]).toBe('ООО «Анна»');
    expect(own.rows).toBe(1);
    expect((await make(template.id, head, { owners: [boris.id] })).preview![0]!.rows[2]![1]).toBe('Борис');
    // Another's report does not exist.
    expect((await app.call(getRun, { id: run.id }, anna.token)).status).toBe(404);
    expect((await app.call(listRuns, {}, anna.token)).body.rows.map(({ id }) => id)).toEqual([own.id]);
  });

  test('uploaded again is its next edition; a report tells which one it was made of', async () => {
    const next = (await upload({ fileName: 'Наш отчёт 2.xlsx', templateId: template.id })).body;
    expect(next).toMatchObject({ id: template.id, edition: 2, fileName: 'Наш отчёт 2.xlsx' });
    expect((await make(template.id)).edition).toBe(2);
    const { rows } = (await app.call(listEditions, { id: template.id }, anna.token)).body;
    expect(rows.map(({ edition }) => edition)).toEqual([2, 1]);
    const first = await download(app, anna.token, `/api/report-templates/${template.id}/file?editionId=${rows[1]!.id}`);
    expect((first.body as unknown as Buffer).equals(sample)).toBe(true);
  });

  test('with words of its own, which are mapped once', async () => {
    const workbook = await XlsxPopulate.fromBlankAsync();
    workbook.sheet(0).cell(1, 1).value('{{#rows}}{{Наименование покупателя}}{{/rows}}');
    const own = (await upload({ fileName: 'Слова.xlsx' }, Buffer.from(await workbook.outputAsync()))).body;
    expect(own.unknown).toEqual([{ tag: 'Наименование покупателя', sheet: 'Sheet1', cell: 'A1', list: 'deals' }]);
    const mapping = { 'deals.Наименование покупателя': 'company' };
    const mapped = (await app.call(updateTemplate, { id: own.id, version: own.version, mapping }, head.token)).body;
    expect(mapped.unknown).toEqual([]);
    expect((await make(own.id)).preview![0]!.rows.flat()).toEqual(['ООО «Анна»', 'ООО «Борис»']);
  });

  test('broken, or brought by who may not, is refused and leaves nothing', async () => {
    const before = (await app.call(listTemplates, {}, head.token)).body.rows.length;
    expect((await upload({ fileName: 'a.xlsx' }, Buffer.from('нет'))).body.code).toBe('reports.notXlsx');
    expect((await upload({ fileName: 'a.xlsx' }, sample, anna)).status).toBe(403);
    expect((await app.call(listTemplates, {}, head.token)).body.rows).toHaveLength(before);
  });

  test('a period that ends before it begins, or lasts for years, is refused by name; a waiting one can be left off', async () => {
    const asked = (dates: object) => app.call(startRun, { templateId: template.id, ...march, ...dates }, head.token);
    expect((await asked({ to: '2026-02-01' })).body.fields).toHaveProperty('to');
    expect((await asked({ to: '2029-02-01' })).body.fields).toHaveProperty('to');
    const { body } = await asked({});
    expect((await app.call(cancelRun, { id: body.id }, head.token)).body.status).toBe('cancelled');
    await app.drainJobs();
    expect((await app.call(getRun, { id: body.id }, head.token)).body.status).toBe('cancelled');
    expect((await app.call(cancelRun, { id: body.id }, head.token)).status).toBe(409);
  });
});

test.each(['kpiWeek', 'pipeline', 'forecast', 'financeDay', 'salesByManager', 'activities'])(
  'the gallery’s %s is made as it comes',
  async (code) => {
    const dates = code === 'kpiWeek' ? { from: '2026-03-09', to: '2026-03-15' } : {};
    const run = await make(await gallery(code), head, dates);
    expect([run.error, run.status]).toEqual([null, 'done']);
    const words = run.preview!.flatMap(({ rows }) => rows.flat()).join('|');
    expect(words).toContain(code === 'pipeline' ? 'Подготовка предложения' : code === 'forecast' ? '03.2026' : 'Анна');
    expect(words).not.toMatch(/\{\{|=IFERROR|#REF/);
  },
);

test('the week’s figures in the workbook are those of the page', async () => {
  const run = await make(await gallery('kpiWeek'), head, { from: '2026-03-09', to: '2026-03-15' });
  expect(run.preview![0]!.rows[4]!.slice(0, 4)).toEqual(['Анна', '1', '56', '2']);
  expect(run.preview![0]!.rows.at(-1)!.slice(0, 3)).toEqual(['Итого', '2', '112']);
});

describe('by schedule', () => {
  const working = (day: string) => !['2026-03-07', '2026-03-08', '2026-03-09'].includes(day);
  test.each([
    // Tuesday after a long weekend: since Friday.
    ['daily', 1, '2026-03-10', { from: '2026-03-06', to: '2026-03-09' }],
    ['daily', 1, '2026-03-09', null],
    ['weekly', 1, '2026-03-16', { from: '2026-03-09', to: '2026-03-15' }],
    ['weekly', 1, '2026-03-17', null],
    ['weekly', 5, '2026-03-13', { from: '2026-03-02', to: '2026-03-08' }],
    ['monthly', 1, '2026-03-01', { from: '2026-02-01', to: '2026-02-28' }],
    ['monthly', 28, '2026-01-28', { from: '2025-12-01', to: '2025-12-31' }],
    ['monthly', 2, '2026-03-01', null],
  ] as const)('%s on %i, looked at on %s', (cadence, day, today, period) => {
    expect(duePeriod({ cadence, day }, today, working)).toEqual(period);
  });

  test('it is made once, for each receiver with his own rights, and comes by letter with the workbook', async () => {
    await app.call(
      createSchedule,
      {
        templateId: await gallery('activities'),
        cadence: 'weekly',
        day: 1,
        minute: 480,
        recipients: [head.id, anna.id],
      },
      head.token,
    );
    const runner = (await import('../../kernel/jobs')).createJobRunner(app.deps);
    for (const at of ['2026-03-15T06:00:00Z', '2026-03-16T04:00:00Z', '2026-03-16T05:05:00Z', '2026-03-16T05:10:00Z']) {
      app.clock.set(at);
      await runner.fire('reports.schedules', new Date(at));
      await app.drainJobs();
    }
    const { rows } = (await app.call(listRuns, {}, head.token)).body;
    const mine = rows.filter(({ template }) => template.name === 'Действия менеджеров' && rows);
    expect(mine[0]).toMatchObject({ from: '2026-03-09', to: '2026-03-15', rows: 2 });
    const hers = (await app.call(listRuns, {}, anna.token)).body.rows[0]!;
    expect(hers).toMatchObject({ from: '2026-03-09', rows: 1 });
    const letters = mailer.letters.filter(({ subject }) => subject.includes('Действия менеджеров'));
    expect(letters.map(({ to }) => to.address)).toEqual(['head@firm.example']);
    expect(letters[0]!.attachments).toMatchObject([{ name: 'Действия менеджеров 09.03.2026-15.03.2026.xlsx' }]);
    app.clock.set('2026-03-12T09:00:00.000Z');
  });
});

test('the dashboard has the charts of a role, each within what one may see, each with the way to its rows', async () => {
  const of = async (by: Person) => (await app.call(getDashboard, {}, by.token)).body.charts;
  const charts = await of(head);
  expect(charts.length).toBeGreaterThanOrEqual(8);
  const pipeline = charts.find(({ id }) => id === 'pipeline')!;
  expect(pipeline.rows.map(({ label, values }) => [label, values])).toEqual([['Подготовка предложения', [300_50]]]);
  expect(pipeline.rows[0]!.link).toMatch(/^\/deals\?view=list&pipelineId=.+&stage=/);
  expect((await of(anna)).find(({ id }) => id === 'pipeline')!.rows[0]!.values).toEqual([100_00]);
  const pace = charts.find(({ id }) => id === 'pace')!;
  // One call of 56: the week has a holiday.
  expect(pace.rows.map(({ label, values }) => [label, values[0]])).toEqual([
    ['Анна', 2],
    ['Борис', 2],
  ]);
  const accountant = await buildUser(app, { role: 'accountant' });
  expect((await of(accountant)).map(({ id }) => id)).not.toContain('pace');
});
