import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { getCompany, updateCompany } from '../companies/companies.contract';
import type { Company } from '../companies/companies.entity';
import { undoChange } from '../system/system.contract';
import { deleteActivity, logActivity, updateActivity } from './activities.contract';

let app: TestApp;
let anna: Person;
let chief: Person;
let company: Company;
const next = { at: '2026-03-16T09:00:00.000Z' };

beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
  chief = await buildUser(app, { role: 'administrator' });
});
beforeEach(async () => {
  app.clock.set('2026-03-12T09:00:00.000Z');
  company = await buildCompany(app, { ownerId: anna.id });
  await buildActivity(app, company, { status: 'done', at: new Date('2026-03-01T09:00:00Z'), note: 'Давний разговор' });
});
afterAll(() => app.close());

const log = (values: object, by = anna) =>
  app.call(logActivity, { companyId: company.id, kind: 'call', note: 'Поговорили', ...values }, by.token);
const undo = (changeId: string, by = anna) => app.call(undoChange, { changeId }, by.token);
/** The card without the numbers that only count writes. */
async function card() {
  const { body } = await app.call(getCompany, { id: company.id }, chief.token);
  const plain = (list: object[]) => list.map((each) => ({ ...each, version: 0 }));
  const { planned, pinned, activities, nextContact, noNextReason, lastContactAt } = body;
  return {
    planned: plain(planned),
    pinned: plain(pinned),
    activities: plain(activities),
    nextContact,
    noNextReason,
    lastContactAt,
  };
}

describe('a call that was logged with its next contact is taken back', () => {
  test('a new one: everything is as before', async () => {
    const before = await card();
    const { changeId } = await log({ next });
    expect(await card()).not.toEqual(before);
    app.clock.advance({ minutes: 9 });
    expect((await undo(changeId)).body).toEqual({ undone: 2 });
    expect(await card()).toEqual(before);
  });

  test('one that was planned: it is planned again, as often put off as it was', async () => {
    const planned = await buildActivity(app, company, {
      at: new Date('2026-03-12T07:00:00Z'),
      postponed: 3,
      note: 'План',
    });
    const before = await card();
    expect(before.nextContact).toMatchObject({ activityId: planned.id, postponed: 3 });
    const { changeId } = await log({ completes: planned.id, next });
    expect((await undo(changeId)).status).toBe(200);
    expect(await card()).toEqual(before);
  });

  test('one left without a next contact: the reason goes', async () => {
    const before = await card();
    const { changeId } = await log({ next: { none: 'Закрылись' } });
    expect((await card()).noNextReason).toBe('Закрылись');
    await undo(changeId);
    expect(await card()).toEqual(before);
  });

  test('one that replaced such a reason: the reason is back', async () => {
    await log({ next: { none: 'Закрылись' } });
    const before = await card();
    const { changeId } = await log({ next });
    await undo(changeId);
    expect(await card()).toEqual(before);
  });
});

describe('so is any other change', () => {
  test('a move, a cancellation, a pin, a deletion', async () => {
    const { id } = await buildActivity(app, company, { at: new Date('2026-03-16T09:00:00Z') });
    let version = 1;
    const update = (values: object) => () => app.call(updateActivity, { id, version, ...values }, anna.token);
    for (const change of [
      update({ at: '2026-03-20T09:00:00.000Z' }),
      update({ pinned: true }),
      update({ cancel: 'Передумали' }),
      () => app.call(deleteActivity, { id, version }, anna.token),
    ]) {
      const before = await card();
      const { changeId } = await change();
      expect(await card()).not.toEqual(before);
      expect((await undo(changeId)).status).toBe(200);
      expect(await card()).toEqual(before);
      version += 2;
    }
  });
});

describe('it is too late', () => {
  const refused = async (changeId: string, code: string, status = 409, by = anna) => {
    const before = await card();
    expect(await undo(changeId, by)).toMatchObject({ status, body: { code } });
    expect(await card()).toEqual(before);
  };

  test('after ten minutes', async () => {
    const { changeId } = await log({ next });
    app.clock.advance({ minutes: 10 });
    app.clock.set(new Date(app.clock.now().getTime() + 1).toISOString());
    await refused(changeId, 'undo.tooLate');
  });

  test('when somebody changed what was written, even a part of it', async () => {
    const { body, changeId } = await log({ next });
    const move = { id: body.nextContact!.activityId, version: 1, at: '2026-03-17T09:00:00.000Z' };
    expect((await app.call(updateActivity, move, chief.token)).status).toBe(200);
    await refused(changeId, 'undo.changedSince');
  });

  test('when it was taken back already', async () => {
    const { changeId } = await log({});
    await undo(changeId);
    await refused(changeId, 'undo.changedSince');
  });

  test('for a change that is somebody else’s, or nobody’s', async () => {
    const { changeId } = await log({}, chief);
    await refused(changeId, 'undo.nothing', 404);
    await refused('no-such-change', 'undo.nothing', 404);
    expect((await undo(changeId, chief)).status).toBe(200);
  });

  test('but a change of other fields by somebody else is no hindrance', async () => {
    const change = { id: company.id, version: 1, notes: 'Пометка Анны' };
    const { changeId } = await app.call(updateCompany, change, anna.token);
    await app.call(updateCompany, { id: company.id, version: 2, source: 'выставка' }, chief.token);
    expect((await undo(changeId)).status).toBe(200);
    const { body } = await app.call(getCompany, { id: company.id }, chief.token);
    expect(body).toMatchObject({ notes: null, source: 'выставка' });
  });
});
