import { parsePhone } from '../companies/companies.public';
import type { Country } from '../working-time/working-time.contract';
import { personKey, phoneKey, type KnownCompany } from './known-company';
import type { MatchKeys } from './match-key';
import type { MergePlan } from './merge-plan';
import type { CandidateCompany, CandidateContact } from './read-company';

/**
 * What a dry run would have written so far, companies created and companies completed: the rows after must find it,
 * though nothing is in the database. Empty in a run in earnest.
 */
export class ImaginedCompanies {
  private readonly companies = new Map<string, KnownCompany>();
  /** INN or name → where to look. May name a company too many: those who ask look at the company itself. */
  private readonly places = new Map<string, Set<string>>();
  private readonly journal: { order: string; before: KnownCompany | undefined }[] = [];
  private made = 0;

  /** What stands for an id: behind all there are, in the order of making. */
  nextOrder(): string {
    this.made += 1;
    return `~${String(this.made).padStart(9, '0')}`;
  }

  put(known: KnownCompany): void {
    const { order, nameKey, requisites } = known;
    this.journal.push({ order, before: this.companies.get(order) });
    this.companies.set(order, known);
    for (const place of [`name ${nameKey}`, ...requisites.map(({ inn }) => `inn ${inn}`)])
      this.places.set(place, (this.places.get(place) ?? new Set()).add(order));
  }

  has(companyId: string): boolean {
    return this.companies.has(companyId);
  }

  withInn(inn: string): KnownCompany[] {
    return this.at(`inn ${inn}`).filter(({ requisites }) => requisites.some((held) => held.inn === inn));
  }

  named(nameKey: string): KnownCompany[] {
    return this.at(`name ${nameKey}`);
  }

  /** How much has been imagined, to come back to by `cutTo` when the rows that added the rest were not kept. */
  get size(): number {
    return this.journal.length;
  }

  cutTo(size: number): void {
    for (const { order, before } of this.journal.splice(size).reverse())
      if (before) this.companies.set(order, before);
      else this.companies.delete(order);
  }

  private at(place: string): KnownCompany[] {
    return [...(this.places.get(place) ?? [])].flatMap((order) => this.companies.get(order) ?? []);
  }
}

/** The company that createFromRow() would have made. */
export function imagine(
  row: CandidateCompany,
  { nameKey }: MatchKeys,
  { ownerId, country, nextOrder }: { ownerId: string | null; country: Country; nextOrder: () => string },
): KnownCompany {
  const { inn, kpp, ogrn, director, bankAccounts, city, region, address, site, notes, source } = row;
  const hasRequisites = inn || kpp || ogrn || director || bankAccounts.length > 0;
  const accounts = new Set(bankAccounts.map(({ account }) => account));
  return {
    company: null,
    order: nextOrder(),
    name: row.name,
    nameKey: nameKey.slice(0, 250),
    ownerId,
    values: { city, region, address, site, notes, source, purchasingPower: row.purchasingPower ?? 'unknown' },
    status: row.status ?? 'pool',
    phones: phoneKeys(row.phones, country),
    emails: new Set(row.emails),
    requisites: hasRequisites
      ? [{ entity: null, order: nextOrder(), main: true, inn, kpp, ogrn, director, accounts }]
      : [],
    contacts: row.contact ? [imaginePerson(row.contact, country)] : [],
  };
}

/** The company as mergeInto() would have left it. */
export function complete(
  known: KnownCompany,
  plan: MergePlan,
  row: CandidateCompany,
  { country, nextOrder }: { country: Country; nextOrder: () => string },
): KnownCompany {
  const { status, ...values } = plan.values;
  const after: KnownCompany = {
    ...known,
    values: { ...known.values, ...values, purchasingPower: values.purchasingPower ?? known.values.purchasingPower },
    status: status ?? known.status,
    phones: new Set([...known.phones, ...phoneKeys(plan.phones, country)]),
    emails: new Set([...known.emails, ...plan.emails]),
    requisites: [...known.requisites],
    contacts: [...known.contacts],
  };
  if (plan.requisites) {
    const { to, accounts, ...numbers } = plan.requisites;
    const none = { entity: null, order: nextOrder(), main: known.requisites.length === 0, ...noNumbers };
    const held = to === null ? none : known.requisites[to]!;
    const all = new Set([...held.accounts, ...accounts.map(({ account }) => account)]);
    after.requisites[to ?? known.requisites.length] = { ...held, ...numbers, accounts: all };
  }
  if (plan.contact && row.contact) {
    const { to, phones, emails, position, note, birthday } = plan.contact;
    const held = to === null ? null : known.contacts[to]!;
    after.contacts[to ?? known.contacts.length] = held
      ? {
          ...held,
          position: position ?? held.position,
          note: note ?? held.note,
          birthday: held.birthday || Boolean(birthday),
          phones: new Set([...held.phones, ...phoneKeys(phones, country)]),
          emails: new Set([...held.emails, ...emails]),
        }
      : imaginePerson(row.contact, country);
  }
  return after;
}

const noNumbers = { inn: null, kpp: null, ogrn: null, director: null, accounts: new Set<string>() };

const phoneKeys = (phones: string[], country: Country) =>
  new Set(phones.map((text) => phoneKey(parsePhone(text, country))));

const imaginePerson = (
  { name, phones, emails, position, birthday, note }: CandidateContact,
  country: Country,
): KnownCompany['contacts'][number] => ({
  contact: null,
  key: personKey(name),
  phones: phoneKeys(phones, country),
  emails: new Set(emails),
  position,
  birthday: birthday !== null,
  note,
});
