import { createCompany, createView, deleteView, getCompany, listViews } from '../modules/companies/companies.contract';
import { undoChange } from '../modules/system/system.contract';
import { createAbsence, deleteAbsence, listAbsences, updateMe, getMe } from '../modules/users/users.contract';
import { buildUser, type Person } from '../test/builders';
import { testApp, type TestApp } from '../test/test-app';

let app: TestApp;
let anna: Person;
beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => {
  anna = await buildUser(app);
});
afterAll(() => app.close());

const undo = (changeId: string) => app.call(undoChange, { changeId }, anna.token);
const absences = async () => (await app.call(listAbsences, {}, anna.token)).body.rows;

describe('one’s own last write is taken back', () => {
  test('what was taken out altogether comes back under its own id', async () => {
    const { body } = await app.call(
      createAbsence,
      { from: '2026-04-01', to: '2026-04-02', reason: 'врач' },
      anna.token,
    );
    const { changeId } = await app.call(deleteAbsence, { id: body.id, version: 1 }, anna.token);
    expect(await absences()).toEqual([]);
    expect((await undo(changeId)).body).toEqual({ undone: 1 });
    expect(await absences()).toEqual([body]);
  });

  test('with values that are lists and objects', async () => {
    const view = {
      list: 'companies' as const,
      name: 'Молчат',
      query: { city: 'Казань', silentDays: '30' },
      shared: false,
    };
    const { body } = await app.call(createView, view, anna.token);
    const { changeId } = await app.call(deleteView, { id: body.id, version: 1 }, anna.token);
    await undo(changeId);
    expect((await app.call(listViews, {}, anna.token)).body.rows).toEqual([body]);
  });

  test('taking back is a write like any other: it can be taken back, too', async () => {
    const rename = await app.call(updateMe, { version: 1, name: 'Новое имя' }, anna.token);
    const back = await undo(rename.changeId);
    expect((await app.call(getMe, {}, anna.token)).body.name).toBe(anna.name);
    expect((await undo(back.changeId)).status).toBe(200);
    expect((await app.call(getMe, {}, anna.token)).body).toMatchObject({ name: 'Новое имя', version: 4 });
    expect(await undo(back.changeId)).toMatchObject({ status: 409, body: { code: 'undo.changedSince' } });
  });

  test('all of it, also when one call wrote a record twice', async () => {
    // The second main contact takes it from the first, in the same breath.
    const contacts = [
      { name: 'Первый', main: true },
      { name: 'Второй', main: true },
    ];
    const { body, changeId } = await app.call(createCompany, { name: 'Двуглавая', contacts }, anna.token);
    expect((await undo(changeId)).status).toBe(200);
    expect((await app.call(getCompany, { id: body.id }, anna.token)).status).toBe(404);
  });
});
