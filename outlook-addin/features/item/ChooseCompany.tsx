import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import {
  chooseMatch,
  lookUpMail,
  type CompanyMatch,
  type Correspondent,
} from '../../../service/modules/mail/mail.contract';
import { CompanyName } from '../../../teams-app/shared/company/CompanyName';
import { useWrite } from '../../../teams-app/shared/queries';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** One address, several companies: the choice is remembered for the one who made it. */
export function ChooseCompany({ person, onChosen }: { person: Correspondent; onChosen: (companyId: string) => void }) {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  const choose = useWrite(chooseMatch, { touches: [lookUpMail] });
  const take = (match: CompanyMatch) => {
    choose.mutate({ address: person.address, companyId: match.company.id, contactId: match.contact?.id ?? null });
    onChosen(match.company.id);
  };
  return (
    <div className={styles.root}>
      <Text weight="semibold">{t('which', { name: person.name ?? person.address })}</Text>
      {person.matches.map((match) => (
        <div key={match.company.id} className={styles.row}>
          <span>
            <CompanyName name={match.company.name} />
            <Text size={200} className={styles.quiet}>
              {[match.company.city, match.company.owner?.name ?? t('shared:owner.none')].filter(Boolean).join(' · ')}
            </Text>
          </span>
          {match.company.visible && (
            <Button size="small" onClick={() => take(match)}>
              {t('take')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
