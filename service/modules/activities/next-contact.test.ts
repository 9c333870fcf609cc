import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { callList, listOutcomes, logActivity, updateActivity } from './activities.contract';
import { companyChanges, getCompany } from '../companies/companies.contract';
import type { Company } from '../companies/companies.entity';

let app: TestApp;
let anna: Person;
let company: Company;
let outcomes: Map<string, string>;

beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
  const { rows } = (await app.call(listOutcomes, {}, anna.token)).body;
  outcomes = new Map(rows.filter(({ kind }) => kind === 'call').map(({ name, id }) => [name, id]));
});
beforeEach(async () => {
  app.clock.set('2026-03-12T09:00:00.000Z');
  company = await buildCompany(app, { ownerId: anna.id });
});
afterAll(() => app.close());

const plan = (at: string, values = {}) => buildActivity(app, company, { at: new Date(at), ...values });
const move = (id: string, version: number, at: string) => app.call(updateActivity, { id, version, at }, anna.token);
const log = (values: object) => app.call(logActivity, { companyId: company.id, kind: 'call', ...values }, anna.token);
const card = async () => (await app.call(getCompany, { id: company.id }, anna.token)).body;

describe('the next contact', () => {
  test('is the earliest of what is planned, whatever the order of writing', async () => {
    await plan('2026-03-20T09:00:00Z');
    const early = await plan('2026-03-15T09:00:00Z', { kind: 'meeting' });
    await plan('2026-03-18T09:00:00Z');
    expect((await card()).nextContact).toEqual({
      activityId: early.id,
      at: '2026-03-15T09:00:00.000Z',
      kind: 'meeting',
      postponed: 0,
    });
  });

  test('none is left with a reason, which goes as soon as one is planned again', async () => {
    const planned = await plan('2026-03-12T07:00:00Z');
    const { body } = await log({ completes: planned.id, next: { none: 'Закрылись' } });
    expect(body.nextContact).toBeNull();
    expect(await card()).toMatchObject({ nextContact: null, noNextReason: 'Закрылись' });
    const shown = async () => (await app.call(callList, { owner: anna.id }, anna.token)).body.rows.map(({ id }) => id);
    expect(await shown()).not.toContain(company.id);

    await log({ next: { at: '2026-03-16T09:00:00.000Z' } });
    expect(await card()).toMatchObject({ nextContact: { at: '2026-03-16T09:00:00.000Z' }, noNextReason: null });
    expect(await shown()).toContain(company.id);
    const { rows } = (await app.call(companyChanges, { id: company.id }, anna.token)).body;
    expect(rows.flatMap(({ fields }) => (fields.noNextReason ? [fields.noNextReason] : []))).toEqual([
      ['Закрылись', null],
      [null, 'Закрылись'],
    ]);
  });

  test('a reason is given in words, and a date is one to come', async () => {
    expect((await log({ next: { none: '  ' } })).status).toBe(400);
    expect((await log({ next: { at: '2026-03-01T09:00:00.000Z' } })).body.fields).toEqual({
      'next.at': 'этот день уже прошёл',
    });
    expect((await card()).activities).toEqual([]);
  });
});

describe('putting off', () => {
  test('is counted when it goes later, not when it comes nearer or stays', async () => {
    const { id } = await plan('2026-03-16T09:00:00Z');
    const counts: unknown[] = [];
    const days = ['2026-03-17', '2026-03-20', '2026-03-13', '2026-03-13', '2026-03-14'];
    let version = 1;
    for (const day of days) {
      const { body } = await move(id, version, `${day}T09:00:00.000Z`);
      version = body.activity.version;
      counts.push([body.activity.at.slice(0, 10), body.activity.postponed, body.nextContact!.postponed]);
    }
    expect(counts).toEqual([
      ['2026-03-17', 1, 1],
      ['2026-03-20', 2, 2],
      ['2026-03-13', 2, 2],
      ['2026-03-13', 2, 2],
      ['2026-03-14', 3, 3],
    ]);
    expect((await move(id, version, '2026-03-11T09:00:00.000Z')).body.fields).toEqual({ at: 'этот день уже прошёл' });
  });

  test('goes on counting when nobody was reached, and begins anew after a talk', async () => {
    const next = { at: '2026-03-13T09:00:00.000Z' };
    const missed = await plan('2026-03-12T07:00:00Z', { postponed: 2 });
    const unreached = { completes: missed.id, outcomeId: outcomes.get('Не дозвонился'), next };
    expect((await log(unreached)).body.nextContact).toMatchObject({ postponed: 2 });

    const [again] = (await card()).planned;
    const moved = await move(again!.id, 1, '2026-03-14T09:00:00.000Z');
    expect(moved.body.nextContact).toMatchObject({ postponed: 3 });
    const talked = { completes: again!.id, outcomeId: outcomes.get('Поговорили'), next };
    const after = await log(talked);
    expect(after.body.nextContact).toMatchObject({ postponed: 0 });
    // How often the done one had been put off is kept with it.
    expect(after.body.activity.postponed).toBe(3);
  });

  test('a stale move is refused with what is planned now', async () => {
    const { id } = await plan('2026-03-16T09:00:00Z');
    await move(id, 1, '2026-03-17T09:00:00.000Z');
    const late = await move(id, 1, '2026-03-18T09:00:00.000Z');
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'stale', current: { at: '2026-03-17T09:00:00.000Z', postponed: 1, version: 2 } },
    });
  });
});
