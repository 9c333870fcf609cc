import { randomBytes } from 'node:crypto';
import { newId } from '../kernel/id';
import { hashPassword } from '../kernel/passwords';
import { insertRecord } from '../kernel/records';
import { sql } from '../kernel/sql';
import { Activity } from '../modules/activities/activities.entity';
import { insertCompany } from '../modules/companies/create-company';
import { insertContact } from '../modules/companies/edit-contacts';
import { insertLegalEntity } from '../modules/companies/edit-legal-entities';
import type { Company } from '../modules/companies/companies.entity';
import { Reminder } from '../modules/reminders/reminders.entity';
import { tokenHash } from '../modules/users/identify';
import { Department, Session, User } from '../modules/users/users.entity';
import type { TestApp } from './test-app';
import { insertRows } from '../kernel/rows';

/** All that a builder needs of an application. */
type Writing = Pick<TestApp, 'write'>;

let serial = 0;

export interface Person extends User {
  token: string;
}

/** A department. */
export const buildDepartment = (app: Writing, name = `Отдел ${(serial += 1)}`) =>
  app.write((ctx) => insertRecord(ctx, Department, { name }));

/** A user with an open session; hashing a password takes a while, so only who signs in has one. */
export async function buildUser(
  app: Writing,
  { role = 'manager', password, ...values }: Partial<User> & { role?: string; password?: string } = {},
): Promise<Person> {
  const passwordHash = password ? await hashPassword(password) : 'none';
  return app.write(async (ctx) => {
    const found = await ctx.db.row<{ id: string }>(sql`select id from role where code = ${role}`);
    const login = values.login ?? `user${(serial += 1)}`;
    const user = await insertRecord(ctx, User, {
      login,
      loginKey: login.toLowerCase(),
      passwordHash,
      mustChangePassword: false,
      name: `Сотрудник ${login}`,
      email: null,
      phone: null,
      roleId: found!.id,
      departmentId: null,
      timeZone: 'Europe/Moscow',
      locale: 'ru',
      theme: 'system',
      status: 'active',
      lastSeenAt: null,
      entraKey: null,
      createdAt: ctx.clock.now(),
      deletedAt: null,
      ...values,
    });
    const token = randomBytes(16).toString('base64url');
    const now = ctx.clock.now();
    await insertRows(ctx.db, Session, [
      {
        id: newId(now),
        userId: user.id,
        tokenHash: tokenHash(token),
        createdAt: now,
        lastUsedAt: now,
        expiresAt: new Date('2100-01-01T00:00:00Z'),
        device: null,
      },
    ]);
    return { ...user, token };
  });
}

type CompanyValues = Partial<Parameters<typeof insertCompany>[1]> & {
  inn?: string;
  kpp?: string;
  contacts?: Parameters<typeof insertContact>[2][];
};

/** A company, with requisites and contacts when asked. */
export async function buildCompany(
  app: Writing,
  { inn, kpp, contacts = [], ...values }: CompanyValues = {},
): Promise<Company> {
  return app.write(async (ctx) => {
    const company = await insertCompany(ctx, {
      name: `ООО «Компания ${(serial += 1)}»`,
      ownerId: null,
      city: 'Москва',
      ...values,
    } as Parameters<typeof insertCompany>[1]);
    if (inn) await insertLegalEntity(ctx, company.id, { name: company.name, inn, kpp, main: true });
    for (const contact of contacts) await insertContact(ctx, company, contact);
    return company;
  });
}

/** An activity: planned unless said otherwise. */
export async function buildActivity(app: Writing, company: Company, values: Partial<Activity> = {}): Promise<Activity> {
  return app.write((ctx) => {
    const at = values.at ?? ctx.clock.now();
    return insertRecord(ctx, Activity, {
      companyId: company.id,
      contactId: null,
      kind: 'call',
      status: 'planned',
      at,
      plannedAt: values.status === 'done' ? null : at,
      outcomeId: null,
      note: null,
      minutes: null,
      talkSeconds: null,
      postponed: 0,
      pinnedAt: null,
      ownerId: company.ownerId,
      authorId: company.ownerId,
      createdAt: ctx.clock.now(),
      deletedAt: null,
      ...values,
    });
  });
}

/** A reminder, for a week from now unless said otherwise. */
export const buildReminder = (app: Writing, user: { id: string }, values: Partial<Reminder> = {}): Promise<Reminder> =>
  app.write((ctx) => {
    const at = values.dueAt ?? new Date(ctx.clock.now().getTime() + 7 * 86_400_000);
    return insertRecord(ctx, Reminder, {
      userId: user.id,
      title: 'Позвонить',
      dueAt: at,
      ringsAt: at,
      repeat: 'none',
      status: 'waiting',
      companyId: null,
      contactId: null,
      activityId: null,
      createdAt: ctx.clock.now(),
      deletedAt: null,
      ...values,
    });
  });
