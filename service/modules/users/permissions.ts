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
  'users.read': { scoped: false },
  'users.manage': { scoped: false },
  'roles.manage': { scoped: false },
  'settings.manage': { scoped: false },
  'views.share': { scoped: false },
  'audit.read': { scoped: false },
  'jobs.manage': { scoped: false },
} as const;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];
