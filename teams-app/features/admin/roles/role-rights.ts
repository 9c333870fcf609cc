import { permissionNames, permissions, type Permission } from '../../../../service/modules/users/permissions';
import type { Grants, RoleView } from '../../../../service/modules/users/users.contract';

/** How far a right reaches, or `none`. */
export const reaches = ['none', 'own', 'department', 'all'] as const;
export type Reach = (typeof reaches)[number];

const ofCompanies = permissionNames.filter((name) => name.startsWith('companies.'));
const ofActivities = permissionNames.filter((name) => name.startsWith('activities.'));

/** The rights in the order people think of them. */
export const rightGroups: { name: 'companies' | 'activities' | 'management'; rights: Permission[] }[] = [
  { name: 'companies', rights: ofCompanies },
  { name: 'activities', rights: ofActivities },
  {
    name: 'management',
    rights: permissionNames.filter((name) => !ofCompanies.includes(name) && !ofActivities.includes(name)),
  },
];

export const isScoped = (right: Permission): boolean => permissions[right].scoped;
export const reachOf = (role: RoleView, right: Permission): Reach => role.grants[right] ?? 'none';
export const isFixed = (role: RoleView): boolean => role.code === 'administrator';

export function withReach(grants: Grants, right: Permission, reach: Reach): Grants {
  const { [right]: _, ...others } = grants;
  return reach === 'none' ? others : { ...others, [right]: reach };
}
