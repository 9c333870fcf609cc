import { createHash } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Log } from '../../kernel/log';
import type { MicrosoftIdentity } from './entra.port';
import { readToken, type TokenRules } from './read-token';

/** A tenant that exists nowhere. */
const rules: TokenRules = {
  tenantId: '00000000-0000-4000-8000-000000000001',
  clientId: '00000000-0000-4000-8000-000000000002',
  authority: 'https://login.ryadom.example',
  host: null,
};
const hour = 3600;

export interface StandInIdentity extends MicrosoftIdentity {
  readonly standIn: true;
  /** A token as Entra ID would give it to whoever is signed in to Windows with that address. */
  issueToken(person: { address: string; name: string }, now: Date): Promise<string>;
}

export const isStandIn = (identity: MicrosoftIdentity): identity is StandInIdentity => identity.standIn;

/**
 * A stand-in of Entra ID for the demo: it signs tokens with a key made at start and checks them by the very rules of the
 * real one. Whoever may use the demo may have a token for any account of it.
 */
export function standInIdentity(log: Log): StandInIdentity {
  const pair = generateKeyPair('RS256');
  const keys = pair.then(async ({ publicKey }) =>
    createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'stand-in', alg: 'RS256', use: 'sig' }] }),
  );
  return {
    standIn: true,
    client: { clientId: rules.clientId, authority: rules.authority, scope: `api://${rules.clientId}/access_as_user` },
    verify: async (token, now) => readToken(token, await keys, rules, now, log),
    addressesOf: async (_token, account) => account.addresses,
    issueToken: async ({ address, name }, now) => {
      const seconds = Math.floor(now.getTime() / 1000);
      // The same person has the same object id for ever.
      const oid = createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 32);
      return new SignJWT({
        ver: '2.0',
        tid: rules.tenantId,
        oid,
        name,
        preferred_username: address,
        scp: 'access_as_user',
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'stand-in', typ: 'JWT' })
        .setIssuer(`${rules.authority}/${rules.tenantId}/v2.0`)
        .setAudience(rules.clientId)
        .setIssuedAt(seconds)
        .setNotBefore(seconds)
        .setExpirationTime(seconds + hour)
        .sign((await pair).privateKey);
    },
  };
}
