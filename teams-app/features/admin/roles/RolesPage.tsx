import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRoles, type RoleView } from '../../../../service/modules/users/users.contract';
import { narrowQuery } from '../../../shared/frame/breakpoints';
import { ListState } from '../../../shared/lists/ListState';
import { useRead } from '../../../shared/queries';
import { useCan } from '../../../shared/session';
import { useMedia } from '../../../shared/use-media';
import { AddButton } from '../AddButton';
import { AdminSection } from '../AdminSection';
import { OneRole } from './OneRole';
import { RoleForm } from './RoleForm';
import { RoleMatrix } from './RoleMatrix';
import { RoleMenu } from './RoleMenu';
import { useRoleWriter } from './use-role-writer';

const useStyles = makeStyles({
  intro: { padding: '4px 16px 12px', color: tokens.colorNeutralForeground3, flexShrink: 0 },
  name: { display: 'block', overflowWrap: 'break-word' },
  users: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '24px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
});

/** Who may do what, and how far. */
export function RolesPage() {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const mayManage = useCan()('roles.manage');
  const isNarrow = useMedia(narrowQuery);
  const query = useRead(listRoles, {});
  const write = useRoleWriter();
  const [editing, setEditing] = useState<RoleView | 'new' | null>(null);
  const roles = query.data?.rows ?? [];
  const menu = (role: RoleView) => mayManage && <RoleMenu role={role} onRename={() => setEditing(role)} />;

  return (
    <AdminSection
      name="roles"
      actions={mayManage && <AddButton text={t('roles.add')} onClick={() => setEditing('new')} />}
    >
      {mayManage && (
        <Text size={200} className={styles.intro}>
          {t('roles.intro')}
        </Text>
      )}
      <ListState query={query} isEmpty={roles.length === 0} empty={null}>
        {isNarrow ? (
          <OneRole roles={roles} readOnly={!mayManage} menu={menu} onChange={write} />
        ) : (
          <RoleMatrix
            roles={roles}
            readOnly={!mayManage}
            onChange={write}
            head={(role) => (
              <>
                <Text size={200} weight="semibold" className={styles.name}>
                  {role.name}
                </Text>
                <Text size={200} className={styles.users}>
                  {t('roles.users', { count: role.users })}
                  {menu(role)}
                </Text>
              </>
            )}
          />
        )}
      </ListState>
      {editing && <RoleForm role={editing === 'new' ? null : editing} roles={roles} onClose={() => setEditing(null)} />}
    </AdminSection>
  );
}
