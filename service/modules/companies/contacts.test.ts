import { buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import type { Company } from './companies.entity';
import {
  createConsignee,
  createContact,
  deleteConsignee,
  deleteContact,
  getCompany,
  listCompanies,
  updateConsignee,
  updateContact,
} from './companies.contract';

let app: TestApp;
let anna: Person;
let company: Company;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
});
beforeEach(async () => {
  company = await buildCompany(app, { ownerId: anna.id });
});
afterAll(() => app.close());

const add = (values: { name: string } & Record<string, unknown>) =>
  app.call(createContact, { companyId: company.id, ...values }, anna.token);
const change = (id: string, version: number, values: object) =>
  app.call(updateContact, { id, version, ...values }, anna.token);
const card = async () => (await app.call(getCompany, { id: company.id }, anna.token)).body;

describe('contact persons', () => {
  test('are kept as written, with roles in the purchase, phones as machines dial them', async () => {
    const { status, body } = await add({
      name: ' Мария Ивановна ',
      position: 'главный бухгалтер',
      roles: ['pays', 'decides'],
      phones: ['8 916 000-00-00', 'спросить на вахте'],
      emails: ['Maria@Example.ru'],
      birthday: { day: 1, month: 5, year: 1980 },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Мария Ивановна',
      roles: ['pays', 'decides'],
      phones: [
        { text: '8 916 000-00-00', e164: '+79160000000', extension: null },
        { text: 'спросить на вахте', e164: null, extension: null },
      ],
      emails: ['maria@example.ru'],
      birthday: { day: 1, month: 5, year: 1980 },
      main: false,
    });
    expect((await card()).contacts).toEqual([body]);
    const byPhone = await app.call(listCompanies, { search: '9160000000' }, anna.token);
    expect(byPhone.body.rows.map(({ id }) => id)).toContain(company.id);
  });

  test('a birthday may lack its year, and be 29 February', async () => {
    const leap = (await add({ name: 'Високосная', birthday: { day: 29, month: 2, year: null } })).body;
    expect(leap.birthday).toEqual({ day: 29, month: 2, year: null });
    expect((await change(leap.id, 1, { birthday: { day: 29, month: 2, year: 1996 } })).status).toBe(200);
    const wrong = [
      { day: 29, month: 2, year: 1995 },
      { day: 30, month: 2, year: null },
      { day: 31, month: 6, year: 2000 },
    ];
    for (const birthday of wrong) {
      const { status, body } = await change(leap.id, 2, { birthday });
      expect(status).toBe(400);
      expect(body.fields).toEqual({ birthday: 'такого числа в этом месяце нет' });
    }
    expect((await change(leap.id, 2, { birthday: null })).body.birthday).toBeNull();
  });

  test('one is the main: naming another takes it from the one before', async () => {
    const first = (await add({ name: 'Первый', main: true })).body;
    const second = (await add({ name: 'Второй' })).body;
    await change(second.id, 1, { main: true });
    expect((await card()).contacts.map(({ name, main }) => [name, main])).toEqual([
      ['Второй', true],
      ['Первый', false],
    ]);
    // The one who lost it was changed: whoever has him open is told.
    expect((await change(first.id, 1, { position: 'кладовщик' })).status).toBe(409);
    expect((await change(first.id, 2, { position: 'кладовщик' })).status).toBe(200);
  });

  test('one who left is on the card no more, nor found', async () => {
    const { id } = (await add({ name: 'Уникальнейшая Прасковья' })).body;
    const found = async () =>
      (await app.call(listCompanies, { search: 'прасковья' }, anna.token)).body.rows.map((row) => row.id);
    expect(await found()).toEqual([company.id]);
    expect((await app.call(deleteContact, { id, version: 2 }, anna.token)).status).toBe(409);
    expect((await app.call(deleteContact, { id, version: 1 }, anna.token)).status).toBe(200);
    expect(await found()).toEqual([]);
    expect((await card()).contacts).toEqual([]);
    expect((await change(id, 2, { name: 'Вернувшаяся' })).status).toBe(404);
  });

  test('a stranger neither sees nor touches them', async () => {
    const stranger = await buildUser(app);
    const { id } = (await add({ name: 'Тайный' })).body;
    for (const refused of [
      await app.call(createContact, { companyId: company.id, name: 'Чужой' }, stranger.token),
      await app.call(updateContact, { id, version: 1, name: 'Чужой' }, stranger.token),
      await app.call(deleteContact, { id, version: 1 }, stranger.token),
    ])
      expect(refused.status).toBe(404);
    expect((await card()).contacts.map(({ name }) => name)).toEqual(['Тайный']);
  });
});

describe('consignees', () => {
  test('have an address, a KPP and a clock of their own', async () => {
    const values = { companyId: company.id, name: 'Склад на Сахалине', address: 'ул. Мира, 1' };
    const { body } = await app.call(
      createConsignee,
      { ...values, kpp: '650101001', city: 'Южно-Сахалинск', phone: '8 4242 00-00-00', contactName: 'Олег' },
      anna.token,
    );
    expect(body).toMatchObject({ kpp: '650101001', timeZone: 'Asia/Sakhalin', phone: { e164: '+74242000000' } });
    expect((await card()).consignees).toEqual([body]);
    expect(company.timeZone).toBe('Europe/Moscow');

    const moved = await app.call(updateConsignee, { id: body.id, version: 1, city: 'Чита', phone: null }, anna.token);
    expect(moved.body).toMatchObject({ timeZone: 'Asia/Chita', phone: null, contactName: 'Олег' });
    const wrong = await app.call(updateConsignee, { id: body.id, version: 2, kpp: '65010100' }, anna.token);
    expect(Object.keys(wrong.body.fields!)).toEqual(['kpp']);
    expect((await app.call(deleteConsignee, { id: body.id, version: 2 }, anna.token)).status).toBe(200);
    expect((await card()).consignees).toEqual([]);
  });
});
