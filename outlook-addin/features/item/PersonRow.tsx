import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Correspondent } from '../../../service/modules/mail/mail.contract';
import { CompanyName } from '../../../teams-app/shared/company/CompanyName';
import { rowTokens } from '../../../teams-app/shared/theme';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 16px',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '44px',
    padding: '8px 4px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: rowTokens.rowHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Somebody of the letter, and whose he is. */
export function PersonRow({ person, onOpen }: { person: Correspondent; onOpen: () => void }) {
  const { t } = useTranslation('pane');
  const styles = useStyles();
  const { matches, companyId, name, address } = person;
  const match = matches.find(({ company }) => company.id === companyId) ?? matches[0];
  const several = companyId === null && matches.length > 1;
  return (
    <button type="button" className={styles.row} onClick={onOpen}>
      <span>
        <Text block weight="semibold">
          {match?.contact?.name ?? name ?? address}
        </Text>
        {(match?.contact ?? name) && (
          <Text block size={200} className={styles.quiet}>
            {address}
          </Text>
        )}
        {several ? (
          <Text size={200}>{t('severalCompanies', { count: matches.length })}</Text>
        ) : match ? (
          <CompanyName name={match.company.name} />
        ) : (
          <Text size={200} className={styles.quiet}>
            {t('notInBase')}
          </Text>
        )}
      </span>
      <ChevronRight16Regular aria-hidden />
    </button>
  );
}
