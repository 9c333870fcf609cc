import type { Grants } from './users.contract';
import { permissionNames } from './permissions';

const everything: Grants = Object.fromEntries(permissionNames.map((name) => [name, 'all']));

/**
 * The roles of all five requirement documents, as they come out of the box. Only the administrator's is fixed: it
 * holds every permission. The others are data from then on.
 */
export const builtInRoles: { code: string; name: string; grants: Grants }[] = [
  { code: 'administrator', name: 'Администратор', grants: everything },
  {
    code: 'manager',
    name: 'Менеджер отдела продаж',
    grants: {
      'companies.read': 'own',
      'companies.create': 'all',
      'companies.update': 'own',
      'activities.write': 'own',
      'activities.delete': 'own',
      'deals.read': 'own',
      'deals.write': 'own',
      'kpi.read': 'own',
      'reports.run': 'all',
    },
  },
  {
    code: 'head',
    name: 'Руководитель отдела продаж',
    grants: {
      'companies.read': 'department',
      'companies.create': 'all',
      'companies.update': 'department',
      'companies.assign': 'department',
      'companies.import': 'all',
      'companies.export': 'department',
      'activities.write': 'department',
      'activities.delete': 'department',
      'deals.read': 'department',
      'deals.write': 'department',
      'deals.delete': 'department',
      'kpi.read': 'department',
      'reports.run': 'all',
      'reports.manage': 'all',
      'plans.manage': 'department',
      'views.share': 'all',
    },
  },
  {
    code: 'technician',
    name: 'Технический специалист',
    grants: {
      'companies.read': 'all',
      'companies.update': 'all',
      'activities.write': 'all',
      'deals.read': 'all',
      'deals.write': 'all',
      'users.read': 'all',
      'settings.manage': 'all',
    },
  },
  {
    code: 'accountant',
    name: 'Бухгалтер',
    grants: { 'companies.read': 'all', 'deals.read': 'all', 'reports.run': 'all' },
  },
  {
    code: 'operator',
    name: 'Оператор',
    grants: {
      'companies.read': 'all',
      'companies.create': 'all',
      'companies.update': 'all',
      'activities.write': 'all',
      'deals.read': 'all',
      'deals.write': 'all',
    },
  },
  {
    code: 'marketer',
    name: 'Маркетолог',
    grants: { 'companies.read': 'all', 'companies.export': 'all', 'deals.read': 'all', 'views.share': 'all' },
  },
];
