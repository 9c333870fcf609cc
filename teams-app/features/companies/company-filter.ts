import type { EndpointInput } from '../../../service/kernel/endpoint';
import {
  companyFilterFields,
  companySorts,
  type countCompanies,
} from '../../../service/modules/companies/companies.contract';

export type FilterName = keyof typeof companyFilterFields;
export const filterNames = Object.keys(companyFilterFields) as FilterName[];

/** As it stands in the address: texts only. */
export type CompanyFilter = Partial<Record<FilterName, string>>;
export type FilterInput = Omit<EndpointInput<typeof countCompanies>, 'exact'>;

export type CompanySort = (typeof companySorts)[number];
export const isSort = (text: string | undefined): text is CompanySort =>
  (companySorts as readonly string[]).includes(text ?? '');

/** The list's parameters in the address. */
export const addressNames = [...filterNames, 'sort'] as const;

/** The address as the service takes it; what it would refuse (an old link, a typing error) is left out. */
export function toInput(filter: CompanyFilter): FilterInput {
  const known = filterNames.flatMap((name): [string, unknown][] => {
    const text = filter[name];
    const checked = text ? companyFilterFields[name].safeParse(text) : null;
    return checked?.success ? [[name, checked.data]] : [];
  });
  return Object.fromEntries(known) as FilterInput;
}

/** `true`, `1` and the like are one flag. */
export const isOn = (text: string | undefined): boolean =>
  text !== undefined && toInput({ noNext: text }).noNext === true;

/** Lists stand in the address with commas. */
export const listed = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? [];
