import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { listDepartments, type RoleView, type UserView } from '../../../../service/modules/users/users.contract';
import { numberText } from '../../../shared/format/money';
import type { Column } from '../../../shared/lists/columns';
import { useRead } from '../../../shared/queries';
import { useCan } from '../../../shared/session';
import { When } from '../../../shared/time/When';
import { UserStatus } from './UserStatus';

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  secondary: { color: tokens.colorNeutralForeground3 },
  link: { color: tokens.colorBrandForegroundLink },
});

export function useUserColumns(roles: readonly RoleView[]): Column<UserView>[] {
  const { t, i18n } = useTranslation('admin');
  const styles = useStyles();
  const can = useCan();
  const { data: departments } = useRead(listDepartments, {});
  const roleOf = (user: UserView) => roles.find(({ id }) => id === user.roleId)?.name;
  const departmentOf = (user: UserView) => departments?.rows.find(({ id }) => id === user.departmentId)?.name;
  return [
    {
      id: 'name',
      title: t('users.column.name'),
      minWidth: 160,
      grow: 2,
      fixed: true,
      cell: (user) => (
        <>
          <span className={styles.name}>{user.name}</span>{' '}
          <Text size={200} className={styles.secondary}>
            {user.login}
          </Text>
        </>
      ),
    },
    { id: 'role', title: t('users.column.role'), minWidth: 140, grow: 1.5, cell: roleOf },
    {
      id: 'status',
      title: t('users.column.status'),
      minWidth: 120,
      cell: (user) => <UserStatus user={user} />,
    },
    {
      id: 'companies',
      title: t('users.column.companies'),
      minWidth: 76,
      grow: 0.3,
      numeric: true,
      cell: (user) =>
        can('companies.read') && user.companies > 0 ? (
          <Link
            to={`/companies?owner=${user.id}`}
            tabIndex={-1}
            className={styles.link}
            title={t('users.companiesOf', { name: user.name })}
            onClick={(event) => event.stopPropagation()}
          >
            {numberText(user.companies, i18n.language)}
          </Link>
        ) : (
          numberText(user.companies, i18n.language)
        ),
    },
    {
      id: 'lastSeen',
      title: t('users.column.lastSeen'),
      minWidth: 116,
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? <When at={lastSeenAt} /> : <span className={styles.secondary}>{t('users.never')}</span>,
    },
    {
      id: 'department',
      title: t('users.column.department'),
      minWidth: 110,
      cell: (user) => departmentOf(user) ?? <span className={styles.secondary}>{t('users.noDepartment')}</span>,
    },
  ];
}
