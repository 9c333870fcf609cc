import { buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { listCompanies } from '../companies/companies.contract';
import type { Permission } from './permissions';
import {
  createRole,
  createUser,
  deleteRole,
  deleteUser,
  getMe,
  listRoles,
  updateRole,
  updateUser,
  type Grants,
  type RoleView,
} from './users.contract';

let app: TestApp;
let chief: Person;
beforeAll(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator' });
});
afterAll(() => app.close());

const roles = async (): Promise<RoleView[]> => (await app.call(listRoles, {}, chief.token)).body.rows;
const role = async (code: string) => (await roles()).find((each) => each.code === code)!;
const newRole = async (name: string, grants: Grants) =>
  (await app.call(createRole, { name, grants }, chief.token)).body;

describe('roles', () => {
  test('those of all five documents are there, the administrator’s with every right', async () => {
    expect((await roles()).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['administrator', 'manager', 'head', 'technician', 'accountant', 'operator', 'marketer']),
    );
    const me = await app.call(getMe, {}, chief.token);
    expect(new Set(Object.values(me.body.can))).toEqual(new Set(['all']));
  });

  test('one of one’s own: created, given, changed, and deleted when nobody holds it', async () => {
    const intern = await newRole('Стажёр', { 'companies.read': 'department', 'companies.create': 'own' });
    // What cannot be narrowed is held for all.
    expect(intern.grants).toEqual({ 'companies.read': 'department', 'companies.create': 'all' });

    const west = await buildDepartment(app);
    const [ann, bob] = [await buildUser(app, { departmentId: west.id }), await buildUser(app)];
    await buildCompany(app, { name: 'Своих коллег', ownerId: (await buildUser(app, { departmentId: west.id })).id });
    await buildCompany(app, { name: 'Чужая', ownerId: bob.id });
    expect((await app.call(updateUser, { id: ann.id, version: 1, roleId: intern.id }, chief.token)).status).toBe(200);
    const seen = async () => (await app.call(listCompanies, {}, ann.token)).body.rows.map(({ name }) => name);
    expect(await seen()).toEqual(['Своих коллег']);

    const wider = { id: intern.id, version: intern.version, grants: { 'companies.read': 'all' } as Grants };
    expect((await app.call(updateRole, wider, chief.token)).body).toMatchObject({ users: 1, version: 2 });
    expect(await seen()).toEqual(['Своих коллег', 'Чужая']);

    const remove = () => app.call(deleteRole, { id: intern.id, version: 2 }, chief.token);
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'users.roleHasPeople', details: { count: 1 } } });
    await app.call(deleteUser, { id: ann.id, version: 2 }, chief.token);
    expect((await remove()).status).toBe(200);
    expect((await roles()).map(({ name }) => name)).not.toContain('Стажёр');
  });

  test('a built-in one is never deleted', async () => {
    const manager = await role('manager');
    const refused = await app.call(deleteRole, { id: manager.id, version: manager.version }, chief.token);
    expect(refused).toMatchObject({ status: 409, body: { code: 'users.roleBuiltIn' } });
  });

  test('the administrator’s can be renamed, not narrowed', async () => {
    const { id, version } = await role('administrator');
    const narrowed = await app.call(updateRole, { id, version, grants: {} }, chief.token);
    expect(narrowed).toMatchObject({ status: 409, body: { code: 'users.administratorFixed' } });
    const renamed = await app.call(updateRole, { id, version, name: 'Главный' }, chief.token);
    expect(renamed.body).toMatchObject({ name: 'Главный', version: version + 1 });
  });

  test('a stale change is refused with the current grants, an unknown permission by its field', async () => {
    const { id } = await newRole('Спорная', { 'companies.read': 'own' });
    await app.call(updateRole, { id, version: 1, grants: { 'companies.read': 'all' } }, chief.token);
    const late = await app.call(updateRole, { id, version: 1, grants: {} }, chief.token);
    expect(late).toMatchObject({ status: 409, body: { current: { grants: { 'companies.read': 'all' } } } });
    const unknown = { 'moon.walk': 'all' } as unknown as Grants;
    expect((await app.call(createRole, { name: 'Лунная', grants: unknown }, chief.token)).status).toBe(400);
  });
});

describe('nobody grants beyond his own rights', () => {
  let technician: Person;
  beforeAll(async () => {
    // The administrator trusts a technician with people and roles, but not with every right.
    const grants = { ...(await role('technician')).grants, 'users.manage': 'all', 'roles.manage': 'all' } as Grants;
    const { id } = await newRole('Техник с людьми', grants);
    technician = await buildUser(app, { role: 'technician' });
    await app.call(updateUser, { id: technician.id, version: 1, roleId: id }, chief.token);
  });

  test('not by making himself, or somebody new, an administrator', async () => {
    const { id: roleId } = await role('administrator');
    const promote = await app.call(updateUser, { id: technician.id, version: 2, roleId }, technician.token);
    expect(promote).toMatchObject({ status: 403, body: { code: 'users.beyondOwnRights' } });
    const user = { login: 'puppet', password: 'long enough', name: 'Кукла', roleId };
    expect((await app.call(createUser, user, technician.token)).status).toBe(403);
  });

  test('not by a role with more than he holds, new or his own', async () => {
    const more = { 'companies.delete': 'own' } as Grants;
    expect((await app.call(createRole, { name: 'Больше', grants: more }, technician.token)).status).toBe(403);
    const own = (await roles()).find(({ name }) => name === 'Техник с людьми')!;
    const widened = { id: own.id, version: own.version, grants: { ...own.grants, ...more } };
    const refused = await app.call(updateRole, widened, technician.token);
    expect(refused.status).toBe(403);
    expect(refused.body.message).toContain('companies.delete' satisfies Permission);
  });

  test('not by taking over an administrator: his password, his block, his deletion', async () => {
    const { id, version } = chief;
    for (const change of [{ password: 'mine now!' }, { status: 'blocked' as const }, { login: 'stolen' }])
      expect((await app.call(updateUser, { id, version, ...change }, technician.token)).status).toBe(403);
    expect((await app.call(deleteUser, { id, version }, technician.token)).status).toBe(403);
    expect((await app.call(getMe, {}, chief.token)).body.login).toBe(chief.login);
  });

  test('what he holds himself he may give', async () => {
    const grants = { 'companies.read': 'own', 'users.manage': 'all' } as Grants;
    const { status, body } = await app.call(createRole, { name: 'Помощник', grants }, technician.token);
    expect(status).toBe(200);
    const user = { login: 'helper', password: 'long enough', name: 'Помощник', roleId: body.id };
    expect((await app.call(createUser, user, technician.token)).status).toBe(200);
  });
});
