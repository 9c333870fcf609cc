import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointOutput } from '../../../../service/kernel/endpoint';
import type { Permission } from '../../../../service/modules/users/permissions';
import { listRoles, updateRole, type RoleView } from '../../../../service/modules/users/users.contract';
import { keyOf, useSend } from '../../../shared/queries';
import { withReach, type Reach } from './role-rights';

type Roles = EndpointOutput<typeof listRoles>;

/**
 * Writes a right as soon as it is chosen: shown at once, sent one after another, so that two quick changes of a role
 * do not stand in each other's way. A refusal puts back what the service has.
 */
export function useRoleWriter() {
  const { t } = useTranslation(['admin', 'shared']);
  const client = useQueryClient();
  const send = useSend();
  const queue = useRef(Promise.resolve());
  const key = keyOf(listRoles, {});
  const put = (id: string, make: (role: RoleView) => RoleView) =>
    client.setQueryData<Roles>(
      key,
      (roles) => roles && { rows: roles.rows.map((role) => (role.id === id ? make(role) : role)) },
    );

  return (role: RoleView, right: Permission, reach: Reach) => {
    put(role.id, (shown) => ({ ...shown, grants: withReach(shown.grants, right, reach) }));
    queue.current = queue.current.then(async () => {
      const latest = client.getQueryData<Roles>(key)?.rows.find(({ id }) => id === role.id);
      if (!latest) return;
      try {
        const written = await send(
          updateRole,
          { id: role.id, version: latest.version, grants: latest.grants },
          {
            said: t('roles.saved', {
              role: role.name,
              permission: t(`shared:permission.${right}`),
              scope: t(`roles.scope.${reach}`),
            }),
          },
        );
        put(role.id, (shown) => ({ ...shown, version: written.version }));
      } catch {
        await client.invalidateQueries({ queryKey: [listRoles.id] });
      }
    });
  };
}
