import { z } from 'zod';
import {
  cappedCount,
  deleteInput,
  done,
  endpoint,
  idInput,
  instant,
  localDate,
  minuteOfDay,
  optionalText,
  page,
  pageInput,
  personRef,
  queryFlag,
  queryInteger,
  requiredText,
  versionInput,
} from '../../kernel/endpoint';
import { activityKinds } from '../activities/activity-kinds';
import { countries } from '../working-time/working-time.contract';

/** `pool` is the common base, «Общая база»; a company becomes `client` when a contract is concluded. */
export const companyStatuses = ['pool', 'client'] as const;
export type CompanyStatus = (typeof companyStatuses)[number];
/** How much the company can buy, judged by the manager. */
export const purchasingPowers = ['high', 'medium', 'low', 'unknown'] as const;
/** What a person does in a purchase: закупает, решает, платит, прочее. */
export const contactRoles = ['buys', 'decides', 'pays', 'other'] as const;
export type ContactRole = (typeof contactRoles)[number];

// Phones and e-mails -----------------------------------------------------------------------------------------------

/** A phone as it was written; `e164` is what machines dial, null when the writing is not a phone number. */
export const phoneView = z.object({
  text: z.string(),
  e164: z.string().nullable(),
  extension: z.string().nullable(),
});
export type PhoneView = z.infer<typeof phoneView>;
const phonesInput = z.array(requiredText(80)).max(20);
const emailsInput = z.array(z.email().max(200)).max(20);

// Contacts ---------------------------------------------------------------------------------------------------------

/** A birthday; the year may be unknown. */
export const birthday = z
  .object({
    day: z.number().int().min(1).max(31),
    month: z.number().int().min(1).max(12),
    year: z.number().int().min(1900).max(2100).nullable(),
  })
  .refine(
    ({ day, month, year }) => day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate(),
    'companies.birthdayNotADate',
  );
export type Birthday = z.infer<typeof birthday>;

export const contactView = z.object({
  id: z.string(),
  version: z.number().int(),
  companyId: z.string(),
  name: z.string(),
  position: z.string().nullable(),
  roles: z.array(z.enum(contactRoles)),
  birthday: birthday.nullable(),
  phones: z.array(phoneView),
  emails: z.array(z.string()),
  note: z.string().nullable(),
  main: z.boolean(),
});
export type ContactView = z.infer<typeof contactView>;

const contactFields = {
  name: requiredText(200),
  position: optionalText(200),
  roles: z.array(z.enum(contactRoles)).max(4),
  birthday: birthday.nullable(),
  phones: phonesInput,
  emails: emailsInput,
  note: optionalText(2000),
  main: z.boolean(),
};

export const createContact = endpoint({
  id: 'contacts.create',
  method: 'POST',
  path: '/api/companies/{companyId}/contacts',
  access: 'companies.update',
  summary: 'Add a contact person',
  input: z.object({ companyId: idInput, ...partial(contactFields), name: contactFields.name }),
  output: contactView,
});

export const updateContact = endpoint({
  id: 'contacts.update',
  method: 'PATCH',
  path: '/api/contacts/{id}',
  access: 'companies.update',
  summary: 'Change a contact person',
  input: z.object({ id: idInput, version: versionInput, ...partial(contactFields) }),
  output: contactView,
});

export const deleteContact = endpoint({
  id: 'contacts.delete',
  method: 'DELETE',
  path: '/api/contacts/{id}',
  access: 'companies.update',
  summary: 'Remove a contact person; his history stays',
  input: deleteInput,
  output: done,
});

// Legal entities ---------------------------------------------------------------------------------------------------

export const bankAccount = z.object({
  bik: z.string(),
  account: z.string(),
  corrAccount: z.string().nullable(),
  bankName: z.string().nullable(),
});
export type BankAccount = z.infer<typeof bankAccount>;

const bankAccountInput = z.object({
  bik: z
    .string()
    .trim()
    .regex(/^\d{9}$/, 'companies.bikDigits'),
  account: z
    .string()
    .trim()
    .regex(/^\d{20}$/, 'companies.accountDigits'),
  corrAccount: optionalText(20),
  bankName: optionalText(250),
});

export const legalEntityView = z.object({
  id: z.string(),
  version: z.number().int(),
  companyId: z.string(),
  name: z.string(),
  inn: z.string().nullable(),
  kpp: z.string().nullable(),
  ogrn: z.string().nullable(),
  legalAddress: z.string().nullable(),
  actualAddress: z.string().nullable(),
  director: z.string().nullable(),
  main: z.boolean(),
  accounts: z.array(bankAccount),
  /** What is doubtful about the numbers (imports keep dirty data and say so): field → code. */
  doubts: z.record(z.string(), z.string()),
});
export type LegalEntityView = z.infer<typeof legalEntityView>;

const legalEntityFields = {
  name: requiredText(500),
  inn: optionalText(12),
  kpp: optionalText(9),
  ogrn: optionalText(15),
  legalAddress: optionalText(500),
  actualAddress: optionalText(500),
  director: optionalText(200),
  main: z.boolean(),
  accounts: z.array(bankAccountInput).max(20),
};

export const createLegalEntity = endpoint({
  id: 'legalEntities.create',
  method: 'POST',
  path: '/api/companies/{companyId}/legal-entities',
  access: 'companies.update',
  summary: 'Add requisites; check digits are enforced, the same INN and KPP may stand in one company only',
  input: z.object({ companyId: idInput, ...partial(legalEntityFields), name: legalEntityFields.name }),
  output: legalEntityView,
});

export const updateLegalEntity = endpoint({
  id: 'legalEntities.update',
  method: 'PATCH',
  path: '/api/legal-entities/{id}',
  access: 'companies.update',
  summary: 'Change requisites',
  input: z.object({ id: idInput, version: versionInput, ...partial(legalEntityFields) }),
  output: legalEntityView,
});

export const deleteLegalEntity = endpoint({
  id: 'legalEntities.delete',
  method: 'DELETE',
  path: '/api/legal-entities/{id}',
  access: 'companies.update',
  summary: 'Remove requisites',
  input: deleteInput,
  output: done,
});

// Consignees -------------------------------------------------------------------------------------------------------

export const consigneeView = z.object({
  id: z.string(),
  version: z.number().int(),
  companyId: z.string(),
  name: z.string(),
  kpp: z.string().nullable(),
  address: z.string(),
  city: z.string().nullable(),
  timeZone: z.string().nullable(),
  contactName: z.string().nullable(),
  phone: phoneView.nullable(),
  note: z.string().nullable(),
});
export type ConsigneeView = z.infer<typeof consigneeView>;

const consigneeFields = {
  name: requiredText(300),
  kpp: optionalText(9),
  address: requiredText(500),
  city: optionalText(100),
  timeZone: optionalText(64),
  contactName: optionalText(200),
  phone: optionalText(80),
  note: optionalText(2000),
};

export const createConsignee = endpoint({
  id: 'consignees.create',
  method: 'POST',
  path: '/api/companies/{companyId}/consignees',
  access: 'companies.update',
  summary: 'Add a consignee with its own address and KPP',
  input: z.object({
    companyId: idInput,
    ...partial(consigneeFields),
    name: consigneeFields.name,
    address: consigneeFields.address,
  }),
  output: consigneeView,
});

export const updateConsignee = endpoint({
  id: 'consignees.update',
  method: 'PATCH',
  path: '/api/consignees/{id}',
  access: 'companies.update',
  summary: 'Change a consignee',
  input: z.object({ id: idInput, version: versionInput, ...partial(consigneeFields) }),
  output: consigneeView,
});

export const deleteConsignee = endpoint({
  id: 'consignees.delete',
  method: 'DELETE',
  path: '/api/consignees/{id}',
  access: 'companies.update',
  summary: 'Remove a consignee',
  input: deleteInput,
  output: done,
});

// Companies --------------------------------------------------------------------------------------------------------

/** When the company answers the phone, by its own clock. `days` is a bit mask, Monday = 1 … Sunday = 64. */
export const workingHours = z.object({
  from: minuteOfDay,
  to: minuteOfDay,
  breakFrom: minuteOfDay.nullable(),
  breakTo: minuteOfDay.nullable(),
  days: z.number().int().min(1).max(127),
});
export type WorkingHours = z.infer<typeof workingHours>;

/** The earliest planned activity: the company's next contact. */
export const nextContactView = z.object({
  activityId: z.string(),
  at: instant,
  kind: z.enum(activityKinds),
  postponed: z.number().int(),
});
export type NextContactView = z.infer<typeof nextContactView>;

export const companyRow = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  status: z.enum(companyStatuses),
  owner: personRef.nullable(),
  inn: z.string().nullable(),
  city: z.string().nullable(),
  timeZone: z.string(),
  phone: phoneView.nullable(),
  nextContact: nextContactView.nullable(),
  lastContactAt: instant.nullable(),
  purchasingPower: z.enum(purchasingPowers),
  updatedAt: instant,
});
export type CompanyRow = z.infer<typeof companyRow>;

/** What the filter builder may ask. Every field is optional; all given ones must hold. Lists are comma separated. */
export const companyFilterFields = {
  /** Name, INN, phone, e-mail, contact person: parts of words and numbers, in any order. */
  search: z.string().trim().max(200).optional(),
  status: z.enum(companyStatuses).optional(),
  /** User ids separated by commas; `none` is the unassigned ones. */
  owner: z.string().max(2000).optional(),
  /** City names separated by commas. */
  city: z.string().max(2000).optional(),
  region: z.string().max(200).optional(),
  country: z.enum(countries).optional(),
  timeZone: z.string().max(64).optional(),
  purchasingPower: z.enum(purchasingPowers).optional(),
  inn: z.string().trim().max(12).optional(),
  contactRole: z.enum(contactRoles).optional(),
  /** Next contact on or after / on or before a date, by the reader's clock. */
  nextFrom: localDate.optional(),
  nextTo: localDate.optional(),
  /** Has no next contact set. */
  noNext: queryFlag.optional(),
  postponedAtLeast: queryInteger.pipe(z.number().min(1)).optional(),
  /** No done activity for at least so many days (or never). */
  silentDays: queryInteger.pipe(z.number().min(0).max(10000)).optional(),
  createdFrom: localDate.optional(),
  createdTo: localDate.optional(),
  source: z.string().max(100).optional(),
  /** Its clock says working hours right now. */
  callableNow: queryFlag.optional(),
};

export const companySorts = ['name', 'nextContact', 'lastContact', 'created'] as const;

export const listCompanies = endpoint({
  id: 'companies.list',
  method: 'GET',
  path: '/api/companies',
  access: 'companies.read',
  summary: 'Companies the reader may see, searched, filtered, a page at a time',
  input: z.object({ ...companyFilterFields, sort: z.enum(companySorts).default('name'), ...pageInput }),
  output: page(companyRow),
});

export const countCompanies = endpoint({
  id: 'companies.count',
  method: 'GET',
  path: '/api/companies/count',
  access: 'companies.read',
  summary: 'How many companies the same filter finds: capped at 1000, or exact',
  input: z.object({ ...companyFilterFields, exact: queryFlag.default(false) }),
  output: cappedCount,
});

export const companyCities = endpoint({
  id: 'companies.cities',
  method: 'GET',
  path: '/api/companies/cities',
  access: 'companies.read',
  summary: 'Cities that companies stand in, for the filter',
  input: z.object({}),
  output: z.object({ rows: z.array(z.string()) }),
});

/** Whether one may call now, and until or from when, by the company's own clock and its country's calendar. */
export const callWindow = z.object({
  callable: z.boolean(),
  /** When that changes next. */
  changesAt: instant.nullable(),
});
export type CallWindow = z.infer<typeof callWindow>;

export const companyView = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  status: z.enum(companyStatuses),
  owner: personRef.nullable(),
  assignedSince: instant.nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  country: z.enum(countries),
  timeZone: z.string(),
  address: z.string().nullable(),
  site: z.string().nullable(),
  phones: z.array(phoneView),
  emails: z.array(z.string()),
  hours: workingHours,
  callWindow,
  purchasingPower: z.enum(purchasingPowers),
  /** What it spends a year on what we sell, kopecks. */
  annualPurchases: z.number().int().nullable(),
  purchasingNote: z.string().nullable(),
  notes: z.string().nullable(),
  source: z.string().nullable(),
  nextContact: nextContactView.nullable(),
  /** Why there is no next contact, when the manager said so. */
  noNextReason: z.string().nullable(),
  lastContactAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  can: z.object({
    update: z.boolean(),
    delete: z.boolean(),
    assign: z.boolean(),
    logActivity: z.boolean(),
  }),
});
export type CompanyView = z.infer<typeof companyView>;

const companyFields = {
  name: requiredText(250),
  status: z.enum(companyStatuses),
  city: optionalText(100),
  region: optionalText(100),
  country: z.enum(countries),
  /** IANA; when left out it follows the city. */
  timeZone: z.string().max(64),
  address: optionalText(500),
  site: optionalText(250),
  phones: phonesInput,
  emails: emailsInput,
  hours: workingHours.refine(
    (h) =>
      h.from < h.to &&
      (h.breakFrom === null) === (h.breakTo === null) &&
      (h.breakFrom === null ||
        h.breakTo === null ||
        (h.from <= h.breakFrom && h.breakFrom < h.breakTo && h.breakTo <= h.to)),
    'companies.hoursOrder',
  ),
  purchasingPower: z.enum(purchasingPowers),
  annualPurchases: z.number().int().min(0).nullable(),
  purchasingNote: optionalText(2000),
  notes: optionalText(10000),
  source: optionalText(100),
};

export const createCompany = endpoint({
  id: 'companies.create',
  method: 'POST',
  path: '/api/companies',
  access: 'companies.create',
  summary: 'Create a company; it becomes the creator’s unless another owner, or none, is named',
  input: z.object({
    ...partial(companyFields),
    name: companyFields.name,
    ownerId: idInput.nullable().optional(),
    /** Requisites in one go. */
    inn: optionalText(12),
    kpp: optionalText(9),
    ogrn: optionalText(15),
    contacts: z
      .array(z.object({ ...partial(contactFields), name: contactFields.name }))
      .max(50)
      .optional(),
  }),
  output: z.lazy(() => companyCard),
});

export const updateCompany = endpoint({
  id: 'companies.update',
  method: 'PATCH',
  path: '/api/companies/{id}',
  access: 'companies.update',
  summary: 'Change a company; a stale version is refused with the current values',
  input: z.object({
    id: idInput,
    version: versionInput,
    ...partial(companyFields),
    noNextReason: optionalText(300).optional(),
  }),
  output: companyView,
});

export const deleteCompany = endpoint({
  id: 'companies.delete',
  method: 'DELETE',
  path: '/api/companies/{id}',
  access: 'companies.delete',
  summary: 'Delete a company; its history is kept and it can be brought back',
  input: deleteInput,
  output: done,
});

export const assignCompanies = endpoint({
  id: 'companies.assign',
  method: 'POST',
  path: '/api/companies/assign',
  access: 'companies.assign',
  summary: 'Hand companies over to a manager, or to nobody, with their planned activities',
  input: z.object({
    ids: z.array(idInput).min(1).max(1000),
    ownerId: idInput.nullable(),
    why: optionalText(300),
  }),
  output: z.object({ assigned: z.number().int(), unchanged: z.number().int() }),
});

/** An activity as the timeline shows it. */
export const activityView = z.object({
  id: z.string(),
  version: z.number().int(),
  companyId: z.string(),
  contact: personRef.nullable(),
  kind: z.enum(activityKinds),
  status: z.enum(['planned', 'done', 'cancelled']),
  /** When it is planned for, or when it was done. */
  at: instant,
  /** When it was planned for, if it was planned. */
  plannedAt: instant.nullable(),
  outcome: z.object({ id: z.string(), name: z.string() }).nullable(),
  note: z.string().nullable(),
  minutes: z.number().int().nullable(),
  postponed: z.number().int(),
  pinned: z.boolean(),
  /** Whose it is to do, or who did it. */
  owner: personRef.nullable(),
  author: personRef.nullable(),
  can: z.object({ update: z.boolean(), delete: z.boolean() }),
});
export type ActivityView = z.infer<typeof activityView>;

export const assignmentView = z.object({
  owner: personRef.nullable(),
  from: instant,
  to: instant.nullable(),
  by: personRef.nullable(),
  why: z.string().nullable(),
});

/** The whole card in one answer. */
export const companyCard = companyView.extend({
  contacts: z.array(contactView),
  legalEntities: z.array(legalEntityView),
  consignees: z.array(consigneeView),
  planned: z.array(activityView).describe('Planned activities, the earliest first'),
  pinned: z.array(activityView),
  activities: z.array(activityView).describe('The last 20 done activities, the newest first'),
  activitiesNext: z.string().nullable().describe('`after` for the rest of the timeline'),
  assignments: z.array(assignmentView),
});
export type CompanyCard = z.infer<typeof companyCard>;

export const getCompany = endpoint({
  id: 'companies.card',
  method: 'GET',
  path: '/api/companies/{id}',
  access: 'companies.read',
  summary: 'The whole card: company, contacts, requisites, consignees, planned, the last 20 activities',
  input: z.object({ id: idInput }),
  output: companyCard,
});

export const changeView = z.object({
  id: z.string(),
  at: instant,
  by: personRef.nullable(),
  entity: z.string(),
  recordId: z.string(),
  action: z.enum(['create', 'update', 'delete', 'restore']),
  /** field → [old, new] */
  fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
});
export type ChangeView = z.infer<typeof changeView>;

export const companyChanges = endpoint({
  id: 'companies.changes',
  method: 'GET',
  path: '/api/companies/{id}/changes',
  access: 'companies.read',
  summary: 'Who changed what on the card, from what to what, newest first',
  input: z.object({ id: idInput, ...pageInput }),
  output: page(changeView),
});

/** A company that looks like the one being entered. `blocking`: the same INN and KPP, it cannot be created twice. */
export const lookalike = z.object({
  id: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  owner: personRef.nullable(),
  /** Whether the reader may open it. */
  visible: z.boolean(),
  because: z.array(z.enum(['inn', 'name', 'phone', 'emailDomain'])),
  blocking: z.boolean(),
});
export type Lookalike = z.infer<typeof lookalike>;

export const findLookalikes = endpoint({
  id: 'companies.lookalikes',
  method: 'GET',
  path: '/api/companies/lookalikes',
  access: 'companies.create',
  summary: 'Companies with the same INN, name, phone or corporate mail domain, before a second one is created',
  input: z.object({
    name: z.string().trim().max(250).optional(),
    inn: z.string().trim().max(12).optional(),
    kpp: z.string().trim().max(9).optional(),
    phone: z.string().trim().max(80).optional(),
    email: z.string().trim().max(200).optional(),
  }),
  output: z.object({ rows: z.array(lookalike) }),
});

export const birthdayRow = z.object({
  contactId: z.string(),
  name: z.string(),
  position: z.string().nullable(),
  company: z.object({ id: z.string(), name: z.string() }),
  birthday,
  /** The day it is kept this time; 29 February is kept on 28 February in a common year. */
  date: localDate,
  /** Years reached, when the year is known. */
  age: z.number().int().nullable(),
});
export type BirthdayRow = z.infer<typeof birthdayRow>;

export const listBirthdays = endpoint({
  id: 'companies.birthdays',
  method: 'GET',
  path: '/api/birthdays',
  access: 'companies.read',
  summary: 'Birthdays of contact persons in the coming days',
  input: z.object({
    days: queryInteger.pipe(z.number().min(1).max(60)).default(14),
    owner: idInput.optional(),
  }),
  output: z.object({ rows: z.array(birthdayRow) }),
});

// Saved views ------------------------------------------------------------------------------------------------------

export const savedView = z.object({
  id: z.string(),
  version: z.number().int(),
  list: z.enum(['companies', 'calls']),
  name: z.string(),
  /** The list's query parameters. */
  query: z.record(z.string(), z.string()),
  shared: z.boolean(),
  mine: z.boolean(),
});
export type SavedView = z.infer<typeof savedView>;

export const listViews = endpoint({
  id: 'views.list',
  method: 'GET',
  path: '/api/views',
  access: 'signedIn',
  summary: 'Own saved filters and those shared with everybody',
  input: z.object({}),
  output: z.object({ rows: z.array(savedView) }),
});

export const createView = endpoint({
  id: 'views.create',
  method: 'POST',
  path: '/api/views',
  access: 'signedIn',
  summary: 'Save a filter; sharing it takes the right to',
  input: z.object({
    list: z.enum(['companies', 'calls']),
    name: requiredText(80),
    query: z.record(z.string().max(40), z.string().max(2000)),
    shared: z.boolean().default(false),
  }),
  output: savedView,
});

export const deleteView = endpoint({
  id: 'views.delete',
  method: 'DELETE',
  path: '/api/views/{id}',
  access: 'signedIn',
  summary: 'Remove a saved filter',
  input: deleteInput,
  output: done,
});

// Registry ---------------------------------------------------------------------------------------------------------

/** What a registry of companies says about an INN. */
export const registryEntry = z.object({
  name: z.string(),
  inn: z.string(),
  kpp: z.string().nullable(),
  ogrn: z.string().nullable(),
  legalAddress: z.string().nullable(),
  director: z.string().nullable(),
  city: z.string().nullable(),
  status: z.enum(['active', 'liquidating', 'liquidated', 'bankrupt', 'reorganizing']),
});
export type RegistryEntry = z.infer<typeof registryEntry>;

export const lookUpRegistry = endpoint({
  id: 'registry.find',
  method: 'GET',
  path: '/api/registry/companies',
  access: 'companies.create',
  summary: 'Requisites by INN from the connected registry; `enabled` is false when none is connected',
  input: z.object({ inn: z.string().trim().min(10).max(12) }),
  output: z.object({ enabled: z.boolean(), standIn: z.boolean(), rows: z.array(registryEntry) }),
});

/** Every field may be left out; what is left out is not touched. */
function partial<T extends Record<string, z.ZodType>>(fields: T): { [K in keyof T]: z.ZodOptional<T[K]> } {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.optional()])) as {
    [K in keyof T]: z.ZodOptional<T[K]>;
  };
}
