import { buildUser } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { listCompanies } from '../companies/companies.contract';
import { changePassword, createUser, getMe, listRoles, signIn, updateMe } from './users.contract';
import { demoPassword } from './demo-accounts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const password = 'correct horse';

describe('signing in', () => {
  test('the right password opens a session, whatever the case of the login', async () => {
    const olga = await buildUser(app, { login: 'Olga', name: 'Ольга Светлова', password });
    const { status, body } = await app.call(signIn, { login: ' OLGA ', password });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      expiresAt: '2026-04-11T09:00:00.000Z',
      user: { id: olga.id, name: 'Ольга Светлова', mustChangePassword: false, can: { 'companies.read': 'own' } },
    });
    expect((await app.call(getMe, {}, body.token)).body).toMatchObject({ id: olga.id, login: 'Olga' });
  });

  test('a wrong password and an unknown login are told the same', async () => {
    await buildUser(app, { login: 'pavel', password });
    const wrong = await app.call(signIn, { login: 'pavel', password: 'battery staple' });
    const unknown = await app.call(signIn, { login: 'nobody-here', password: 'battery staple' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual({ code: 'users.badCredentials', message: 'Неверный логин или пароль.' });
    expect(unknown.body).toEqual(wrong.body);
  });

  test('who has not signed in reads the refusal in the language of his browser', async () => {
    const { body } = await app.http('POST', '/api/sign-in', {
      body: { login: 'nobody-here', password: 'battery staple' },
      headers: { 'accept-language': 'en-GB,en;q=0.9' },
    });
    expect(body.message).toBe('Wrong login or password.');
    const empty = await app.http('POST', '/api/sign-in', { body: {}, headers: { 'accept-language': 'en' } });
    expect(empty.status).toBe(400);
    expect(Object.keys(empty.body.fields!)).toEqual(['login', 'password']);
  });

  test('a blocked user learns it only with the right password', async () => {
    await buildUser(app, { login: 'blocked', password, status: 'blocked' });
    expect(await app.call(signIn, { login: 'blocked', password: 'guess' })).toMatchObject({ status: 401 });
    expect(await app.call(signIn, { login: 'blocked', password })).toMatchObject({
      status: 403,
      body: { code: 'users.blocked' },
    });
  });

  test('a deleted user is an unknown one', async () => {
    await buildUser(app, { login: 'gone', password, deletedAt: app.clock.now() });
    expect(await app.call(signIn, { login: 'gone', password })).toMatchObject({ status: 401 });
  });
});

describe('guessing', () => {
  const attempt = (login: string, guess: string, from = '203.0.113.7') =>
    app.http('POST', '/api/sign-in', { body: { login, password: guess }, headers: { 'x-forwarded-for': from } });

  test('stops after ten wrong passwords, even thrown in all at once', async () => {
    await buildUser(app, { login: 'target', password });
    await buildUser(app, { login: 'neighbour', password });
    const answers = await Promise.all(Array.from({ length: 14 }, (_, index) => attempt('target', `guess ${index}`)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);

    const refused = await attempt('target', password);
    expect(refused).toMatchObject({ status: 429, body: { code: 'tooMany' } });
    const wait = Number(refused.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(300);
    expect(refused.body.message).toBe(`Слишком много попыток. Подождите ${wait} с.`);

    expect(await attempt('neighbour', password)).toMatchObject({ status: 200 });
    expect(await attempt('target', password, '198.51.100.9')).toMatchObject({ status: 200 });
  });

  test('a right password in between begins the count anew', async () => {
    await buildUser(app, { login: 'forgetful', password });
    const wrong = async (times: number) =>
      (await Promise.all(Array.from({ length: times }, () => attempt('forgetful', 'not it')))).map((it) => it.status);
    expect(await wrong(9)).toEqual(Array(9).fill(401));
    expect(await attempt('forgetful', password)).toMatchObject({ status: 200 });
    expect(await wrong(2)).toEqual([401, 401]);
  });
});

describe('a session in a cookie', () => {
  test('is unreadable to scripts and strict about other sites, and its token is nowhere else', async () => {
    const vera = await buildUser(app, { login: 'vera', password });
    const { body, headers } = await app.http('POST', '/api/sign-in', {
      body: { login: 'vera', password },
      headers: { 'x-session': 'cookie', 'x-forwarded-proto': 'https' },
    });
    expect(body.token).toBe('');
    const cookie = [headers['set-cookie']].flat().join('\n');
    expect(cookie).toMatch(/^ryadom_session=[\w-]{43};/);
    expect(cookie).toMatch(/;\s*httponly/i);
    expect(cookie).toMatch(/;\s*samesite=strict/i);
    expect(cookie).toMatch(/;\s*secure/i);

    const held = { cookie: cookie.split(';')[0]! };
    expect(await app.http('GET', '/api/me', { headers: held })).toMatchObject({ status: 200, body: { id: vera.id } });

    const rename = { version: vera.version, name: 'Вера Новая' };
    expect(await app.http('PATCH', '/api/me', { headers: held, body: rename })).toMatchObject({
      status: 403,
      body: { code: 'crossSite' },
    });
    const ours = { ...held, 'x-requested-by': 'ryadom' };
    expect(await app.http('PATCH', '/api/me', { headers: ours, body: rename })).toMatchObject({
      status: 200,
      body: { name: 'Вера Новая' },
    });

    const out = await app.http('POST', '/api/sign-out', { headers: ours, body: {} });
    expect([out.headers['set-cookie']].flat().join()).toMatch(/^ryadom_session=;/);
    expect(await app.http('GET', '/api/me', { headers: held })).toMatchObject({ status: 401 });
  });
});

describe('a password that must be changed', () => {
  test('the demo’s, outside the demo: nothing else goes before that', async () => {
    await buildUser(app, { login: 'demo', password: demoPassword });
    const { body } = await app.call(signIn, { login: 'demo', password: demoPassword });
    expect(body.user.mustChangePassword).toBe(true);
    const refused = await app.call(listCompanies, {}, body.token);
    expect(refused).toMatchObject({ status: 403, body: { code: 'users.passwordMustChange' } });
    expect(await app.call(updateMe, { version: 1, name: 'Другой' }, body.token)).toMatchObject({ status: 403 });
    expect((await app.call(getMe, {}, body.token)).status).toBe(200);

    const change = (next: string) => app.call(changePassword, { current: demoPassword, next }, body.token);
    expect((await change(demoPassword)).body.fields).toHaveProperty('next');
    expect((await change('short')).body.fields).toHaveProperty('next');
    expect((await change('a password of my own')).status).toBe(200);
    expect((await app.call(listCompanies, {}, body.token)).status).toBe(200);
  });

  test('the first one of a user whom the administrator creates', async () => {
    const chief = await buildUser(app, { role: 'administrator' });
    const { body } = await app.call(listRoles, {}, chief.token);
    const roleId = body.rows.find(({ code }) => code === 'manager')!.id;
    const user = { login: 'newcomer', password: 'first password', name: 'Новенькая', roleId };
    expect((await app.call(createUser, user, chief.token)).body.mustChangePassword).toBe(true);
    const session = await app.call(signIn, { login: 'newcomer', password: 'first password' });
    expect(session.body.user.mustChangePassword).toBe(true);
    expect(await app.call(listCompanies, {}, session.body.token)).toMatchObject({ status: 403 });
  });

  test('in the demo its password is good', async () => {
    const demo = await testApp({ demo: true });
    try {
      await buildUser(demo, { login: 'demo', password: demoPassword });
      const { body } = await demo.call(signIn, { login: 'demo', password: demoPassword });
      expect(body.user.mustChangePassword).toBe(false);
      expect((await demo.call(listCompanies, {}, body.token)).status).toBe(200);
    } finally {
      await demo.close();
    }
  });
});
