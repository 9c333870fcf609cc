import type { Ctx } from './context';
import { signedIn } from './context';
import type { Scope } from './endpoint';
import { forbidden } from './errors';
import { always, never, sql, type Sql } from './sql';

/** What rights are measured on: whose the record is. */
export interface Owned {
  ownerId: string | null;
}

/** How far the caller's permission reaches, or null. */
export const grantOf = (ctx: Ctx, permission: string): Scope | null => ctx.user?.grants.get(permission) ?? null;

/** May the caller do this to this record? Says nothing about who may see it. */
export function reaches(ctx: Ctx, permission: string, { ownerId }: Owned): boolean {
  const scope = grantOf(ctx, permission);
  if (!scope || !ctx.user) return false;
  if (scope === 'all') return true;
  if (ownerId === null) return false;
  return scope === 'own' ? ownerId === ctx.user.id : ctx.user.department.has(ownerId);
}

/** The same rule as a condition on a list; `owner` is the column with the owner's id. */
export function withinReach(ctx: Ctx, permission: string, owner: Sql): Sql {
  const scope = requirePermission(ctx, permission);
  const user = signedIn(ctx);
  if (scope === 'all') return always;
  if (scope === 'own') return sql`${owner} = ${user.id}`;
  if (user.department.size === 0) return never;
  return sql`exists (select 1 from user_account reach where reach.id = ${owner} and reach.departmentId = ${user.departmentId})`;
}

/** 401 without a session, 403 without the permission; else how far it reaches. */
export function requirePermission(ctx: Ctx, permission: string): Scope {
  signedIn(ctx);
  const scope = grantOf(ctx, permission);
  if (!scope) throw forbidden();
  ctx.authorized = true;
  return scope;
}

/** 403 unless the permission reaches the record. */
export function authorize(ctx: Ctx, permission: string, record: Owned): void {
  requirePermission(ctx, permission);
  if (!reaches(ctx, permission, record)) throw forbidden();
}

/** For what every signed-in person may do with his own things. */
export function authorizeSelf(ctx: Ctx): void {
  signedIn(ctx);
  ctx.authorized = true;
}
