import { buildUser } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { createCompany } from '../companies/companies.contract';
import { changePassword, getMe, signIn, updateMe } from './users.contract';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const password = 'correct horse';

describe('one’s own profile', () => {
  test('is changed field by field: what is left out stays', async () => {
    const anna = await buildUser(app, { name: 'Анна', email: 'anna@example.ru', phone: '+7 495 000-00-00' });
    const { status, body } = await app.call(
      updateMe,
      { version: 1, timeZone: 'Asia/Vladivostok', theme: 'dark' },
      anna.token,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 2,
      name: 'Анна',
      email: 'anna@example.ru',
      phone: '+7 495 000-00-00',
      timeZone: 'Asia/Vladivostok',
      theme: 'dark',
    });
    expect((await app.call(updateMe, { version: 2, email: '' }, anna.token)).body.email).toBeNull();
  });

  test('a stale version is refused with what is there now', async () => {
    const anna = await buildUser(app);
    await app.call(updateMe, { version: 1, name: 'Первая' }, anna.token);
    const late = await app.call(updateMe, { version: 1, name: 'Вторая' }, anna.token);
    expect(late).toMatchObject({ status: 409, body: { code: 'stale', current: { version: 2, name: 'Первая' } } });
  });

  test('an unknown time zone is refused by its field', async () => {
    const anna = await buildUser(app);
    const { status, body } = await app.call(updateMe, { version: 1, timeZone: 'Europe/Atlantis' }, anna.token);
    expect(status).toBe(400);
    expect(body.fields).toEqual({ timeZone: 'неизвестный часовой пояс' });
  });

  test('the language is the one refusals are told in, whatever the browser says', async () => {
    const john = await buildUser(app, { locale: 'en' });
    const { body } = await app.call(createCompany, { name: ' ' }, john.token);
    expect(body.message).toMatch(/^Please check: name/);
    await app.call(updateMe, { version: 1, locale: 'ru' }, john.token);
    expect((await app.call(createCompany, { name: ' ' }, john.token)).body.message).toMatch(/^Проверьте поля: name/);
  });
});

describe('one’s own password', () => {
  test('changing it takes the current one and ends every other session', async () => {
    await buildUser(app, { login: 'dina', password });
    const [here, elsewhere] = [
      (await app.call(signIn, { login: 'dina', password })).body.token,
      (await app.call(signIn, { login: 'dina', password })).body.token,
    ];
    const change = (current: string, next: string) => app.call(changePassword, { current, next }, here);
    expect((await change('a guess', 'new password')).body.fields).toEqual({ current: 'текущий пароль неверен' });
    expect((await change(password, password)).body.fields).toEqual({ next: 'новый пароль совпадает со старым' });
    expect((await change(password, 'new password')).status).toBe(200);

    expect((await app.call(getMe, {}, here)).status).toBe(200);
    expect((await app.call(getMe, {}, elsewhere)).status).toBe(401);
    expect((await app.call(signIn, { login: 'dina', password })).status).toBe(401);
    expect((await app.call(signIn, { login: 'dina', password: 'new password' })).status).toBe(200);
  });
});
