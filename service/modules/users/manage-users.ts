import { requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toNumber } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { conflict, invalid, notFound } from '../../kernel/errors';
import type { Written } from '../../kernel/module';
import { hashPassword } from '../../kernel/passwords';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import { requireTimeZone } from './own-account';
import { requireWithinOwnRights } from './manage-roles';
import type {
  createUser,
  deleteUser,
  endUserSessions,
  listColleagues,
  listUsers,
  updateUser,
  UserView,
} from './users.contract';
import { Department, Role, User } from './users.entity';
import { viewUser, viewUsers } from './users.view';

/** A few hundred people at most: the whole list in one answer, searched by name, login and mail without case. */
export async function readUsers(
  ctx: Ctx,
  { search, blocked }: EndpointParsed<typeof listUsers>,
): Promise<EndpointOutput<typeof listUsers>> {
  requirePermission(ctx, 'users.read');
  const wanted = search?.toLowerCase();
  const rows = await viewUsers(ctx.db);
  return {
    rows: rows.filter(
      (user) =>
        (blocked === undefined || (user.status === 'blocked') === blocked) &&
        (!wanted || [user.name, user.login, user.email ?? ''].some((text) => text.toLowerCase().includes(wanted))),
    ),
  };
}

export async function readColleagues(ctx: Ctx): Promise<EndpointOutput<typeof listColleagues>> {
  signedIn(ctx);
  ctx.authorized = true;
  const rows = await ctx.db.rows<{
    id: string;
    name: string;
    departmentId: string | null;
    roleCode: string;
    status: string;
  }>(sql`
    select u.id as id, u.name as name, u.departmentId as departmentId, r.code as roleCode, u.status as status
    from user_account u join role r on r.id = u.roleId where u.deletedAt is null order by u.name, u.id`);
  return { rows: rows.map(({ status, ...row }) => ({ ...row, active: status === 'active' })) };
}

export async function addUser(ctx: Ctx, input: EndpointParsed<typeof createUser>): Promise<UserView> {
  requirePermission(ctx, 'users.manage');
  const { password, departmentId = null, email, phone, ...rest } = input;
  requireTimeZone(rest.timeZone);
  await requirePlace(ctx, { roleId: rest.roleId, departmentId });
  await requireFreeLogin(ctx, rest.login, null);
  const user = await insertRecord(ctx, User, {
    ...rest,
    email: email ?? null,
    phone: phone ?? null,
    departmentId,
    loginKey: rest.login.toLowerCase(),
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
    theme: 'system',
    status: 'active',
    lastSeenAt: null,
    entraKey: null,
    createdAt: ctx.clock.now(),
    deletedAt: null,
  });
  return viewUser(ctx.db, user.id);
}

export async function changeUser(ctx: Ctx, input: EndpointParsed<typeof updateUser>): Promise<UserView> {
  requirePermission(ctx, 'users.manage');
  const { id, version, password, unlinkMicrosoft, ...changes } = input;
  const user = await findRecord(ctx, User, { id });
  if (!user) throw notFound();
  const current = await viewUser(ctx.db, id);
  requireVersion(user, version, () => current);
  requireTimeZone(changes.timeZone);
  // Whoever manages users but is no administrator must not take over somebody with more rights than his own.
  await requireWithinOwnRights(ctx, user.roleId);
  await requirePlace(ctx, { roleId: changes.roleId, departmentId: changes.departmentId });
  if (changes.login) await requireFreeLogin(ctx, changes.login, id);
  if (changes.status === 'blocked') refuseSelf(ctx, id);
  if (changes.status === 'blocked' || (changes.roleId && changes.roleId !== user.roleId))
    await requireAnotherAdministrator(ctx, user);

  await updateRecord(ctx, User, user, {
    ...changes,
    ...(unlinkMicrosoft ? { entraKey: null } : {}),
    ...(password ? { passwordHash: await hashPassword(password), mustChangePassword: true } : {}),
  });
  if (password || changes.status === 'blocked') await ctx.db.run(sql`delete from session where userId = ${id}`);
  return viewUser(ctx.db, id);
}

export async function dismissUser(ctx: Ctx, { id, version }: EndpointParsed<typeof deleteUser>): Promise<{ ok: true }> {
  requirePermission(ctx, 'users.manage');
  const user = await findRecord(ctx, User, { id });
  if (!user) throw notFound();
  requireVersion(user, version);
  refuseSelf(ctx, id);
  await requireWithinOwnRights(ctx, user.roleId);
  await requireAnotherAdministrator(ctx, user);
  const { companies } = await viewUser(ctx.db, id);
  if (companies > 0) throw conflict('users.ownsCompanies', { count: companies });
  const blocked = await updateRecord(ctx, User, user, { status: 'blocked' });
  await removeRecord(ctx, User, blocked);
  await ctx.db.run(sql`delete from session where userId = ${id}`);
  return { ok: true };
}

/** The key follows the login; a deleted user's becomes free for somebody else, and is his again if he is brought back. */
export async function keepLoginKey(ctx: Ctx, { after }: Written<User>): Promise<void> {
  if (after)
    await updateRecord(ctx, User, after, {
      loginKey: after.deletedAt ? `deleted:${after.id}` : after.login.toLowerCase(),
      // A dismissed person's account may come back as somebody else's here.
      ...(after.deletedAt ? { entraKey: null } : {}),
    });
}

export async function signOutEverywhere(
  ctx: Ctx,
  { id }: EndpointParsed<typeof endUserSessions>,
): Promise<{ ok: true }> {
  requirePermission(ctx, 'users.manage');
  if (!(await findRecord(ctx, User, { id }))) throw notFound();
  await ctx.db.run(sql`delete from session where userId = ${id}`);
  return { ok: true };
}

function refuseSelf(ctx: Ctx, id: string): void {
  if (signedIn(ctx).id === id) throw conflict('users.notYourself');
}

async function requirePlace(
  ctx: Ctx,
  { roleId, departmentId }: { roleId?: string; departmentId?: string | null },
): Promise<void> {
  if (roleId !== undefined) {
    if (!(await findRecord(ctx, Role, { id: roleId }))) throw invalid({ roleId: 'users.noSuchRole' });
    await requireWithinOwnRights(ctx, roleId);
  }
  if (departmentId && !(await findRecord(ctx, Department, { id: departmentId })))
    throw invalid({ departmentId: 'users.noSuchDepartment' });
}

async function requireFreeLogin(ctx: Ctx, login: string, except: string | null): Promise<void> {
  const holder = await ctx.db.row<{ id: string }>(
    sql`select id from user_account where loginKey = ${login.toLowerCase()}`,
  );
  if (holder && holder.id !== except) throw invalid({ login: 'users.loginTaken' });
}

async function requireAnotherAdministrator(ctx: Ctx, user: User): Promise<void> {
  const others = await ctx.db.row<{ found: number | string }>(sql`
    select count(*) as found from user_account u join role r on r.id = u.roleId
    where r.code = 'administrator' and u.status = 'active' and u.deletedAt is null and u.id <> ${user.id}`);
  const role = await findRecord(ctx, Role, { id: user.roleId });
  if (role?.code === 'administrator' && toNumber(others?.found ?? 0) === 0) throw conflict('users.lastAdministrator');
}
