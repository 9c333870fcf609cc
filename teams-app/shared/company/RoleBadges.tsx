import { Badge, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { contactRoles, type ContactRole } from '../../../service/modules/companies/companies.contract';

const useStyles = makeStyles({
  root: { display: 'inline-flex', flexWrap: 'wrap', gap: '4px', verticalAlign: 'middle' },
});

/** What a person does in a purchase: закупает · решает · платит. */
export function RoleBadges({ roles }: { roles: readonly ContactRole[] }) {
  const { t } = useTranslation();
  const styles = useStyles();
  if (roles.length === 0) return null;
  return (
    <span className={styles.root}>
      {contactRoles
        .filter((role) => roles.includes(role))
        .map((role) => (
          <Badge key={role} size="small" appearance="tint" color={role === 'other' ? 'subtle' : 'brand'}>
            {t(`contactRole.${role}`)}
          </Badge>
        ))}
    </span>
  );
}
