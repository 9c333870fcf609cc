import { Checkbox, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../service/modules/users/permissions';
import type { RoleView } from '../../../../service/modules/users/users.contract';
import { isFixed, isScoped, reaches, reachOf, type Reach } from './role-rights';

const useStyles = makeStyles({
  select: { width: '100%', minWidth: '84px', '& select': { paddingInlineStart: '6px' } },
  none: { '& select': { color: tokens.colorNeutralForeground3 } },
  fixed: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorNeutralForeground2,
    minHeight: '32px',
  },
});

interface ReachCellProps {
  role: RoleView;
  right: Permission;
  readOnly: boolean;
  onChange: (reach: Reach) => void;
}

/** How far one right of one role reaches; what cannot be narrowed is there or is not. */
export function ReachCell({ role, right, readOnly, onChange }: ReachCellProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const reach = reachOf(role, right);
  const label = t('roles.cell', { permission: t(`shared:permission.${right}`), role: role.name });
  if (readOnly || isFixed(role)) {
    const text = reach === 'none' || isScoped(right) ? t(`roles.scope.${reach}`) : t('roles.allowed');
    return (
      <Text size={200} className={styles.fixed}>
        {reach !== 'none' && <Checkmark16Regular aria-hidden />}
        {text}
      </Text>
    );
  }
  if (!isScoped(right)) {
    return (
      <Checkbox
        aria-label={label}
        checked={reach !== 'none'}
        onChange={(_, { checked }) => onChange(checked ? 'all' : 'none')}
      />
    );
  }
  return (
    <Select
      size="small"
      className={reach === 'none' ? `${styles.select} ${styles.none}` : styles.select}
      aria-label={label}
      value={reach}
      onChange={(_, { value }) => onChange(value as Reach)}
    >
      {reaches.map((one) => (
        <option key={one} value={one}>
          {t(`roles.scope.${one}`)}
        </option>
      ))}
    </Select>
  );
}
