import type Koa from 'koa';
import type { StandInIdentity } from '../service/adapters/entra/entra.local';
import type { Deps } from '../service/kernel/context';
import { sql } from '../service/kernel/sql';

/** Gives out tokens of the stand-in of Entra ID, for the address that is signed in to this computer, as it were. */
export async function giveToken(http: Koa.Context, deps: Deps, entra: StandInIdentity): Promise<void> {
  const { account } = (http.request as { body?: { account?: unknown } }).body ?? {};
  const user =
    typeof account === 'string'
      ? await deps.database.read.row<{ name: string; email: string }>(
          sql`select name, email from user_account where email = ${account} and deletedAt is null`,
        )
      : null;
  // An account that is nobody's here has a token, too: that is how a stranger of the same tenant looks to us.
  const person = user
    ? { address: user.email, name: user.name }
    : { address: String(account ?? 'nobody@ryadom.example'), name: 'Гость' };
  http.set('cache-control', 'no-store');
  http.body = { token: await entra.issueToken(person, deps.clock.now()) };
}
