import { unavailable } from '../../kernel/errors';
import type { Log } from '../../kernel/log';
import type { CompanyRegistry, RegistryEntry } from './registry.port';

const address = 'https://suggestions.dadata.ru/suggestions/api/4_1/rs/findById/party';

interface Party {
  data: {
    inn: string;
    kpp: string | null;
    ogrn: string | null;
    name: { short_with_opf: string | null; full_with_opf: string | null };
    state: { status: string };
    management: { name: string } | null;
    address: {
      unrestricted_value: string | null;
      data: { city: string | null; settlement: string | null } | null;
    } | null;
  };
}

/** dadata.ru, findById/party: https://dadata.ru/api/find-party/ */
export function dadataRegistry(token: string, log: Log, { timeoutMilliseconds = 5000 } = {}): CompanyRegistry {
  return {
    standIn: false,
    findByInn: async (inn) => {
      try {
        const response = await fetch(address, {
          method: 'POST',
          headers: { authorization: `Token ${token}`, 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ query: inn, count: 10 }),
          signal: AbortSignal.timeout(timeoutMilliseconds),
        });
        if (!response.ok) throw new Error(`It refused with ${response.status}`);
        const { suggestions } = (await response.json()) as { suggestions: Party[] };
        return suggestions.map(toEntry);
      } catch (error) {
        // No answer, a refusal, half an answer or a page of somebody's proxy: to the form it is all the same.
        log.warn({ error }, 'the company registry did not answer');
        throw unavailable('registry.unavailable');
      }
    },
  };
}

const statuses = ['active', 'liquidating', 'liquidated', 'bankrupt', 'reorganizing'] as const;

function toEntry({ data }: Party): RegistryEntry {
  return {
    name: data.name.short_with_opf ?? data.name.full_with_opf ?? data.inn,
    inn: data.inn,
    kpp: data.kpp,
    ogrn: data.ogrn,
    legalAddress: data.address?.unrestricted_value ?? null,
    director: data.management?.name ?? null,
    city: data.address?.data?.city ?? data.address?.data?.settlement ?? null,
    status: statuses.find((status) => status === data.state.status.toLowerCase()) ?? 'active',
  };
}
