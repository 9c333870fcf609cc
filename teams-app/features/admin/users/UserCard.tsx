import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../../service/modules/users/users.contract';
import { numberText } from '../../../shared/format/money';
import { RowMenu, type RowAction } from '../../../shared/lists/row-actions';
import { When } from '../../../shared/time/When';
import { UserStatus } from './UserStatus';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  texts: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '2px',
    overflowWrap: 'anywhere',
  },
  secondary: { color: tokens.colorNeutralForeground3 },
});

export function UserCard({
  user,
  roleName,
  items,
}: {
  user: UserView;
  roleName: string | undefined;
  items: RowAction[];
}) {
  const { t, i18n } = useTranslation('admin');
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.texts}>
        <Text weight="semibold">{user.name}</Text>
        <Text size={200} className={styles.secondary}>
          {[user.login, roleName].filter(Boolean).join(' · ')}
        </Text>
        <Text size={200} className={styles.secondary}>
          {t('users.companies', { count: user.companies, value: numberText(user.companies, i18n.language) })} ·{' '}
          {user.lastSeenAt ? <When at={user.lastSeenAt} /> : t('users.never')}
        </Text>
        <UserStatus user={user} />
      </div>
      {items.length > 0 && (
        <div onClick={(event) => event.stopPropagation()}>
          <RowMenu label={t('users.more', { name: user.name })} items={items} />
        </div>
      )}
    </div>
  );
}
