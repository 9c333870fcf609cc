import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Delete20Regular, Edit20Regular, MoreHorizontal16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { deleteRole, listRoles, type RoleView } from '../../../../service/modules/users/users.contract';
import { useWrite } from '../../../shared/queries';

/** A role is renamed here; one of one's own that nobody holds is deleted. */
export function RoleMenu({ role, onRename }: { role: RoleView; onRename: () => void }) {
  const { t } = useTranslation('admin');
  const remove = useWrite(deleteRole, { said: t('roles.deleted', { name: role.name }), touches: [listRoles] });
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontal16Regular />}
          aria-label={t('roles.more', { name: role.name })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<Edit20Regular />} onClick={onRename}>
            {t('roles.rename')}
          </MenuItem>
          {role.code === 'custom' && (
            <MenuItem icon={<Delete20Regular />} onClick={() => remove.mutate({ id: role.id, version: role.version })}>
              {t('roles.delete')}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
