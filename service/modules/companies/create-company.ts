import { requirePermission, reaches } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { forbidden, invalid } from '../../kernel/errors';
import { findRecord, insertRecord } from '../../kernel/records';
import { User } from '../users/users.public';
import { rememberPlace, timeZoneOf } from '../working-time/working-time.public';
import { companyKey } from './company-name';
import type { CompanyCard, createCompany } from './companies.contract';
import { Assignment, Company } from './companies.entity';
import { refOf, viewCompany } from './companies.view';
import { insertContact } from './edit-contacts';
import { insertLegalEntity } from './edit-legal-entities';
import { parsePhone } from './phones';
import { cityKey, requireTimeZone } from './company-place';
import { toIso } from '../../kernel/dialect';

type Input = EndpointParsed<typeof createCompany>;

/** Creates a company with its first requisites and contacts; the answer is its whole card. */
export async function addCompany(ctx: Ctx, input: Input): Promise<CompanyCard> {
  requirePermission(ctx, 'companies.create');
  const { inn, kpp, ogrn, contacts = [], ownerId = signedIn(ctx).id, ...fields } = input;
  await requireOwner(ctx, ownerId);
  const company = await insertCompany(ctx, { ...fields, ownerId });
  const legalEntity =
    inn || kpp || ogrn
      ? await insertLegalEntity(ctx, company.id, { name: company.name, inn, kpp, ogrn, main: true })
      : null;
  const people = [];
  for (const [index, contact] of contacts.entries())
    people.push(await insertContact(ctx, company, { main: index === 0, ...contact }));
  const view = await viewCompany(ctx, company);
  return {
    ...view,
    contacts: people,
    legalEntities: legalEntity ? [legalEntity] : [],
    consignees: [],
    planned: [],
    pinned: [],
    activities: [],
    activitiesNext: null,
    assignments: ownerId
      ? [
          {
            owner: view.owner,
            from: toIso(company.createdAt),
            to: null,
            by: refOf(signedIn(ctx).id, signedIn(ctx).name),
            why: null,
          },
        ]
      : [],
  };
}

/** The row, its assignment and its place on the map of time; rights are the caller's to check. */
export async function insertCompany(
  ctx: Ctx,
  input: Omit<Input, 'inn' | 'kpp' | 'ogrn' | 'contacts' | 'ownerId'> & { ownerId: string | null },
): Promise<Company> {
  const now = ctx.clock.now();
  const { phones = [], emails = [], hours, ownerId, country = 'RU', ...rest } = input;
  const city = rest.city ?? null;
  const region = rest.region ?? null;
  const timeZone = rest.timeZone || timeZoneOf({ city, region, country });
  requireTimeZone(timeZone);
  const company = await insertRecord(ctx, Company, {
    name: rest.name,
    nameKey: companyKey(rest.name).slice(0, 250),
    status: rest.status ?? 'pool',
    ownerId,
    assignedAt: ownerId ? now : null,
    city,
    cityKey: cityKey(city),
    region,
    country,
    timeZone,
    address: rest.address ?? null,
    site: rest.site ?? null,
    workFrom: hours?.from ?? 9 * 60,
    workTo: hours?.to ?? 18 * 60,
    breakFrom: hours?.breakFrom ?? null,
    breakTo: hours?.breakTo ?? null,
    workDays: hours?.days ?? 31,
    purchasingPower: rest.purchasingPower ?? 'unknown',
    annualPurchases: rest.annualPurchases ?? null,
    purchasingNote: rest.purchasingNote ?? null,
    notes: rest.notes ?? null,
    source: rest.source ?? null,
    noNextReason: null,
    phones: phones.map((phone) => parsePhone(phone, country)),
    emails: emails.map((email) => email.toLowerCase()),
    inn: null,
    nextContactAt: null,
    nextContactId: null,
    nextContactKind: null,
    nextPostponed: 0,
    lastContactAt: null,
    lastNote: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  });
  if (ownerId)
    await insertRecord(ctx, Assignment, {
      companyId: company.id,
      ownerId,
      startedAt: now,
      endedAt: null,
      assignedBy: ctx.user?.id ?? null,
      why: null,
    });
  await rememberPlace(ctx, company);
  return company;
}

/** Naming somebody else the owner, or nobody, is handing over: it takes that right. */
async function requireOwner(ctx: Ctx, ownerId: string | null): Promise<void> {
  if (ownerId === signedIn(ctx).id) return;
  if (ownerId !== null) {
    const owner = await findRecord(ctx, User, { id: ownerId });
    if (!owner || owner.status !== 'active') throw invalid({ ownerId: 'companies.noSuchOwner' });
  }
  const seesAll = ctx.user?.grants.get('companies.read') === 'all';
  if (!reaches(ctx, 'companies.assign', { ownerId }) && !(ownerId === null && seesAll))
    throw forbidden('companies.assignForbidden');
}
