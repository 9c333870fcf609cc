import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Correspondent } from '../../../service/modules/mail/mail.contract';
import { CompanyName } from '../../../teams-app/shared/company/CompanyName';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, paddingBlock: '8px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** A colleague’s company: who looks after it, and nothing that is his alone to see. */
export function ForeignCompany({ person }: { person: Correspondent }) {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Text weight="semibold">{person.name ?? person.address}</Text>
      {person.matches.map(({ company }) => (
        <div key={company.id}>
          <CompanyName name={company.name} />
          <Text size={200} className={styles.quiet}>
            {[company.city, t('manager', { name: company.owner?.name ?? t('shared:owner.none') })]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
      ))}
      <Text size={200} className={styles.quiet}>
        {t('foreignHint')}
      </Text>
    </div>
  );
}
