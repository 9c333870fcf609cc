import type { Ctx } from '../../kernel/context';
import { newId } from '../../kernel/id';
import { updateRecord } from '../../kernel/records';
import { searchIndex } from '../../kernel/search-index';
import { searchDocument } from '../../kernel/search-text';
import { sql } from '../../kernel/sql';
import { Company, Contact, ContactPoint, LegalEntity } from './companies.entity';
import { isFreeMail, mailDomain } from './emails';
import { findRow, findRows, insertRows } from '../../kernel/rows';

export const companySearch = searchIndex('company');

/** Asks for the company's derived data to be renewed, once, when everything of this call is written. */
export function renewIndexLater(ctx: Ctx, companyId: string): void {
  ctx.beforeCommit.set(`company-index ${companyId}`, () => renewIndex(ctx, companyId));
}

/**
 * Renews what is derived from a company and its people: the search document, the look-up table of phones and mail
 * addresses, the INN shown in lists.
 */
async function renewIndex(ctx: Ctx, companyId: string): Promise<void> {
  const key = await ctx.db.row<{ rowKey: number }>(sql`select rowKey from company where id = ${companyId}`);
  const company = await findRow(ctx.db, Company, { id: companyId });
  if (!key || !company) return;
  const contacts = (await findRows(ctx.db, Contact, { companyId })).filter((contact) => !contact.deletedAt);
  const requisites = (await findRows(ctx.db, LegalEntity, { companyId })).filter((entity) => !entity.deletedAt);

  await ctx.db.run(sql`delete from contact_point where companyId = ${companyId}`);
  if (company.deletedAt) {
    await companySearch.write(ctx.db, key.rowKey, null);
    return;
  }
  const points = pointsOf(ctx, company, contacts);
  if (points.length) await insertRows(ctx.db, ContactPoint, points);
  await companySearch.write(ctx.db, key.rowKey, documentOf(company, contacts, requisites));
  const inn = (requisites.find((entity) => entity.main) ?? requisites[0])?.inn ?? null;
  await updateRecord(ctx, Company, company, { inn });
}

function documentOf(company: Company, contacts: Contact[], requisites: LegalEntity[]): string {
  return searchDocument([
    company.name,
    company.city,
    company.site,
    ...company.phones.map((phone) => phone.e164 ?? phone.text),
    ...company.emails,
    ...requisites.flatMap((entity) => [entity.name, entity.inn, entity.ogrn]),
    ...contacts.flatMap((contact) => [
      contact.name,
      ...contact.phones.map((phone) => phone.e164 ?? phone.text),
      ...contact.emails,
    ]),
  ]);
}

function pointsOf(ctx: Ctx, company: Company, contacts: Contact[]): ContactPoint[] {
  const points = new Map<string, ContactPoint>();
  const add = (contactId: string | null, kind: ContactPoint['kind'], value: string | null) => {
    if (value && value.length <= 200)
      points.set(`${contactId} ${kind} ${value}`, {
        id: newId(ctx.clock.now()),
        companyId: company.id,
        contactId,
        kind,
        value,
      });
  };
  for (const { id, phones, emails } of [{ ...company, id: null }, ...contacts]) {
    for (const phone of phones) add(id, 'phone', phone.e164);
    for (const email of emails) {
      add(id, 'email', email.toLowerCase());
      const domain = mailDomain(email);
      if (domain && !isFreeMail(domain)) add(null, 'domain', domain);
    }
  }
  return [...points.values()];
}

const searched: readonly (keyof Company)[] = ['name', 'city', 'site', 'phones', 'emails', 'deletedAt'];

/** Whether a change of the company touches what the index is made of. */
export const touchesIndex = (before: Company | null, after: Company | null): boolean =>
  !before || !after || searched.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
