import { inTransaction, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { AppError, forbidden, notFound } from '../../kernel/errors';
import { updateRecord } from '../../kernel/records';
import { findRow } from '../../kernel/rows';
import { inList, raw, sql } from '../../kernel/sql';
import type { MicrosoftAccount } from '../../adapters/entra/entra.port';
import { countTry, limitsOf, openSession } from './sign-in';
import type { signInMicrosoft, signInOptions } from './users.contract';
import { User } from './users.entity';

export async function readSignInOptions(ctx: Ctx): Promise<EndpointOutput<typeof signInOptions>> {
  const { microsoft } = ctx.adapters;
  return {
    microsoft: microsoft && {
      standIn: microsoft.standIn,
      ...microsoft.client,
      tokenUrl: microsoft.standIn ? '/playground/entra/token' : null,
    },
  };
}

/**
 * Opens a session for the holder of a Microsoft account. Known by the account's own id; the first time by an address of
 * his that exactly one of our people has, and from then on by the id. Nobody is created: an account of the tenant is no
 * account here.
 */
export async function signInWithMicrosoft(
  ctx: Ctx,
  { token }: EndpointParsed<typeof signInMicrosoft>,
  request: { ip: string; userAgent: string | null },
): Promise<EndpointOutput<typeof signInMicrosoft>> {
  const { microsoft } = ctx.adapters;
  if (!microsoft) throw notFound();
  const { address: limiter } = limitsOf(ctx.settings);
  await countTry(limiter, request.ip);
  const account = await microsoft.verify(token, ctx.clock.now());
  await limiter.reward(request.ip);

  const known = await findRow(ctx.db, User, { entraKey: account.key });
  const addresses = known ? [] : await microsoft.addressesOf(token, account);
  return inTransaction(ctx, { user: null, locale: ctx.locale }, async (writing) => {
    const user = known ?? (await findByAddress(writing, account, addresses));
    if (user.status === 'blocked') throw forbidden('users.blocked');
    // The first password was somebody else's idea, and is not needed: from now on it opens nothing.
    const first = user.mustChangePassword ? { mustChangePassword: false, passwordHash: 'none' } : {};
    await updateRecord(writing, User, user, { entraKey: account.key, ...first });
    return openSession(writing, user, request.userAgent);
  });
}

/**
 * The same for a chat, whose channel vouches for the account: one of our people who may sign in, or null. Linked by address
 * the first time, as a sign-in would.
 */
export async function userOfMicrosoft(
  ctx: Ctx,
  key: string,
  addressesOf: () => Promise<string[]>,
): Promise<{ id: string } | null> {
  const known = await findRow(ctx.db, User, { entraKey: key });
  if (known) return known.status === 'active' && !known.deletedAt ? known : null;
  const addresses = (await addressesOf()).map((address) => address.toLowerCase());
  const found = await findByAddress(ctx, { key, name: null, addresses }, addresses).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  if (found?.status !== 'active') return null;
  return updateRecord(ctx, User, found, { entraKey: key });
}

async function findByAddress(ctx: Ctx, account: MicrosoftAccount, addresses: string[]): Promise<User> {
  const found = addresses.length
    ? await ctx.db.rows<{ id: string; entraKey: string | null }>(sql`
        select id, entraKey from user_account
        where deletedAt is null and ${inList(raw('lower(email)'), addresses)} order by id`)
    : [];
  const [only, ...others] = found;
  // Two people with one address, or one whose account is another already: a person must decide, not we.
  if (!only || others.length > 0 || only.entraKey !== null)
    throw forbidden('users.unknownMicrosoftAccount', {
      address: addresses[0] ?? account.addresses[0] ?? account.name ?? '?',
    });
  return (await findRow(ctx.db, User, { id: only.id }))!;
}
