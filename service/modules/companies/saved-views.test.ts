import { buildUser } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { createView, deleteView, listViews } from './companies.contract';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const view = (name: string, shared = false) => ({
  list: 'companies' as const,
  name,
  query: { city: 'Казань', silentDays: '30' },
  shared,
});
const names = async (token: string) =>
  (await app.call(listViews, {}, token)).body.rows.map(({ name, mine }) => [name, mine]);

describe('saved filters', () => {
  test('one’s own are nobody else’s; shared ones are everybody’s to use and the owner’s to remove', async () => {
    const [head, anna] = [await buildUser(app, { role: 'head' }), await buildUser(app)];
    const own = await app.call(createView, view('Казань молчит'), anna.token);
    expect(own.body).toEqual({ ...view('Казань молчит'), id: own.body.id, version: 1, mine: true });
    const shared = await app.call(createView, view('Отделу', true), head.token);
    await app.call(createView, view('Себе'), head.token);

    expect(await names(anna.token)).toEqual([
      ['Казань молчит', true],
      ['Отделу', false],
    ]);
    expect(await names(head.token)).toEqual([
      ['Отделу', true],
      ['Себе', true],
    ]);

    const remove = (id: string, token: string, version = 1) => app.call(deleteView, { id, version }, token);
    expect((await remove(shared.body.id, anna.token)).status).toBe(404);
    expect((await remove(own.body.id, head.token)).status).toBe(404);
    expect((await remove(shared.body.id, head.token, 2)).status).toBe(409);
    expect((await remove(shared.body.id, head.token)).status).toBe(200);
    expect(await names(anna.token)).toEqual([['Казань молчит', true]]);
  });

  test('sharing takes the right to', async () => {
    const manager = await buildUser(app);
    expect((await app.call(createView, view('Всем', true), manager.token)).status).toBe(403);
    expect(await names(manager.token)).toEqual([]);
  });
});
