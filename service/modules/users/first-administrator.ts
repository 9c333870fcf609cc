import type { Ctx } from '../../kernel/context';
import { hashPassword } from '../../kernel/passwords';
import { findRecord, insertRecord, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import { firstPermissions, permissionNames } from './permissions';
import { builtInRoles } from './roles';
import { Role, User } from './users.entity';

/**
 * Creates the built-in roles that are missing. Existing ones are the administrator's: his own role is completed, the
 * others are given, once, what this version brings and they were never offered.
 */
export async function ensureRoles(ctx: Ctx): Promise<void> {
  for (const { code, name, grants } of builtInRoles) {
    const found = await findRecord(ctx, Role, { code });
    if (!found) {
      await insertRecord(ctx, Role, { code, name, grants, knownPermissions: permissionNames });
      continue;
    }
    const known = new Set(found.knownPermissions ?? firstPermissions);
    const brought = Object.fromEntries(Object.entries(grants).filter(([permission]) => !known.has(permission)));
    await updateRecord(ctx, Role, found, {
      grants: code === 'administrator' ? grants : { ...found.grants, ...brought },
      knownPermissions: permissionNames,
    });
  }
}

/** The administrator of the settings, if nobody has that login yet. His password is not touched later. */
export async function ensureAdministrator(
  ctx: Ctx,
  { login, password, name }: { login: string; password: string; name: string },
): Promise<void> {
  const loginKey = login.toLowerCase();
  if (await ctx.db.row(sql`select id from user_account where loginKey = ${loginKey}`)) return;
  const role = await ctx.db.row<{ id: string }>(sql`select id from role where code = 'administrator'`);
  await insertRecord(ctx, User, {
    login,
    loginKey,
    passwordHash: await hashPassword(password),
    mustChangePassword: false,
    name,
    email: null,
    phone: null,
    roleId: role!.id,
    departmentId: null,
    timeZone: ctx.settings.timeZone,
    locale: 'ru',
    theme: 'system',
    status: 'active',
    lastSeenAt: null,
    entraKey: null,
    createdAt: ctx.clock.now(),
    deletedAt: null,
  });
}
