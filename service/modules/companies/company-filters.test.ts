import { makeInn } from '../../../database/seeds/generate';
import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { companyCities, countCompanies, listCompanies } from './companies.contract';

/** Five companies that differ in everything a filter can ask. */
let app: TestApp;
let anna: Person;
let boris: Person;
let chief: Person;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
  boris = await buildUser(app);
  chief = await buildUser(app, { role: 'administrator' });
  const alpha = await buildCompany(app, {
    name: 'Альфа',
    ownerId: anna.id,
    city: 'Орёл',
    purchasingPower: 'high',
    inn: makeInn(57, 1),
    contacts: [{ name: 'Решающий', roles: ['decides'] }],
  });
  await buildActivity(app, alpha, { status: 'done', at: new Date('2026-01-10T09:00:00Z') });
  await buildActivity(app, alpha, { at: new Date('2026-03-12T21:30:00Z'), postponed: 2 });
  const beta = await buildCompany(app, { name: 'Бета', ownerId: anna.id, city: 'Омск', status: 'client' });
  await buildActivity(app, beta, { status: 'done', at: new Date('2026-03-11T09:00:00Z') });
  await buildActivity(app, beta, { at: new Date('2026-03-10T09:00:00Z') });
  app.clock.set('2026-03-15T09:00:00.000Z');
  await buildCompany(app, { name: 'Гамма', ownerId: boris.id, city: 'Алматы', country: 'KZ', source: 'выставка' });
  await buildCompany(app, { name: 'Дельта', city: 'Владивосток', region: 'Приморский край' });
  await buildCompany(app, { name: 'Эпсилон', city: 'Псков' });
  app.clock.set('2026-03-12T09:00:00.000Z');
});
afterAll(() => app.close());

const names = async (filter: Record<string, unknown>, by = chief) =>
  (await app.call(listCompanies, filter, by.token)).body.rows.map(({ name }) => name);

describe('the list of companies', () => {
  test.each<[string, () => Record<string, unknown>, string]>([
    ['everything, by name', () => ({}), 'Альфа Бета Гамма Дельта Эпсилон'],
    ['a city, ё or е', () => ({ city: 'орел' }), 'Альфа'],
    ['several cities', () => ({ city: 'Орёл, Омск,,Нигде' }), 'Альфа Бета'],
    ['an owner', () => ({ owner: anna.id }), 'Альфа Бета'],
    ['nobody’s', () => ({ owner: 'none' }), 'Дельта Эпсилон'],
    ['an owner’s or nobody’s', () => ({ owner: `none,${boris.id}` }), 'Гамма Дельта Эпсилон'],
    ['clients', () => ({ status: 'client' }), 'Бета'],
    ['a region', () => ({ region: 'Приморский край' }), 'Дельта'],
    ['a country', () => ({ country: 'KZ' }), 'Гамма'],
    ['a time zone', () => ({ timeZone: 'Asia/Vladivostok' }), 'Дельта'],
    ['purchasing power', () => ({ purchasingPower: 'high' }), 'Альфа'],
    ['a source', () => ({ source: 'выставка' }), 'Гамма'],
    ['the beginning of an INN', () => ({ inn: '57' }), 'Альфа'],
    ['a contact’s role', () => ({ contactRole: 'decides' }), 'Альфа'],
    ['the next contact up to a date', () => ({ nextTo: '2026-03-12' }), 'Бета'],
    ['the next contact from a date, by the reader’s midnight', () => ({ nextFrom: '2026-03-13' }), 'Альфа'],
    ['no next contact', () => ({ noNext: true }), 'Гамма Дельта Эпсилон'],
    ['some next contact', () => ({ noNext: false }), 'Альфа Бета'],
    ['put off twice', () => ({ postponedAtLeast: 2 }), 'Альфа'],
    ['silent for a month, or always', () => ({ silentDays: 30, owner: anna.id }), 'Альфа'],
    ['created since', () => ({ createdFrom: '2026-03-15' }), 'Гамма Дельта Эпсилон'],
    ['created until', () => ({ createdTo: '2026-03-14' }), 'Альфа Бета'],
    ['all of several', () => ({ owner: anna.id, city: 'Омск', status: 'client', noNext: false }), 'Бета'],
    ['none of several', () => ({ owner: anna.id, country: 'KZ' }), ''],
  ])('finds %s', async (_title, filter, expected) => {
    expect((await names(filter())).join(' ')).toBe(expected);
    const { body } = await app.call(countCompanies, filter(), chief.token);
    expect(body).toEqual({ value: expected ? expected.split(' ').length : 0, capped: false });
  });

  test.each([
    ['name', 'Альфа Бета Гамма Дельта Эпсилон'],
    ['nextContact', 'Бета Альфа'],
    ['lastContact', 'Бета Альфа'],
    ['created', 'Эпсилон Дельта Гамма Бета Альфа'],
  ])('is ordered by %s, and walked in that order page by page', async (sort, expected) => {
    const walked: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await app.call(listCompanies, { sort: sort as 'name', limit: 2, after }, chief.token);
      walked.push(...body.rows.map(({ name }) => name));
      after = body.next ?? undefined;
    } while (after);
    expect(walked.join(' ')).toBe(expected);
  });

  test('shows each reader his own, cities included', async () => {
    expect(await names({}, boris)).toEqual(['Гамма']);
    expect((await app.call(companyCities, {}, boris.token)).body.rows).toEqual(['Алматы']);
    expect((await app.call(companyCities, {}, anna.token)).body.rows.sort()).toEqual(['Омск', 'Орёл']);
    expect(await names({ owner: anna.id }, boris)).toEqual([]);
  });

  test('refuses what is no filter, by its field', async () => {
    const { status, body } = await app.http('GET', '/api/companies?status=friend&nextFrom=2026-02-30&limit=500', {
      token: chief.token,
    });
    expect(status).toBe(400);
    expect(Object.keys(body.fields!).sort()).toEqual(['limit', 'nextFrom', 'status']);
  });
});
