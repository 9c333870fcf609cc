import { buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import {
  companyChanges,
  createConsignee,
  createContact,
  createLegalEntity,
  getCompany,
  listCompanies,
  updateCompany,
  updateContact,
} from './companies.contract';

let app: TestApp;
let anna: Person;
let chief: Person;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app, { name: 'Анна Светлова' });
  chief = await buildUser(app, { role: 'administrator', name: 'Главный' });
});
beforeEach(() => app.clock.set('2026-03-12T09:00:00.000Z'));
afterAll(() => app.close());

const change = (id: string, version: number, values: object, by = anna) =>
  app.call(updateCompany, { id, version, ...values }, by.token);

describe('a company is changed', () => {
  test('with what was sent alone; an emptied field is empty', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id, city: 'Казань', notes: 'Старая пометка' });
    app.clock.advance({ hours: 1 });
    const { status, body } = await change(id, 1, { name: 'АО «Новое имя»', notes: '  ', purchasingPower: 'high' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 2,
      name: 'АО «Новое имя»',
      notes: null,
      purchasingPower: 'high',
      city: 'Казань',
      updatedAt: '2026-03-12T10:00:00.000Z',
    });
    const found = await app.call(listCompanies, { search: 'новое имя' }, anna.token);
    expect(found.body.rows.map((row) => row.id)).toEqual([id]);
  });

  test('the same values again are no change: same version, nothing in the history', async () => {
    const { id, name } = await buildCompany(app, { ownerId: anna.id, city: 'Казань' });
    expect((await change(id, 1, { name, city: 'Казань', phones: [] })).body.version).toBe(1);
    const { rows } = (await app.call(companyChanges, { id }, anna.token)).body;
    expect(rows.filter(({ action }) => action === 'update')).toEqual([]);
  });

  test('moving to another city moves its clock, unless one is named', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id, city: 'Москва' });
    expect((await change(id, 1, { city: 'Владивосток' })).body.timeZone).toBe('Asia/Vladivostok');
    expect((await change(id, 2, { timeZone: 'Asia/Chita' })).body.timeZone).toBe('Asia/Chita');
    expect((await change(id, 3, { notes: 'не переезжает' })).body.timeZone).toBe('Asia/Chita');
    expect((await change(id, 4, { timeZone: '' })).body.timeZone).toBe('Asia/Vladivostok');
    expect((await change(id, 5, { timeZone: 'Nowhere/Land' })).body.fields).toHaveProperty('timeZone');
  });

  test('a stale version is refused with every current value, and nothing of it is written', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id, notes: 'Было' });
    await change(id, 1, { notes: 'Главный успел' }, chief);
    const { status, body } = await change(id, 1, { notes: 'Анна опоздала', source: 'выставка' });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'stale',
      message: 'Запись успели изменить. Посмотрите, что изменилось, и сохраните ещё раз.',
      current: { id, version: 2, notes: 'Главный успел', source: null },
    });
    const card = await app.call(getCompany, { id }, anna.token);
    expect(card.body).toMatchObject({ version: 2, notes: 'Главный успел', source: null });
    expect((await change(id, 2, { notes: 'Анна посмотрела' })).body.version).toBe(3);
  });

  test('of two who save the same version at once, one is told', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id });
    const answers = await Promise.all([
      change(id, 1, { notes: 'Анна' }),
      change(id, 1, { notes: 'Главный' }, chief),
      change(id, 1, { notes: 'Анна из другого окна' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const saved = answers.find(({ status }) => status === 200)!;
    expect((await app.call(getCompany, { id }, anna.token)).body.notes).toBe(saved.body.notes);
  });
});

describe('the history of a card', () => {
  test('tells who, when, and from what to what', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id, name: 'Старая', city: 'Москва' });
    app.clock.advance({ days: 1 });
    await change(id, 1, { name: 'Новая', city: 'Омск' }, chief);
    const { rows } = (await app.call(companyChanges, { id }, anna.token)).body;
    expect(rows[0]).toEqual({
      id: rows[0]!.id,
      at: '2026-03-13T09:00:00.000Z',
      by: { id: chief.id, name: 'Главный' },
      entity: 'company',
      recordId: id,
      action: 'update',
      fields: {
        name: ['Старая', 'Новая'],
        city: ['Москва', 'Омск'],
        timeZone: ['Europe/Moscow', 'Asia/Omsk'],
      },
    });
    expect(rows.at(-1)).toMatchObject({ entity: 'company', action: 'create', fields: { name: [null, 'Старая'] } });
  });

  test('holds what hangs on the company, too', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id });
    const contact = (await app.call(createContact, { companyId: id, name: 'Пётр' }, anna.token)).body;
    await app.call(updateContact, { id: contact.id, version: 1, position: 'директор' }, anna.token);
    await app.call(createLegalEntity, { companyId: id, name: 'ООО «Имя»' }, anna.token);
    await app.call(createConsignee, { companyId: id, name: 'Склад', address: 'Казань' }, anna.token);
    const { rows } = (await app.call(companyChanges, { id }, anna.token)).body;
    expect(rows.slice(0, 4).map(({ entity, action, by }) => [entity, action, by?.name])).toEqual([
      ['consignee', 'create', 'Анна Светлова'],
      ['legal_entity', 'create', 'Анна Светлова'],
      ['contact', 'update', 'Анна Светлова'],
      ['contact', 'create', 'Анна Светлова'],
    ]);
    expect(rows[2]).toMatchObject({ recordId: contact.id, fields: { position: [null, 'директор'] } });
  });

  test('is walked page by page, and only by who sees the company', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id });
    for (let version = 1; version <= 5; version += 1) await change(id, version, { notes: `Пометка ${version}` });
    const seen: unknown[] = [];
    let after: string | undefined;
    do {
      const { body } = await app.call(companyChanges, { id, limit: 2, after }, anna.token);
      expect(body.rows.length).toBeLessThanOrEqual(2);
      seen.push(...body.rows.flatMap(({ fields }) => (fields.notes ? [fields.notes[1]] : [])));
      after = body.next ?? undefined;
    } while (after);
    expect(seen).toEqual([5, 4, 3, 2, 1].map((number) => `Пометка ${number}`));
    const stranger = await buildUser(app);
    expect((await app.call(companyChanges, { id }, stranger.token)).status).toBe(404);
  });
});
