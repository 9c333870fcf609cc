import { Button, makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getCompany, type CompanyCard, type CompanyRow } from '../../../service/modules/companies/companies.contract';
import { ActivityLine } from '../../shared/activity/ActivityLine';
import { CallState } from '../../shared/company/CallState';
import { CompanyName } from '../../shared/company/CompanyName';
import { DueBadge } from '../../shared/company/DueBadge';
import { LocalClock } from '../../shared/company/LocalClock';
import { StatusBadge } from '../../shared/company/StatusBadge';
import { LoadFailed } from '../../shared/lists/ListState';
import type { RowAction } from '../../shared/lists/row-actions';
import { useRead } from '../../shared/queries';
import { QuickLookContact, WaysToReach } from './QuickLookContact';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
  name: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '2px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
  },
  heading: { margin: 0 },
  secondary: { color: tokens.colorNeutralForeground3 },
});

export function QuickLookContent({ row, items }: { row: CompanyRow; items: RowAction[] }) {
  const { t } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const query = useRead(getCompany, { id: row.id }, { staleTime: 60_000 });
  const card = query.data;
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <CompanyName name={row.name} className={styles.name} whole />
        <div className={styles.facts}>
          <StatusBadge status={row.status} />
          <span>{row.owner?.name ?? t('shared:owner.none')}</span>
          {row.inn && <span>{t('shared:inn', { inn: row.inn })}</span>}
        </div>
        <div className={styles.facts}>
          <span>{row.city}</span>
          <LocalClock timeZone={row.timeZone} labelled />
          {card && <CallState window={card.callWindow} />}
        </div>
        <div className={styles.facts}>
          {t('look.next')}:{' '}
          {row.nextContact ? <DueBadge at={row.nextContact.at} /> : (card?.noNextReason ?? t('noNext'))}
        </div>
      </div>
      <div className={styles.buttons}>
        {items.map(({ id, text, icon, primary, run }) => (
          <Button key={id} size="small" appearance={primary ? 'primary' : 'secondary'} icon={icon} onClick={run}>
            {text}
          </Button>
        ))}
      </div>
      {card ? (
        <People card={card} />
      ) : query.error ? (
        <LoadFailed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Waiting />
      )}
    </div>
  );
}

function People({ card }: { card: CompanyCard }) {
  const { t } = useTranslation('companies');
  const styles = useStyles();
  const contacts = [...card.contacts].sort((a, b) => Number(b.main) - Number(a.main));
  const last = card.activities.slice(0, 2);
  return (
    <>
      <Section title={t('look.contacts')}>
        {contacts.map((contact) => (
          <QuickLookContact key={contact.id} contact={contact} />
        ))}
        {contacts.length === 0 && <Text className={styles.secondary}>{t('look.noContacts')}</Text>}
      </Section>
      {(card.phones.length > 0 || card.emails.length > 0) && (
        <Section title={t('look.common')}>
          <WaysToReach phones={card.phones} emails={card.emails} />
        </Section>
      )}
      <Section title={t('look.last')}>
        {last.map((activity) => (
          <ActivityLine key={activity.id} activity={activity} />
        ))}
        {last.length === 0 && <Text className={styles.secondary}>{t('look.nothingYet')}</Text>}
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {title}
      </Text>
      {children}
    </section>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Skeleton aria-label={t('loading')}>
      <SkeletonItem size={16} style={{ width: '60%', marginBottom: 8 }} />
      <SkeletonItem size={12} style={{ width: '80%', marginBottom: 8 }} />
      <SkeletonItem size={12} style={{ width: '50%' }} />
    </Skeleton>
  );
}
