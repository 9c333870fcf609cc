import { randomFrom, makeCompany, saidOnThePhone } from './generate';
import type { Ctx, Deps } from '../../service/kernel/context';
import { inTransaction } from '../../service/kernel/context';
import type { Db } from '../../service/kernel/database';
import { newId } from '../../service/kernel/id';
import { insertRecord } from '../../service/kernel/records';
import { insertRows } from '../../service/kernel/rows';
import { sql } from '../../service/kernel/sql';
import { searchDocument } from '../../service/kernel/search-text';
import { Activity } from '../../service/modules/activities/activities.entity';
import {
  Assignment,
  Company,
  Contact,
  ContactPoint,
  LegalEntity,
} from '../../service/modules/companies/companies.entity';
import { companyKey } from '../../service/modules/companies/company-name';
import { companySearch } from '../../service/modules/companies/company-index';
import { requisitesKey } from '../../service/modules/companies/legal-entity-rules';
import { Department, User } from '../../service/modules/users/users.entity';
import { rememberPlace, timeZoneOf } from '../../service/modules/working-time/working-time.public';

export interface LargeOptions {
  companies: number;
  contacts?: number;
  activities?: number;
  owners?: number;
  onProgress?: (done: number) => void;
}

const day = 86_400_000;
const perTransaction = 500;

/**
 * A large base for measuring and for trying things at size: repeatable companies, each with contacts and a history,
 * spread over owners of five departments. It writes rows past the history, since nobody made these changes.
 */
export async function seedLarge(deps: Deps, options: LargeOptions): Promise<void> {
  const { companies, contacts = 3, activities = 10, owners = 50, onProgress } = options;
  const ownerIds = await seedOwners(deps, owners);
  const now = deps.clock.now().getTime();
  const context = await readContext(deps);
  for (let from = 0; from < companies; from += perTransaction) {
    const upTo = Math.min(from + perTransaction, companies);
    await inTransaction(deps, { user: null, locale: 'ru' }, async (ctx) => {
      const rows = new Batch();
      for (let number = from; number < upTo; number += 1)
        addCompany(rows, number + context.offset, {
          ctx,
          now,
          contacts,
          activities,
          ownerIds,
          outcomes: context.outcomes,
        });
      await rows.write(ctx.db);
      for (const { timeZone, country } of rows.places.values()) await rememberPlace(ctx, { timeZone, country });
    });
    onProgress?.(upTo);
  }
}

async function readContext(deps: Deps): Promise<{ offset: number; outcomes: string[] }> {
  const outcomes = await deps.database.read.rows<{ id: string }>(
    sql`select id from outcome where kind = 'call' order by position`,
  );
  const present = await deps.database.read.row<{ found: number | string }>(sql`select count(*) as found from company`);
  // Numbers of the demo and of an earlier run are taken: the INN must stay unique.
  return { offset: 1000 + Number(present?.found ?? 0), outcomes: outcomes.map((row) => row.id) };
}

async function seedOwners(deps: Deps, count: number): Promise<string[]> {
  return inTransaction(deps, { user: null, locale: 'ru' }, async (ctx) => {
    const role = await ctx.db.row<{ id: string }>(sql`select id from role where code = 'manager'`);
    const ids: string[] = [];
    let departmentId = '';
    for (let number = 0; number < count; number += 1) {
      const login = `seller${number + 1}`;
      const known = await ctx.db.row<{ id: string }>(sql`select id from user_account where loginKey = ${login}`);
      if (known) {
        ids.push(known.id);
        continue;
      }
      if (number % 10 === 0)
        departmentId = (await insertRecord(ctx, Department, { name: `Отдел продаж № ${number / 10 + 1}` })).id;
      const user = await insertRecord(ctx, User, {
        login,
        loginKey: login,
        // Nobody signs in as these until an administrator gives them a password.
        passwordHash: 'none',
        mustChangePassword: true,
        name: `Продавец ${number + 1}`,
        email: null,
        phone: null,
        roleId: role!.id,
        departmentId,
        timeZone: ctx.settings.timeZone,
        locale: 'ru',
        theme: 'system',
        status: 'active',
        lastSeenAt: null,
        entraKey: null,
        createdAt: ctx.clock.now(),
        deletedAt: null,
      });
      ids.push(user.id);
    }
    return ids;
  });
}

/** Rows of one transaction, written table by table. */
class Batch {
  readonly companies: Company[] = [];
  readonly assignments: Assignment[] = [];
  readonly contacts: Contact[] = [];
  readonly points: ContactPoint[] = [];
  readonly entities: LegalEntity[] = [];
  readonly activities: Activity[] = [];
  readonly documents = new Map<string, string>();
  readonly places = new Map<string, Pick<Company, 'timeZone' | 'country'>>();

  async write(db: Db): Promise<void> {
    await insertRows(db, Company, this.companies);
    await insertRows(db, Assignment, this.assignments);
    await insertRows(db, Contact, this.contacts);
    await insertRows(db, ContactPoint, this.points);
    await insertRows(db, LegalEntity, this.entities);
    await insertRows(db, Activity, this.activities);
    const first = this.companies[0]!.id;
    const last = this.companies.at(-1)!.id;
    const keys = await db.rows<{ id: string; rowKey: number }>(
      sql`select id, rowKey from company where id >= ${first} and id <= ${last}`,
    );
    for (const { id, rowKey } of keys) await companySearch.write(db, rowKey, this.documents.get(id)!);
  }
}

interface Making {
  ctx: Ctx;
  now: number;
  contacts: number;
  activities: number;
  ownerIds: string[];
  outcomes: string[];
}

function addCompany(rows: Batch, number: number, { ctx, now, contacts, activities, ownerIds, outcomes }: Making): void {
  const made = makeCompany(number, contacts);
  const random = randomFrom(number * 31 + 5);
  const createdAt = new Date(now - Math.floor(random() * 700 + 40) * day);
  const ownerId = number % 10 === 9 ? null : ownerIds[number % ownerIds.length]!;
  const id = newId(ctx.clock.now());
  const e164 = (phone: string) => `+${phone.replace(/\D/g, '')}`;
  const phoneOf = (text: string) => ({ text, e164: e164(text), extension: null });
  const country = 'RU' as const;
  const timeZone = timeZoneOf({ city: made.city, region: null, country });
  rows.places.set(timeZone, { timeZone, country });

  const people = made.contacts.map((person, index): Contact => ({
    id: newId(ctx.clock.now()),
    version: 1,
    companyId: id,
    name: person.name,
    position: person.position,
    roles: person.roles,
    birthDay: person.birthday?.day ?? null,
    birthMonth: person.birthday?.month ?? null,
    birthYear: person.birthday?.year ?? null,
    phones: [phoneOf(person.phone)],
    emails: [person.email],
    note: null,
    main: index === 0,
    createdAt,
    deletedAt: null,
  }));
  const history = Array.from({ length: activities }, (_, index): Activity => {
    const planned = index === 0 && ownerId !== null;
    // One of five is overdue, the rest are ahead; the history lies within the past months.
    const at = planned
      ? new Date(now + Math.floor(random() * 100 - 20) * day + Math.floor(random() * 32) * 900_000)
      : new Date(now - Math.floor(random() * 200) * day - Math.floor(random() * day));
    return {
      id: newId(ctx.clock.now()),
      version: 1,
      companyId: id,
      contactId: people.length ? people[index % people.length]!.id : null,
      kind: index % 7 === 3 ? 'meeting' : 'call',
      status: planned ? 'planned' : 'done',
      at,
      plannedAt: planned ? at : null,
      outcomeId: planned || index % 7 === 3 ? null : outcomes[index % outcomes.length]!,
      note: planned ? null : saidOnThePhone[Math.floor(random() * saidOnThePhone.length)]!,
      minutes: planned ? null : 3,
      talkSeconds: null,
      postponed: 0,
      pinnedAt: null,
      ownerId,
      authorId: ownerId,
      createdAt,
      deletedAt: null,
    };
  });
  const planned = history.find(({ status }) => status === 'planned');
  const last = history.filter(({ status }) => status === 'done').sort((a, b) => b.at.getTime() - a.at.getTime())[0];

  rows.companies.push({
    id,
    version: 1,
    name: made.name,
    nameKey: companyKey(made.name),
    status: number % 6 === 0 ? 'client' : 'pool',
    ownerId,
    assignedAt: ownerId ? createdAt : null,
    city: made.city,
    cityKey: made.city.toLowerCase().replaceAll('ё', 'е'),
    region: null,
    country,
    timeZone,
    address: made.address,
    site: made.site,
    workFrom: 540,
    workTo: 1080,
    breakFrom: null,
    breakTo: null,
    workDays: 31,
    purchasingPower: made.purchasingPower,
    annualPurchases: null,
    purchasingNote: null,
    notes: null,
    source: made.source,
    noNextReason: null,
    phones: [phoneOf(made.phone)],
    emails: [made.email],
    inn: made.inn,
    nextContactAt: planned?.at ?? null,
    nextContactId: planned?.id ?? null,
    nextContactKind: planned?.kind ?? null,
    nextPostponed: 0,
    lastContactAt: last?.at ?? null,
    lastNote: last?.note ?? null,
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
  });
  if (ownerId)
    rows.assignments.push({
      id: newId(ctx.clock.now()),
      version: 1,
      companyId: id,
      ownerId,
      startedAt: createdAt,
      endedAt: null,
      assignedBy: null,
      why: null,
    });
  rows.contacts.push(...people);
  const point = (contactId: string | null, kind: ContactPoint['kind'], value: string) =>
    rows.points.push({ id: newId(ctx.clock.now()), companyId: id, contactId, kind, value });
  point(null, 'phone', e164(made.phone));
  point(null, 'email', made.email);
  point(null, 'domain', made.site);
  for (const person of people) {
    point(person.id, 'phone', person.phones[0]!.e164!);
    point(person.id, 'email', person.emails[0]!);
  }
  const legal = { inn: made.inn, kpp: made.kpp };
  rows.entities.push({
    id: newId(ctx.clock.now()),
    version: 1,
    companyId: id,
    name: made.legalName,
    ...legal,
    ogrn: made.ogrn,
    legalAddress: made.address,
    actualAddress: null,
    director: null,
    main: true,
    accounts: [],
    requisitesKey: requisitesKey(legal),
    createdAt,
    deletedAt: null,
  });
  rows.activities.push(...history);
  rows.documents.set(
    id,
    searchDocument([
      made.name,
      made.city,
      made.site,
      e164(made.phone),
      made.email,
      made.inn,
      made.ogrn,
      ...people.flatMap((person) => [person.name, person.phones[0]!.e164, person.emails[0]!]),
    ]),
  );
}
