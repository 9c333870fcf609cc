import { randomUUID } from 'node:crypto';
import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { getCompany } from '../companies/companies.contract';
import type { Company } from '../companies/companies.entity';
import { companyTimeline, listOutcomes, logActivity } from './activities.contract';

let app: TestApp;
let anna: Person;
let company: Company;
const now = '2026-03-12T09:00:00.000Z';
const tomorrow = '2026-03-13T11:00:00.000Z';

beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app, { name: 'Анна Светлова' });
});
beforeEach(async () => {
  app.clock.set(now);
  company = await buildCompany(app, { ownerId: anna.id });
});
afterAll(() => app.close());

type Values = Partial<Parameters<typeof app.call<typeof logActivity>>[1]>;
const log = (values: Values = {}, by = anna) =>
  app.call(logActivity, { companyId: company.id, kind: 'call', note: 'Поговорили', ...values } as never, by.token);
const card = async () => (await app.call(getCompany, { id: company.id }, anna.token)).body;
const outcome = async (name: string) =>
  (await app.call(listOutcomes, {}, anna.token)).body.rows.find((row) => row.kind === 'call' && row.name === name)!.id;

describe('a call is written down', () => {
  test('with its author, the clock’s time, its outcome, and the next contact is set', async () => {
    const { status, body } = await log({
      outcomeId: await outcome('Ждут предложение'),
      note: ' Просили КП на насосы ',
      minutes: 7,
      next: { at: tomorrow, kind: 'meeting', note: 'Показать образцы' },
    });
    expect(status).toBe(200);
    expect(body.activity).toMatchObject({
      companyId: company.id,
      kind: 'call',
      status: 'done',
      at: now,
      plannedAt: null,
      outcome: { name: 'Ждут предложение' },
      note: 'Просили КП на насосы',
      minutes: 7,
      postponed: 0,
      author: { id: anna.id, name: 'Анна Светлова' },
      owner: { id: anna.id },
      can: { update: true, delete: true },
    });
    expect(body.nextContact).toMatchObject({ at: tomorrow, kind: 'meeting', postponed: 0 });

    const { activities, planned, nextContact, lastContactAt } = await card();
    expect(activities).toEqual([body.activity]);
    expect(planned).toMatchObject([
      { id: body.nextContact!.activityId, status: 'planned', plannedAt: tomorrow, note: 'Показать образцы' },
    ]);
    expect({ nextContact, lastContactAt }).toEqual({ nextContact: body.nextContact, lastContactAt: now });
  });

  test('not by a stranger: for him there is no such company, and no row', async () => {
    const stranger = await buildUser(app);
    expect((await log({}, stranger)).status).toBe(404);
    expect((await card()).activities).toEqual([]);
  });

  test('for an hour ago, but not for a time to come', async () => {
    const past = (await log({ at: '2026-03-12T08:00:00.000Z' })).body.activity;
    expect(past.at).toBe('2026-03-12T08:00:00.000Z');
    // A clock may be a little ahead of ours.
    expect((await log({ at: '2026-03-12T09:04:00.000Z' })).status).toBe(200);
    const { status, body } = await log({ at: '2026-03-12T09:06:00.000Z' });
    expect(status).toBe(400);
    expect(body.fields).toEqual({ at: 'сделанное не может быть в будущем' });
  });

  test('a note is no talk: it does not count as the last contact', async () => {
    await log({ at: '2026-03-11T09:00:00.000Z' });
    await log({ kind: 'note', note: 'Переехали в новый офис' });
    expect((await card()).lastContactAt).toBe('2026-03-11T09:00:00.000Z');
  });

  test('refused by its field: a contact or an outcome of something else, no such kind', async () => {
    const other = await buildCompany(app, { ownerId: anna.id, contacts: [{ name: 'Чужой' }] });
    const [foreigner] = (await app.call(getCompany, { id: other.id }, anna.token)).body.contacts;
    const outcomeId = await outcome('Отказ');
    const faults = async (values: Values) => (await log(values)).body.fields;
    expect(await faults({ contactId: foreigner!.id })).toEqual({ contactId: 'у этой компании нет такого контакта' });
    expect(await faults({ next: { at: tomorrow, contactId: foreigner!.id } })).toHaveProperty(['next.contactId']);
    expect(await faults({ kind: 'meeting', outcomeId })).toEqual({
      outcomeId: 'нет такого итога у этого вида действия',
    });
    expect(await faults({ kind: 'telepathy' as 'call' })).toHaveProperty('kind');
    expect((await card()).activities).toEqual([]);
  });

  test('sent twice because the answer was lost, it is written once', async () => {
    const id = randomUUID();
    const first = await log({ id, next: { at: tomorrow } });
    const second = await log({ id, next: { at: tomorrow } });
    expect(second.status).toBe(200);
    expect(second.body).toEqual(first.body);
    const { activities, planned } = await card();
    expect([activities.length, planned.length]).toEqual([1, 1]);
    const elsewhere = await buildCompany(app, { ownerId: anna.id });
    expect(await log({ id, companyId: elsewhere.id })).toMatchObject({
      status: 409,
      body: { code: 'activities.idTaken' },
    });
  });
});

describe('a planned activity', () => {
  test('is planned for a day to come, an hour of today that has passed included', async () => {
    const { body } = await log({ status: 'planned', at: tomorrow, note: 'Спросить про тендер' });
    expect(body.activity).toMatchObject({ status: 'planned', at: tomorrow, plannedAt: tomorrow });
    expect(body.nextContact).toMatchObject({ at: tomorrow, activityId: body.activity.id });
    expect((await log({ status: 'planned', at: '2026-03-12T06:00:00.000Z' })).status).toBe(200);
    const faults = async (values: Values) => (await log({ status: 'planned', ...values })).body.fields;
    // Midnight in Moscow, where Anna is.
    expect(await faults({ at: '2026-03-11T20:59:59.000Z' })).toEqual({ at: 'этот день уже прошёл' });
    expect(await faults({})).toEqual({ at: 'когда это сделать?' });
    expect(await faults({ kind: 'note', at: tomorrow })).toEqual({ kind: 'заметку не планируют, её пишут' });
  });

  test('belongs to the company’s manager, whoever plans it', async () => {
    const head = await buildUser(app, { role: 'administrator', name: 'Начальник' });
    const { body } = await log({ status: 'planned', at: tomorrow }, head);
    expect(body.activity).toMatchObject({ owner: { id: anna.id }, author: { name: 'Начальник' } });
  });

  test('once done, is the done one: the same record, with what was planned kept', async () => {
    const planned = await buildActivity(app, company, {
      at: new Date('2026-03-10T09:00:00Z'),
      note: 'Узнать про насосы',
    });
    const { status, body } = await log({ completes: planned.id, note: null, outcomeId: await outcome('Думают') });
    expect(status).toBe(200);
    expect(body.activity).toMatchObject({
      id: planned.id,
      status: 'done',
      at: now,
      plannedAt: '2026-03-10T09:00:00.000Z',
      note: 'Узнать про насосы',
      outcome: { name: 'Думают' },
    });
    expect(body.nextContact).toBeNull();
    const again = await log({ completes: planned.id });
    expect(again).toMatchObject({ status: 409, body: { code: 'activities.notPlanned' } });
    const other = await buildActivity(app, await buildCompany(app, { ownerId: anna.id }));
    expect((await log({ completes: other.id })).status).toBe(404);
  });
});

describe('the timeline', () => {
  test('is on the card with its last twenty, and goes on from there, by kind if asked', async () => {
    for (let day = 1; day <= 25; day += 1)
      await buildActivity(app, company, {
        status: 'done',
        kind: day % 5 === 0 ? 'meeting' : 'call',
        at: new Date(Date.UTC(2026, 1, day)),
        note: `${day}`,
      });
    await buildActivity(app, company, { at: new Date(tomorrow) });
    const { activities, activitiesNext } = await card();
    expect(activities.map(({ note }) => Number(note))).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index));
    const timeline = async (values: object) =>
      (await app.call(companyTimeline, { companyId: company.id, ...values }, anna.token)).body;
    const rest = await timeline({ after: activitiesNext! });
    expect(rest.rows.map(({ note }) => Number(note))).toEqual([5, 4, 3, 2, 1]);
    expect(rest.next).toBeNull();
    const meetings = await timeline({ kind: 'meeting' });
    expect(meetings.rows.map(({ note }) => Number(note))).toEqual([25, 20, 15, 10, 5]);
  });
});
