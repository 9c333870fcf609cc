import type { Config } from '../config';
import type { Adapters } from '../kernel/context';
import type { Log } from '../kernel/log';
import { entraIdentity } from './entra/entra.http';
import { standInIdentity } from './entra/entra.local';
import { dadataRegistry } from './registry/registry.http';
import { localRegistry } from './registry/registry.local';

type Wanted = Pick<
  Config,
  | 'DEMO'
  | 'PUBLIC_URL'
  | 'COMPANY_REGISTRY'
  | 'DADATA_TOKEN'
  | 'MICROSOFT_TENANT_ID'
  | 'MICROSOFT_CLIENT_ID'
  | 'MICROSOFT_CLIENT_SECRET'
  | 'MICROSOFT_AUTHORITY'
>;

/** The one switch from settings to real adapters or stand-ins. */
export function createAdapters(config: Wanted, log: Log): Adapters {
  return { registry: registryOf(config, log), microsoft: microsoftOf(config, log) };
}

function registryOf({ COMPANY_REGISTRY, DADATA_TOKEN }: Wanted, log: Log): Adapters['registry'] {
  if (COMPANY_REGISTRY === 'dadata') return dadataRegistry(DADATA_TOKEN!, log);
  return COMPANY_REGISTRY === 'stand-in' ? localRegistry() : null;
}

function microsoftOf(config: Wanted, log: Log): Adapters['microsoft'] {
  if (!config.MICROSOFT_CLIENT_ID) return config.DEMO ? standInIdentity(log) : null;
  return entraIdentity(
    {
      tenantId: config.MICROSOFT_TENANT_ID!,
      clientId: config.MICROSOFT_CLIENT_ID,
      clientSecret: config.MICROSOFT_CLIENT_SECRET ?? null,
      authority: config.MICROSOFT_AUTHORITY,
      host: config.PUBLIC_URL ? new URL(config.PUBLIC_URL).host : null,
    },
    log,
  );
}
