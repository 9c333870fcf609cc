import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../service/modules/users/permissions';
import type { RoleView } from '../../../../service/modules/users/users.contract';
import { ReachCell } from './ReachCell';
import { isFixed, rightGroups, type Reach } from './role-rights';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  choice: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  // A long name must not be wider than a small phone.
  select: { flexGrow: 1, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)', '& > *': { minWidth: 0 } },
  heading: { margin: '16px 0 4px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '44px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: { flexShrink: 0, width: '112px', display: 'flex', justifyContent: 'flex-end' },
  hint: { display: 'block', color: tokens.colorNeutralForeground3, marginTop: '8px' },
});

interface OneRoleProps {
  roles: readonly RoleView[];
  readOnly: boolean;
  menu: (role: RoleView) => ReactNode;
  onChange: (role: RoleView, right: Permission, reach: Reach) => void;
}

/** The matrix where there is no room for it: one role at a time. */
export function OneRole({ roles, readOnly, menu, onChange }: OneRoleProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const [chosen, setChosen] = useState<string | null>(null);
  const role = roles.find(({ id }) => id === chosen) ?? roles.find((one) => !isFixed(one)) ?? roles[0];
  if (!role) return null;
  return (
    <div className={styles.root}>
      <div className={styles.choice}>
        <Field label={t('roles.role')} className={styles.select}>
          <Select value={role.id} onChange={(_, { value }) => setChosen(value)}>
            {roles.map(({ id, name, users }) => (
              <option key={id} value={id}>
                {name} ({t('roles.users', { count: users })})
              </option>
            ))}
          </Select>
        </Field>
        {menu(role)}
      </div>
      {isFixed(role) && (
        <Text size={200} className={styles.hint}>
          {t('roles.fixed')}
        </Text>
      )}
      {rightGroups.map(({ name, rights }) => (
        <section key={name} aria-label={t(`roles.group.${name}`)}>
          <Text as="h2" weight="semibold" block className={styles.heading}>
            {t(`roles.group.${name}`)}
          </Text>
          <ul className={styles.list}>
            {rights.map((right) => (
              <li key={right} className={styles.row}>
                <Text>{t(`shared:permission.${right}`)}</Text>
                <span className={styles.cell}>
                  <ReachCell
                    role={role}
                    right={right}
                    readOnly={readOnly}
                    onChange={(reach) => onChange(role, right, reach)}
                  />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
