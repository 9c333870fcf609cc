import type { EndpointInput } from '../../../service/kernel/endpoint';
import type { ContactRole, createCompany, RegistryEntry } from '../../../service/modules/companies/companies.contract';
import type { CityRow } from '../../../service/modules/working-time/working-time.contract';
import { ApiError, isApiError } from '../../shared/api-error';
import { filledLines } from '../../shared/forms/ListField';

/** The form of a new company: flat, since its first contact and requisites are asked in one go. */
export interface NewCompany {
  name: string;
  inn: string;
  kpp: string;
  ogrn: string;
  city: string;
  /** What is known of a city chosen from the list; one typed by hand comes alone. */
  place: Pick<CityRow, 'region' | 'country' | 'timeZone'> | null;
  address: string;
  phones: string[];
  emails: string[];
  ownerId: string | null;
  contactName: string;
  contactPosition: string;
  contactRoles: ContactRole[];
  contactPhone: string;
  contactEmail: string;
}

export const emptyCompany = (name: string, ownerId: string): NewCompany => ({
  name,
  inn: '',
  kpp: '',
  ogrn: '',
  city: '',
  place: null,
  address: '',
  phones: [],
  emails: [],
  ownerId,
  contactName: '',
  contactPosition: '',
  contactRoles: [],
  contactPhone: '',
  contactEmail: '',
});

export const hasContact = (company: NewCompany): boolean =>
  Boolean(
    company.contactName.trim() ||
    company.contactPosition.trim() ||
    company.contactPhone.trim() ||
    company.contactEmail.trim(),
  );

export function toInput(company: NewCompany): EndpointInput<typeof createCompany> {
  const { place, phones, emails, contactName, contactPosition, contactRoles, contactPhone, contactEmail, ...fields } =
    company;
  return {
    ...fields,
    ...(place && { region: place.region, country: place.country as 'RU' | 'KZ' | 'BY', timeZone: place.timeZone }),
    phones: filledLines(phones),
    emails: filledLines(emails),
    contacts: hasContact(company)
      ? [
          {
            name: contactName,
            position: contactPosition,
            roles: contactRoles,
            phones: filledLines([contactPhone]),
            emails: filledLines([contactEmail]),
          },
        ]
      : [],
  };
}

/** What a registry says, over what is typed; it never empties a field. */
export function filledFrom(entry: RegistryEntry, typed: NewCompany): Partial<NewCompany> {
  return {
    name: entry.name,
    kpp: entry.kpp ?? typed.kpp,
    ogrn: entry.ogrn ?? typed.ogrn,
    ...(entry.city && entry.city !== typed.city && { city: entry.city, place: null }),
    address: typed.address || (entry.legalAddress ?? ''),
  };
}

const contactFields: Record<string, keyof NewCompany> = {
  name: 'contactName',
  position: 'contactPosition',
  roles: 'contactRoles',
  phones: 'contactPhone',
  emails: 'contactEmail',
};

/** The service names the contact's fields `contacts.0.name`; the form has them by names of its own. */
export function withFormFields(error: unknown): unknown {
  if (!isApiError(error) || !error.hasFields) return error;
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([path, fault]) => {
      const own = /^contacts\.0\.(\w+)/.exec(path)?.[1];
      return [(own && contactFields[own]) ?? path, fault];
    }),
  );
  const { status, code, message, details } = error;
  return new ApiError(status, { code, message, fields, details });
}
