import { parsePhone } from '../companies/companies.public';
import type { Country } from '../working-time/working-time.contract';
import { personKey, phoneKey, type KnownCompany } from './known-company';
import type { CandidateCompany, CandidateContact } from './read-company';

const mostOfAList = 20;
const longestNotes = 10_000;
const longestContactNote = 2000;

/**
 * What a row adds to a company that is there: empty fields are filled, lists grow, nothing is overwritten. A row that
 * came in before adds nothing, which is why an import run twice changes nothing.
 */
export interface MergePlan {
  values: Partial<
    Pick<CandidateCompany, 'city' | 'region' | 'address' | 'site' | 'notes' | 'source' | 'purchasingPower' | 'status'>
  >;
  phones: string[];
  emails: string[];
  /** Index of the known requisites they belong to; null for new ones. */
  requisites: {
    to: number | null;
    inn?: string;
    kpp?: string;
    ogrn?: string;
    director?: string;
    accounts: { bik: string; account: string }[];
  } | null;
  /** Index of the known contact; null for a new one. */
  contact: {
    to: number | null;
    position?: string;
    birthday?: CandidateContact['birthday'];
    note?: string;
    phones: string[];
    emails: string[];
  } | null;
}

export const addsNothing = (plan: MergePlan): boolean =>
  Object.keys(plan.values).length === 0 &&
  plan.phones.length === 0 &&
  plan.emails.length === 0 &&
  !plan.requisites &&
  !plan.contact;

export function planMerge(known: KnownCompany, row: CandidateCompany, country: Country): MergePlan {
  return {
    values: {
      ...missing(known.values, row, ['city', 'region', 'address', 'site', 'source']),
      ...(row.notes && !known.values.notes?.includes(row.notes)
        ? appended(known.values.notes, row.notes, longestNotes, 'notes')
        : {}),
      ...(row.purchasingPower && row.purchasingPower !== 'unknown' && known.values.purchasingPower === 'unknown'
        ? { purchasingPower: row.purchasingPower }
        : {}),
      // A client stays one; the common base may become a client.
      ...(row.status === 'client' && known.status === 'pool' ? { status: 'client' as const } : {}),
    },
    phones: newPhones(row.phones, known.phones, country),
    emails: newOnes(row.emails, known.emails),
    requisites: planRequisites(known, row),
    contact: row.contact && planContact(known, row.contact, country),
  };
}

function planRequisites(known: KnownCompany, row: CandidateCompany): MergePlan['requisites'] {
  const { inn, kpp, ogrn, director, bankAccounts } = row;
  if (!inn && !kpp && !ogrn && !bankAccounts.length && !director) return null;
  const fits = (held: KnownCompany['requisites'][number]) =>
    (!inn || !held.inn || held.inn === inn) &&
    (!kpp || !held.kpp || held.kpp === kpp) &&
    (!ogrn || !held.ogrn || held.ogrn === ogrn);
  // INN with KPP say who it is; a dirty OGRN beside them does not make another.
  const at = known.requisites.findIndex(
    (held) => Boolean(inn) && held.inn === inn && (!kpp || !held.kpp || held.kpp === kpp),
  );
  const to = at >= 0 ? at : known.requisites.findIndex(fits);
  if (to < 0)
    return inn || kpp || ogrn ? { to: null, ...given({ inn, kpp, ogrn, director }), accounts: bankAccounts } : null;
  const held = known.requisites[to]!;
  const added = {
    ...given({
      inn: held.inn ? null : inn,
      kpp: held.kpp ? null : kpp,
      ogrn: held.ogrn ? null : ogrn,
      director: held.director ? null : director,
    }),
    accounts: bankAccounts
      .filter(({ account }) => !held.accounts.has(account))
      .slice(0, mostOfAList - held.accounts.size),
  };
  return Object.keys(added).length > 1 || added.accounts.length ? { to, ...added } : null;
}

function planContact(known: KnownCompany, person: CandidateContact, country: Country): MergePlan['contact'] {
  const key = personKey(person.name);
  const phones = person.phones.map((text) => phoneKey(parsePhone(text, country)));
  const to = known.contacts.findIndex(
    (held) =>
      held.key === key ||
      (person.emails.length > 0 &&
        person.emails.some((email) => held.emails.has(email)) &&
        sharesName(held.key, key)) ||
      (phones.some((phone) => held.phones.has(phone)) && sharesName(held.key, key)),
  );
  const held = known.contacts[to];
  if (!held)
    return {
      to: null,
      ...given({ position: person.position, birthday: person.birthday, note: person.note }),
      phones: person.phones,
      emails: person.emails,
    };
  const added = {
    ...given({ position: held.position ? null : person.position, birthday: held.birthday ? null : person.birthday }),
    ...(person.note && !held.note?.includes(person.note)
      ? appended(held.note, person.note, longestContactNote, 'note')
      : {}),
    phones: newPhones(person.phones, held.phones, country),
    emails: newOnes(person.emails, held.emails),
  };
  return Object.keys(added).length > 2 || added.phones.length || added.emails.length ? { to, ...added } : null;
}

/** A shared mailbox is no proof of one person: some word of the name must be the same. */
const sharesName = (a: string, b: string) =>
  a.split(' ').some((word) => word.length > 2 && b.split(' ').includes(word));

function appended<K extends string>(
  held: string | null,
  more: string,
  longest: number,
  field: K,
): { [P in K]?: string } {
  const text = held ? `${held}\n${more}` : more;
  return (text.length <= longest ? { [field]: text } : {}) as { [P in K]?: string };
}

function missing<K extends keyof KnownCompany['values']>(
  held: KnownCompany['values'],
  row: CandidateCompany,
  fields: K[],
): Partial<Pick<CandidateCompany, K & keyof CandidateCompany>> {
  return Object.fromEntries(
    fields
      .filter((field) => !held[field] && row[field as keyof CandidateCompany])
      .map((field) => [field, row[field as keyof CandidateCompany]]),
  ) as never;
}

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

const newOnes = (row: string[], held: Set<string>) =>
  [...new Set(row)].filter((value) => !held.has(value)).slice(0, Math.max(0, mostOfAList - held.size));

function newPhones(row: string[], held: Set<string>, country: Country): string[] {
  const fresh = new Map(row.map((text) => [phoneKey(parsePhone(text, country)), text]));
  return [...fresh]
    .filter(([key]) => !held.has(key))
    .map(([, text]) => text)
    .slice(0, Math.max(0, mostOfAList - held.size));
}
