import { Badge, Tooltip } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, Key16Regular, Prohibited16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../../service/modules/users/users.contract';

export function UserStatus({ user }: { user: UserView }) {
  const { t } = useTranslation('admin');
  if (user.status === 'blocked') {
    return (
      <Badge appearance="tint" color="danger" icon={<Prohibited16Regular />}>
        {t('users.status.blocked')}
      </Badge>
    );
  }
  const badge = (
    <Badge
      appearance="tint"
      color={user.mustChangePassword ? 'warning' : 'success'}
      icon={user.mustChangePassword ? <Key16Regular /> : <CheckmarkCircle16Regular />}
    >
      {t('users.status.active')}
    </Badge>
  );
  if (user.microsoft)
    return (
      <Badge appearance="tint" color="success" icon={<CheckmarkCircle16Regular />} title={t('users.linkedHint')}>
        {t('users.linked')}
      </Badge>
    );
  return user.mustChangePassword ? (
    <Tooltip content={t('users.temporary')} relationship="description">
      {badge}
    </Tooltip>
  ) : (
    badge
  );
}
