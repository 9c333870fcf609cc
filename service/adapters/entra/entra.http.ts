import { ConfidentialClientApplication } from '@azure/msal-node';
import { Client } from '@microsoft/microsoft-graph-client';
import { createRemoteJWKSet } from 'jose';
import type { Log } from '../../kernel/log';
import { within } from '../../kernel/outside';
import type { MicrosoftIdentity } from './entra.port';
import { readToken, type TokenRules } from './read-token';

export interface EntraSettings extends TokenRules {
  /** Lets us ask the directory on the person's behalf; without it the token's own claims must do. */
  clientSecret: string | null;
  timeoutMilliseconds?: number;
}

interface GraphUser {
  mail: string | null;
  userPrincipalName: string | null;
  proxyAddresses?: string[];
}

/** Entra ID of one tenant. Keys are fetched once, kept, and fetched anew for a key id not seen before. */
export function entraIdentity(settings: EntraSettings, log: Log): MicrosoftIdentity {
  const { tenantId, clientId, authority, host, clientSecret, timeoutMilliseconds = 5000 } = settings;
  const keys = createRemoteJWKSet(new URL(`${authority}/${tenantId}/discovery/v2.0/keys`), {
    timeoutDuration: timeoutMilliseconds,
    // A made-up key id must not make us ask Microsoft each time.
    cooldownDuration: 30_000,
    cacheMaxAge: 12 * 3_600_000,
  });
  const application =
    clientSecret === null
      ? null
      : new ConfidentialClientApplication({
          auth: { clientId, clientSecret, authority: `${authority}/${tenantId}` },
        });

  /** https://learn.microsoft.com/graph/api/user-get with a token got on the person's behalf. */
  const askDirectory = async (token: string): Promise<string[]> => {
    const granted = await application!.acquireTokenOnBehalfOf({
      oboAssertion: token,
      scopes: ['https://graph.microsoft.com/User.Read'],
    });
    const graph = Client.init({ authProvider: (done) => done(null, granted!.accessToken) });
    const user = (await graph.api('/me').select('mail,userPrincipalName,proxyAddresses').get()) as GraphUser;
    // `SMTP:` is the main address, `smtp:` an alias; others are no mail addresses.
    const proxies = (user.proxyAddresses ?? []).flatMap((proxy) => /^smtp:(.+)$/i.exec(proxy)?.[1] ?? []);
    return [user.mail, user.userPrincipalName, ...proxies].filter((address) => address !== null);
  };

  return {
    standIn: false,
    client: {
      clientId,
      authority: `${authority}/${tenantId}`,
      scope: host ? `api://${host}/${clientId}/access_as_user` : `api://${clientId}/access_as_user`,
    },
    verify: (token, now) => readToken(token, keys, settings, now, log),
    addressesOf: async (token, account) => {
      if (!application) return account.addresses;
      try {
        const told = await within(timeoutMilliseconds, askDirectory(token));
        return [...new Set(told.map((address) => address.toLowerCase()))];
      } catch (error) {
        log.warn({ why: error instanceof Error ? error.name : 'unknown' }, 'the directory did not tell the addresses');
        return account.addresses;
      }
    },
  };
}
