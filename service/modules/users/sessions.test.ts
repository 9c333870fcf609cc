import { sql } from '../../kernel/sql';
import { buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { listCompanies } from '../companies/companies.contract';
import {
  endUserSessions,
  getMe,
  listRoles,
  listSessions,
  listUsers,
  revokeSession,
  signIn,
  signOut,
  updateRole,
  updateUser,
} from './users.contract';

let app: TestApp;
let chief: Person;
const password = 'correct horse';
const start = '2026-03-12T09:00:00.000Z';

beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => {
  app.clock.set(start);
  chief = await buildUser(app, { role: 'administrator' });
});
afterAll(() => app.close());

const opens = async (token: string) => (await app.call(getMe, {}, token)).status === 200;

describe('one’s own sessions', () => {
  test('are listed, the one in hand marked; any other can be ended', async () => {
    const lena = await buildUser(app, { login: 'lena', password });
    const phone = await app.http('POST', '/api/sign-in', {
      body: { login: 'lena', password },
      headers: { 'user-agent': 'Phone/1.0' },
    });
    const onPhone = String(phone.body.token);
    const { body } = await app.call(listSessions, {}, lena.token);
    expect(body.rows).toHaveLength(2);
    expect(body.rows.filter(({ current }) => current)).toMatchObject([{ device: null }]);

    const other = body.rows.find(({ current }) => !current)!;
    expect(other).toMatchObject({ device: 'Phone/1.0', createdAt: start, lastUsedAt: start });
    expect((await app.call(revokeSession, { id: other.id }, lena.token)).status).toBe(200);
    expect(await opens(onPhone)).toBe(false);
    expect(await opens(lena.token)).toBe(true);
    expect((await app.call(revokeSession, { id: other.id }, lena.token)).status).toBe(404);
  });

  test('signing out ends the one in hand alone', async () => {
    await buildUser(app, { login: 'mila', password });
    const [one, two] = [
      (await app.call(signIn, { login: 'mila', password })).body.token,
      (await app.call(signIn, { login: 'mila', password })).body.token,
    ];
    expect((await app.call(signOut, {}, one)).status).toBe(200);
    expect(await opens(one)).toBe(false);
    expect(await opens(two)).toBe(true);
  });

  test('the token is nowhere in the database, only its hash', async () => {
    await buildUser(app, { login: 'nina', password });
    const { token } = (await app.call(signIn, { login: 'nina', password })).body;
    const kept = await app.deps.database.read.rows(sql`select tokenHash from session where tokenHash = ${token}`);
    expect(kept).toEqual([]);
  });
});

describe('a session ends', () => {
  test('at its term, however busy it was', async () => {
    await buildUser(app, { login: 'term', password });
    const { token, expiresAt } = (await app.call(signIn, { login: 'term', password })).body;
    for (let day = 0; day < 29; day += 1) {
      app.clock.advance({ days: 1 });
      expect(await opens(token)).toBe(true);
    }
    app.clock.set(expiresAt);
    expect(await opens(token)).toBe(false);
  });

  test('after two idle weeks, not a moment sooner', async () => {
    const idle = await buildUser(app);
    app.clock.advance({ days: 13, hours: 23 });
    expect(await opens(idle.token)).toBe(true);
    app.clock.advance({ days: 13, hours: 23 });
    expect(await opens(idle.token)).toBe(true);
    app.clock.advance({ days: 14 });
    expect(await opens(idle.token)).toBe(false);
  });

  test('when its owner is blocked, from the next request', async () => {
    const boris = await buildUser(app);
    expect(await opens(boris.token)).toBe(true);
    const block = { id: boris.id, version: 1, status: 'blocked' as const };
    expect((await app.call(updateUser, block, chief.token)).body.status).toBe('blocked');
    expect((await app.call(getMe, {}, boris.token)).status).toBe(401);
    const back = { id: boris.id, version: 2, status: 'active' as const };
    expect((await app.call(updateUser, back, chief.token)).status).toBe(200);
    expect(await opens(boris.token)).toBe(false);
  });

  test('when the administrator signs him out everywhere, or gives him a new password', async () => {
    const [vera, gleb] = [await buildUser(app), await buildUser(app, { login: 'gleb', password })];
    expect((await app.call(endUserSessions, { id: vera.id }, chief.token)).status).toBe(200);
    expect(await opens(vera.token)).toBe(false);

    const renewed = { id: gleb.id, version: 1, password: 'from the boss' };
    expect((await app.call(updateUser, renewed, chief.token)).body.mustChangePassword).toBe(true);
    expect(await opens(gleb.token)).toBe(false);
    expect((await app.call(signIn, { login: 'gleb', password })).status).toBe(401);
    const again = await app.call(signIn, { login: 'gleb', password: 'from the boss' });
    expect(again.body.user.mustChangePassword).toBe(true);
  });
});

describe('what is true of a session is read anew with every request', () => {
  test('when he was last seen', async () => {
    const egor = await buildUser(app, { name: 'Егор Рощин' });
    app.clock.advance({ hours: 3 });
    await opens(egor.token);
    const { body } = await app.call(listUsers, { search: 'егор рощин' }, chief.token);
    expect(body.rows).toMatchObject([{ id: egor.id, lastSeenAt: '2026-03-12T12:00:00.000Z' }]);
  });

  test('the rights of his role', async () => {
    const { rows } = (await app.call(listRoles, {}, chief.token)).body;
    const role = rows.find(({ code }) => code === 'accountant')!;
    const zhanna = await buildUser(app, { role: 'accountant' });
    expect((await app.call(listCompanies, {}, zhanna.token)).status).toBe(200);
    const narrowed = { id: role.id, version: role.version, grants: {} };
    expect((await app.call(updateRole, narrowed, chief.token)).status).toBe(200);
    expect((await app.call(listCompanies, {}, zhanna.token)).status).toBe(403);
    expect((await app.call(getMe, {}, zhanna.token)).body.can).toEqual({});
  });
});
