import { useMemo } from 'react';
import { listOutcomes } from '../../../../service/modules/activities/activities.contract';
import { listColleagues, listDepartments, listRoles } from '../../../../service/modules/users/users.contract';
import { useRead } from '../../../shared/queries';
import { useCan } from '../../../shared/session';

/** Names of what the history mentions by id and one request brings: roles, departments, people, outcomes. */
export function useRecordNames(): ReadonlyMap<string, string> {
  const can = useCan();
  const { data: roles } = useRead(listRoles, {}, { enabled: can('users.read') });
  const { data: departments } = useRead(listDepartments, {});
  const { data: people } = useRead(listColleagues, {});
  const { data: outcomes } = useRead(listOutcomes, { archived: true });
  return useMemo(
    () =>
      new Map(
        [roles, departments, people, outcomes].flatMap(
          (list) => list?.rows.map(({ id, name }) => [id, name] as const) ?? [],
        ),
      ),
    [roles, departments, people, outcomes],
  );
}
