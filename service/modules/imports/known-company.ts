import type { Ctx } from '../../kernel/context';
import { inList, limitRows, raw, sql, type Sql } from '../../kernel/sql';
import { Company, Contact, LegalEntity } from '../companies/companies.public';
import type { CandidateCompany } from './read-company';
import type { MatchKeys } from './match-key';
import { findRow, findRows } from '../../kernel/rows';

/** What an import must know of a company to decide what a row adds to it. */
export interface KnownCompany {
  /** Null for one that a dry run would have created. */
  company: Company | null;
  ownerId: string | null;
  values: Pick<CandidateCompany, 'city' | 'region' | 'address' | 'site' | 'notes' | 'source'> & {
    purchasingPower: string;
  };
  status: Company['status'];
  phones: Set<string>;
  emails: Set<string>;
  requisites: {
    entity: LegalEntity | null;
    inn: string | null;
    kpp: string | null;
    ogrn: string | null;
    director: string | null;
    accounts: Set<string>;
  }[];
  contacts: {
    contact: Contact | null;
    key: string;
    phones: Set<string>;
    emails: Set<string>;
    position: string | null;
    birthday: boolean;
    note: string | null;
  }[];
}

/** Phones are the same by what machines dial, or by how they are written when that is unknown. */
export const phoneKey = (phone: { e164: string | null; text: string }) => phone.e164 ?? phone.text;
export const personKey = (name: string) => name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

/**
 * The company a row speaks of, the surest sign first: INN with KPP; INN when either side knows no KPP; the same name
 * together with the same mail domain, phone or city (or with nothing more known on the row). The oldest wins.
 */
export async function findExisting(ctx: Ctx, keys: MatchKeys, candidate: CandidateCompany): Promise<string | null> {
  if (keys.requisites) {
    const same = await first(
      ctx,
      sql`select l.companyId as id from legal_entity l join company c on c.id = l.companyId
      where l.requisitesKey = ${keys.requisites} and l.deletedAt is null and c.deletedAt is null order by l.id ${limitRows(1)}`,
    );
    if (same) return same;
  }
  if (keys.inn) {
    const half = await first(
      ctx,
      sql`select l.companyId as id from legal_entity l join company c on c.id = l.companyId
      where l.inn = ${keys.inn} and l.deletedAt is null and c.deletedAt is null and ${candidate.kpp ? sql`l.kpp is null` : sql`1 = 1`}
      order by l.id ${limitRows(1)}`,
    );
    if (half) return half;
  }
  const sameName = await ctx.db.rows<{ id: string; city: string | null; inn: string | null }>(sql`
    select c.id as id, c.city as city, c.inn as inn from company c
    where c.nameKey = ${keys.nameKey.slice(0, 250)} and c.deletedAt is null order by c.id ${limitRows(50)}`);
  // Two different INN are two companies, whatever they are called.
  const possible = sameName.filter((row) => !keys.inn || !row.inn || row.inn === keys.inn || keys.requisites === null);
  if (possible.length === 0) return null;
  const pointed = await pointedAt(
    ctx,
    possible.map((row) => row.id),
    keys,
  );
  const known = Boolean(candidate.city) || keys.domains.length > 0 || keys.phones.length > 0;
  return (
    possible.find((row) => pointed.has(row.id) || (candidate.city !== null && row.city === candidate.city) || !known)
      ?.id ?? null
  );
}

async function pointedAt(ctx: Ctx, ids: string[], { domains, phones }: MatchKeys): Promise<Set<string>> {
  const values = [...domains, ...phones].slice(0, 100);
  if (values.length === 0) return new Set();
  const rows = await ctx.db.rows<{ companyId: string }>(sql`
    select p.companyId as companyId from contact_point p where ${inList(raw('p.companyId'), ids)} and ${inList(raw('p.value'), values)}`);
  return new Set(rows.map((row) => row.companyId));
}

const first = async (ctx: Ctx, query: Sql) => (await ctx.db.row<{ id: string }>(query))?.id ?? null;

export async function loadKnown(ctx: Ctx, id: string): Promise<KnownCompany> {
  const company = (await findRow(ctx.db, Company, { id }))!;
  const living = <T extends { deletedAt: Date | null }>(rows: T[]) => rows.filter((row) => !row.deletedAt);
  const contacts = living(await findRows(ctx.db, Contact, { companyId: id }));
  const entities = living(await findRows(ctx.db, LegalEntity, { companyId: id }));
  return {
    company,
    ownerId: company.ownerId,
    values: company,
    status: company.status,
    phones: new Set(company.phones.map(phoneKey)),
    emails: new Set(company.emails),
    requisites: entities.map((entity) => ({
      ...entity,
      entity,
      accounts: new Set(entity.accounts.map(({ account }) => account)),
    })),
    contacts: contacts.map((contact) => ({
      contact,
      key: personKey(contact.name),
      phones: new Set(contact.phones.map(phoneKey)),
      emails: new Set(contact.emails),
      position: contact.position,
      birthday: contact.birthMonth !== null,
      note: contact.note,
    })),
  };
}
