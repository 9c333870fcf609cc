import { checkInn, companyKey, isFreeMail, mailDomain, parsePhone, requisitesKey } from '../companies/companies.public';
import type { Country } from '../working-time/working-time.contract';
import type { CandidateCompany } from './read-company';

/** By what a company of a file is found among ours, the surest first. */
export type MatchKeys = {
  /** `inn|kpp`, the key of a legal entity; null without a right INN. */
  requisites: string | null;
  /** The right INN alone, for a file that knows no KPP. */
  inn: string | null;
  nameKey: string;
  /** Corporate mail domains; with the same name they tell the same company. */
  domains: string[];
  phones: string[];
};

/** The keys of a candidate, those of its contact person included. */
export function matchKeys(company: CandidateCompany, { country }: { country: Country }): MatchKeys {
  const { inn, kpp } = company;
  const phones = [...company.phones, ...(company.contact?.phones ?? [])].map(
    (phone) => parsePhone(phone, country).e164,
  );
  const domains = [...company.emails, ...(company.contact?.emails ?? [])].map(mailDomain);
  return {
    requisites: requisitesKey({ inn, kpp }),
    inn: inn !== null && checkInn(inn) === null ? inn : null,
    nameKey: companyKey(company.name),
    domains: distinct(domains.filter((domain) => domain !== null && !isFreeMail(domain))),
    phones: distinct(phones),
  };
}

const distinct = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
