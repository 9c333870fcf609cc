import type { CompanyRegistry, RegistryEntry } from './registry.port';

const known: RegistryEntry[] = [
  {
    name: 'ПАО Сбербанк',
    inn: '7707083893',
    kpp: '773601001',
    ogrn: '1027700132195',
    legalAddress: '117997, г. Москва, ул. Вавилова, д. 19',
    director: null,
    city: 'Москва',
    status: 'active',
  },
];

/** Stands in for a registry in the demo: knows one public company, says of others ending in 8 that they are gone. */
export function localRegistry(): CompanyRegistry {
  return {
    standIn: true,
    findByInn: async (inn) => {
      const found = known.filter((entry) => entry.inn === inn);
      if (found.length) return found;
      if (inn.endsWith('8'))
        return [
          {
            name: `ООО «Ликвидированная {${inn}}»`.replace(/[{}]/g, ''),
            inn,
            kpp: null,
            ogrn: null,
            legalAddress: null,
            director: null,
            city: null,
            status: 'liquidated',
          },
        ];
      return [];
    },
  };
}
