import { bigInteger, entity, flag, id, instant, integer, json, longText, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import type { ActivityKind } from '../activities/activity-kinds';
import type { Country } from '../working-time/working-time.contract';
import type { BankAccount, CompanyStatus, ContactRole, PhoneView, purchasingPowers } from './companies.contract';

export interface Company extends Recorded {
  name: string;
  /** The name without legal form and quotes, for order and for finding the same company again. */
  nameKey: string;
  status: CompanyStatus;
  /** The manager of the open assignment; null in the unassigned pool. */
  ownerId: string | null;
  assignedAt: Date | null;
  city: string | null;
  /** As the city is searched for: lower case, ё→е. */
  cityKey: string | null;
  region: string | null;
  country: Country;
  timeZone: string;
  address: string | null;
  site: string | null;
  workFrom: number;
  workTo: number;
  breakFrom: number | null;
  breakTo: number | null;
  workDays: number;
  purchasingPower: (typeof purchasingPowers)[number];
  annualPurchases: number | null;
  purchasingNote: string | null;
  notes: string | null;
  source: string | null;
  noNextReason: string | null;
  phones: PhoneView[];
  emails: string[];
  /** INN of the main requisites, kept here for lists. */
  inn: string | null;
  /** Derived from the activities: the earliest planned one, and the last done one. */
  nextContactAt: Date | null;
  nextContactId: string | null;
  nextContactKind: ActivityKind | null;
  nextPostponed: number;
  lastContactAt: Date | null;
  lastNote: string | null;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

export const Company = entity<Company>({
  name: 'company',
  columns: {
    id: id(),
    version: integer(),
    name: text(250),
    nameKey: text(250),
    status: text(10),
    ownerId: nullable(id()),
    assignedAt: nullable(instant()),
    city: nullable(text(100)),
    cityKey: nullable(text(100)),
    region: nullable(text(100)),
    country: text(2),
    timeZone: text(64),
    address: nullable(text(500)),
    site: nullable(text(250)),
    workFrom: integer(),
    workTo: integer(),
    breakFrom: nullable(integer()),
    breakTo: nullable(integer()),
    workDays: integer(),
    purchasingPower: text(10),
    annualPurchases: nullable(bigInteger()),
    purchasingNote: nullable(text(2000)),
    notes: nullable(longText()),
    source: nullable(text(100)),
    noNextReason: nullable(text(300)),
    phones: json(),
    emails: json(),
    inn: nullable(text(12)),
    nextContactAt: nullable(instant()),
    nextContactId: nullable(id()),
    nextContactKind: nullable(text(20)),
    nextPostponed: integer(),
    lastContactAt: nullable(instant()),
    lastNote: nullable(text(300)),
    createdAt: instant(),
    updatedAt: instant(),
    deletedAt: nullable(instant()),
  },
  audit: {
    silent: [
      'nameKey',
      'cityKey',
      'assignedAt',
      'inn',
      'nextContactAt',
      'nextContactId',
      'nextContactKind',
      'nextPostponed',
      'lastContactAt',
      'lastNote',
      'createdAt',
      'updatedAt',
    ],
  },
});

/** Who had the company from when to when, given by whom and why. The open one has no end. */
export interface Assignment extends Recorded {
  companyId: string;
  ownerId: string | null;
  startedAt: Date;
  endedAt: Date | null;
  assignedBy: string | null;
  why: string | null;
}

export const Assignment = entity<Assignment>({
  name: 'assignment',
  columns: {
    id: id(),
    version: integer(),
    companyId: id(),
    ownerId: nullable(id()),
    startedAt: instant(),
    endedAt: nullable(instant()),
    assignedBy: nullable(id()),
    why: nullable(text(300)),
  },
  audit: { scope: 'companyId' },
});

export interface Contact extends Recorded {
  companyId: string;
  name: string;
  position: string | null;
  roles: ContactRole[];
  birthDay: number | null;
  birthMonth: number | null;
  birthYear: number | null;
  phones: PhoneView[];
  emails: string[];
  note: string | null;
  main: boolean;
  createdAt: Date;
  deletedAt: Date | null;
}

export const Contact = entity<Contact>({
  name: 'contact',
  columns: {
    id: id(),
    version: integer(),
    companyId: id(),
    name: text(200),
    position: nullable(text(200)),
    roles: json(),
    birthDay: nullable(integer()),
    birthMonth: nullable(integer()),
    birthYear: nullable(integer()),
    phones: json(),
    emails: json(),
    note: nullable(text(2000)),
    main: flag(),
    createdAt: instant(),
    deletedAt: nullable(instant()),
  },
  audit: { scope: 'companyId', silent: ['createdAt'] },
});

/**
 * Every phone, e-mail and mail domain of a company and its people in the form they are looked up by, derived from
 * the records: duplicates, the sender of a letter, an incoming call.
 */
export interface ContactPoint {
  id: string;
  companyId: string;
  contactId: string | null;
  kind: 'phone' | 'email' | 'domain';
  value: string;
}

export const ContactPoint = entity<ContactPoint>({
  name: 'contact_point',
  columns: { id: id(), companyId: id(), contactId: nullable(id()), kind: text(10), value: text(200) },
});

export interface LegalEntity extends Recorded {
  companyId: string;
  name: string;
  inn: string | null;
  kpp: string | null;
  ogrn: string | null;
  legalAddress: string | null;
  actualAddress: string | null;
  director: string | null;
  main: boolean;
  accounts: BankAccount[];
  /** `inn|kpp`, unique among the living: the same requisites stand in one company only. */
  requisitesKey: string | null;
  createdAt: Date;
  deletedAt: Date | null;
}

export const LegalEntity = entity<LegalEntity>({
  name: 'legal_entity',
  columns: {
    id: id(),
    version: integer(),
    companyId: id(),
    name: text(500),
    inn: nullable(text(12)),
    kpp: nullable(text(9)),
    ogrn: nullable(text(15)),
    legalAddress: nullable(text(500)),
    actualAddress: nullable(text(500)),
    director: nullable(text(200)),
    main: flag(),
    accounts: json(),
    requisitesKey: nullable(text(22)),
    createdAt: instant(),
    deletedAt: nullable(instant()),
  },
  audit: { scope: 'companyId', silent: ['createdAt', 'requisitesKey'] },
});

export interface Consignee extends Recorded {
  companyId: string;
  name: string;
  kpp: string | null;
  address: string;
  city: string | null;
  timeZone: string | null;
  contactName: string | null;
  phone: PhoneView | null;
  note: string | null;
  createdAt: Date;
  deletedAt: Date | null;
}

export const Consignee = entity<Consignee>({
  name: 'consignee',
  columns: {
    id: id(),
    version: integer(),
    companyId: id(),
    name: text(300),
    kpp: nullable(text(9)),
    address: text(500),
    city: nullable(text(100)),
    timeZone: nullable(text(64)),
    contactName: nullable(text(200)),
    phone: nullable(json()),
    note: nullable(text(2000)),
    createdAt: instant(),
    deletedAt: nullable(instant()),
  },
  audit: { scope: 'companyId', silent: ['createdAt'] },
});

export interface SavedView extends Recorded {
  userId: string;
  list: 'companies' | 'calls';
  name: string;
  query: Record<string, string>;
  shared: boolean;
}

export const SavedView = entity<SavedView>({
  name: 'saved_view',
  columns: {
    id: id(),
    version: integer(),
    userId: id(),
    list: text(20),
    name: text(80),
    query: json(),
    shared: flag(),
  },
  audit: { scope: 'userId' },
});
