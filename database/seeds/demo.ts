import { inTransaction, type Ctx, type Deps } from '../../service/kernel/context';
import { hashPassword } from '../../service/kernel/passwords';
import { insertRecord } from '../../service/kernel/records';
import { sql } from '../../service/kernel/sql';
import { Activity } from '../../service/modules/activities/activities.entity';
import { CalendarSettings } from '../../service/modules/calendar/calendar.entity';
import { usualSettings } from '../../service/modules/calendar/whose';
import { insertCompany } from '../../service/modules/companies/create-company';
import { Consignee } from '../../service/modules/companies/companies.entity';
import { insertContact } from '../../service/modules/companies/edit-contacts';
import { insertLegalEntity } from '../../service/modules/companies/edit-legal-entities';
import { demoAccounts, demoPassword } from '../../service/modules/users/demo-accounts';
import { Department, User } from '../../service/modules/users/users.entity';
import { addDays, localDateOf, localDayRange } from '../../service/modules/working-time/working-time.public';
import { seedSales } from './demo-sales';
import { makeCompany, randomFrom, saidOnThePhone } from './generate';

const companyCount = 60;
const hour = 3_600_000;

/**
 * A small sales department with a few weeks behind it, in a base that has no companies yet: every role has an account,
 * companies stand from Kaliningrad to Vladivostok, calls are overdue, for today and for later.
 */
export async function seedDemo(deps: Deps): Promise<void> {
  await inTransaction(deps, { user: null, locale: 'ru' }, async (ctx) => {
    if (await ctx.db.row(sql`select min(id) as id from company having count(*) > 0`)) return;
    const users = await seedAccounts(ctx);
    const managers = demoAccounts
      .filter(({ roleCode }) => roleCode === 'manager')
      .map(({ login }) => users.get(login)!);
    for (let number = 0; number < companyCount; number += 1) await seedCompany(ctx, number, managers);
    await seedSales(ctx);
    // Where there is an Outlook, the managers' plans stand in it from the first day.
    if (ctx.adapters.calendar)
      for (const id of managers) await insertRecord(ctx, CalendarSettings, { ...usualSettings, id, connected: true });
  });
}

async function seedAccounts(ctx: Ctx): Promise<Map<string, string>> {
  const roles = new Map(
    (await ctx.db.rows<{ id: string; code: string }>(sql`select id, code from role`)).map(({ id, code }) => [code, id]),
  );
  const departments = new Map<string, string>();
  for (const { department } of demoAccounts)
    if (department && !departments.has(department))
      departments.set(department, (await insertRecord(ctx, Department, { name: department })).id);
  const passwordHash = await hashPassword(demoPassword);
  const users = new Map<string, string>();
  for (const { login, name, roleCode, department } of demoAccounts) {
    const known = await ctx.db.row<{ id: string }>(sql`select id from user_account where loginKey = ${login}`);
    const user =
      known ??
      (await insertRecord(ctx, User, {
        login,
        loginKey: login,
        passwordHash,
        mustChangePassword: false,
        name,
        email: `${login}@ryadom.example`,
        phone: null,
        roleId: roles.get(roleCode)!,
        departmentId: department ? departments.get(department)! : null,
        timeZone: ctx.settings.timeZone,
        locale: 'ru',
        theme: 'system',
        status: 'active',
        lastSeenAt: null,
        entraKey: null,
        createdAt: ctx.clock.now(),
        deletedAt: null,
      }));
    users.set(login, user.id);
  }
  return users;
}

async function seedCompany(ctx: Ctx, number: number, managers: string[]): Promise<void> {
  const random = randomFrom(number + 1);
  const made = makeCompany(number, 1 + (number % 4));
  const ownerId = number % 7 === 6 ? null : managers[number % managers.length]!;
  const company = await insertCompany(ctx, {
    name: made.name,
    status: number % 4 === 0 ? 'client' : 'pool',
    ownerId,
    city: made.city,
    region: null,
    address: made.address,
    site: made.site,
    phones: [made.phone],
    emails: [made.email],
    purchasingPower: made.purchasingPower,
    annualPurchases: made.purchasingPower === 'high' ? 250_000_000 : null,
    purchasingNote: null,
    notes: number % 5 === 0 ? 'Работают по предоплате, пропуск заказывать за день.' : null,
    source: made.source,
    noNextReason: null,
  } as Parameters<typeof insertCompany>[1]);
  // The department has sold for a while: the base of this week was there when it began.
  const since = new Date(ctx.clock.now().getTime() - 200 * 24 * hour);
  await ctx.db.run(sql`update assignment set startedAt = ${since} where companyId = ${company.id}`);
  await ctx.db.run(sql`update company set assignedAt = ${since}, createdAt = ${since} where id = ${company.id}`);
  await insertLegalEntity(ctx, company.id, {
    name: made.legalName,
    inn: made.inn,
    kpp: made.name.startsWith('ИП') ? null : made.kpp,
    ogrn: made.ogrn,
    legalAddress: made.address,
    main: true,
    accounts: [
      {
        bik: '044525225',
        account: '40702810138250123017',
        corrAccount: '30101810400000000225',
        bankName: 'ПАО Сбербанк',
      },
    ],
  });
  const contacts: string[] = [];
  for (const [index, { phone, email, ...person }] of made.contacts.entries()) {
    // A few birthdays fall into the coming days whenever the demo is started.
    const birthday =
      index === 0 && number % 9 === 0 ? soon(ctx, number % 12, person.birthday?.year ?? null) : person.birthday;
    contacts.push(
      (
        await insertContact(ctx, company, {
          ...person,
          birthday,
          phones: [phone],
          emails: [email],
          note: null,
          main: index === 0,
        })
      ).id,
    );
  }
  if (number % 6 === 0)
    await insertRecord(ctx, Consignee, {
      companyId: company.id,
      name: `Склад ${made.name}`,
      kpp: made.kpp,
      address: `г. ${made.city}, Складской проезд, ${1 + number}`,
      city: made.city,
      timeZone: company.timeZone,
      contactName: made.contacts[0]!.name,
      phone: null,
      note: 'Приёмка до 16:00',
      createdAt: ctx.clock.now(),
      deletedAt: null,
    });
  if (!ownerId) return;

  const outcomes = await ctx.db.rows<{ id: string; kind: string }>(
    sql`select id, kind from outcome order by kind, position`,
  );
  const calls = outcomes.filter(({ kind }) => kind === 'call');
  const now = ctx.clock.now().getTime();
  const talks = 3 + Math.floor(random() * 8);
  for (let talk = talks; talk > 0; talk -= 1) {
    const kind = talk % 5 === 0 ? 'meeting' : 'call';
    const outcome =
      kind === 'call' ? calls[Math.floor(random() * calls.length)]! : outcomes.find((row) => row.kind === 'meeting')!;
    await insertRecord(ctx, Activity, {
      ...plain(company.id, ownerId, ctx),
      contactId: contacts[talk % contacts.length]!,
      kind,
      status: 'done',
      at: workingMoment(ctx, now - talk * (20 + Math.floor(random() * 80)) * hour),
      outcomeId: outcome.id,
      note: saidOnThePhone[Math.floor(random() * saidOnThePhone.length)]!,
      minutes: 2 + Math.floor(random() * 20),
    });
  }
  const days = nextInDays(number);
  if (days === null) return;
  const at = atHour(ctx, days, 9 + Math.floor(random() * 9), Math.floor(random() * 4) * 15);
  await insertRecord(ctx, Activity, {
    ...plain(company.id, ownerId, ctx),
    contactId: contacts[0]!,
    kind: number % 11 === 5 ? 'meeting' : 'call',
    status: 'planned',
    at,
    plannedAt: at,
    note: number % 3 === 0 ? 'Уточнить сроки и комплектацию' : null,
    postponed: days < 0 ? number % 4 : 0,
  });
}

/** The nearest working hour before a moment, so that a demo's calls are not made at night. */
function workingMoment(ctx: Ctx, moment: number): Date {
  const day = localDateOf(new Date(moment), ctx.settings.timeZone);
  const start = localDayRange(day, ctx.settings.timeZone).from.getTime();
  const minutes = 9 * 60 + (Math.floor(moment / 60_000) % (8 * 60));
  const at = start + minutes * 60_000;
  return new Date(Math.min(at, ctx.clock.now().getTime() - 60_000));
}

/** Some overdue (one for more than a year), many for today, the rest ahead, a few without a date. */
function nextInDays(number: number): number | null {
  if (number === 3) return -400;
  if (number % 10 === 9) return null;
  if (number % 5 === 0) return -1 - (number % 4);
  if (number % 2 === 0) return 0;
  return 1 + (number % 9);
}

const plain = (companyId: string, ownerId: string, ctx: Ctx) => ({
  companyId,
  plannedAt: null as Date | null,
  outcomeId: null as string | null,
  minutes: null as number | null,
  talkSeconds: null as number | null,
  postponed: 0,
  pinnedAt: null,
  ownerId,
  authorId: ownerId,
  createdAt: ctx.clock.now(),
  deletedAt: null,
});

function atHour(ctx: Ctx, days: number, hours: number, minutes: number): Date {
  const zone = ctx.settings.timeZone;
  const day = addDays(localDateOf(ctx.clock.now(), zone), days);
  return new Date(localDayRange(day, zone).from.getTime() + hours * hour + minutes * 60_000);
}

function soon(ctx: Ctx, days: number, year: number | null) {
  const [, month, day] = addDays(localDateOf(ctx.clock.now(), ctx.settings.timeZone), days).split('-').map(Number);
  return { day: day!, month: month!, year };
}
