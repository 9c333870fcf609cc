import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { AppError, unavailable } from '../../kernel/errors';
import type { Log } from '../../kernel/log';
import type { MicrosoftAccount } from './entra.port';

export interface TokenRules {
  tenantId: string;
  clientId: string;
  /** `https://login.microsoftonline.com`, or a national cloud's. */
  authority: string;
  /** Host of our own address, when it is known: Teams puts it into the audience. */
  host: string | null;
}

const clockToleranceSeconds = 300;
const scope = 'access_as_user';

/**
 * Checks an access token for our API, of version 1 or 2, by every rule of «Validate tokens» and «Access token claims
 * reference» (Microsoft identity platform): our tenant and no other, our audience, in force, and for a person. Tokens
 * that speak for a program alone have no `scp` and are refused.
 */
export async function readToken(
  token: string,
  keys: JWTVerifyGetKey,
  { tenantId, clientId, authority, host }: TokenRules,
  now: Date,
  log: Log,
): Promise<MicrosoftAccount> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: [`${authority}/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`],
      audience: [clientId, `api://${clientId}`, ...(host ? [`api://${host}/${clientId}`] : [])],
      clockTolerance: clockToleranceSeconds,
      currentDate: now,
      requiredClaims: ['exp', 'iat', 'oid', 'tid', 'scp'],
    });
    if (payload.tid !== tenantId) throw new Refused('tid');
    if (!textOf(payload, 'scp').split(' ').includes(scope)) throw new Refused('scp');
    return accountOf(payload, tenantId);
  } catch (error) {
    const why = reasonOf(error);
    if (!why) {
      log.error({ error }, 'the keys of Microsoft cannot be had');
      throw unavailable('users.microsoftUnavailable');
    }
    // Which check failed, never the token.
    log.warn({ why }, 'a Microsoft token was refused');
    throw new AppError(401, 'users.badMicrosoftToken');
  }
}

class Refused extends Error {}

/** What was wrong with the token; null when the fault was not the token's. */
function reasonOf(error: unknown): string | null {
  if (error instanceof Refused) return error.message;
  if (error instanceof errors.JWTClaimValidationFailed) return `${error.claim}: ${error.reason}`;
  if (error instanceof errors.JWKSTimeout) return null;
  if (error instanceof errors.JWKSInvalid) return null;
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC') return error.code;
  return null;
}

function accountOf(payload: JWTPayload, tenantId: string): MicrosoftAccount {
  const addresses = ['email', 'preferred_username', 'upn'].map((claim) => textOf(payload, claim).toLowerCase());
  return {
    key: `${tenantId}:${textOf(payload, 'oid')}`,
    name: textOf(payload, 'name') || null,
    addresses: [...new Set(addresses.filter((address) => address.includes('@')))],
  };
}

const textOf = (payload: JWTPayload, claim: string): string => {
  const value = payload[claim];
  return typeof value === 'string' ? value : '';
};
