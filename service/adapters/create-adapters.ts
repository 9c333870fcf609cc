import type { Config } from '../config';
import type { Adapters } from '../kernel/context';
import type { Log } from '../kernel/log';
import { dadataRegistry } from './registry/registry.http';
import { localRegistry } from './registry/registry.local';

/** The one switch from settings to real adapters or stand-ins. */
export function createAdapters(config: Pick<Config, 'COMPANY_REGISTRY' | 'DADATA_TOKEN'>, log: Log): Adapters {
  return {
    registry:
      config.COMPANY_REGISTRY === 'dadata'
        ? dadataRegistry(config.DADATA_TOKEN!, log)
        : config.COMPANY_REGISTRY === 'stand-in'
          ? localRegistry()
          : null,
  };
}
