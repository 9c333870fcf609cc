import type { Ctx } from '../../kernel/context';
import { always, inList, limitRows, raw, sql } from '../../kernel/sql';
import { Company, Contact, isFreeMail, LegalEntity, mailDomain, requisitesKey } from '../companies/companies.public';
import type { ImaginedCompanies } from './imagined-companies';
import type { CandidateCompany } from './read-company';
import type { MatchKeys } from './match-key';
import { findRow, findRows } from '../../kernel/rows';

/** What an import must know of a company to decide what a row adds to it. */
export interface KnownCompany {
  /** Null for one that a dry run would have created. */
  company: Company | null;
  /** Its id, or what stands for one: the older comes first. */
  order: string;
  name: string;
  nameKey: string;
  ownerId: string | null;
  values: Pick<CandidateCompany, 'city' | 'region' | 'address' | 'site' | 'notes' | 'source'> & {
    purchasingPower: string;
  };
  status: Company['status'];
  phones: Set<string>;
  emails: Set<string>;
  requisites: {
    entity: LegalEntity | null;
    order: string;
    main: boolean;
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
 * together with the same mail domain, phone or city (or with nothing more known on the row). The oldest wins. What a
 * dry run imagines stands before the rows of the database that it would have changed.
 */
export async function findKnown(
  ctx: Ctx,
  imagined: ImaginedCompanies,
  keys: MatchKeys,
  candidate: CandidateCompany,
): Promise<KnownCompany | null> {
  const found =
    (keys.requisites && (await byRequisites(ctx, imagined, keys.requisites))) ||
    (keys.inn && (await byInn(ctx, imagined, keys.inn, candidate.kpp))) ||
    (await byName(ctx, imagined, keys, candidate));
  return typeof found === 'string' ? loadKnown(ctx, found) : found || null;
}

/** A company of the database by its id, or one that is imagined. */
type Found = string | KnownCompany | null;

/** Whose this pair of INN and KPP is. */
export async function byRequisites(ctx: Ctx, imagined: ImaginedCompanies, key: string): Promise<Found> {
  const known = imagined.withInn(key.split('|')[0]!).find(({ requisites }) => requisites.some(hasKey(key)));
  if (known) return known;
  const [row] = await ctx.db.rows<{ companyId: string }>(sql`
    select l.companyId as companyId from legal_entity l join company c on c.id = l.companyId
    where l.requisitesKey = ${key} and l.deletedAt is null and c.deletedAt is null order by l.id ${limitRows(1)}`);
  return row && !imagined.has(row.companyId) ? row.companyId : null;
}

export const hasKey = (key: string) => (held: Pick<KnownCompany['requisites'][number], 'inn' | 'kpp'>) =>
  requisitesKey(held) === key;

async function byInn(ctx: Ctx, imagined: ImaginedCompanies, inn: string, kpp: string | null): Promise<Found> {
  const rows = await ctx.db.rows<{ companyId: string; id: string }>(sql`
    select l.companyId as companyId, l.id as id from legal_entity l join company c on c.id = l.companyId
    where l.inn = ${inn} and l.deletedAt is null and c.deletedAt is null and ${kpp ? sql`l.kpp is null` : always}
    order by l.id ${limitRows(50)}`);
  const possible = [
    ...rows.filter((row) => !imagined.has(row.companyId)).map((row) => ({ order: row.id, found: row.companyId })),
    ...imagined
      .withInn(inn)
      .flatMap((known) =>
        known.requisites
          .filter((held) => held.inn === inn && (!kpp || !held.kpp))
          .map(({ order }) => ({ order, found: known })),
      ),
  ];
  return oldestFirst<{ order: string; found: Found }>(possible)[0]?.found ?? null;
}

async function byName(
  ctx: Ctx,
  imagined: ImaginedCompanies,
  { inn, domains, phones, ...keys }: MatchKeys,
  { city }: CandidateCompany,
): Promise<Found> {
  const nameKey = keys.nameKey.slice(0, 250);
  const rows = await ctx.db.rows<{ id: string; city: string | null; inn: string | null }>(sql`
    select c.id as id, c.city as city, c.inn as inn from company c
    where c.nameKey = ${nameKey} and c.deletedAt is null order by c.id ${limitRows(50)}`);
  const points = [...domains, ...phones].slice(0, 100);
  const theirs = rows.filter(({ id }) => !imagined.has(id));
  const pointed = await pointedAt(
    ctx,
    theirs.map(({ id }) => id),
    points,
  );
  const possible = oldestFirst<{
    order: string;
    found: Found;
    city: string | null;
    inn: string | null;
    pointed: boolean;
  }>([
    ...theirs.map((row) => ({ ...row, order: row.id, found: row.id, pointed: pointed.has(row.id) })),
    ...imagined.named(nameKey).map((known) => ({
      order: known.order,
      found: known,
      city: known.values.city,
      inn: (known.requisites.find(({ main }) => main) ?? known.requisites[0])?.inn ?? null,
      pointed: pointsOf(known).some((point) => points.includes(point)),
    })),
    // Two different INN are two companies, whatever they are called.
  ]).filter((each) => !inn || !each.inn || each.inn === inn);
  const nothingMore = !city && points.length === 0;
  return possible.find((each) => each.pointed || (city !== null && each.city === city) || nothingMore)?.found ?? null;
}

async function pointedAt(ctx: Ctx, ids: string[], values: string[]): Promise<Set<string>> {
  if (ids.length === 0 || values.length === 0) return new Set();
  const rows = await ctx.db.rows<{ companyId: string }>(sql`
    select p.companyId as companyId from contact_point p where ${inList(raw('p.companyId'), ids)} and ${inList(raw('p.value'), values)}`);
  return new Set(rows.map((row) => row.companyId));
}

/** Phones and mail domains of the company and its people, as contact points hold them. */
function pointsOf({ phones, emails, contacts }: KnownCompany): string[] {
  const all = [{ phones, emails }, ...contacts];
  const domains = all.flatMap((each) => [...each.emails]).map(mailDomain);
  return [
    ...all.flatMap((each) => [...each.phones]),
    ...domains.filter((domain): domain is string => domain !== null && !isFreeMail(domain)),
  ];
}

const oldestFirst = <T extends { order: string }>(list: T[]): T[] =>
  [...list].sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)));

export async function loadKnown(ctx: Ctx, id: string): Promise<KnownCompany> {
  const company = (await findRow(ctx.db, Company, { id }))!;
  const living = <T extends { deletedAt: Date | null }>(rows: T[]) => rows.filter((row) => !row.deletedAt);
  const contacts = living(await findRows(ctx.db, Contact, { companyId: id }));
  const entities = living(await findRows(ctx.db, LegalEntity, { companyId: id }));
  return {
    company,
    order: company.id,
    name: company.name,
    nameKey: company.nameKey,
    ownerId: company.ownerId,
    values: company,
    status: company.status,
    phones: new Set(company.phones.map(phoneKey)),
    emails: new Set(company.emails),
    requisites: entities.map((entity) => ({
      ...entity,
      entity,
      order: entity.id,
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
