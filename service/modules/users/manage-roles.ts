import { requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toNumber } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed, Scope } from '../../kernel/endpoint';
import { conflict, forbidden, notFound } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import { permissions, type Permission } from './permissions';
import type { createRole, deleteRole, Grants, listRoles, RoleView, updateRole } from './users.contract';
import { Role } from './users.entity';

const reach: Record<Scope, number> = { own: 1, department: 2, all: 3 };

export async function readRoles(ctx: Ctx): Promise<EndpointOutput<typeof listRoles>> {
  requirePermission(ctx, 'users.read');
  return { rows: await viewRoles(ctx) };
}

export async function addRole(ctx: Ctx, { name, grants }: EndpointParsed<typeof createRole>): Promise<RoleView> {
  requirePermission(ctx, 'roles.manage');
  requireHeld(ctx, grants);
  const role = await insertRecord(ctx, Role, {
    code: 'custom',
    name,
    grants: inReach(grants),
    knownPermissions: null,
  });
  return viewRole(ctx, role.id);
}

export async function changeRole(
  ctx: Ctx,
  { id, version, name, grants }: EndpointParsed<typeof updateRole>,
): Promise<RoleView> {
  requirePermission(ctx, 'roles.manage');
  const role = await findRecord(ctx, Role, { id });
  if (!role) throw notFound();
  const current = await viewRole(ctx, id);
  requireVersion(role, version, () => current);
  if (grants) {
    if (role.code === 'administrator') throw conflict('users.administratorFixed');
    requireHeld(ctx, grants);
  }
  await updateRecord(ctx, Role, role, { ...(name ? { name } : {}), ...(grants ? { grants: inReach(grants) } : {}) });
  return viewRole(ctx, id);
}

export async function dropRole(ctx: Ctx, { id, version }: EndpointParsed<typeof deleteRole>): Promise<{ ok: true }> {
  requirePermission(ctx, 'roles.manage');
  const role = await findRecord(ctx, Role, { id });
  if (!role) throw notFound();
  requireVersion(role, version);
  if (role.code !== 'custom') throw conflict('users.roleBuiltIn');
  const { users } = await viewRole(ctx, id);
  if (users > 0) throw conflict('users.roleHasPeople', { count: users });
  // The deleted hold it on paper only: they get a role that is always there.
  await ctx.db.run(
    sql`update user_account set roleId = (select id from role where code = 'manager') where roleId = ${id}`,
  );
  await removeRecord(ctx, Role, role);
  return { ok: true };
}

/** Nobody hands out, or takes over, more than he holds himself: else the right to manage would be every right. */
export async function requireWithinOwnRights(ctx: Ctx, roleId: string): Promise<void> {
  const role = await findRecord(ctx, Role, { id: roleId });
  requireHeld(ctx, role?.grants ?? {});
}

function requireHeld(ctx: Ctx, grants: Grants): void {
  const own = signedIn(ctx).grants;
  const beyond = Object.entries(grants).filter(([permission, scope]) => {
    const held = own.get(permission);
    return !held || reach[scope] > reach[held];
  });
  if (beyond.length)
    throw forbidden('users.beyondOwnRights', { permissions: beyond.map(([permission]) => permission).join(', ') });
}

/** What cannot be narrowed is held for all. */
const inReach = (grants: Grants): Grants =>
  Object.fromEntries(
    (Object.entries(grants) as [Permission, Scope][]).map(([permission, scope]) => [
      permission,
      permissions[permission].scoped ? scope : 'all',
    ]),
  );

async function viewRole(ctx: Ctx, id: string): Promise<RoleView> {
  const found = (await viewRoles(ctx)).find((role) => role.id === id);
  if (!found) throw notFound();
  return found;
}

async function viewRoles(ctx: Ctx): Promise<RoleView[]> {
  const roles = await ctx.db.rows<Omit<RoleView, 'grants' | 'users'> & { grants: string; users: number | string }>(sql`
    select r.id as id, r.version as version, r.code as code, r.name as name, r.grants as grants,
      (select count(*) from user_account u where u.roleId = r.id and u.deletedAt is null) as users
    from role r order by r.id`);
  return roles.map((role) => ({ ...role, users: toNumber(role.users), grants: JSON.parse(role.grants) as Grants }));
}
