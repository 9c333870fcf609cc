import type { Ctx } from '../../kernel/context';
import { updateRecord } from '../../kernel/records';
import {
  Company,
  Contact,
  insertCompany,
  insertContact,
  insertLegalEntity,
  LegalEntity,
  parsePhone,
  requisitesKey,
} from '../companies/companies.public';
import type { Country } from '../working-time/working-time.contract';
import type { KnownCompany } from './known-company';
import type { MergePlan } from './merge-plan';
import type { CandidateCompany } from './read-company';

/** A new company from a row, with its requisites and contact. Doubtful numbers are kept: the card shows them as such. */
export async function createFromRow(
  ctx: Ctx,
  row: CandidateCompany,
  ownerId: string | null,
  country: Country,
): Promise<Company> {
  const company = await insertCompany(ctx, {
    name: row.name,
    status: row.status ?? 'pool',
    ownerId,
    country,
    city: row.city,
    region: row.region,
    address: row.address,
    site: row.site,
    phones: row.phones.slice(0, 20),
    emails: row.emails.slice(0, 20),
    purchasingPower: row.purchasingPower ?? 'unknown',
    purchasingNote: null,
    notes: row.notes,
    source: row.source,
  });
  if (row.inn || row.kpp || row.ogrn || row.bankAccounts.length || row.director)
    await insertLegalEntity(
      ctx,
      company.id,
      {
        name: row.legalName ?? row.name,
        inn: row.inn,
        kpp: row.kpp,
        ogrn: row.ogrn,
        legalAddress: row.address,
        director: row.director,
        main: true,
        accounts: accounts(row.bankAccounts),
      },
      { lenient: true },
    );
  if (row.contact) await insertContact(ctx, company, { ...row.contact, main: true });
  return company;
}

/** Does what the plan says to a company that is there. */
export async function mergeInto(
  ctx: Ctx,
  known: KnownCompany,
  plan: MergePlan,
  row: CandidateCompany,
  country: Country,
): Promise<void> {
  const company = known.company!;
  const { requisites, contact } = plan;
  if (requisites) {
    const held = requisites.to === null ? null : known.requisites[requisites.to]!.entity!;
    const { to: _, accounts: more, ...values } = requisites;
    if (!held)
      await insertLegalEntity(
        ctx,
        company.id,
        { name: row.legalName ?? row.name, ...values, accounts: accounts(more) },
        { lenient: true },
      );
    else {
      const merged = { ...held, ...values };
      await updateRecord(ctx, LegalEntity, held, {
        ...values,
        accounts: [...held.accounts, ...accounts(more)],
        requisitesKey: requisitesKey(merged),
      });
    }
  }
  if (contact) {
    const held = contact.to === null ? null : known.contacts[contact.to]!.contact!;
    const phones = contact.phones.map((text) => parsePhone(text, country));
    if (!held) await insertContact(ctx, company, { ...row.contact!, main: known.contacts.length === 0 });
    else
      await updateRecord(ctx, Contact, held, {
        ...(contact.position ? { position: contact.position } : {}),
        ...(contact.note ? { note: contact.note } : {}),
        ...(contact.birthday
          ? { birthDay: contact.birthday.day, birthMonth: contact.birthday.month, birthYear: contact.birthday.year }
          : {}),
        phones: [...held.phones, ...phones],
        emails: [...held.emails, ...contact.emails],
      });
  }
  await updateRecord(ctx, Company, company, {
    ...plan.values,
    ...(plan.values.city ? { cityKey: plan.values.city.toLowerCase().replaceAll('ё', 'е') } : {}),
    phones: [...company.phones, ...plan.phones.map((text) => parsePhone(text, country))],
    emails: [...company.emails, ...plan.emails],
    updatedAt: ctx.clock.now(),
  } as Partial<Company>);
}

const accounts = (list: { bik: string; account: string }[]) =>
  list.map((account) => ({ ...account, corrAccount: null, bankName: null }));
