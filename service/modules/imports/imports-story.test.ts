import { makeInn } from '../../../database/seeds/generate';
import { buildCompany, buildUser, type Person } from '../../test/builders';
import { csv, reportOf, run, upload } from '../../test/files';
import { testApp, type TestApp } from '../../test/test-app';
import { companyChanges, countCompanies, getCompany, listCompanies } from '../companies/companies.contract';
import { getImport, listImportRows, listImports, startImport } from './imports.contract';

let app: TestApp;
let chief: Person;
beforeAll(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator', name: 'Главный' });
});
afterAll(() => app.close());

const headers = ['Название', 'ИНН', 'КПП', 'Город', 'Телефон', 'E-mail', 'Контактное лицо', 'Комментарий'];
let serial = 0;
/** A file nobody has seen before: three good rows, one that completes the first, two bad ones. */
function list() {
  serial += 1;
  const inn = (number: number) => makeInn(77, serial * 100 + number);
  const domain = `firma${serial}.example`;
  return csv([
    headers,
    [`ООО «Первая ${serial}»`, inn(1), '770001001', 'Москва', '8 495 100-00-01', `info@${domain}`, 'Иванов Иван', ''],
    [`АО "Вторая ${serial}"`, inn(2), '770001002', 'Казань', '', '', '', 'Просили не звонить'],
    ['', inn(3), '', 'Омск', '', '', '', ''],
    [`ИП Третий ${serial}`, '7707083894', '', '', 'не телефон', 'не почта', '', ''],
    [`Первая ${serial}, ООО`, inn(1), '770001001', '', '8 495 100-00-02', '', 'Петров Пётр', 'Второй раз'],
    [`Длинная ${'о'.repeat(250)}`, '', '', '', '', '', '', ''],
  ]);
}
const exists = async (search: string) => (await app.call(countCompanies, { search }, chief.token)).body.value;

describe('a list comes in', () => {
  test('is read, its columns are shown with a proposal, and nothing is written yet', async () => {
    const { status, body } = await upload(app, chief.token, 'Клиенты 2026.csv', list());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      fileName: 'Клиенты 2026.csv',
      format: 'csv',
      delimiter: ';',
      status: 'uploaded',
      mapping: { 0: 'name', 1: 'inn', 2: 'kpp', 3: 'city', 4: 'phone', 5: 'email', 6: 'contactName', 7: 'notes' },
      processed: 0,
      by: { id: chief.id, name: 'Главный' },
    });
    expect(body.columns.map(({ header }) => header)).toEqual(headers);
    expect(body.columns[3]!.samples).toEqual(['Москва', 'Казань', 'Омск']);
    expect(await exists(`первая ${serial}`)).toBe(0);
  });

  test('a dry run writes nothing and says exactly what the run then does', async () => {
    const { body } = await upload(app, chief.token, 'list.csv', list());
    const checked = await run(app, chief.token, body, { dryRun: true });
    expect(checked).toMatchObject({ status: 'checked', dryRun: true, total: 6, processed: 6 });
    expect(checked.counts).toEqual({ created: 3, updated: 1, skipped: 0, refused: 2 });
    const foretold = await reportOf(app, chief.token, body.id);
    expect(await exists(`первая ${serial}`)).toBe(0);

    const done = await run(app, chief.token, body);
    expect(done).toMatchObject({ status: 'done', dryRun: false, total: 6, processed: 6, counts: checked.counts });
    const report = await reportOf(app, chief.token, body.id);
    const brief = (rows: typeof report) =>
      rows.map(({ row, result, name, reasons }) => ({ row, result, name, reasons }));
    expect(brief(report)).toEqual(brief(foretold));
    expect(await exists(`первая ${serial}`)).toBe(1);
  });

  test('the companies are whole, complete each other, and their history names the importer', async () => {
    const { body } = await upload(app, chief.token, 'list.csv', list());
    await run(app, chief.token, body, { ownerId: chief.id });
    const found = (await app.call(listCompanies, { search: `первая ${serial}` }, chief.token)).body.rows;
    const { id } = found[0]!;
    expect((await app.call(getCompany, { id }, chief.token)).body).toMatchObject({
      name: `ООО «Первая ${serial}»`,
      owner: { id: chief.id },
      city: 'Москва',
      phones: [{ e164: '+74951000001' }, { e164: '+74951000002' }],
      emails: [`info@firma${serial}.example`],
      notes: 'Второй раз',
      contacts: [
        { name: 'Иванов Иван', main: true },
        { name: 'Петров Пётр', main: false },
      ],
      legalEntities: [{ inn: makeInn(77, serial * 100 + 1), kpp: '770001001', doubts: {} }],
    });
    const { rows } = (await app.call(companyChanges, { id }, chief.token)).body;
    expect(new Set(rows.map(({ by }) => by?.name))).toEqual(new Set(['Главный']));
  });

  test('a bad row is told with its number and reason, doubtful values are kept or dropped, with words', async () => {
    const { body } = await upload(app, chief.token, 'list.csv', list());
    await run(app, chief.token, body);
    const report = await reportOf(app, chief.token, body.id);
    expect(report.map(({ row, result }) => `${row} ${result}`)).toEqual([
      '2 created',
      '3 created',
      '4 refused',
      '5 created',
      '6 updated',
      '7 refused',
    ]);
    expect(report[2]).toMatchObject({
      companyId: null,
      reasons: [{ field: 'name', message: 'нет ни названия компании, ни имени человека' }],
    });
    expect(report[5]!.reasons).toMatchObject([{ field: 'name', message: expect.stringContaining('слишком длинно') }]);
    expect(report[3]!.reasons.map(({ field }) => field).sort()).toEqual(['email', 'inn', 'phone']);
    const doubtful = (await app.call(getCompany, { id: report[3]!.companyId! }, chief.token)).body;
    expect(doubtful).toMatchObject({
      phones: [{ text: 'не телефон', e164: null }],
      emails: [],
      legalEntities: [{ inn: '7707083894', doubts: { inn: 'companies.innCheckDigit' } }],
    });

    const english = await buildUser(app, { role: 'administrator', locale: 'en' });
    const again = (await upload(app, english.token, 'list.csv', list())).body;
    await run(app, english.token, again);
    const refused = await app.call(listImportRows, { id: again.id, result: 'refused' }, english.token);
    expect(refused.body.rows.map(({ row }) => row)).toEqual([4, 7]);
    expect(refused.body.rows[0]!.reasons[0]!.message).toBe('neither a company’s nor a person’s name');
  });

  test('the same file again creates nothing and changes nothing', async () => {
    const file = list();
    const first = await run(app, chief.token, (await upload(app, chief.token, 'list.csv', file)).body);
    const second = await run(app, chief.token, (await upload(app, chief.token, 'list.csv', file)).body);
    expect(first.counts).toEqual({ created: 3, updated: 1, skipped: 0, refused: 2 });
    expect(second.counts).toEqual({ created: 0, updated: 0, skipped: 4, refused: 2 });
  });
});

describe('what there is already', () => {
  test('is filled in, not overwritten; or left alone; or alone touched, as asked', async () => {
    const requisites = { inn: makeInn(50, 1), kpp: '500001001' };
    const { id } = await buildCompany(app, { name: 'Имевшаяся', city: 'Тверь', ownerId: chief.id, ...requisites });
    const file = csv([
      ['Название', 'ИНН', 'КПП', 'Город', 'Сайт'],
      ['Переименованная', requisites.inn, requisites.kpp, 'Тула', 'imevshayasya.ru'],
      ['Небывалая', makeInn(50, 2), requisites.kpp, 'Тула', ''],
    ]);
    const counted = async (mode: 'createOnly' | 'updateOnly' | 'createAndUpdate') =>
      (await run(app, chief.token, (await upload(app, chief.token, 'x.csv', file)).body, { mode, dryRun: true }))
        .counts;
    expect(await counted('createOnly')).toEqual({ created: 1, updated: 0, skipped: 1, refused: 0 });
    expect(await counted('updateOnly')).toEqual({ created: 0, updated: 1, skipped: 1, refused: 0 });
    expect(await counted('createAndUpdate')).toEqual({ created: 1, updated: 1, skipped: 0, refused: 0 });

    const { body } = await upload(app, chief.token, 'x.csv', file);
    await run(app, chief.token, body);
    const card = (await app.call(getCompany, { id }, chief.token)).body;
    expect(card).toMatchObject({ name: 'Имевшаяся', city: 'Тверь', site: 'imevshayasya.ru' });
    const [row] = await reportOf(app, chief.token, body.id);
    expect(row!.reasons).toMatchObject([{ field: 'name', message: expect.stringContaining('Имевшаяся') }]);
  });
});

describe('the mapping', () => {
  test('is remembered by the headers: the next file of that kind is mapped by itself', async () => {
    const file = (name: string) =>
      csv([
        ['Графа 1', 'Графа 2', 'Графа 3'],
        [name, 'Пермь', '8 342 200-00-00'],
      ]);
    const { body } = await upload(app, chief.token, 'odd.csv', file('Странная первая'));
    const mapping = { 0: 'name', 1: 'city', 2: 'phone' } as const;
    await run(app, chief.token, body, { mapping });
    const next = (await upload(app, chief.token, 'odd again.csv', file('Странная вторая'))).body;
    expect(next.mapping).toEqual(mapping);
    await run(app, chief.token, next);
    expect(await exists('странная')).toBe(2);
  });

  test('must name the company, use columns there are, and no field twice that holds one value', async () => {
    const { body } = await upload(app, chief.token, 'list.csv', list());
    const faults = async (mapping: Record<string, string>) =>
      (await app.call(startImport, { id: body.id, dryRun: true, mapping: mapping as never }, chief.token)).body.fields;
    expect(await faults({ 1: 'inn' })).toEqual({
      mapping: 'укажите, в каком столбце название компании (или имя человека)',
    });
    expect(await faults({ 0: 'name', 8: 'city' })).toEqual({ 'mapping.8': 'в файле нет такого столбца' });
    expect(await faults({ 0: 'name', 1: 'name' })).toEqual({ mapping: 'одно поле выбрано для двух столбцов' });
    expect(await faults({ 0: 'name', 4: 'phone', 5: 'phone' })).toBeUndefined();
    expect(await faults({ 0: 'nonsense' })).toHaveProperty(['mapping.0']);
    await app.drainJobs();
  });
});

test('imports are listed, the newest first, a page at a time', async () => {
  const reader = await buildUser(app, { role: 'administrator' });
  const ids: string[] = [];
  for (let number = 0; number < 3; number += 1)
    ids.unshift((await upload(app, reader.token, `${number}.csv`, list())).body.id);
  const page = (await app.call(listImports, { limit: 2 }, reader.token)).body;
  expect(page.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const rest = (await app.call(listImports, { limit: 2, after: page.next! }, reader.token)).body;
  expect(rest).toMatchObject({ rows: [{ id: ids[2] }], next: null });
  expect((await app.call(getImport, { id: ids[0]! }, reader.token)).body).toEqual(page.rows[0]);
});
