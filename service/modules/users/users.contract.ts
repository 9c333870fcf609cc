import { z } from 'zod';
import {
  deleteInput,
  done,
  endpoint,
  idInput,
  instant,
  localDate,
  optionalText,
  queryFlag,
  requiredText,
  scopes,
  versionInput,
} from '../../kernel/endpoint';
import { permissionNames, type Permission } from './permissions';

export const locales = ['ru', 'en'] as const;
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export const userStatuses = ['active', 'blocked'] as const;

/** At least 8 characters; length beats symbol rules (NIST SP 800-63B, 5.1.1.2). */
export const passwordInput = z.string().min(8).max(200);
export const loginInput = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .regex(/^[^\s"'<>]+$/, 'users.loginCharacters');
const timeZone = z.string().min(1).max(64);
const email = z
  .union([z.email().max(200), z.literal('').transform(() => null)])
  .nullish()
  .transform((value) => value ?? null);

/** permission → how far it reaches; what is absent is not held. */
export const grants = z.partialRecord(z.enum(permissionNames as [Permission, ...Permission[]]), z.enum(scopes));
export type Grants = z.infer<typeof grants>;

/** The signed-in user, for the screens: who he is and what he may do. */
export const me = z.object({
  id: z.string(),
  version: z.number().int(),
  login: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  role: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  department: z.object({ id: z.string(), name: z.string() }).nullable(),
  timeZone: z.string(),
  locale: z.enum(locales),
  theme: z.enum(themes),
  mustChangePassword: z.boolean(),
  can: grants,
});
export type Me = z.infer<typeof me>;

export const signIn = endpoint({
  id: 'users.signIn',
  method: 'POST',
  path: '/api/sign-in',
  access: 'public',
  summary: 'Sign in with login and password',
  input: z.object({ login: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }),
  output: z.object({ token: z.string(), expiresAt: instant, user: me }),
});

/** How one may sign in here besides login and password. */
export const signInOptions = endpoint({
  id: 'users.signInOptions',
  method: 'GET',
  path: '/api/sign-in/options',
  access: 'public',
  summary: 'What a client needs to ask Microsoft for a token that is meant for us; null where no tenant is connected',
  input: z.object({}),
  output: z.object({
    microsoft: z
      .object({
        /** A stand-in of Entra ID gives the tokens out: the screen says so. */
        standIn: z.boolean(),
        clientId: z.string(),
        authority: z.string(),
        scope: z.string(),
        /** Where the stand-in gives tokens. */
        tokenUrl: z.string().nullable(),
      })
      .nullable(),
  }),
});
export type MicrosoftOptions = NonNullable<z.infer<typeof signInOptions.output>['microsoft']>;

export const signInMicrosoft = endpoint({
  id: 'users.signInMicrosoft',
  method: 'POST',
  path: '/api/sign-in/microsoft',
  access: 'public',
  summary: 'Sign in with a Microsoft access token for our API (Teams SSO, nested app authentication, pop-up)',
  input: z.object({ token: z.string().min(20).max(20_000), client: optionalText(100) }),
  output: signIn.output,
});

export const signOut = endpoint({
  id: 'users.signOut',
  method: 'POST',
  path: '/api/sign-out',
  access: 'signedIn',
  summary: 'End this session',
  input: z.object({}),
  output: done,
});

export const getMe = endpoint({
  id: 'users.me',
  method: 'GET',
  path: '/api/me',
  access: 'signedIn',
  summary: 'The signed-in user and his rights',
  input: z.object({}),
  output: me,
});

export const updateMe = endpoint({
  id: 'users.updateMe',
  method: 'PATCH',
  path: '/api/me',
  access: 'signedIn',
  summary: 'Change own profile',
  input: z.object({
    version: versionInput,
    name: requiredText(120).optional(),
    email: email.optional(),
    phone: optionalText(40).optional(),
    timeZone: timeZone.optional(),
    locale: z.enum(locales).optional(),
    theme: z.enum(themes).optional(),
  }),
  output: me,
});

export const changePassword = endpoint({
  id: 'users.changePassword',
  method: 'POST',
  path: '/api/me/password',
  access: 'signedIn',
  summary: 'Change own password; other sessions end',
  input: z.object({ current: z.string().min(1).max(200), next: passwordInput }),
  output: done,
});

export const sessionRow = z.object({
  id: z.string(),
  createdAt: instant,
  lastUsedAt: instant,
  device: z.string().nullable(),
  current: z.boolean(),
});

export const listSessions = endpoint({
  id: 'users.sessions',
  method: 'GET',
  path: '/api/me/sessions',
  access: 'signedIn',
  summary: 'Own open sessions',
  input: z.object({}),
  output: z.object({ rows: z.array(sessionRow) }),
});

export const revokeSession = endpoint({
  id: 'users.revokeSession',
  method: 'DELETE',
  path: '/api/me/sessions/{id}',
  access: 'signedIn',
  summary: 'End one of own sessions',
  input: z.object({ id: idInput }),
  output: done,
});

export const colleague = z.object({
  id: z.string(),
  name: z.string(),
  departmentId: z.string().nullable(),
  roleCode: z.string(),
  active: z.boolean(),
});
export type Colleague = z.infer<typeof colleague>;

export const listColleagues = endpoint({
  id: 'users.colleagues',
  method: 'GET',
  path: '/api/colleagues',
  access: 'signedIn',
  summary: 'Names of all users, to pick and to show',
  input: z.object({}),
  output: z.object({ rows: z.array(colleague) }),
});

// Administration ---------------------------------------------------------------------------------------------------

export const userView = z.object({
  id: z.string(),
  version: z.number().int(),
  login: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  roleId: z.string(),
  departmentId: z.string().nullable(),
  timeZone: z.string(),
  locale: z.enum(locales),
  status: z.enum(userStatuses),
  mustChangePassword: z.boolean(),
  lastSeenAt: instant.nullable(),
  microsoft: z.boolean().describe('A Microsoft account is linked'),
  companies: z.number().int().describe('How many companies are assigned to the user'),
});
export type UserView = z.infer<typeof userView>;

export const listUsers = endpoint({
  id: 'users.list',
  method: 'GET',
  path: '/api/users',
  access: 'users.read',
  summary: 'Users, for administration',
  input: z.object({ search: z.string().trim().max(100).optional(), blocked: queryFlag.optional() }),
  output: z.object({ rows: z.array(userView) }),
});

export const createUser = endpoint({
  id: 'users.create',
  method: 'POST',
  path: '/api/users',
  access: 'users.manage',
  summary: 'Create a user; the first password must be changed on the first sign-in',
  input: z.object({
    login: loginInput,
    password: passwordInput,
    name: requiredText(120),
    email: email.optional(),
    phone: optionalText(40).optional(),
    roleId: idInput,
    departmentId: idInput.nullish(),
    timeZone: timeZone.default('Europe/Moscow'),
    locale: z.enum(locales).default('ru'),
  }),
  output: userView,
});

export const updateUser = endpoint({
  id: 'users.update',
  method: 'PATCH',
  path: '/api/users/{id}',
  access: 'users.manage',
  summary: 'Change a user: profile, role, department, blocked or active, a new password',
  input: z.object({
    id: idInput,
    version: versionInput,
    login: loginInput.optional(),
    password: passwordInput.optional(),
    name: requiredText(120).optional(),
    email: email.optional(),
    phone: optionalText(40).optional(),
    roleId: idInput.optional(),
    departmentId: idInput.nullish(),
    timeZone: timeZone.optional(),
    locale: z.enum(locales).optional(),
    status: z.enum(userStatuses).optional(),
    /** Takes the link with a Microsoft account away; the next sign-in by address makes a new one. */
    unlinkMicrosoft: z.literal(true).optional(),
  }),
  output: userView,
});

export const deleteUser = endpoint({
  id: 'users.delete',
  method: 'DELETE',
  path: '/api/users/{id}',
  access: 'users.manage',
  summary: 'Delete a user; refused while companies are assigned to him',
  input: deleteInput,
  output: done,
});

export const endUserSessions = endpoint({
  id: 'users.endSessions',
  method: 'POST',
  path: '/api/users/{id}/end-sessions',
  access: 'users.manage',
  summary: 'Sign a user out everywhere',
  input: z.object({ id: idInput }),
  output: done,
});

export const departmentView = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  users: z.number().int(),
});
export type DepartmentView = z.infer<typeof departmentView>;

export const listDepartments = endpoint({
  id: 'departments.list',
  method: 'GET',
  path: '/api/departments',
  access: 'signedIn',
  summary: 'Departments',
  input: z.object({}),
  output: z.object({ rows: z.array(departmentView) }),
});

export const createDepartment = endpoint({
  id: 'departments.create',
  method: 'POST',
  path: '/api/departments',
  access: 'users.manage',
  summary: 'Create a department',
  input: z.object({ name: requiredText(120) }),
  output: departmentView,
});

export const updateDepartment = endpoint({
  id: 'departments.update',
  method: 'PATCH',
  path: '/api/departments/{id}',
  access: 'users.manage',
  summary: 'Rename a department',
  input: z.object({ id: idInput, version: versionInput, name: requiredText(120) }),
  output: departmentView,
});

export const deleteDepartment = endpoint({
  id: 'departments.delete',
  method: 'DELETE',
  path: '/api/departments/{id}',
  access: 'users.manage',
  summary: 'Delete a department without people',
  input: deleteInput,
  output: done,
});

export const roleView = z.object({
  id: z.string(),
  version: z.number().int(),
  /** `administrator`, `manager`, … for the built-in ones, `custom` for the administrator's own. */
  code: z.string(),
  name: z.string(),
  grants,
  users: z.number().int(),
});
export type RoleView = z.infer<typeof roleView>;

export const listRoles = endpoint({
  id: 'roles.list',
  method: 'GET',
  path: '/api/roles',
  access: 'users.read',
  summary: 'Roles and what they may do',
  input: z.object({}),
  output: z.object({ rows: z.array(roleView) }),
});

export const createRole = endpoint({
  id: 'roles.create',
  method: 'POST',
  path: '/api/roles',
  access: 'roles.manage',
  summary: 'Create a role',
  input: z.object({ name: requiredText(120), grants }),
  output: roleView,
});

export const updateRole = endpoint({
  id: 'roles.update',
  method: 'PATCH',
  path: '/api/roles/{id}',
  access: 'roles.manage',
  summary: 'Change a role; the administrator role keeps every right',
  input: z.object({
    id: idInput,
    version: versionInput,
    name: requiredText(120).optional(),
    grants: grants.optional(),
  }),
  output: roleView,
});

export const deleteRole = endpoint({
  id: 'roles.delete',
  method: 'DELETE',
  path: '/api/roles/{id}',
  access: 'roles.manage',
  summary: 'Delete a role nobody holds',
  input: deleteInput,
  output: done,
});

export const absenceView = z.object({
  id: z.string(),
  version: z.number().int(),
  userId: z.string(),
  from: localDate,
  to: localDate,
  reason: z.string().nullable(),
});
export type AbsenceView = z.infer<typeof absenceView>;

export const listAbsences = endpoint({
  id: 'absences.list',
  method: 'GET',
  path: '/api/absences',
  access: 'signedIn',
  summary: 'Own absences; another user’s with the right to manage users',
  input: z.object({ userId: idInput.optional() }),
  output: z.object({ rows: z.array(absenceView) }),
});

export const createAbsence = endpoint({
  id: 'absences.create',
  method: 'POST',
  path: '/api/absences',
  access: 'signedIn',
  summary: 'Record an absence; next-contact presets skip it',
  input: z.object({ userId: idInput.optional(), from: localDate, to: localDate, reason: optionalText(200) }),
  output: absenceView,
});

export const deleteAbsence = endpoint({
  id: 'absences.delete',
  method: 'DELETE',
  path: '/api/absences/{id}',
  access: 'signedIn',
  summary: 'Remove an absence',
  input: deleteInput,
  output: done,
});
