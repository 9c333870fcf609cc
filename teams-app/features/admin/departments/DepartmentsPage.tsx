import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Delete20Regular, Edit20Regular, Organization24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  deleteDepartment,
  listDepartments,
  type DepartmentView,
} from '../../../../service/modules/users/users.contract';
import { Message } from '../../../shared/frame/Message';
import type { Column } from '../../../shared/lists/columns';
import { ListState } from '../../../shared/lists/ListState';
import { RecordTable } from '../../../shared/lists/RecordTable';
import { RowButtons, RowMenu, type RowAction } from '../../../shared/lists/row-actions';
import { useRead, useWrite } from '../../../shared/queries';
import { AddButton } from '../AddButton';
import { AdminSection } from '../AdminSection';
import { DepartmentForm } from './DepartmentForm';

const useStyles = makeStyles({
  card: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  texts: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  secondary: { color: tokens.colorNeutralForeground3 },
});

export function DepartmentsPage() {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const query = useRead(listDepartments, {});
  const rows = query.data?.rows ?? [];
  const [editing, setEditing] = useState<DepartmentView | 'new' | null>(null);
  const remove = useWrite(deleteDepartment, {
    said: (_, { id }) => t('departments.deleted', { name: rows.find((row) => row.id === id)?.name }),
    touches: [listDepartments],
  });
  const itemsOf = (row: DepartmentView): RowAction[] => [
    { id: 'edit', text: t('shared:edit'), icon: <Edit20Regular />, run: () => setEditing(row) },
    {
      id: 'delete',
      text: t('shared:delete'),
      icon: <Delete20Regular />,
      run: () => remove.mutate({ id: row.id, version: row.version }),
    },
  ];
  const columns: Column<DepartmentView>[] = [
    {
      id: 'name',
      title: t('departments.name'),
      minWidth: 200,
      fixed: true,
      cell: ({ name }) => <Text weight="semibold">{name}</Text>,
    },
    { id: 'users', title: t('departments.users'), minWidth: 160, cell: ({ users }) => users },
  ];
  const add = () => setEditing('new');
  return (
    <AdminSection name="departments" actions={<AddButton text={t('departments.add')} onClick={add} />}>
      <ListState
        query={query}
        isEmpty={rows.length === 0}
        empty={
          <Message
            icon={<Organization24Regular />}
            title={t('departments.empty')}
            text={t('departments.emptyHint')}
            action={<AddButton text={t('departments.add')} onClick={add} />}
          />
        }
      >
        <RecordTable
          aria-label={t('departments.list')}
          rows={rows}
          columns={columns}
          labelOf={({ name }) => name}
          onOpen={setEditing}
          actions={(row) => <RowButtons name={row.name} items={itemsOf(row)} />}
          card={(row) => (
            <div className={styles.card}>
              <div className={styles.texts}>
                <Text weight="semibold" block>
                  {row.name}
                </Text>
                <Text size={200} className={styles.secondary}>
                  {t('departments.usersOf', { count: row.users })}
                </Text>
              </div>
              <div onClick={(event) => event.stopPropagation()}>
                <RowMenu label={t('users.more', { name: row.name })} items={itemsOf(row)} />
              </div>
            </div>
          )}
        />
      </ListState>
      {editing && <DepartmentForm department={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </AdminSection>
  );
}
