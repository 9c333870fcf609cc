import { useMemo } from 'react';
import { listOutcomes } from '../../../../service/modules/activities/activities.contract';
import { listPipelines } from '../../../../service/modules/deals/deals.contract';
import { listColleagues, listDepartments, listRoles } from '../../../../service/modules/users/users.contract';
import { useRead } from '../../../shared/queries';
import { useCan } from '../../../shared/session';

/** Names of what the history mentions by id and one request brings: roles, departments, people, outcomes, pipelines and their stages. */
export function useRecordNames(): ReadonlyMap<string, string> {
  const can = useCan();
  const { data: roles } = useRead(listRoles, {}, { enabled: can('users.read') });
  const { data: departments } = useRead(listDepartments, {});
  const { data: people } = useRead(listColleagues, {});
  const { data: outcomes } = useRead(listOutcomes, { archived: true });
  const { data: pipelines } = useRead(listPipelines, { archived: true });
  return useMemo(
    () =>
      new Map(
        [roles, departments, people, outcomes]
          .flatMap((list) => list?.rows.map(({ id, name }) => [id, name] as const) ?? [])
          .concat(
            pipelines?.rows.flatMap((one) => [one, ...one.stages]).map(({ id, name }) => [id, name] as const) ?? [],
          ),
      ),
    [roles, departments, people, outcomes, pipelines],
  );
}
