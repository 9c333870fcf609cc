import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CompanyCard, ContactView } from '../../../service/modules/companies/companies.contract';
import type { Correspondent } from '../../../service/modules/mail/mail.contract';
import { CompanyName } from '../../../teams-app/shared/company/CompanyName';
import { DueBadge } from '../../../teams-app/shared/company/DueBadge';
import { PhoneLink } from '../../../teams-app/shared/company/PhoneLink';
import { StatusBadge } from '../../../teams-app/shared/company/StatusBadge';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  // The name makes room: the badge’s words stay whole.
  status: { flexShrink: 0, whiteSpace: 'nowrap' },
  heading: { margin: 0, minWidth: 0, fontSize: 'inherit' },
  name: { color: 'inherit', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  open: { verticalAlign: 'text-bottom', marginInlineStart: '4px', color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '2px 8px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums' },
  },
});

interface CardFactsProps {
  card: CompanyCard;
  contact: ContactView | null;
  person: Correspondent | null;
}

/** Who they are and what is next, in the first lines of the pane. */
export function CardFacts({ card, contact, person }: CardFactsProps) {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  const inn = card.legalEntities.find((entity) => entity.inn)?.inn;
  const phones = [...(contact?.phones ?? []), ...(contact?.phones.length ? [] : card.phones)].slice(0, 2);
  const who = contact?.name ?? person?.name ?? person?.address;
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <h1 className={styles.heading}>
          <Link
            href={`${window.location.origin}/companies/${card.id}`}
            target="_blank"
            rel="noopener"
            className={styles.name}
            title={t('openCard')}
          >
            <CompanyName name={card.name} whole />
            <Open16Regular className={styles.open} aria-hidden />
          </Link>
        </h1>
        <span className={styles.status}>
          <StatusBadge status={card.status} />
        </span>
      </div>
      {who && (
        <div>
          <Text>{who}</Text>
          {contact?.position && (
            <Text size={200} className={styles.quiet}>
              {' · '}
              {contact.position}
            </Text>
          )}
          {person && !contact && (
            <Text size={200} className={styles.quiet}>
              {' · '}
              {t('notAContact')}
            </Text>
          )}
        </div>
      )}
      {phones.map((phone) => (
        <span key={phone.text}>
          <PhoneLink phone={phone} />
        </span>
      ))}
      <dl className={styles.facts}>
        <dt>{t('nextContact')}</dt>
        <dd>{card.nextContact ? <DueBadge at={card.nextContact.at} /> : (card.noNextReason ?? t('noNext'))}</dd>
        <dt>{t('managerIs')}</dt>
        <dd>{card.owner?.name ?? t('shared:owner.none')}</dd>
        {inn && (
          <>
            <dt>{t('innIs')}</dt>
            <dd>{inn}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
