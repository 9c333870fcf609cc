import { entity, flag, id, instant, integer, json, localDate, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import type { Grants, locales, themes, userStatuses } from './users.contract';

export interface User extends Recorded {
  login: string;
  /** Lower case: logins differ by more than case. */
  loginKey: string;
  passwordHash: string;
  mustChangePassword: boolean;
  name: string;
  email: string | null;
  phone: string | null;
  roleId: string;
  departmentId: string | null;
  timeZone: string;
  locale: (typeof locales)[number];
  theme: (typeof themes)[number];
  status: (typeof userStatuses)[number];
  lastSeenAt: Date | null;
  /** The Microsoft account that is his: `<tenant id>:<object id>`. */
  entraKey: string | null;
  createdAt: Date;
  deletedAt: Date | null;
}

export const User = entity<User>({
  name: 'user_account',
  columns: {
    id: id(),
    version: integer(),
    login: text(100),
    loginKey: text(140),
    passwordHash: text(300),
    mustChangePassword: flag(),
    name: text(120),
    email: nullable(text(200)),
    phone: nullable(text(40)),
    roleId: id(),
    departmentId: nullable(id()),
    timeZone: text(64),
    locale: text(5),
    theme: text(10),
    status: text(10),
    lastSeenAt: nullable(instant()),
    entraKey: nullable(text(80)),
    createdAt: instant(),
    deletedAt: nullable(instant()),
  },
  audit: { secret: ['passwordHash'], silent: ['loginKey', 'lastSeenAt', 'createdAt'] },
});

export interface Role extends Recorded {
  /** `administrator`, `manager`, …; `custom` for the administrator's own. */
  code: string;
  name: string;
  /** Read with every request, so it stands in one place with the role. */
  grants: Grants;
  /** The permissions it has been offered; null before there were any but those of the first version. */
  knownPermissions: string[] | null;
}

export const Role = entity<Role>({
  name: 'role',
  columns: {
    id: id(),
    version: integer(),
    code: text(40),
    name: text(120),
    grants: json(),
    knownPermissions: nullable(json()),
  },
  audit: { silent: ['knownPermissions'] },
});

export interface Department extends Recorded {
  name: string;
}

export const Department = entity<Department>({
  name: 'department',
  columns: { id: id(), version: integer(), name: text(120) },
});

export interface Absence extends Recorded {
  userId: string;
  fromDay: string;
  toDay: string;
  reason: string | null;
}

export const Absence = entity<Absence>({
  name: 'absence',
  columns: {
    id: id(),
    version: integer(),
    userId: id(),
    fromDay: localDate(),
    toDay: localDate(),
    reason: nullable(text(200)),
  },
  audit: { scope: 'userId' },
});

/** Not a record of the business: sessions come and go without history. */
export interface Session {
  id: string;
  userId: string;
  /** SHA-256 of the token; the token itself is nowhere. */
  tokenHash: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  device: string | null;
}

export const Session = entity<Session>({
  name: 'session',
  columns: {
    id: id(),
    userId: id(),
    tokenHash: text(64),
    createdAt: instant(),
    lastUsedAt: instant(),
    expiresAt: instant(),
    device: nullable(text(300)),
  },
});
