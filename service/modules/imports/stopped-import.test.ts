import { makeInn } from '../../../database/seeds/generate';
import { createJobRunner } from '../../kernel/jobs';
import { sql } from '../../kernel/sql';
import { buildUser, type Person } from '../../test/builders';
import { csv, reportOf, run, upload } from '../../test/files';
import { testApp, type TestApp } from '../../test/test-app';
import { countCompanies } from '../companies/companies.contract';
import { cancelImport, getImport, startImport, type ImportView } from './imports.contract';

/** Half a thousand rows: some bad, some that complete one far above them. A chunk of the import is a hundred. */
let app: TestApp;
let chief: Person;
let serial = 0;
beforeEach(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator' });
  serial += 1;
});
afterEach(() => app.close());

const total = 560;
const expected = { created: 500, updated: 40, skipped: 10, refused: 10 };
function list(): string {
  const row = (number: number, notes = '') => [
    `Компания ${number}`,
    makeInn(77, number + 1),
    '770001001',
    'Тула',
    notes,
  ];
  const rows = Array.from({ length: 500 }, (_, number) => row(number));
  const bad = Array.from({ length: 10 }, () => ['', '', '', 'Тула', '']);
  const more = Array.from({ length: 40 }, (_, number) => row(number * 7, 'Ещё раз'));
  const again = Array.from({ length: 10 }, (_, number) => row(number * 7, 'Ещё раз'));
  return csv([['Название', 'ИНН', 'КПП', 'Город', 'Комментарий'], ...rows, ...bad, ...more, ...again]);
}

const uploaded = async () => (await upload(app, chief.token, `list ${serial}.csv`, list())).body;
const begin = async ({ id, mapping }: ImportView, dryRun = false) =>
  app.call(startImport, { id, mapping, dryRun }, chief.token);
const view = async ({ id }: ImportView) => (await app.call(getImport, { id }, chief.token)).body;
/** Reads the progress until some rows are done: as a screen does. */
async function untilUnderWay(file: ImportView): Promise<void> {
  while ((await view(file)).processed === 0);
}
const companies = async () => (await app.call(countCompanies, { search: 'компания' }, chief.token)).body.value;
/** What an import that nobody stopped ends with. */
async function expectWhole(file: ImportView): Promise<void> {
  expect(await view(file)).toMatchObject({ status: 'done', total, processed: total, counts: expected, error: null });
  const report = await reportOf(app, chief.token, file.id);
  expect(report.map(({ row }) => row)).toEqual(Array.from({ length: total }, (_, index) => index + 2));
  const counted = { created: 0, updated: 0, skipped: 0, refused: 0 };
  for (const { result } of report) counted[result] += 1;
  expect(counted).toEqual(expected);
  expect(await companies()).toBe(500);
}

describe('an import that is stopped', () => {
  test('by the user goes on where it was, and ends as if nobody had stopped it', async () => {
    const file = await uploaded();
    await begin(file);
    const working = app.drainJobs();
    await untilUnderWay(file);
    expect((await app.call(cancelImport, { id: file.id }, chief.token)).status).toBe(200);
    await working;
    const stopped = await view(file);
    expect(stopped).toMatchObject({ status: 'cancelled', total });
    expect(stopped.processed % 100).toBe(0);
    expect(stopped.processed).toBeLessThan(500);
    // What is written stays, and is told.
    expect(await companies()).toBe(stopped.counts.created);
    expect(stopped.counts.created).toBe(stopped.processed);

    await run(app, chief.token, file);
    await expectWhole(file);
  });

  test('before it began leaves nothing, and may begin', async () => {
    const file = await uploaded();
    await begin(file);
    await app.call(cancelImport, { id: file.id }, chief.token);
    await app.drainJobs();
    expect(await view(file)).toMatchObject({ status: 'cancelled', processed: 0 });
    expect(await companies()).toBe(0);
    expect((await app.call(cancelImport, { id: file.id }, chief.token)).status).toBe(409);
    await run(app, chief.token, file);
    await expectWhole(file);
  });

  test('by the service that stops is finished by the next one', async () => {
    const file = await uploaded();
    const stopping = createJobRunner(app.deps);
    stopping.start();
    await begin(file);
    await untilUnderWay(file);
    await stopping.stop();
    const left = await view(file);
    expect(left).toMatchObject({ status: 'running' });
    expect(left.processed).toBeLessThan(total);
    await app.drainJobs();
    await expectWhole(file);
  });

  test('by the death of its process is taken over, and no row is done twice', async () => {
    const file = await uploaded();
    const dying = createJobRunner(app.deps);
    dying.start();
    await begin(file);
    await untilUnderWay(file);
    await dying.stop();
    // As a killed process leaves its job: running, under a lease that nobody renews.
    await app.write((ctx) =>
      ctx.db.run(sql`update job set status = 'running', lease = 'of-the-dead',
        leaseUntil = ${new Date(ctx.clock.now().getTime() - 1)} where status = 'waiting'`),
    );
    await app.drainJobs();
    await expectWhole(file);
  });

  test('while it only checks begins anew, and foretells the whole', async () => {
    const file = await uploaded();
    const stopping = createJobRunner(app.deps);
    stopping.start();
    await begin(file, true);
    await untilUnderWay(file);
    await stopping.stop();
    expect(await view(file)).toMatchObject({ status: 'checking' });
    await app.drainJobs();
    expect(await view(file)).toMatchObject({ status: 'checked', processed: total, counts: expected });
    expect(await reportOf(app, chief.token, file.id)).toHaveLength(total);
    expect(await companies()).toBe(0);
  });

  test('cannot be begun twice at once', async () => {
    const file = await uploaded();
    await begin(file);
    expect(await begin(file)).toMatchObject({ status: 409, body: { code: 'imports.underWay' } });
    await app.drainJobs();
    await expectWhole(file);
    // Run again, when it is done, it is another run: with nothing left to create.
    expect((await run(app, chief.token, file)).counts).toEqual({ created: 0, updated: 0, skipped: 550, refused: 10 });
  });

  test('because its owner may no longer see companies says so, and goes on once he may', async () => {
    const file = await uploaded();
    await begin(file);
    await app.write((ctx) => ctx.db.run(sql`update user_account set status = 'blocked' where id = ${chief.id}`));
    await app.drainJobs();
    await app.write((ctx) => ctx.db.run(sql`update user_account set status = 'active' where id = ${chief.id}`));
    expect(await view(file)).toMatchObject({ status: 'failed', error: 'На это у вас нет прав.', processed: 0 });
    await run(app, chief.token, file);
    await expectWhole(file);
  });
});
