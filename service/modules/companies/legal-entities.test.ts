import { makeInn } from '../../../database/seeds/generate';
import { buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import {
  createCompany,
  createLegalEntity,
  deleteLegalEntity,
  getCompany,
  listCompanies,
  updateLegalEntity,
} from './companies.contract';
import { insertLegalEntity } from './edit-legal-entities';

let app: TestApp;
let anna: Person;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app, { name: 'Анна Светлова' });
});
afterAll(() => app.close());

const wrong = { inn: '7707083894', kpp: '77360100', ogrn: '1027700132196' };
const add = (companyId: string, values: { name: string } & Record<string, unknown>, by = anna) =>
  app.call(createLegalEntity, { companyId, ...values }, by.token);

describe('numbers with check digits', () => {
  test('wrong ones are named by their fields, in Russian', async () => {
    const { status, body } = await app.call(createCompany, { name: 'Ошибочная', ...wrong }, anna.token);
    expect(status).toBe(400);
    expect(body.fields).toEqual({
      inn: 'контрольная цифра ИНН не сходится, проверьте номер',
      kpp: 'КПП — 9 знаков: 4 цифры, 2 цифры или буквы, 3 цифры',
      ogrn: 'контрольная цифра ОГРН не сходится',
    });
  });

  test('and in English for who reads English', async () => {
    const john = await buildUser(app, { locale: 'en' });
    const { body } = await app.call(createCompany, { name: 'Mistaken', ...wrong }, john.token);
    expect(body.fields).toEqual({
      inn: 'the INN’s check digit does not match, check the number',
      kpp: 'a KPP has 9 characters: 4 digits, 2 digits or letters, 3 digits',
      ogrn: 'the OGRN’s check digit does not match',
    });
    expect(body.message).toMatch(/^Please check: inn — the INN’s check digit/);
  });

  test('a bank account must agree with its bank', async () => {
    const company = await buildCompany(app, { ownerId: anna.id });
    const account = (values: object) => ({
      bik: '044525225',
      account: '40702810138250123017',
      corrAccount: '30101810400000000225',
      bankName: null,
      ...values,
    });
    const accounts = [
      account({}),
      account({ account: '40702810138250123018' }),
      account({ corrAccount: '30101810400000000226' }),
    ];
    expect((await add(company.id, { name: 'ООО «Счёт»', accounts })).body.fields).toEqual({
      'accounts.1.account': 'контрольный ключ счёта не сходится с БИК',
      'accounts.2.corrAccount': 'контрольный ключ корсчёта не сходится с БИК',
    });
    const letters = await add(company.id, { name: 'ООО «Счёт»', accounts: [account({ bik: '04452522O' })] });
    expect(letters.body.fields).toEqual({ 'accounts.0.bik': 'БИК — 9 цифр' });
    const right = await add(company.id, { name: 'ООО «Счёт»', accounts: accounts.slice(0, 1) });
    expect(right.body.accounts).toEqual([account({})]);
  });

  test('what an import kept in spite of doubts may stay while other fields change, but not be typed anew', async () => {
    const company = await buildCompany(app, { ownerId: anna.id });
    const dirty = await app.write((ctx) =>
      insertLegalEntity(ctx, company.id, { name: 'ООО «Грязь»', inn: wrong.inn }, { lenient: true }),
    );
    expect(dirty.doubts).toEqual({ inn: 'companies.innCheckDigit' });
    const change = (version: number, values: object) =>
      app.call(updateLegalEntity, { id: dirty.id, version, ...values }, anna.token);
    expect((await change(1, { name: 'ООО «Чистота»' })).body).toMatchObject({ version: 2, inn: wrong.inn });
    expect((await change(2, { inn: '7707083895' })).body.fields).toHaveProperty('inn');
    expect((await change(2, { inn: '7707083893' })).body).toMatchObject({ version: 3, doubts: {} });
  });
});

describe('the same INN and KPP stand in one company only', () => {
  test('the refusal names the company and whom to talk to', async () => {
    const [requisites, boris] = [{ inn: makeInn(77, 1), kpp: '770001001' }, await buildUser(app)];
    const held = await buildCompany(app, { name: 'АО «Первая»', ...requisites, ownerId: anna.id });
    const { status, body } = await app.call(createCompany, { name: 'Вторая', ...requisites }, boris.token);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'companies.requisitesTaken',
      message: 'Такие ИНН и КПП уже есть: АО «Первая», ответственный Анна Светлова.',
      details: { companyId: held.id },
    });
  });

  test('a branch has another KPP, and freed requisites may be taken', async () => {
    const inn = makeInn(77, 2);
    const [one, two] = [await buildCompany(app, { ownerId: anna.id }), await buildCompany(app, { ownerId: anna.id })];
    const head = (await add(one.id, { name: 'Головная', inn, kpp: '770001001' })).body;
    expect((await add(two.id, { name: 'Филиал', inn, kpp: '780001001' })).status).toBe(200);
    expect((await add(two.id, { name: 'Ещё раз', inn, kpp: '770001001' })).status).toBe(409);
    await app.call(updateLegalEntity, { id: head.id, version: 1, kpp: '770001002' }, anna.token);
    expect((await add(two.id, { name: 'Ещё раз', inn, kpp: '770001001' })).status).toBe(200);
    const back = await app.call(updateLegalEntity, { id: head.id, version: 2, kpp: '770001001' }, anna.token);
    expect(back.status).toBe(409);
  });
});

describe('several requisites in one company', () => {
  test('one is the main; its INN is the company’s in lists', async () => {
    const company = await buildCompany(app, { name: 'Многоликая', ownerId: anna.id });
    const [inn1, inn2] = [makeInn(77, 11), makeInn(77, 12)];
    const first = (await add(company.id, { name: 'Первая', inn: inn1 })).body;
    const second = (await add(company.id, { name: 'Вторая', inn: inn2 })).body;
    expect([first.main, second.main]).toEqual([true, false]);
    const inList = async () =>
      (await app.call(listCompanies, { search: 'многоликая' }, anna.token)).body.rows.map(({ inn }) => inn);
    expect(await inList()).toEqual([inn1]);

    await app.call(updateLegalEntity, { id: second.id, version: 1, main: true }, anna.token);
    const card = async () => (await app.call(getCompany, { id: company.id }, anna.token)).body.legalEntities;
    expect((await card()).map(({ name, main }) => [name, main])).toEqual([
      ['Вторая', true],
      ['Первая', false],
    ]);
    expect(await inList()).toEqual([inn2]);

    await app.call(deleteLegalEntity, { id: second.id, version: 2 }, anna.token);
    expect((await card()).map(({ name }) => name)).toEqual(['Первая']);
    expect(await inList()).toEqual([inn1]);
    const bySecond = await app.call(listCompanies, { search: inn2 }, anna.token);
    expect(bySecond.body.rows).toEqual([]);
  });

  test('a stale change is refused with what is there now', async () => {
    const company = await buildCompany(app, { ownerId: anna.id });
    const { id } = (await add(company.id, { name: 'Было' })).body;
    await app.call(updateLegalEntity, { id, version: 1, name: 'Стало' }, anna.token);
    const late = await app.call(updateLegalEntity, { id, version: 1, director: 'Иванов' }, anna.token);
    expect(late).toMatchObject({ status: 409, body: { code: 'stale', current: { name: 'Стало', version: 2 } } });
    expect((await app.call(deleteLegalEntity, { id, version: 1 }, anna.token)).status).toBe(409);
  });
});
