import { buildDepartment, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import {
  createAbsence,
  createDepartment,
  deleteAbsence,
  deleteDepartment,
  deleteUser,
  listAbsences,
  listDepartments,
  updateDepartment,
} from './users.contract';

let app: TestApp;
let chief: Person;
beforeAll(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator' });
});
afterAll(() => app.close());

describe('departments', () => {
  test('are created, renamed and counted', async () => {
    const { body } = await app.call(createDepartment, { name: ' Продажи ' }, chief.token);
    expect(body).toMatchObject({ name: 'Продажи', version: 1, users: 0 });
    await buildUser(app, { departmentId: body.id });
    const renamed = await app.call(updateDepartment, { id: body.id, version: 1, name: 'Сбыт' }, chief.token);
    expect(renamed.body).toMatchObject({ name: 'Сбыт', version: 2, users: 1 });
    const stale = await app.call(updateDepartment, { id: body.id, version: 1, name: 'Опт' }, chief.token);
    expect(stale.status).toBe(409);
    const manager = await buildUser(app);
    const { rows } = (await app.call(listDepartments, {}, manager.token)).body;
    expect(rows).toContainEqual(renamed.body);
  });

  test('are deleted when the last person has left, the deleted ones not counting', async () => {
    const { id } = await buildDepartment(app);
    const last = await buildUser(app, { departmentId: id });
    const remove = () => app.call(deleteDepartment, { id, version: 1 }, chief.token);
    expect(await remove()).toMatchObject({
      status: 409,
      body: { code: 'users.departmentHasPeople', details: { count: 1 } },
    });
    await app.call(deleteUser, { id: last.id, version: 1 }, chief.token);
    expect((await remove()).status).toBe(200);
    expect((await remove()).status).toBe(404);
  });
});

describe('absences', () => {
  test('one’s own are written, listed the latest first, and removed', async () => {
    const anna = await buildUser(app);
    const add = (from: string, to: string) => app.call(createAbsence, { from, to, reason: 'отпуск' }, anna.token);
    const spring = (await add('2026-04-01', '2026-04-14')).body;
    const summer = (await add('2026-07-01', '2026-07-01')).body;
    expect(summer).toMatchObject({ userId: anna.id, from: '2026-07-01', to: '2026-07-01', reason: 'отпуск' });
    expect((await app.call(listAbsences, {}, anna.token)).body.rows).toEqual([summer, spring]);
    expect((await app.call(deleteAbsence, { id: spring.id, version: 1 }, anna.token)).status).toBe(200);
    expect((await app.call(listAbsences, {}, anna.token)).body.rows).toEqual([summer]);
  });

  test('end where they begin or later, on dates that exist', async () => {
    const anna = await buildUser(app);
    const backwards = await app.call(createAbsence, { from: '2026-04-02', to: '2026-04-01' }, anna.token);
    expect(backwards.body.fields).toEqual({ to: 'конец раньше начала' });
    const unreal = await app.call(createAbsence, { from: '2026-02-30', to: '2026-03-01' }, anna.token);
    expect(Object.keys(unreal.body.fields!)).toEqual(['from']);
  });

  test('another’s are the administrator’s business, nobody else’s', async () => {
    const [anna, boris] = [await buildUser(app), await buildUser(app)];
    const dates = { userId: anna.id, from: '2026-04-01', to: '2026-04-14' };
    expect((await app.call(createAbsence, dates, boris.token)).status).toBe(403);
    expect((await app.call(listAbsences, { userId: anna.id }, boris.token)).status).toBe(403);
    const { body } = await app.call(createAbsence, dates, chief.token);
    expect((await app.call(listAbsences, {}, anna.token)).body.rows).toEqual([body]);
    expect((await app.call(deleteAbsence, { id: body.id, version: 1 }, boris.token)).status).toBe(404);
    const nobody = { ...dates, userId: 'no-such' };
    expect((await app.call(createAbsence, nobody, chief.token)).body.fields).toHaveProperty('userId');
  });
});
