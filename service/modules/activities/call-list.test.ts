import { buildActivity, buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { getCompany } from '../companies/companies.contract';
import { callCounts, callList, type CallRow } from './activities.contract';

/** Thursday, 12 March 2026, 12:00 in Moscow, 19:00 in Vladivostok. */
const now = '2026-03-12T09:00:00.000Z';
let app: TestApp;
let anna: Person;
let boris: Person;
let head: Person;

beforeAll(async () => {
  app = await testApp();
  const west = await buildDepartment(app, 'Запад');
  anna = await buildUser(app, { departmentId: west.id, name: 'Анна Светлова' });
  boris = await buildUser(app, { departmentId: west.id, name: 'Борис Лугов' });
  head = await buildUser(app, { departmentId: west.id, role: 'head' });
  await planned('Давняя', '2025-02-05T09:00:00Z', { city: 'Орёл' });
  await planned('Вчерашняя', '2026-03-11T20:59:59Z');
  await planned('Утренняя', '2026-03-11T21:00:00Z', { city: 'Омск' });
  await planned('Вечерняя', '2026-03-12T20:59:59Z');
  await planned('Завтрашняя', '2026-03-12T21:00:00Z', { city: 'Омск' });
  await planned('Будущая', '2026-03-13T21:00:00Z');
  await buildCompany(app, { name: 'Без даты', ownerId: anna.id });
  await planned('Борисова', '2026-03-10T09:00:00Z', { ownerId: boris.id });
  await planned('Общая', '2026-03-09T09:00:00Z', { ownerId: null });
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

async function planned(name: string, at: string, values: { city?: string; ownerId?: string | null } = {}) {
  const company = await buildCompany(app, { name, ownerId: anna.id, ...values });
  await buildActivity(app, company, { at: new Date(at) });
}

const list = async (filter = {}, by = anna): Promise<CallRow[]> =>
  (await app.call(callList, filter, by.token)).body.rows;
const names = async (filter = {}, by = anna) => (await list(filter, by)).map(({ name }) => name).join(' ');

describe('whom to call', () => {
  test('the most overdue first; nothing drops off by age', async () => {
    expect((await list()).map(({ name, bucket }) => [name, bucket])).toEqual([
      ['Давняя', 'overdue'],
      ['Вчерашняя', 'overdue'],
      ['Утренняя', 'today'],
      ['Вечерняя', 'today'],
      ['Завтрашняя', 'tomorrow'],
      ['Будущая', 'later'],
    ]);
    expect(await names({ bucket: 'none' })).toBe('Без даты');
  });

  test('the day begins and ends with the reader’s: the same instant in Vladivostok', async () => {
    const east = await buildUser(app, { role: 'administrator', timeZone: 'Asia/Vladivostok' });
    const buckets = (await list({ owner: anna.id }, east)).map(({ name, bucket }) => `${name} ${bucket}`);
    // There today is from 14:00 UTC of the 11th to 14:00 UTC of the 12th.
    expect(buckets).toEqual([
      'Давняя overdue',
      'Вчерашняя today',
      'Утренняя today',
      'Вечерняя tomorrow',
      'Завтрашняя tomorrow',
      'Будущая later',
    ]);
    expect(await names({ bucket: 'today', owner: anna.id }, east)).toBe('Вчерашняя Утренняя');
  });

  test.each([
    ['today: the overdue and today’s', { date: '2026-03-12' }, 'Давняя Вчерашняя Утренняя Вечерняя'],
    ['another day: that day', { date: '2026-03-11' }, 'Вчерашняя'],
    ['a day to come', { date: '2026-03-13' }, 'Завтрашняя'],
    ['a city, ё or е', { city: 'орел' }, 'Давняя'],
    ['several cities', { city: 'Омск,Орёл' }, 'Давняя Утренняя Завтрашняя'],
    ['words of the name', { search: 'утренн' }, 'Утренняя'],
    ['everything together', { date: '2026-03-12', city: 'Омск', search: 'утр' }, 'Утренняя'],
    ['a group and a city', { bucket: 'tomorrow', city: 'Омск' }, 'Завтрашняя'],
  ])('filtered by %s', async (_title, filter, expected) => expect(await names(filter)).toBe(expected));

  test('a manager’s own; a head’s department’s, anyone’s or all; an administrator’s everybody’s', async () => {
    expect(await names({}, boris)).toBe('Борисова');
    expect(await names({ owner: anna.id }, boris)).toBe('');
    expect(await names({ bucket: 'overdue' }, head)).toBe('Давняя Борисова Вчерашняя');
    expect(await names({ owner: boris.id }, head)).toBe('Борисова');
    expect(await names({ owner: 'none' }, head)).toBe('');
    const chief = await buildUser(app, { role: 'administrator' });
    expect(await names({ owner: 'all', bucket: 'overdue' }, chief)).toBe('Давняя Общая Борисова Вчерашняя');
    expect(await names({ owner: 'none' }, chief)).toBe('Общая');
    expect(await names({ owner: `none,${boris.id}` }, chief)).toBe('Общая Борисова');
  });

  test('a row holds what a call needs', async () => {
    const company = await buildCompany(app, {
      name: 'Подробная',
      ownerId: boris.id,
      city: 'Владивосток',
      phones: ['+7 423 200-00-00'],
      contacts: [
        { name: 'Главная', main: true, phones: ['+7 914 000-00-01'] },
        { name: 'Нужная', position: 'закупки', phones: ['+7 914 000-00-02'] },
      ],
    });
    const [row] = await list({ search: 'подробная', bucket: 'none' }, boris);
    expect(row).toMatchObject({ contact: { name: 'Главная' }, phone: { e164: '+79140000001' }, lastNote: null });

    const { contacts } = (await app.call(getCompany, { id: company.id }, boris.token)).body;
    const needed = contacts.find(({ name }) => name === 'Нужная')!;
    await buildActivity(app, company, { status: 'done', at: new Date('2026-03-01T09:00:00Z'), note: 'Ждали счёт' });
    const { id } = await buildActivity(app, company, { contactId: needed.id, postponed: 2, kind: 'meeting' });
    expect((await list({ search: 'подробная' }, boris))[0]).toEqual({
      id: company.id,
      version: 1,
      name: 'Подробная',
      status: 'pool',
      owner: { id: boris.id, name: 'Борис Лугов' },
      city: 'Владивосток',
      timeZone: 'Asia/Vladivostok',
      bucket: 'today',
      callWindow: { callable: false, changesAt: '2026-03-12T23:00:00.000Z' },
      nextContact: { activityId: id, at: now, kind: 'meeting', postponed: 2 },
      contact: { id: needed.id, name: 'Нужная', position: 'закупки' },
      phone: { text: '+7 914 000-00-02', e164: '+79140000002', extension: null },
      lastContactAt: '2026-03-01T09:00:00.000Z',
      lastNote: 'Ждали счёт',
    });
  });
});

describe('the counts', () => {
  test('are those of the rows, under every filter', async () => {
    const filters = [{}, { city: 'Омск' }, { date: '2026-03-12' }, { search: 'няя' }, { callableNow: true }];
    for (const filter of filters) {
      const counts = (await app.call(callCounts, filter, anna.token)).body;
      for (const bucket of ['overdue', 'today', 'tomorrow', 'later', 'none'] as const)
        expect({ filter, bucket, ...counts[bucket] }).toEqual({
          filter,
          bucket,
          value: (await list({ ...filter, bucket })).length,
          capped: false,
        });
    }
  });
});
