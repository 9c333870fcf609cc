import { randomFrom } from '../../../database/seeds/generate';
import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { setCalendarDay } from '../working-time/working-time.contract';
import { callCounts, callList } from './activities.contract';
import { listCompanies } from '../companies/companies.contract';

let app: TestApp;
let chief: Person;
const hours = (values: object) => ({ from: 540, to: 1080, breakFrom: null, breakTo: null, days: 31, ...values });

beforeAll(async () => {
  app = await testApp();
  app.clock.set('2026-12-01T09:00:00.000Z');
  chief = await buildUser(app, { role: 'administrator' });
  const companies: [string, object][] = [
    ['Москва', {}],
    ['Москва-с-обедом', { hours: hours({ breakFrom: 780, breakTo: 840 }) }],
    ['Москва-без-выходных', { hours: hours({ from: 480, to: 1200, days: 127 }) }],
    ['Москва-круглосуточно', { hours: hours({ from: 0, to: 1440, days: 127 }) }],
    ['Владивосток', { city: 'Владивосток' }],
    ['Калининград', { city: 'Калининград' }],
    ['Алматы', { city: 'Алматы', country: 'KZ' }],
    ['Минск', { city: 'Минск', country: 'BY' }],
  ];
  for (const [name, values] of companies)
    await buildActivity(app, await buildCompany(app, { name, city: 'Москва', ownerId: chief.id, ...values }));
});
afterAll(() => app.close());

const rows = async (callableNow?: boolean) =>
  (await app.call(callList, { callableNow, limit: 200 }, chief.token)).body.rows;
const callable = async (at: string) => {
  app.clock.set(at);
  return (await rows(true)).map(({ name }) => name).sort();
};
const inMoscow = ['Москва', 'Москва-без-выходных', 'Москва-круглосуточно', 'Москва-с-обедом'];

describe('callable now, by the company’s own clock', () => {
  test.each([
    ['a Thursday noon in Moscow', '2026-03-12T09:00:00Z', [...inMoscow, 'Калининград', 'Алматы', 'Минск']],
    [
      'the Moscow lunch',
      '2026-03-12T10:00:00Z',
      ['Москва', 'Москва-без-выходных', 'Москва-круглосуточно', 'Калининград', 'Алматы', 'Минск'],
    ],
    ['right after the lunch', '2026-03-12T11:00:00Z', [...inMoscow, 'Калининград', 'Алматы', 'Минск']],
    ['the last minute in Moscow', '2026-03-12T14:59:00Z', [...inMoscow, 'Калининград', 'Минск']],
    ['the first minute after', '2026-03-12T15:00:00Z', ['Москва-без-выходных', 'Москва-круглосуточно', 'Калининград']],
    ['Moscow’s midnight', '2026-03-11T21:00:00Z', ['Москва-круглосуточно']],
    ['Vladivostok’s morning', '2026-03-11T23:00:00Z', ['Владивосток', 'Москва-круглосуточно']],
    ['a Saturday', '2026-03-14T09:00:00Z', ['Москва-без-выходных', 'Москва-круглосуточно']],
    ['Russia’s holiday, when others work', '2026-06-12T09:00:00Z', ['Алматы', 'Минск']],
    [
      'the evening of a short day',
      '2026-06-11T14:00:00Z',
      ['Москва-без-выходных', 'Москва-круглосуточно', 'Калининград', 'Минск'],
    ],
    [
      'Belarus’s transferred Saturday',
      '2026-04-25T09:00:00Z',
      ['Минск', 'Москва-без-выходных', 'Москва-круглосуточно'],
    ],
    ['Russia’s working Saturday, an hour shorter', '2025-11-01T09:00:00Z', [...inMoscow, 'Калининград']],
    ['its last hour', '2025-11-01T14:00:00Z', ['Москва-без-выходных', 'Москва-круглосуточно', 'Калининград']],
  ])('%s', async (_title, at, expected) => {
    expect(await callable(at)).toEqual([...expected].sort());
  });

  test('a day that the administrator makes a holiday is one at once', async () => {
    app.clock.set('2026-03-12T09:00:00Z');
    expect(await callable('2026-03-12T09:00:00Z')).toContain('Минск');
    const holiday = { country: 'BY' as const, date: '2026-03-12', kind: 'holiday' as const };
    expect((await app.call(setCalendarDay, holiday, chief.token)).status).toBe(200);
    expect(await callable('2026-03-12T09:00:00Z')).not.toContain('Минск');
    const { rows: found } = (await app.call(listCompanies, { callableNow: true }, chief.token)).body;
    expect(found.map(({ name }) => name)).not.toContain('Минск');
  });

  test('the filter, the count and the sign on the row agree at any moment', async () => {
    const random = randomFrom(20260312);
    const [from, to] = [Date.parse('2025-01-01T00:00:00Z'), Date.parse('2026-12-31T00:00:00Z')];
    for (let round = 0; round < 60; round += 1) {
      // Quarters of an hour, where things begin and end.
      const at = new Date(Math.floor((from + random() * (to - from)) / 900_000) * 900_000).toISOString();
      app.clock.set(at);
      const signs = (await rows()).map(({ name, callWindow }) => [name, callWindow.callable] as const);
      const split = (wanted: boolean) =>
        signs
          .filter(([, open]) => open === wanted)
          .map(([name]) => name)
          .sort();
      expect({ at, open: (await rows(true)).map(({ name }) => name).sort() }).toEqual({ at, open: split(true) });
      expect({ at, shut: (await rows(false)).map(({ name }) => name).sort() }).toEqual({ at, shut: split(false) });
      const counts = (await app.call(callCounts, { callableNow: true }, chief.token)).body;
      const { overdue, today, tomorrow, later } = counts;
      const counted = [overdue, today, tomorrow, later].reduce((sum, { value }) => sum + value, 0);
      expect({ at, counted }).toEqual({ at, counted: split(true).length });
    }
  });
});
