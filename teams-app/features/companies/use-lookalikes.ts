import { findLookalikes, type Lookalike } from '../../../service/modules/companies/companies.contract';
import { useRead } from '../../shared/queries';
import { useDebounced } from '../../shared/use-debounced';
import type { NewCompany } from './new-company';

/** Looks for the same company while it is typed in; an e-mail is asked about once it has a domain. */
export function useLookalikes(values: NewCompany): Lookalike[] {
  const { name, inn, kpp, phones, emails, contactPhone, contactEmail } = useDebounced(values, 400);
  const email = emails[0] || contactEmail;
  const input = {
    name: name.trim().length > 2 ? name.trim() : undefined,
    inn: /^\d{10}(\d\d)?$/.test(inn.trim()) ? inn.trim() : undefined,
    kpp: kpp.trim() || undefined,
    phone: phones[0] || contactPhone || undefined,
    email: /@.+\../.test(email) ? email : undefined,
  };
  const enabled = Boolean(input.name || input.inn || input.phone || input.email);
  const { data } = useRead(findLookalikes, input, {
    enabled,
    placeholderData: (previous) => (enabled ? previous : undefined),
  });
  return enabled ? (data?.rows ?? []) : [];
}
