import { reaches } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import { sql } from '../../kernel/sql';
import type { PersonRef } from '../../kernel/endpoint';
import type { ActivityKind } from '../activities/activity-kinds';
import { callWindow, loadCalendar, type Calendar } from '../working-time/working-time.public';
import type {
  CallWindow,
  CompanyView,
  ConsigneeView,
  ContactView,
  LegalEntityView,
  NextContactView,
  WorkingHours,
} from './companies.contract';
import type { Company, Consignee, Contact, LegalEntity } from './companies.entity';
import { requisitesDoubts } from './legal-entity-rules';

export const hoursOf = (
  row: Pick<Company, 'workFrom' | 'workTo' | 'breakFrom' | 'breakTo' | 'workDays'>,
): WorkingHours => ({
  from: row.workFrom,
  to: row.workTo,
  breakFrom: row.breakFrom,
  breakTo: row.breakTo,
  days: row.workDays,
});

export interface NextContactColumns {
  nextContactAt: Date | string | null;
  nextContactId: string | null;
  nextContactKind: ActivityKind | null;
  nextPostponed: number;
}

export const nextContactOf = (row: NextContactColumns): NextContactView | null =>
  row.nextContactAt && row.nextContactId && row.nextContactKind
    ? {
        activityId: row.nextContactId,
        at: toIso(row.nextContactAt),
        kind: row.nextContactKind,
        postponed: row.nextPostponed,
      }
    : null;

export const refOf = (id: string | null, name: string | null): PersonRef | null =>
  id ? { id, name: name ?? '' } : null;

type Clocked = Pick<Company, 'timeZone' | 'country' | 'workFrom' | 'workTo' | 'breakFrom' | 'breakTo' | 'workDays'>;

/** Answers hold until the window changes; a changed calendar is another object and begins anew. */
const known = new WeakMap<Calendar, Map<string, { from: number; until: number; window: CallWindow }>>();

/**
 * Says of any company whether it may be called now. Companies that share clock and hours share the answer, for as long
 * as it holds: the time-zone rules are asked a few times an hour, not for every row.
 */
export async function callWindows(ctx: Ctx): Promise<(company: Clocked) => CallWindow> {
  const calendar = await loadCalendar(ctx);
  const now = ctx.clock.now();
  const moment = now.getTime();
  const answers = known.get(calendar) ?? new Map<string, { from: number; until: number; window: CallWindow }>();
  known.set(calendar, answers);
  return (company) => {
    const { timeZone, country, workFrom, workTo, breakFrom, breakTo, workDays } = company;
    const key = `${timeZone} ${country} ${workFrom} ${workTo} ${breakFrom} ${breakTo} ${workDays}`;
    const held = answers.get(key);
    if (held && held.from <= moment && moment < held.until) return held.window;
    const { callable, changesAt } = callWindow({ now, timeZone, country, hours: hoursOf(company), calendar });
    const window = { callable, changesAt: toIso(changesAt) };
    answers.set(key, { from: moment, until: changesAt?.getTime() ?? moment + 3_600_000, window });
    return window;
  };
}

export async function viewCompany(ctx: Ctx, company: Company): Promise<CompanyView> {
  const owner = company.ownerId
    ? await ctx.db.row<{ name: string }>(sql`select name from user_account where id = ${company.ownerId}`)
    : null;
  const windowOf = await callWindows(ctx);
  return {
    id: company.id,
    version: company.version,
    name: company.name,
    status: company.status,
    owner: refOf(company.ownerId, owner?.name ?? null),
    assignedSince: toIso(company.assignedAt),
    city: company.city,
    region: company.region,
    country: company.country,
    timeZone: company.timeZone,
    address: company.address,
    site: company.site,
    phones: company.phones,
    emails: company.emails,
    hours: hoursOf(company),
    callWindow: windowOf(company),
    purchasingPower: company.purchasingPower,
    annualPurchases: company.annualPurchases,
    purchasingNote: company.purchasingNote,
    notes: company.notes,
    source: company.source,
    nextContact: nextContactOf(company),
    noNextReason: company.noNextReason,
    lastContactAt: toIso(company.lastContactAt),
    createdAt: toIso(company.createdAt),
    updatedAt: toIso(company.updatedAt),
    can: {
      update: reaches(ctx, 'companies.update', company),
      delete: reaches(ctx, 'companies.delete', company),
      assign: reaches(ctx, 'companies.assign', company),
      logActivity: reaches(ctx, 'activities.write', company),
    },
  };
}

export const viewContact = (contact: Contact): ContactView => ({
  id: contact.id,
  version: contact.version,
  companyId: contact.companyId,
  name: contact.name,
  position: contact.position,
  roles: contact.roles,
  birthday:
    contact.birthDay && contact.birthMonth
      ? { day: contact.birthDay, month: contact.birthMonth, year: contact.birthYear }
      : null,
  phones: contact.phones,
  emails: contact.emails,
  note: contact.note,
  main: contact.main,
});

export const viewLegalEntity = (entity: LegalEntity): LegalEntityView => ({
  id: entity.id,
  version: entity.version,
  companyId: entity.companyId,
  name: entity.name,
  inn: entity.inn,
  kpp: entity.kpp,
  ogrn: entity.ogrn,
  legalAddress: entity.legalAddress,
  actualAddress: entity.actualAddress,
  director: entity.director,
  main: entity.main,
  accounts: entity.accounts,
  doubts: requisitesDoubts(entity),
});

export const viewConsignee = (consignee: Consignee): ConsigneeView => ({
  id: consignee.id,
  version: consignee.version,
  companyId: consignee.companyId,
  name: consignee.name,
  kpp: consignee.kpp,
  address: consignee.address,
  city: consignee.city,
  timeZone: consignee.timeZone,
  contactName: consignee.contactName,
  phone: consignee.phone,
  note: consignee.note,
});
