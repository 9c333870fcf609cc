import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityKind } from '../../../service/modules/activities/activity-kinds';
import { companyTimeline } from '../../../service/modules/activities/activities.contract';
import { getCompany, type ActivityView, type CompanyCard } from '../../../service/modules/companies/companies.contract';
import { ActivityItem } from '../../shared/activity/ActivityItem';
import { Message } from '../../shared/frame/Message';
import { PageSkeleton } from '../../shared/frame/PageSkeleton';
import { LoadFailed } from '../../shared/lists/ListState';
import { VirtualList } from '../../shared/lists/VirtualList';
import { keyOf, usePages } from '../../shared/queries';
import { CardLogForm } from './CardLogForm';
import { TimelineFilter } from './TimelineFilter';

const useStyles = makeStyles({
  top: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: '12px 16px 0' },
  group: {
    padding: '4px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  heading: { margin: '8px 0 0', color: tokens.colorNeutralForeground3 },
  item: { padding: '0 28px' },
});

interface TimelineProps {
  card: CompanyCard;
  /** The log form stands on top; on narrow screens it opens by a button. */
  withForm?: boolean;
  /** What else scrolls with it, above. */
  above?: ReactNode;
}

/** What is planned, what is pinned, and everything that was, the newest first. */
export function Timeline({ card, withForm, above }: TimelineProps) {
  const { t } = useTranslation('company');
  const styles = useStyles();
  const client = useQueryClient();
  const [kind, setKind] = useState<ActivityKind | null>(null);
  const filtered = kind !== null;
  // The card has brought the first twenty: they are shown at once, the rest comes as one scrolls.
  const list = usePages(
    companyTimeline,
    { companyId: card.id, kind: kind ?? undefined },
    {
      keepPrevious: true,
      staleTime: 30_000,
      first: filtered
        ? undefined
        : {
            page: { rows: card.activities, next: card.activitiesNext },
            at: client.getQueryState(keyOf(getCompany, { id: card.id }))?.dataUpdatedAt ?? 0,
          },
    },
  );

  const top = (
    <>
      {above}
      <div className={styles.top}>
        {withForm && card.can.logActivity && <CardLogForm card={card} />}
        <Group title={t('timeline.planned')} activities={card.planned} company={card} />
        <Group title={t('timeline.pinned')} activities={card.pinned} company={card} />
        <TimelineFilter kind={kind} onKind={setKind} />
      </div>
      {list.error && list.rows.length === 0 && <LoadFailed error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <PageSkeleton rows={4} />}
      {!list.isPending && !list.error && list.rows.length === 0 && (
        <Message
          title={filtered ? t('timeline.emptyFilter') : t('timeline.empty')}
          text={filtered ? undefined : t('timeline.emptyHint')}
        />
      )}
    </>
  );
  return (
    <VirtualList
      aria-label={t('timeline.title')}
      header={top}
      items={list.rows}
      keyOf={(activity) => activity.id}
      height={() => 72}
      onEnd={list.loadMore}
      render={(activity) => (
        <div className={styles.item}>
          <ActivityItem activity={activity} company={card} />
        </div>
      )}
    />
  );
}

function Group({ title, activities, company }: { title: string; activities: ActivityView[]; company: CompanyCard }) {
  const styles = useStyles();
  if (activities.length === 0) return null;
  return (
    <section className={styles.group} aria-label={title}>
      <Text as="h2" size={200} weight="semibold" block className={styles.heading}>
        {title}
      </Text>
      {activities.map((activity) => (
        <ActivityItem key={activity.id} activity={activity} company={company} />
      ))}
    </section>
  );
}
