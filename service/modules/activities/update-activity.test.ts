import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { getCompany } from '../companies/companies.contract';
import type { Company } from '../companies/companies.entity';
import { deleteActivity, listOutcomes, listPlanned, updateActivity } from './activities.contract';
import type { Activity } from './activities.entity';

let app: TestApp;
let anna: Person;
let company: Company;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
});
beforeEach(async () => {
  app.clock.set('2026-03-12T09:00:00.000Z');
  company = await buildCompany(app, { ownerId: anna.id });
});
afterAll(() => app.close());

const change = ({ id, version }: Pick<Activity, 'id' | 'version'>, values: object) =>
  app.call(updateActivity, { id, version, ...values }, anna.token);
const done = (values: Partial<Activity> = {}) =>
  buildActivity(app, company, { status: 'done', at: new Date('2026-03-12T08:00:00Z'), note: 'Как было', ...values });
const planned = (values: Partial<Activity> = {}) =>
  buildActivity(app, company, { at: new Date('2026-03-16T09:00:00Z'), note: 'План', ...values });
const card = async () => (await app.call(getCompany, { id: company.id }, anna.token)).body;

describe('what was done is corrected', () => {
  test('in its words, time and length; the card follows', async () => {
    const call = await done();
    const { body } = await change(call, { note: 'Как надо', minutes: 12, at: '2026-03-10T08:00:00.000Z' });
    expect(body.activity).toMatchObject({ version: 2, note: 'Как надо', minutes: 12, at: '2026-03-10T08:00:00.000Z' });
    expect((await card()).lastContactAt).toBe('2026-03-10T08:00:00.000Z');
    const future = await change({ ...call, version: 2 }, { at: '2026-03-12T10:00:00.000Z' });
    expect(future.body.fields).toEqual({ at: 'сделанное не может быть в будущем' });
  });

  test('another kind begins without an outcome: it has outcomes of its own', async () => {
    const { rows } = (await app.call(listOutcomes, {}, anna.token)).body;
    const of = (kind: string) => rows.find((row) => row.kind === kind)!;
    const call = await done({ outcomeId: of('call').id });
    const meeting = await change(call, { kind: 'meeting' });
    expect(meeting.body.activity).toMatchObject({ kind: 'meeting', outcome: null });
    const wrong = await change({ ...call, version: 2 }, { outcomeId: of('call').id });
    expect(Object.keys(wrong.body.fields!)).toEqual(['outcomeId']);
    const right = await change({ ...call, version: 2 }, { outcomeId: of('meeting').id });
    expect(right.body.activity.outcome).toEqual({ id: of('meeting').id, name: of('meeting').name });
  });

  test('a note is pinned to the top of the card, and taken off', async () => {
    const note = await done({ kind: 'note', note: 'Звонить только после обеда' });
    await done({ at: new Date('2026-03-12T08:30:00Z') });
    expect((await change(note, { pinned: true })).body.activity.pinned).toBe(true);
    expect((await card()).pinned.map(({ id }) => id)).toEqual([note.id]);
    expect((await change({ ...note, version: 2 }, { pinned: false })).body.activity.pinned).toBe(false);
    expect((await card()).pinned).toEqual([]);
  });
});

describe('what is planned', () => {
  test('is cancelled with a reason, kept in the timeline', async () => {
    const plan = await planned();
    app.clock.advance({ hours: 1 });
    const { body } = await change(plan, { cancel: 'Передумали' });
    expect(body.activity).toMatchObject({
      status: 'cancelled',
      note: 'План\nПередумали',
      at: '2026-03-12T10:00:00.000Z',
    });
    expect(body.nextContact).toBeNull();
    const { planned: left, activities, lastContactAt } = await card();
    expect([left, activities.map(({ id }) => id), lastContactAt]).toEqual([[], [plan.id], null]);
    const again = await change({ ...plan, version: 2 }, { cancel: 'Ещё раз' });
    expect(again).toMatchObject({ status: 409, body: { code: 'activities.notPlanned' } });
    expect((await change(await done(), { cancel: 'Поздно' })).status).toBe(409);
  });

  test('does not become a note', async () => {
    expect((await change(await planned(), { kind: 'note' })).body.fields).toHaveProperty('kind');
  });

  test('is listed by date, by kind and by whose it is, each day by the reader’s clock', async () => {
    const boris = await buildUser(app);
    const late = await planned({ at: new Date('2026-03-17T20:59:00Z') });
    const next = await planned({ at: new Date('2026-03-17T21:00:00Z'), kind: 'meeting', ownerId: boris.id });
    const list = async (filter: object) =>
      (await app.call(listPlanned, { from: '2026-03-17', ...filter }, anna.token)).body.rows.map(({ id }) => id);
    expect(await list({ to: '2026-03-17' })).toEqual([late.id]);
    expect(await list({ to: '2026-03-18' })).toEqual([late.id, next.id]);
    expect(await list({ kind: 'meeting' })).toEqual([next.id]);
    expect(await list({ owner: boris.id })).toEqual([next.id]);
    const rows = (await app.call(listPlanned, { owner: boris.id }, anna.token)).body.rows;
    expect(rows[0]!.company).toMatchObject({ id: company.id, city: 'Москва', timeZone: 'Europe/Moscow' });
  });
});

describe('a deleted activity', () => {
  test('is gone from the card, and the card falls back on what is left', async () => {
    const before = await done({ at: new Date('2026-03-01T09:00:00Z') });
    const last = await done({ at: new Date('2026-03-11T09:00:00Z') });
    const [soon, later] = [await planned(), await planned({ at: new Date('2026-03-20T09:00:00Z') })];
    const remove = ({ id, version }: Activity) => app.call(deleteActivity, { id, version }, anna.token);
    expect((await remove({ ...last, version: 2 })).status).toBe(409);
    expect((await remove(last)).status).toBe(200);
    expect((await remove(soon)).status).toBe(200);
    expect((await remove(last)).status).toBe(404);
    const { activities, nextContact, lastContactAt } = await card();
    expect(activities.map(({ id }) => id)).toEqual([before.id]);
    expect(nextContact?.activityId).toBe(later.id);
    expect(lastContactAt).toBe('2026-03-01T09:00:00.000Z');
  });
});
