import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../service/modules/users/permissions';
import type { RoleView } from '../../../../service/modules/users/users.contract';
import { ReachCell } from './ReachCell';
import { rightGroups, type Reach } from './role-rights';

const useStyles = makeStyles({
  // The one table that may be wider than the screen: it scrolls within itself, the rights stay in sight.
  frame: { flexGrow: 1, minHeight: 0, overflow: 'auto', backgroundColor: tokens.colorNeutralBackground1 },
  table: { borderCollapse: 'separate', borderSpacing: 0, width: '100%' },
  cell: {
    padding: '2px 6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'middle',
    fontWeight: tokens.fontWeightRegular,
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    verticalAlign: 'bottom',
    paddingBlock: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  first: {
    position: 'sticky',
    insetInlineStart: 0,
    zIndex: 1,
    minWidth: '168px',
    paddingInlineStart: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  corner: { zIndex: 2 },
  group: {
    backgroundColor: tokens.colorNeutralBackground2,
    padding: '8px 16px 4px',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
  },
  groupText: { position: 'sticky', insetInlineStart: '16px' },
});

interface RoleMatrixProps {
  roles: readonly RoleView[];
  readOnly: boolean;
  /** What stands at the head of a role's column. */
  head: (role: RoleView) => ReactNode;
  onChange: (role: RoleView, right: Permission, reach: Reach) => void;
}

/** Rights down, roles across. */
export function RoleMatrix({ roles, readOnly, head, onChange }: RoleMatrixProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('roles.list')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.first, styles.corner)}>
              {t('roles.permission')}
            </th>
            {roles.map((role) => (
              <th key={role.id} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {head(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rightGroups.map(({ name, rights }) => (
            <Fragment key={name}>
              <tr>
                <th scope="colgroup" colSpan={roles.length + 1} className={mergeClasses(styles.cell, styles.group)}>
                  <span className={styles.groupText}>{t(`roles.group.${name}`)}</span>
                </th>
              </tr>
              {rights.map((right) => (
                <tr key={right}>
                  <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                    <Text>{t(`shared:permission.${right}`)}</Text>
                  </th>
                  {roles.map((role) => (
                    <td key={role.id} className={styles.cell}>
                      <ReachCell
                        role={role}
                        right={right}
                        readOnly={readOnly}
                        onChange={(reach) => onChange(role, right, reach)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
