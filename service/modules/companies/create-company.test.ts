import { makeInn } from '../../../database/seeds/generate';
import { buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { countCompanies, createCompany, getCompany, listCompanies } from './companies.contract';

let app: TestApp;
let anna: Person;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app, { name: 'Анна Светлова' });
});
afterAll(() => app.close());

const create = (values: Record<string, unknown> & { name: string }, by = anna) =>
  app.call(createCompany, values, by.token);
const count = async (search: string) => (await app.call(countCompanies, { search }, anna.token)).body.value;

describe('a new company', () => {
  test('is answered as its whole card, which is what anybody reads afterwards', async () => {
    const { status, body } = await create({
      name: '  ООО «Ёлка-Сервис» ',
      city: 'Казань',
      phones: ['8 (843) 000-00-00 доб. 12'],
      emails: ['Info@Elka.example'],
      purchasingPower: 'high',
      annualPurchases: 1_234_567_890_12,
      inn: makeInn(16, 1),
      kpp: '160001001',
      ogrn: '1027700132195',
      contacts: [
        { name: 'Иванова Мария', roles: ['decides', 'pays'], birthday: { day: 29, month: 2, year: null } },
        { name: 'Петров Пётр', emails: ['p.petrov@elka.example'] },
      ],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 1,
      name: 'ООО «Ёлка-Сервис»',
      status: 'pool',
      owner: { id: anna.id, name: 'Анна Светлова' },
      city: 'Казань',
      timeZone: 'Europe/Moscow',
      phones: [{ text: '8 (843) 000-00-00 доб. 12', e164: '+78430000000', extension: '12' }],
      emails: ['info@elka.example'],
      annualPurchases: 123_456_789_012,
      hours: { from: 540, to: 1080, breakFrom: null, breakTo: null, days: 31 },
      nextContact: null,
      createdAt: '2026-03-12T09:00:00.000Z',
      can: { update: true, delete: false, assign: false, logActivity: true },
      contacts: [
        { name: 'Иванова Мария', main: true, birthday: { day: 29, month: 2, year: null } },
        { name: 'Петров Пётр', main: false, emails: ['p.petrov@elka.example'] },
      ],
      legalEntities: [{ inn: makeInn(16, 1), kpp: '160001001', ogrn: '1027700132195', main: true, doubts: {} }],
      assignments: [{ owner: { id: anna.id }, from: '2026-03-12T09:00:00.000Z', to: null, by: { id: anna.id } }],
    });
    expect((await app.call(getCompany, { id: body.id }, anna.token)).body).toEqual(body);
    const { rows } = (await app.call(listCompanies, { search: 'елка сервис' }, anna.token)).body;
    expect(rows).toMatchObject([{ id: body.id, inn: makeInn(16, 1), phone: { e164: '+78430000000' } }]);
  });

  test('keeps the clock of its city; of the region when the city is unknown; or the one that is named', async () => {
    const zoneOf = async (values: object) => (await create({ name: 'Часы', ...values })).body.timeZone;
    expect(await zoneOf({ city: 'владивосток' })).toBe('Asia/Vladivostok');
    expect(await zoneOf({ city: 'Алматы', country: 'KZ' })).toBe('Asia/Almaty');
    expect(await zoneOf({ city: 'Нетакого', region: 'Омская область' })).toBe('Asia/Omsk');
    expect(await zoneOf({})).toBe('Europe/Moscow');
    expect(await zoneOf({ city: 'Казань', timeZone: 'Europe/Samara' })).toBe('Europe/Samara');
  });

  test('is refused as a whole, every fault named by its field', async () => {
    const { status, body } = await create({
      name: ' ',
      phones: [''],
      emails: ['не адрес'],
      hours: { from: 1080, to: 540, breakFrom: null, breakTo: null, days: 31 },
      contacts: [{ name: 'Раз' }, { name: '', birthday: { day: 31, month: 4, year: 1990 } }],
    });
    expect(status).toBe(400);
    expect(Object.keys(body.fields!).sort()).toEqual([
      'contacts.1.birthday',
      'contacts.1.name',
      'emails.0',
      'hours',
      'name',
      'phones.0',
    ]);
    expect(body.fields!.hours).toBe('начало должно быть раньше конца, обед — внутри рабочих часов');
    expect((await create({ name: 'Зонная', timeZone: 'Nowhere/Land' })).body.fields).toHaveProperty('timeZone');
  });

  test('leaves nothing behind when something about it is refused at the end', async () => {
    const requisites = { inn: makeInn(77, 50), kpp: '770001001' };
    await buildCompany(app, { name: 'Занявшая реквизиты', ...requisites, ownerId: anna.id });
    const refused = await create({ name: 'Полузаписанная', ...requisites, contacts: [{ name: 'Полузаписанный' }] });
    expect(refused.status).toBe(409);
    expect(await count('полузаписан')).toBe(0);
    expect(await count('занявшая')).toBe(1);
  });
});

describe('whose it becomes', () => {
  test('a manager’s own: naming another, or nobody, takes the right to hand over', async () => {
    const boris = await buildUser(app);
    for (const ownerId of [boris.id, null])
      expect(await create({ name: 'Чья-то', ownerId })).toMatchObject({
        status: 403,
        body: { code: 'companies.assignForbidden' },
      });
    expect((await create({ name: 'Моя', ownerId: anna.id })).body.owner?.id).toBe(anna.id);
  });

  test('a head’s choice within the department', async () => {
    const west = await buildDepartment(app);
    const head = await buildUser(app, { role: 'head', departmentId: west.id });
    const [near, far] = [await buildUser(app, { departmentId: west.id }), await buildUser(app)];
    expect((await create({ name: 'Ближнему', ownerId: near.id }, head)).body.owner?.id).toBe(near.id);
    expect((await create({ name: 'Дальнему', ownerId: far.id }, head)).status).toBe(403);
    const fired = await buildUser(app, { departmentId: west.id, status: 'blocked' });
    expect((await create({ name: 'Уволенному', ownerId: fired.id }, head)).body.fields).toEqual({
      ownerId: 'нет такого работающего сотрудника',
    });
  });

  test('nobody’s, when an operator who sees everything writes it down for the common base', async () => {
    const operator = await buildUser(app, { role: 'operator' });
    const { body } = await create({ name: 'В общую базу', ownerId: null }, operator);
    expect(body).toMatchObject({ owner: null, assignedSince: null, assignments: [] });
  });
});
