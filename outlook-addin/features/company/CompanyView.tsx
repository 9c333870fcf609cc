import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Call20Regular, PeopleChat20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCompany, type CompanyCard } from '../../../service/modules/companies/companies.contract';
import type { Correspondent, LoggedView } from '../../../service/modules/mail/mail.contract';
import { ActivityLine } from '../../../teams-app/shared/activity/ActivityLine';
import { LoadFailed } from '../../../teams-app/shared/lists/ListState';
import { useRead } from '../../../teams-app/shared/queries';
import { useNow } from '../../../teams-app/shared/time/use-now';
import { BesideContext } from '../../open-item';
import { PaneSkeleton } from '../../PaneSkeleton';
import { useLogFormAhead } from '../log/use-log-form-ahead';
import { LoggedLines } from '../log/LoggedLines';
import { CardFacts } from './CardFacts';
import { Folds } from './Folds';

const LogPanel = lazy(() => import('../log/LogPanel').then((module) => ({ default: module.LogPanel })));
const SendSwitch = lazy(() => import('../draft/SendSwitch').then((module) => ({ default: module.SendSwitch })));
const PlanMeeting = lazy(() => import('../log/PlanMeeting').then((module) => ({ default: module.PlanMeeting })));

/** As many as say what was last without pushing the rest out of sight. */
const lastShown = 3;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quick: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS },
  quickButton: { minWidth: 0, paddingInline: '8px' },
  heading: { margin: 0 },
});

interface CompanyViewProps {
  companyId: string;
  /** Who writes, when he is known. */
  contactId: string | null;
  person: Correspondent | null;
  logged: LoggedView[];
}

/** What is being written down: the open item itself, or a call or a meeting beside it. */
export type Logging = 'item' | 'call' | 'meeting';

/** The company’s card beside the letter: who, what was last, what is next, and the one thing to do. */
export function CompanyView({ companyId, ...props }: CompanyViewProps) {
  const { data: card, error, refetch } = useRead(getCompany, { id: companyId });
  if (card) return <Card card={card} {...props} />;
  return error ? <LoadFailed error={error} retry={() => void refetch()} /> : <PaneSkeleton />;
}

function Card({ card, contactId, person, logged }: Omit<CompanyViewProps, 'companyId'> & { card: CompanyCard }) {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  const beside = useContext(BesideContext);
  const now = useNow();
  const [logging, setLogging] = useState<Logging | null>(null);
  const stop = () => setLogging(null);
  useLogFormAhead(card);
  const contact = card.contacts.find(({ id }) => id === contactId) ?? null;
  const here = logged.some(({ company }) => company?.id === card.id);
  const item = beside?.item;
  const isAhead = item?.kind === 'meeting' && item.at !== null && Date.parse(item.at) > now;
  const mayLog = card.can.logActivity && item !== undefined && item.key !== null && item.kind !== 'draft';

  return (
    <div className={styles.root}>
      <CardFacts card={card} contact={contact} person={person} />
      <LoggedLines logged={logged} companyId={card.id} />
      <Suspense fallback={null}>
        {logging ? (
          <LogPanel card={card} contactId={contactId} what={logging} onDone={stop} />
        ) : (
          <>
            {mayLog && !here && !isAhead && item && (
              <Button appearance="primary" onClick={() => setLogging('item')}>
                {t(item.kind === 'meeting' ? 'logMeeting' : 'logLetter')}
              </Button>
            )}
            {mayLog && isAhead && <PlanMeeting card={card} contactId={contactId} />}
            {item?.kind === 'draft' && card.can.logActivity && <SendSwitch card={card} contactId={contactId} />}
            {card.can.logActivity && (
              <div className={styles.quick}>
                <Button className={styles.quickButton} icon={<Call20Regular />} onClick={() => setLogging('call')}>
                  {t('shared:kind.call')}
                </Button>
                <Button
                  className={styles.quickButton}
                  icon={<PeopleChat20Regular />}
                  onClick={() => setLogging('meeting')}
                >
                  {t('shared:kind.meeting')}
                </Button>
              </div>
            )}
          </>
        )}
      </Suspense>
      {!logging && (
        <>
          <section aria-label={t('last')}>
            <Text as="h2" weight="semibold" block className={styles.heading}>
              {t('last')}
            </Text>
            {card.activities.slice(0, lastShown).map((activity) => (
              <ActivityLine key={activity.id} activity={activity} />
            ))}
            {card.activities.length === 0 && <Text size={200}>{t('noActivities')}</Text>}
          </section>
          <Folds
            card={card}
            person={person}
            contactId={contactId}
            logged={logged.find(({ company }) => company?.id === card.id) ?? null}
          />
        </>
      )}
    </div>
  );
}
