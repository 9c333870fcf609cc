import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { People24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRoles, listUsers, type UserView } from '../../../../service/modules/users/users.contract';
import { Message } from '../../../shared/frame/Message';
import { ListSearch } from '../../../shared/lists/ListSearch';
import { ListState } from '../../../shared/lists/ListState';
import { RecordTable } from '../../../shared/lists/RecordTable';
import { RowButtons } from '../../../shared/lists/row-actions';
import { useUrlFilter } from '../../../shared/lists/use-url-filter';
import { useRead } from '../../../shared/queries';
import { useCan } from '../../../shared/session';
import { AddButton } from '../AddButton';
import { AdminSection } from '../AdminSection';
import { GiveCompaniesDialog } from './GiveCompaniesDialog';
import { PasswordDialog } from './PasswordDialog';
import { useUserActions } from './use-user-actions';
import { useUserColumns } from './use-user-columns';
import { UserCard } from './UserCard';
import { UserForm } from './UserForm';

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: '4px 16px 12px',
    flexShrink: 0,
  },
  search: { flex: '1 1 140px', maxWidth: '320px' },
});

const filterNames = ['search', 'blocked'] as const;

/** Who works in the system; everything about a person from one row. */
export function UsersPage() {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const mayManage = useCan()('users.manage');
  const { filter, change, replace } = useUrlFilter(filterNames);
  const query = useRead(
    listUsers,
    { search: filter.search, blocked: filter.blocked === undefined ? undefined : filter.blocked === 'true' },
    { placeholderData: (previous) => previous },
  );
  const { data: roles } = useRead(listRoles, {});
  const columns = useUserColumns(roles?.rows ?? []);
  const [editing, setEditing] = useState<UserView | 'new' | null>(null);
  const [secret, setSecret] = useState<UserView | null>(null);
  const [giving, setGiving] = useState<{ user: UserView; thenDelete: boolean } | null>(null);
  const itemsOf = useUserActions({
    edit: setEditing,
    setPassword: setSecret,
    give: (user, thenDelete) => setGiving({ user, thenDelete }),
  });
  const rows = query.data?.rows ?? [];

  return (
    <AdminSection
      name="users"
      actions={mayManage && <AddButton text={t('users.add')} onClick={() => setEditing('new')} />}
    >
      <div className={styles.filters} role="group" aria-label={t('users.show')}>
        <ListSearch
          className={styles.search}
          aria-label={t('users.search')}
          placeholder={t('users.search')}
          value={filter.search}
          onSearch={(search) => change({ search })}
        />
        <Select
          aria-label={t('users.show')}
          value={filter.blocked ?? ''}
          onChange={(_, { value }) => change({ blocked: value || null })}
        >
          <option value="">{t('users.all')}</option>
          <option value="false">{t('users.active')}</option>
          <option value="true">{t('users.blocked')}</option>
        </Select>
      </div>
      <ListState
        query={query}
        isEmpty={rows.length === 0}
        empty={
          <Message
            icon={<People24Regular />}
            title={t('users.empty')}
            text={t('users.emptyHint')}
            action={<Button onClick={() => replace({})}>{t('users.showAll')}</Button>}
          />
        }
      >
        <RecordTable
          aria-label={t('users.list')}
          rows={rows}
          columns={columns}
          labelOf={({ name }) => name}
          onOpen={(user) => mayManage && setEditing(user)}
          actions={mayManage ? (user) => <RowButtons name={user.name} items={itemsOf(user)} /> : undefined}
          card={(user) => (
            <UserCard
              user={user}
              roleName={roles?.rows.find(({ id }) => id === user.roleId)?.name}
              items={mayManage ? itemsOf(user) : []}
            />
          )}
        />
      </ListState>
      {editing && (
        <UserForm
          user={editing === 'new' ? null : editing}
          roles={roles?.rows ?? []}
          onClose={() => setEditing(null)}
        />
      )}
      {secret && <PasswordDialog user={secret} onClose={() => setSecret(null)} />}
      {giving && <GiveCompaniesDialog {...giving} onClose={() => setGiving(null)} />}
    </AdminSection>
  );
}
