import { IANAZone } from 'luxon';
import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { invalid, notFound } from '../../kernel/errors';
import { hashPassword, verifyPassword } from '../../kernel/passwords';
import { findRecord, requireVersion, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import { demoPassword } from './demo-accounts';
import type { changePassword, listSessions, Me, revokeSession, updateMe } from './users.contract';
import { User } from './users.entity';
import { viewMe, viewMeOf } from './users.view';

export async function readMe(ctx: Ctx): Promise<Me> {
  authorizeSelf(ctx);
  return viewMe(ctx);
}

export async function changeMe(ctx: Ctx, { version, ...changes }: EndpointParsed<typeof updateMe>): Promise<Me> {
  authorizeSelf(ctx);
  requireTimeZone(changes.timeZone);
  const me = await ownRecord(ctx);
  const current = await viewMe(ctx);
  requireVersion(me, version, () => current);
  await updateRecord(ctx, User, me, changes);
  return viewMeOf(ctx.db, me.id, current.can);
}

/** Ends the other sessions: whoever knew the old password is out. */
export async function changeOwnPassword(
  ctx: Ctx,
  { current, next }: EndpointParsed<typeof changePassword>,
): Promise<{ ok: true }> {
  authorizeSelf(ctx);
  const me = await ownRecord(ctx);
  if (!(await verifyPassword(current, me.passwordHash))) throw invalid({ current: 'users.wrongPassword' });
  if (next === current) throw invalid({ next: 'users.samePassword' });
  if (next === demoPassword) throw invalid({ next: 'users.demoPassword' });
  await updateRecord(ctx, User, me, { passwordHash: await hashPassword(next), mustChangePassword: false });
  await ctx.db.run(sql`delete from session where userId = ${me.id} and id <> ${signedIn(ctx).sessionId ?? ''}`);
  return { ok: true };
}

export async function ownSessions(ctx: Ctx): Promise<EndpointOutput<typeof listSessions>> {
  authorizeSelf(ctx);
  const user = signedIn(ctx);
  const rows = await ctx.db.rows<{
    id: string;
    createdAt: Date | string;
    lastUsedAt: Date | string;
    device: string | null;
  }>(sql`
    select id, createdAt, lastUsedAt, device from session
    where userId = ${user.id} and expiresAt > ${ctx.clock.now()} order by lastUsedAt desc, id`);
  return {
    rows: rows.map((row) => ({
      ...row,
      createdAt: toIso(row.createdAt),
      lastUsedAt: toIso(row.lastUsedAt),
      current: row.id === user.sessionId,
    })),
  };
}

export async function endOwnSession(ctx: Ctx, { id }: EndpointParsed<typeof revokeSession>): Promise<{ ok: true }> {
  authorizeSelf(ctx);
  const ended = await ctx.db.run(sql`delete from session where id = ${id} and userId = ${signedIn(ctx).id}`);
  if (ended === 0) throw notFound();
  return { ok: true };
}

export async function signOutUser(ctx: Ctx): Promise<{ ok: true }> {
  authorizeSelf(ctx);
  await ctx.db.run(sql`delete from session where id = ${signedIn(ctx).sessionId ?? ''}`);
  return { ok: true };
}

export function requireTimeZone(timeZone: string | undefined): void {
  if (timeZone !== undefined && !IANAZone.isValidZone(timeZone)) throw invalid({ timeZone: 'users.unknownTimeZone' });
}

async function ownRecord(ctx: Ctx): Promise<User> {
  const me = await findRecord(ctx, User, { id: signedIn(ctx).id });
  if (!me) throw notFound();
  return me;
}
