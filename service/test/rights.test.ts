import { randomUUID } from 'node:crypto';
import { newId } from '../kernel/id';
import { insertRecord } from '../kernel/records';
import { sql } from '../kernel/sql';
import { Consignee, SavedView, type Company } from '../modules/companies/companies.entity';
import { insertContact } from '../modules/companies/edit-contacts';
import { insertLegalEntity } from '../modules/companies/edit-legal-entities';
import { CalendarEvent } from '../modules/calendar/calendar.entity';
import { newEntry } from '../modules/calendar/mark';
import { modules } from '../modules/registry';
import { builtInRoles } from '../modules/users/roles';
import { Absence, Department, Role } from '../modules/users/users.entity';
import type { Grants } from '../modules/users/users.contract';
import { JobRow } from '../kernel/jobs';
import { buildActivity, buildCompany, buildDepartment, buildReminder, buildUser, type Person } from './builders';
import { buildExport, buildImport } from './import-builders';
import { buildDocument, buildMail, buildMailRule } from './mail-builders';
import { DocumentCategory } from '../modules/documents/documents.entity';
import { testApp, type TestApp } from './test-app';
import { ReportSchedule } from '../modules/reports/reports.entity';
import { leaveRun } from '../modules/reports/run-report';
import { buildDeal, buildOffer } from './deal-builders';
import { DealEvent, Pipeline, Stage } from '../modules/deals/deals.entity';
import { CatalogItem } from '../modules/catalog/catalog.entity';
import { keysOf } from '../modules/catalog/catalog-key';
import { insertRows } from '../kernel/rows';

/**
 * The matrix of rights, generated: every route × every role × own, a colleague's, a stranger's, nobody's and no record.
 * What must come out follows from the grants alone. A route without an example here fails.
 */
type Relation = 'own' | 'colleague' | 'stranger' | 'nobody' | 'missing';
const relations: Relation[] = ['own', 'colleague', 'stranger', 'nobody', 'missing'];

/** Somewhere a call reaches: the caller, and for records of a company the company. */
interface Case {
  app: TestApp;
  caller: Person;
  company: Company;
  /** A fresh id when the record must be missing. */
  missing: boolean;
}

type Example =
  /** Hangs on a company: the company's owner decides. */
  | { on: 'company'; input: (given: Case) => Promise<object> | object }
  /** One's own thing: another's does not exist. */
  | { on: 'self'; input: (given: Case & { ofAnother: boolean }) => Promise<object> | object }
  /** Nobody's in particular: the permission alone decides. */
  | { on: 'all'; input: (given: Case) => Promise<object> | object };

const none = { on: 'all', input: () => ({}) } as const;
const gone = randomUUID();
const now = new Date('2026-03-12T09:00:00Z');

const onContact = async ({ app, company, missing }: Case) => ({
  id: missing ? gone : (await app.write((ctx) => insertContact(ctx, company, { name: 'Иванова Анна' }))).id,
  version: 1,
});
const onLegalEntity = async ({ app, company, missing }: Case) => ({
  id: missing ? gone : (await app.write((ctx) => insertLegalEntity(ctx, company.id, { name: 'ООО «Ромашка»' }))).id,
  version: 1,
});
const onConsignee = async ({ app, company, missing }: Case) => ({
  id: missing
    ? gone
    : (
        await app.write((ctx) =>
          insertRecord(ctx, Consignee, {
            companyId: company.id,
            name: 'Склад',
            kpp: null,
            address: 'Казань',
            city: null,
            timeZone: null,
            contactName: null,
            phone: null,
            note: null,
            createdAt: ctx.clock.now(),
            deletedAt: null,
          }),
        )
      ).id,
  version: 1,
});
const onActivity = async ({ app, company, missing }: Case) => ({
  id: missing ? gone : (await buildActivity(app, company, { at: new Date('2026-03-20T09:00:00Z') })).id,
  version: 1,
});
const onCompany = ({ company, missing }: Case) => ({ id: missing ? gone : company.id });
const inCompany = ({ company, missing }: Case) => ({ companyId: missing ? gone : company.id });
const victim = async (app: TestApp) => {
  const user = await buildUser(app, { role: 'accountant' });
  return { id: user.id, version: user.version };
};
const department = async (app: TestApp) => {
  const { id, version } = await app.write((ctx) => insertRecord(ctx, Department, { name: 'Временный' }));
  return { id, version };
};
const role = async (app: TestApp) => {
  const { id, version } = await app.write((ctx) =>
    insertRecord(ctx, Role, { code: 'custom', name: 'Своя', grants: {}, knownPermissions: null }),
  );
  return { id, version };
};

const onReminder = async ({ app, caller, ofAnother }: Case & { ofAnother: boolean }) => {
  const { id, version } = await buildReminder(app, ofAnother ? await buildUser(app) : caller);
  return { id, version };
};

const onCalendarEntry = async ({ app, caller, ofAnother }: Case & { ofAnother: boolean }) => {
  const holder = ofAnother ? await buildUser(app) : caller;
  const entry = newEntry({ userId: holder.id, source: 'activity', sourceId: randomUUID(), companyId: null }, now, now);
  await app.write((ctx) => insertRows(ctx.db, CalendarEvent, [{ ...entry, state: 'removed' }]));
  return { id: entry.id };
};

const onDeal = async ({ app, company, missing }: Case) => {
  const { id, version } = missing ? { id: gone, version: 1 } : await buildDeal(app, company);
  return { id, version };
};
const ofDeal = async (given: Case) => ({ dealId: (await onDeal(given)).id });
const onOffer = async ({ app, company, missing }: Case) => {
  const { id, version } = missing ? { id: gone, version: 1 } : await buildOffer(app, await buildDeal(app, company));
  return { id, version };
};
const onDealDocument = async (given: Case) => {
  const { dealId } = await ofDeal(given);
  if (given.missing) return { dealId, id: gone };
  const subject = { subjectKind: 'deal', subjectId: dealId };
  return { dealId, id: (await buildDocument(given.app, given.company, subject)).id };
};
const anyPipeline = async ({ app }: Case) => {
  const pipeline = await app.write((ctx) =>
    insertRecord(ctx, Pipeline, { name: 'Сервис', position: 50, archived: false }),
  );
  const { id, version } = pipeline;
  return { id, version };
};
const anyStage = async (given: Case) => {
  const stage = {
    pipelineId: (await anyPipeline(given)).id,
    name: 'Этап',
    meaning: 'open' as const,
    position: 1,
    archived: false,
  };
  const { id, version } = await given.app.write((ctx) => insertRecord(ctx, Stage, stage));
  return { id, version };
};

const anyTemplate = async ({ app }: Case) => {
  const { id, version } = (await app.deps.database.read.row<{ id: string; version: number }>(
    sql`select id, version from report_template where code = 'pipeline'`,
  ))!;
  return { id, version };
};
const onRun = async (given: Case & { ofAnother: boolean }) => {
  const byId = given.ofAnother ? (await buildUser(given.app)).id : given.caller.id;
  const { id: templateId } = await anyTemplate(given);
  const asked = { templateId, from: '2026-03-01', to: '2026-03-31', owners: [], byId, scheduleId: null };
  return { id: (await given.app.write((ctx) => leaveRun(ctx, asked))).id };
};
const anySchedule = async (given: Case) => {
  const { id: templateId } = await anyTemplate(given);
  const { id, version } = await given.app.write((ctx) =>
    insertRecord(ctx, ReportSchedule, {
      templateId,
      cadence: 'weekly',
      day: 1,
      minute: 480,
      recipients: [given.caller.id],
      active: true,
      lastOn: null,
      byId: given.caller.id,
    }),
  );
  return { id, version };
};

const examples: Record<string, Example> = {
  'catalog.suggest': { on: 'all', input: () => ({ level: 'type' }) },
  'catalog.list': none,
  'catalog.create': { on: 'all', input: () => ({ type: `Насос ${randomUUID()}` }) },
  'catalog.update': {
    on: 'all',
    input: async ({ app }) => {
      const item = { type: `Фильтр ${randomUUID()}`, name: '', subName: '', capacity: '' };
      const { id, version } = await app.write((ctx) =>
        insertRecord(ctx, CatalogItem, {
          ...item,
          ...keysOf(item),
          unit: 'шт',
          price: null,
          uses: 0,
          archived: false,
          createdAt: now,
        }),
      );
      return { id, version, unit: 'компл' };
    },
  },
  'catalog.readText': { on: 'all', input: () => ({ text: 'Насос 2 шт' }) },
  'pipelines.list': none,
  'pipelines.create': { on: 'all', input: () => ({ name: 'Сервис' }) },
  'pipelines.update': { on: 'all', input: async (given) => ({ ...(await anyPipeline(given)), name: 'Ремонт' }) },
  'stages.create': {
    on: 'all',
    input: async (given) => ({ pipelineId: (await anyPipeline(given)).id, name: 'Торг' }),
  },
  'stages.update': { on: 'all', input: async (given) => ({ ...(await anyStage(given)), name: 'Торг' }) },
  'deals.list': none,
  'deals.count': none,
  'deals.board': { on: 'all', input: async (given) => ({ pipelineId: (await anyPipeline(given)).id }) },
  'deals.create': { on: 'company', input: (given) => inCompany(given) },
  'deals.get': { on: 'company', input: async (given) => ({ id: (await onDeal(given)).id }) },
  'deals.update': { on: 'company', input: async (given) => ({ ...(await onDeal(given)), financeNote: 'Аванс' }) },
  'deals.delete': { on: 'company', input: onDeal },
  'deals.move': {
    on: 'company',
    input: async (given) => ({ ...(await onDeal(given)), stageId: (await anyStage(given)).id, comment: 'Дальше' }),
  },
  'deals.delivery': { on: 'company', input: async (given) => ({ ...(await onDeal(given)), delivery: 'ordered' }) },
  'deals.comment': {
    on: 'company',
    input: async (given) => ({ id: (await onDeal(given)).id, comment: 'Ждём решения' }),
  },
  'deals.deleteComment': {
    on: 'company',
    input: async (given) => {
      const { id: dealId } = await onDeal(given);
      if (given.missing) return { id: gone, version: 1 };
      const comment = { dealId, kind: 'comment' as const, fromCode: null, toCode: null, comment: 'Ждём', at: now };
      const { id } = await given.app.write((ctx) =>
        insertRecord(ctx, DealEvent, { ...comment, byId: given.caller.id, deletedAt: null }),
      );
      return { id, version: 1 };
    },
  },
  'deals.file': { on: 'company', input: onDealDocument },
  'deals.deleteDocument': {
    on: 'company',
    input: async (given) => ({ ...(await onDealDocument(given)), version: 1 }),
  },
  'offers.list': none,
  'offers.sums': none,
  'offers.get': { on: 'company', input: async (given) => ({ id: (await onOffer(given)).id }) },
  'offers.create': { on: 'company', input: ofDeal },
  'offers.update': { on: 'company', input: async (given) => ({ ...(await onOffer(given)), probability: 80 }) },
  'offers.status': { on: 'company', input: async (given) => ({ ...(await onOffer(given)), status: 'won' }) },
  'offers.redate': { on: 'company', input: async (given) => ({ ...(await onOffer(given)), by: 'week' }) },
  'offers.delete': { on: 'company', input: onOffer },
  'offers.print': { on: 'company', input: async (given) => ({ id: (await onOffer(given)).id }) },
  'offerTemplate.get': none,
  'offerTemplate.file': none,
  'offerTemplate.reset': none,
  'kpi.get': none,
  'kpi.mine': none,
  'kpi.contacts': {
    on: 'all',
    input: ({ caller }) => ({ kind: 'week', start: '2026-03-09', userId: caller.id, list: 'calls' }),
  },
  'kpi.companies': {
    on: 'all',
    input: ({ caller }) => ({ kind: 'week', start: '2026-03-09', userId: caller.id, list: 'untouched' }),
  },
  'kpi.settings': none,
  'kpi.setRule': {
    on: 'all',
    input: () => ({
      version: 0,
      talkSeconds: 20,
      noteLength: 10,
      countUnreached: false,
      burstCalls: 6,
      burstMinutes: 10,
    }),
  },
  'kpi.recount': none,
  'kpi.setNorm': {
    on: 'all',
    input: ({ caller }) => ({ userId: caller.id, from: '2026-03-01', version: 0, calls: 60, meetings: 4, offers: 15 }),
  },
  'kpi.deleteNorm': { on: 'all', input: () => ({ id: gone }) },
  'reports.templates': none,
  'reports.update': { on: 'all', input: async (given) => ({ ...(await anyTemplate(given)), name: 'Наш отчёт' }) },
  'reports.editions': { on: 'all', input: async (given) => ({ id: (await anyTemplate(given)).id }) },
  'reports.templateFile': { on: 'all', input: async (given) => ({ id: (await anyTemplate(given)).id }) },
  'reports.run': {
    on: 'all',
    input: async (given) => ({ templateId: (await anyTemplate(given)).id, from: '2026-03-01', to: '2026-03-31' }),
  },
  'reports.get': { on: 'self', input: onRun },
  'reports.list': none,
  'reports.cancel': { on: 'self', input: onRun },
  'reports.file': { on: 'self', input: onRun },
  'reports.dashboard': none,
  'schedules.list': none,
  'schedules.create': {
    on: 'all',
    input: async (given) => ({
      templateId: (await anyTemplate(given)).id,
      cadence: 'weekly',
      day: 1,
      minute: 480,
      recipients: [given.caller.id],
    }),
  },
  'schedules.update': { on: 'all', input: async (given) => ({ ...(await anySchedule(given)), active: false }) },
  'schedules.delete': { on: 'all', input: (given) => anySchedule(given) },
  'forecast.get': { on: 'all', input: () => ({ from: '2026-03' }) },
  'forecast.history': { on: 'all', input: () => ({ month: '2026-03' }) },
  'forecast.moves': { on: 'all', input: () => ({ month: '2026-03' }) },
  'plans.set': {
    on: 'all',
    input: ({ caller }) => ({ userId: caller.id, month: '2026-03', version: 0, amount: 1_000_000 }),
  },
  'calendar.get': none,
  'calendar.update': { on: 'all', input: () => ({ version: 0 }) },
  'calendar.retry': none,
  'calendar.entries': none,
  'calendar.putBack': { on: 'self', input: onCalendarEntry },
  'calendar.cancel': { on: 'self', input: onCalendarEntry },
  'calendar.ofCompany': { on: 'company', input: inCompany },
  'calendar.readFile': none,
  'calendar.createFeed': none,
  'calendar.deleteFeed': none,
  'calendar.mailboxes': none,
  'calendar.updateMailbox': {
    on: 'all',
    input: ({ caller }) => ({ id: caller.id, version: 0, connected: false }),
  },
  'calendar.retryMailbox': { on: 'all', input: ({ caller }) => ({ id: caller.id }) },
  'calendar.checkAccess': none,
  'notices.list': none,
  'notices.read': none,
  // The stream is closed at once.
  'notices.live': { on: 'all', input: () => ({ for: 0 }) },
  'notices.settings': none,
  'notices.updateSettings': { on: 'all', input: () => ({ version: 0 }) },
  'notices.deliveries': none,
  'notices.test': none,
  'push.subscribe': {
    on: 'all',
    input: () => ({ endpoint: `https://push.example/${randomUUID()}`, keys: { p256dh: 'key', auth: 'secret' } }),
  },
  'push.unsubscribe': { on: 'all', input: () => ({ endpoint: 'https://push.example/none' }) },
  'reminders.list': none,
  'reminders.create': {
    on: 'company',
    input: ({ company, missing }) => ({
      title: 'Отправить договор',
      at: '2026-03-20T09:00:00Z',
      companyId: missing ? gone : company.id,
    }),
  },
  'reminders.update': { on: 'self', input: onReminder },
  'reminders.snooze': { on: 'self', input: async (given) => ({ ...(await onReminder(given)), minutes: 10 }) },
  'reminders.finish': { on: 'self', input: onReminder },
  'reminders.delete': { on: 'self', input: onReminder },
  'users.signOut': none,
  'users.me': none,
  'users.updateMe': { on: 'all', input: ({ caller }) => ({ version: caller.version }) },
  'users.changePassword': { on: 'all', input: () => ({ current: 'wrong-one', next: 'a-new-password' }) },
  'users.sessions': none,
  'users.revokeSession': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => {
      const holder = ofAnother ? await buildUser(app) : caller;
      const session = await app.deps.database.read.row<{ id: string }>(
        sql`select max(id) as id from session where userId = ${holder.id}`,
      );
      return { id: session!.id };
    },
  },
  'users.colleagues': none,
  'users.list': none,
  'users.create': {
    on: 'all',
    input: ({ caller }) => ({
      login: `new${randomUUID()}`,
      password: 'long-enough',
      name: 'Новый',
      roleId: caller.roleId,
    }),
  },
  'users.update': { on: 'all', input: async ({ app }) => ({ ...(await victim(app)), name: 'Другое имя' }) },
  'users.delete': { on: 'all', input: ({ app }) => victim(app) },
  'users.endSessions': { on: 'all', input: async ({ app }) => ({ id: (await victim(app)).id }) },
  'departments.list': none,
  'departments.create': { on: 'all', input: () => ({ name: 'Отдел' }) },
  'departments.update': { on: 'all', input: async ({ app }) => ({ ...(await department(app)), name: 'Другой' }) },
  'departments.delete': { on: 'all', input: ({ app }) => department(app) },
  'roles.list': none,
  'roles.create': { on: 'all', input: () => ({ name: 'Новая', grants: {} }) },
  'roles.update': { on: 'all', input: async ({ app }) => ({ ...(await role(app)), name: 'Другая' }) },
  'roles.delete': { on: 'all', input: ({ app }) => role(app) },
  'absences.list': none,
  'absences.create': { on: 'all', input: () => ({ from: '2026-04-01', to: '2026-04-02' }) },
  'absences.delete': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => {
      const userId = ofAnother ? (await buildUser(app)).id : caller.id;
      const { id } = await app.write((ctx) =>
        insertRecord(ctx, Absence, { userId, fromDay: '2026-04-01', toDay: '2026-04-02', reason: null }),
      );
      return { id, version: 1 };
    },
  },
  'calendars.list': { on: 'all', input: () => ({ year: 2026 }) },
  'calendars.set': { on: 'all', input: () => ({ country: 'RU', date: '2026-07-01', kind: 'holiday' }) },
  'calendars.clear': { on: 'all', input: () => ({ country: 'RU', date: '2026-01-01' }) },
  'cities.find': none,
  'companies.list': none,
  'companies.count': none,
  'companies.cities': none,
  'companies.lookalikes': { on: 'all', input: () => ({ name: 'Ромашка' }) },
  'companies.birthdays': none,
  'companies.create': { on: 'all', input: () => ({ name: `Новая ${randomUUID()}` }) },
  'companies.card': { on: 'company', input: onCompany },
  'companies.update': { on: 'company', input: (given) => ({ ...onCompany(given), version: 1, notes: 'Пометка' }) },
  'companies.delete': { on: 'company', input: (given) => ({ ...onCompany(given), version: 1 }) },
  'companies.assign': {
    on: 'company',
    input: ({ company, missing, caller }) => ({ ids: [missing ? gone : company.id], ownerId: caller.id }),
  },
  'companies.changes': { on: 'company', input: onCompany },
  'contacts.create': { on: 'company', input: (given) => ({ ...inCompany(given), name: 'Пётр' }) },
  'contacts.update': { on: 'company', input: async (given) => ({ ...(await onContact(given)), name: 'Пётр' }) },
  'contacts.delete': { on: 'company', input: onContact },
  'legalEntities.create': { on: 'company', input: (given) => ({ ...inCompany(given), name: 'ООО «Василёк»' }) },
  'legalEntities.update': {
    on: 'company',
    input: async (given) => ({ ...(await onLegalEntity(given)), name: 'АО «Ромашка»' }),
  },
  'legalEntities.delete': { on: 'company', input: onLegalEntity },
  'consignees.create': { on: 'company', input: (given) => ({ ...inCompany(given), name: 'Склад', address: 'Казань' }) },
  'consignees.update': { on: 'company', input: async (given) => ({ ...(await onConsignee(given)), name: 'Склад 2' }) },
  'consignees.delete': { on: 'company', input: onConsignee },
  'views.list': none,
  'views.create': { on: 'all', input: () => ({ list: 'companies', name: 'Мои', query: {} }) },
  'views.delete': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => {
      const userId = ofAnother ? (await buildUser(app)).id : caller.id;
      const { id } = await app.write((ctx) =>
        insertRecord(ctx, SavedView, { userId, list: 'companies', name: 'Вид', query: {}, shared: false }),
      );
      return { id, version: 1 };
    },
  },
  'registry.find': { on: 'all', input: () => ({ inn: '7707083893' }) },
  'activities.log': { on: 'company', input: (given) => ({ ...inCompany(given), kind: 'call', note: 'Поговорили' }) },
  'activities.update': { on: 'company', input: async (given) => ({ ...(await onActivity(given)), note: 'Другое' }) },
  'activities.delete': { on: 'company', input: onActivity },
  'activities.timeline': { on: 'company', input: inCompany },
  'activities.planned': none,
  'activities.callList': none,
  'activities.callCounts': none,
  'activities.presets': { on: 'company', input: inCompany },
  'outcomes.list': none,
  'outcomes.create': { on: 'all', input: () => ({ kind: 'call', name: 'Итог' }) },
  'outcomes.update': {
    on: 'all',
    input: async ({ app }) => {
      const outcome = await app.deps.database.read.row<{ id: string; version: number }>(
        sql`select min(id) as id from outcome`,
      );
      const { version } = (await app.deps.database.read.row<{ version: number }>(
        sql`select version from outcome where id = ${outcome!.id}`,
      ))!;
      return { id: outcome!.id, version, name: `Итог ${version}` };
    },
  },
  'documents.list': { on: 'company', input: inCompany },
  'documents.file': {
    on: 'company',
    input: async ({ app, company, missing }) => ({ id: missing ? gone : (await buildDocument(app, company)).id }),
  },
  'documents.delete': {
    on: 'company',
    input: async ({ app, company, missing }) => ({
      id: missing ? gone : (await buildDocument(app, company)).id,
      version: 1,
    }),
  },
  'documentCategories.list': none,
  'documentCategories.create': { on: 'all', input: () => ({ name: 'Чертежи' }) },
  'documentCategories.update': {
    on: 'all',
    input: async ({ app }) => {
      const { id, version } = await app.write((ctx) =>
        insertRecord(ctx, DocumentCategory, {
          name: 'Эскизы',
          position: 1,
          archived: false,
          code: null,
          neededForDeals: false,
        }),
      );
      return { id, version, name: 'Наброски' };
    },
  },
  'mail.lookUp': { on: 'all', input: () => ({ people: [{ address: 'ivanova@romashka.example' }] }) },
  'mail.state': { on: 'all', input: () => ({ key: '<1@romashka.example>' }) },
  'mail.readSignature': { on: 'all', input: () => ({ text: 'Иванова', from: { address: 'a@romashka.example' } }) },
  'mail.log': {
    on: 'company',
    input: (given) => ({
      ...inCompany(given),
      key: `<${randomUUID()}@romashka.example>`,
      from: { address: 'ivanova@romashka.example' },
      to: [],
      at: '2026-03-12T08:00:00.000Z',
    }),
  },
  'mail.unlog': {
    on: 'company',
    input: async ({ app, company, missing }) => ({
      id: missing ? gone : (await buildMail(app, company)).id,
      version: 1,
    }),
  },
  'mail.get': {
    on: 'company',
    input: async ({ app, company, missing }) => ({
      activityId: missing ? gone : (await buildMail(app, company)).activityId,
    }),
  },
  'mail.bind': { on: 'all', input: () => ({ pending: `pending:${randomUUID()}`, key: '<2@romashka.example>' }) },
  'mail.choose': {
    on: 'company',
    input: (given) => ({ ...inCompany(given), address: 'ivanova@romashka.example' }),
  },
  'mailRules.list': none,
  'mailRules.create': { on: 'all', input: () => ({ kind: 'never', value: 'lawyer.example' }) },
  'mailRules.delete': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => {
      const userId = ofAnother ? (await buildUser(app)).id : caller.id;
      return { id: (await buildMailRule(app, { userId })).id, version: 1 };
    },
  },
  'imports.list': none,
  'imports.get': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => ({
      id: (await buildImport(app, ofAnother ? await buildUser(app) : caller)).id,
    }),
  },
  'imports.rows': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => ({
      id: (await buildImport(app, ofAnother ? await buildUser(app) : caller)).id,
    }),
  },
  'imports.start': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => ({
      id: (await buildImport(app, ofAnother ? await buildUser(app) : caller)).id,
      dryRun: true,
      mapping: { 0: 'name', 1: 'inn' },
    }),
  },
  'imports.cancel': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => ({
      id: (await buildImport(app, ofAnother ? await buildUser(app) : caller)).id,
    }),
  },
  'exports.start': none,
  'exports.get': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => ({
      id: (await buildExport(app, ofAnother ? await buildUser(app) : caller)).id,
    }),
  },
  'exports.cancel': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => ({
      id: (await buildExport(app, ofAnother ? await buildUser(app) : caller)).id,
    }),
  },
  'exports.file': {
    on: 'self',
    input: async ({ app, caller, ofAnother }) => ({
      id: (await buildExport(app, ofAnother ? await buildUser(app) : caller)).id,
    }),
  },
  'system.undo': { on: 'self', input: () => ({ changeId: gone }) },
  'system.jobs': none,
  'system.retryJob': {
    on: 'all',
    input: async ({ app }) => {
      const now = app.clock.now();
      const id = newId(now);
      await app.write((ctx) =>
        insertRows(ctx.db, JobRow, [
          {
            id,
            kind: 'x',
            payload: {},
            status: 'failed',
            attempts: 1,
            runAt: now,
            leaseUntil: null,
            lease: null,
            error: 'x',
            lane: null,
            runningLane: null,
            createdAt: now,
            finishedAt: now,
          },
        ]),
      );
      return { id };
    },
  },
  'system.audit': none,
};

/** Uploads are checked by hand below: their body is a file. */
const byHand = new Set([
  'imports.upload',
  'documents.upload',
  'deals.upload',
  'catalog.readFile',
  'offerTemplate.upload',
  'reports.upload',
]);

const reach = (grants: Grants, permission: string, relation: Relation): boolean => {
  const scope = grants[permission as keyof Grants];
  if (scope === 'all') return true;
  if (scope === 'department') return relation === 'own' || relation === 'colleague';
  return scope === 'own' && relation === 'own';
};

describe('rights', () => {
  let app: TestApp;
  const callers = new Map<string, Person>();
  const owners = new Map<Relation, string | null>();

  beforeAll(async () => {
    app = await testApp();
    const west = await buildDepartment(app, 'Запад');
    const east = await buildDepartment(app, 'Восток');
    owners.set('colleague', (await buildUser(app, { departmentId: west.id })).id);
    owners.set('stranger', (await buildUser(app, { departmentId: east.id })).id);
    owners.set('nobody', null);
    for (const { code } of builtInRoles) callers.set(code, await buildUser(app, { role: code, departmentId: west.id }));
  });
  afterAll(() => app.close());

  const endpoints = modules.routes.map((route) => route.endpoint);

  test('every route has its example, and every example its route', () => {
    const ids = endpoints.filter(({ access, id }) => access !== 'public' && !byHand.has(id)).map(({ id }) => id);
    expect(Object.keys(examples).sort()).toEqual(ids.sort());
  });

  for (const endpoint of endpoints) {
    const example = examples[endpoint.id];
    if (!example) continue;

    test(`${endpoint.id}: nobody without a session`, async () => {
      const path = endpoint.path.replaceAll(/\{\w+\}/g, gone);
      expect(
        (
          await app.http(
            endpoint.method,
            path,
            endpoint.method === 'GET' || endpoint.method === 'DELETE' ? {} : { body: {} },
          )
        ).status,
      ).toBe(401);
      expect(
        (
          await app.http(endpoint.method, path, {
            token: 'made-up',
            ...(endpoint.method === 'GET' || endpoint.method === 'DELETE' ? {} : { body: {} }),
          })
        ).status,
      ).toBe(401);
    });

    for (const { code, grants } of builtInRoles)
      test(`${endpoint.id} by ${code}`, async () => {
        const held = endpoint.access === 'signedIn' || endpoint.access in grants;
        const cases: (Relation | 'all' | 'self' | 'another')[] =
          example.on === 'company' ? relations : example.on === 'self' ? ['self', 'another'] : ['all'];
        for (const relation of cases) {
          // A caller of his own for what ends sessions or changes him.
          const caller = endpoint.id.startsWith('users.')
            ? await buildUser(app, { role: code, departmentId: callers.get(code)!.departmentId })
            : callers.get(code)!;
          const ownerId =
            relation === 'own' || !owners.has(relation as Relation) ? caller.id : owners.get(relation as Relation)!;
          const company = await buildCompany(app, { ownerId });
          const given = { app, caller, company, missing: relation === 'missing', ofAnother: relation === 'another' };
          const { status, body } = await app.call(endpoint, (await example.input(given)) as never, caller.token);
          const outcome = { relation, status, code: (body as { code?: string }).code };

          if (!held) expect(outcome).toMatchObject({ relation, status: 403 });
          else if (example.on === 'company') {
            if (relation === 'missing' || !reach(grants, 'companies.read', relation as Relation))
              expect(outcome).toMatchObject({ relation, status: 404 });
            else if (
              !reach(grants, endpoint.access === 'signedIn' ? 'companies.read' : endpoint.access, relation as Relation)
            )
              expect(outcome).toMatchObject({ relation, status: 403 });
            else expect(outcome).toMatchObject({ relation, status: 200 });
          } else if (relation === 'another') {
            // The administrator of people keeps everybody's absences; everything else of another's does not exist.
            if (endpoint.id === 'absences.delete' && 'users.manage' in grants) expect(status).toBe(200);
            else expect(outcome).toMatchObject({ relation, status: 404 });
          } else expect([401, 403]).not.toContain(status);
        }
      });
  }
});
