import { buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { assignCompanies } from '../companies/companies.contract';
import { listAudit, undoChange } from '../system/system.contract';
import { createUser, deleteUser, listColleagues, listRoles, listUsers, signIn, updateUser } from './users.contract';

let app: TestApp;
let chief: Person;
let roleId: string;
const password = 'correct horse';

beforeAll(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator', name: 'Главный администратор' });
  const { body } = await app.call(listRoles, {}, chief.token);
  roleId = body.rows.find(({ code }) => code === 'manager')!.id;
});
afterAll(() => app.close());

const create = (values: { login: string } & Record<string, unknown>) =>
  app.call(createUser, { password, name: 'Сотрудник', roleId, ...values }, chief.token);

describe('a new user', () => {
  test('is in the list with everything that was said of him', async () => {
    const west = await buildDepartment(app, 'Запад');
    const { status, body } = await create({
      login: 'Ivan.Petrov',
      name: '  Иван Петров ',
      email: 'ivan@example.ru',
      phone: '+7 495 000-00-00',
      departmentId: west.id,
      timeZone: 'Asia/Omsk',
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: body.id,
      version: 1,
      login: 'Ivan.Petrov',
      name: 'Иван Петров',
      email: 'ivan@example.ru',
      phone: '+7 495 000-00-00',
      roleId,
      departmentId: west.id,
      timeZone: 'Asia/Omsk',
      locale: 'ru',
      status: 'active',
      mustChangePassword: true,
      lastSeenAt: null,
      microsoft: false,
      companies: 0,
    });
    const found = async (search: string) => (await app.call(listUsers, { search }, chief.token)).body.rows;
    for (const search of ['иван п', 'IVAN.PET', 'ivan@']) expect(await found(search)).toEqual([body]);
    expect(await found('сидоров')).toEqual([]);
  });

  test('is refused with every fault named by its field', async () => {
    const { status, body } = await create({ login: 'with space', password: 'short', name: ' ', email: 'not-mail' });
    expect(status).toBe(400);
    expect(Object.keys(body.fields!).sort()).toEqual(['email', 'login', 'name', 'password']);
    expect((await create({ login: 'nowhere', timeZone: 'Mars/Olympus' })).body.fields).toHaveProperty('timeZone');
    expect((await create({ login: 'norole', roleId: 'no-such' })).body.fields).toHaveProperty('roleId');
    expect((await create({ login: 'nodep', departmentId: 'no-such' })).body.fields).toHaveProperty('departmentId');
  });

  test('cannot have a login that differs from another’s by case alone', async () => {
    await create({ login: 'unique.one' });
    expect((await create({ login: 'Unique.One' })).body.fields).toEqual({ login: 'такой логин уже есть' });
  });
});

describe('a user is changed', () => {
  test('with what was sent alone, and not over somebody else’s change', async () => {
    const { id } = (await create({ login: 'changing', email: 'old@example.ru' })).body;
    const one = await app.call(updateUser, { id, version: 1, name: 'Первое имя' }, chief.token);
    expect(one.body).toMatchObject({ version: 2, name: 'Первое имя', email: 'old@example.ru' });
    const late = await app.call(updateUser, { id, version: 1, name: 'Второе имя' }, chief.token);
    expect(late).toMatchObject({ status: 409, body: { code: 'stale', current: { name: 'Первое имя', version: 2 } } });
    expect((await app.call(updateUser, { id: 'no-such', version: 1 }, chief.token)).status).toBe(404);
  });

  test('to a new login that he then signs in with', async () => {
    const { id } = (await create({ login: 'maiden-name' })).body;
    await app.call(updateUser, { id, version: 1, login: 'Married-Name' }, chief.token);
    expect((await app.call(signIn, { login: 'maiden-name', password })).status).toBe(401);
    expect((await app.call(signIn, { login: 'married-name', password })).status).toBe(200);
  });

  test('blocked ones are told apart and stay among colleagues as not active', async () => {
    const { id } = (await create({ login: 'to-block', name: 'Ян Заблокированный' })).body;
    await app.call(updateUser, { id, version: 1, status: 'blocked' }, chief.token);
    const blocked = await app.call(listUsers, { blocked: true }, chief.token);
    expect(blocked.body.rows.map((user) => user.id)).toEqual([id]);
    const colleagues = await app.call(listColleagues, {}, chief.token);
    expect(colleagues.body.rows.find((user) => user.id === id)).toMatchObject({ active: false, roleCode: 'manager' });
  });
});

describe('a user is deleted', () => {
  test('only when no company is left to him, and is then nowhere', async () => {
    const { id } = (await create({ login: 'leaving' })).body;
    const company = await buildCompany(app, { ownerId: id });
    const remove = () => app.call(deleteUser, { id, version: 1 }, chief.token);
    expect(await remove()).toMatchObject({
      status: 409,
      body: { code: 'users.ownsCompanies', details: { count: 1 }, message: expect.stringContaining('компаний: 1') },
    });

    await app.call(assignCompanies, { ids: [company.id], ownerId: chief.id }, chief.token);
    expect((await remove()).status).toBe(200);
    expect((await app.call(signIn, { login: 'leaving', password })).status).toBe(401);
    for (const endpoint of [listUsers, listColleagues])
      expect((await app.call(endpoint, {}, chief.token)).body.rows.map((user) => user.id)).not.toContain(id);
    expect((await create({ login: 'leaving' })).status).toBe(200);
  });

  test('and comes back whole when that is undone', async () => {
    const { id } = (await create({ login: 'hasty' })).body;
    const { changeId } = await app.call(deleteUser, { id, version: 1 }, chief.token);
    expect((await app.call(undoChange, { changeId }, chief.token)).status).toBe(200);
    const { body } = await app.call(listUsers, { search: 'hasty' }, chief.token);
    expect(body.rows).toMatchObject([{ id, status: 'active' }]);
    expect((await app.call(signIn, { login: 'hasty', password })).status).toBe(200);
  });

  test('never oneself', async () => {
    const other = await buildUser(app, { role: 'administrator' });
    for (const refused of [
      await app.call(deleteUser, { id: other.id, version: 1 }, other.token),
      await app.call(updateUser, { id: other.id, version: 1, status: 'blocked' }, other.token),
    ])
      expect(refused).toMatchObject({ status: 409, body: { code: 'users.notYourself' } });
    await app.call(deleteUser, { id: other.id, version: 1 }, chief.token);
  });
});

describe('the last administrator', () => {
  test('cannot become anything else until there is another', async () => {
    const { version } = (await app.call(listUsers, { search: chief.login }, chief.token)).body.rows[0]!;
    const demote = () => app.call(updateUser, { id: chief.id, version, roleId }, chief.token);
    expect(await demote()).toMatchObject({ status: 409, body: { code: 'users.lastAdministrator' } });

    const blocked = await buildUser(app, { role: 'administrator', status: 'blocked' });
    expect((await demote()).status).toBe(409);
    await app.call(updateUser, { id: blocked.id, version: 1, status: 'active' }, chief.token);
    expect((await demote()).body).toMatchObject({ id: chief.id, roleId });

    chief = await buildUser(app, { role: 'administrator' });
  });
});

describe('secrets', () => {
  test('no hash and no password is in any answer or in the history', async () => {
    const created = await create({ login: 'secretive', password: 'sesame open' });
    const { id } = created.body;
    const changed = await app.call(updateUser, { id, version: 1, password: 'open sesame' }, chief.token);
    const { body } = await app.call(listAudit, { entity: 'user_account', limit: 200 }, chief.token);
    const entries = body.rows.filter((row) => row.recordId === id);
    expect(entries.map(({ action, fields }) => [action, fields.passwordHash])).toEqual([
      ['update', ['•', '•']],
      ['create', [null, '•']],
    ]);
    const everything = JSON.stringify([created, changed, body, await app.call(listUsers, {}, chief.token)]);
    for (const secret of ['scrypt$', 'sesame', 'tokenHash']) expect(everything).not.toContain(secret);
  });

  test('a change of a password cannot be undone into the old one', async () => {
    const { id } = (await create({ login: 'no-way-back' })).body;
    const { changeId } = await app.call(updateUser, { id, version: 1, password: 'a newer one' }, chief.token);
    expect((await app.call(undoChange, { changeId }, chief.token)).status).toBe(409);
    expect((await app.call(signIn, { login: 'no-way-back', password: 'a newer one' })).status).toBe(200);
  });
});
