import { useMemo } from 'react';
import { listDepartments, listRoles } from '../../../../service/modules/users/users.contract';
import { useRead } from '../../../shared/queries';
import { useCan } from '../../../shared/session';

/** Names of the roles and departments that the history mentions by id. */
export function useRecordNames(): ReadonlyMap<string, string> {
  const can = useCan();
  const { data: roles } = useRead(listRoles, {}, { enabled: can('users.read') });
  const { data: departments } = useRead(listDepartments, {});
  return useMemo(
    () => new Map([...(roles?.rows ?? []), ...(departments?.rows ?? [])].map(({ id, name }) => [id, name])),
    [roles, departments],
  );
}
