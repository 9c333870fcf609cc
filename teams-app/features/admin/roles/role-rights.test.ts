import { permissionNames } from '../../../../service/modules/users/permissions';
import { rightGroups, withReach } from './role-rights';

test('every right stands in the matrix, once', () => {
  expect(rightGroups.flatMap(({ rights }) => rights).sort()).toEqual([...permissionNames].sort());
});

test('a right is given, narrowed and taken away', () => {
  expect(withReach({}, 'companies.read', 'own')).toEqual({ 'companies.read': 'own' });
  expect(withReach({ 'companies.read': 'own', 'jobs.manage': 'all' }, 'companies.read', 'all')).toEqual({
    'companies.read': 'all',
    'jobs.manage': 'all',
  });
  expect(withReach({ 'companies.read': 'own' }, 'companies.read', 'none')).toEqual({});
});
