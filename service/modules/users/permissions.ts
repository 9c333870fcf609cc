/**
 * Every permission there is. Which role holds which, and how far it reaches, is data the administrator edits;
 * `scoped` ones can be narrowed to own or department, the others are all or nothing.
 */
export const permissions = {
  'companies.read': { scoped: true },
  'companies.create': { scoped: false },
  'companies.update': { scoped: true },
  'companies.delete': { scoped: true },
  'companies.assign': { scoped: true },
  'companies.import': { scoped: false },
  'companies.export': { scoped: true },
  'activities.write': { scoped: true },
  'activities.delete': { scoped: true },
  'deals.read': { scoped: true },
  'deals.write': { scoped: true },
  'deals.delete': { scoped: true },
  'kpi.read': { scoped: true },
  'plans.manage': { scoped: true },
  'reports.run': { scoped: false },
  'reports.manage': { scoped: false },
  'users.read': { scoped: false },
  'users.manage': { scoped: false },
  'roles.manage': { scoped: false },
  'settings.manage': { scoped: false },
  'views.share': { scoped: false },
  'audit.read': { scoped: false },
  'jobs.manage': { scoped: false },
} as const;

/** Those of the first version: a role that has not been asked since knows these. */
export const firstPermissions = [
  'companies.read',
  'companies.create',
  'companies.update',
  'companies.delete',
  'companies.assign',
  'companies.import',
  'companies.export',
  'activities.write',
  'activities.delete',
  'users.read',
  'users.manage',
  'roles.manage',
  'settings.manage',
  'views.share',
  'audit.read',
  'jobs.manage',
];

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];
