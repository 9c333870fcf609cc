import { randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { inTransaction, type Ctx, type Deps } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { AppError, tooMany } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { hashPassword, verifyPassword } from '../../kernel/passwords';
import { findRecord, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import { demoPassword } from './demo-accounts';
import { tokenHash } from './identify';
import type { signIn } from './users.contract';
import { Role, Session, User } from './users.entity';
import { viewMeOf } from './users.view';
import { findRow, insertRows } from '../../kernel/rows';

/**
 * Wrong passwords are counted, right ones are not. Per login and address: guessing stops after ten in five minutes.
 * Per address: a whole office behind one address may err, a machine trying lists may not. A try is counted before the
 * password is checked and given back if it was right, or a hundred sent at once would all be let through.
 */
const limits = new WeakMap<Deps['settings'], { login: RateLimiterMemory; address: RateLimiterMemory }>();
export function limitsOf(settings: Deps['settings']) {
  let found = limits.get(settings);
  if (!found) {
    found = {
      login: new RateLimiterMemory({ points: 10, duration: 300 }),
      address: new RateLimiterMemory({ points: 200, duration: 300 }),
    };
    limits.set(settings, found);
  }
  return found;
}

let nobody: Promise<string> | undefined;

/**
 * Opens a session. The token is given out once and kept only as a hash. The password is checked before any transaction
 * begins: hashing takes a fifth of a second, and nobody else's write should wait for it.
 */
export async function signInUser(
  ctx: Ctx,
  { login, password }: EndpointParsed<typeof signIn>,
  request: { ip: string; userAgent: string | null },
): Promise<EndpointOutput<typeof signIn>> {
  const { login: perLogin, address } = limitsOf(ctx.settings);
  const loginKey = login.toLowerCase();
  const key = `${loginKey} ${request.ip}`;
  await countTry(perLogin, key);
  await countTry(address, request.ip);

  const user = await findRow(ctx.db, User, { loginKey });
  // An unknown login costs the same time as a wrong password, so the clock does not tell which logins exist.
  nobody ??= hashPassword('nobody');
  const right = await verifyPassword(password, user?.passwordHash ?? (await nobody));
  if (!user || user.deletedAt || !right) throw new AppError(401, 'users.badCredentials');
  await perLogin.delete(key);
  await address.reward(request.ip);
  if (user.status === 'blocked') throw new AppError(403, 'users.blocked');

  return inTransaction(ctx, { user: null, locale: user.locale }, async (writing) => {
    const mustChangePassword = user.mustChangePassword || (password === demoPassword && !ctx.settings.demo);
    await updateRecord(writing, User, user, { mustChangePassword });
    return openSession(writing, user, request.userAgent);
  });
}

/** Whoever he is has been made sure of. */
export async function openSession(
  ctx: Ctx,
  user: Pick<User, 'id' | 'roleId'>,
  device: string | null,
): Promise<EndpointOutput<typeof signIn>> {
  const now = ctx.clock.now();
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + ctx.settings.sessionDays * 86_400_000);
  await insertRows(ctx.db, Session, [
    {
      id: newId(now),
      userId: user.id,
      tokenHash: tokenHash(token),
      createdAt: now,
      lastUsedAt: now,
      expiresAt,
      device,
    },
  ]);
  await ctx.db.run(sql`update user_account set lastSeenAt = ${now} where id = ${user.id}`);
  const role = await findRecord(ctx, Role, { id: user.roleId });
  const can = role?.grants ?? {};
  return { token, expiresAt: expiresAt.toISOString(), user: await viewMeOf(ctx.db, user.id, can) };
}

export async function countTry(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (state) {
    if (!(state instanceof RateLimiterRes)) throw state;
    throw tooMany(Math.ceil(state.msBeforeNext / 1000));
  }
}
