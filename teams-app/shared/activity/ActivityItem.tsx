import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ActivityView } from '../../../service/modules/companies/companies.contract';
import { DueBadge } from '../company/DueBadge';
import { useMoments } from '../time/use-moments';
import { LetterButton } from '../mail/LetterButton';
import { When } from '../time/When';
import { ActivityActions } from './ActivityActions';
import type { ActivityCompany } from './activity-company';
import { KindIcon } from './kind-icon';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { color: tokens.colorNeutralForeground3, marginTop: '2px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 8px' },
  meta: { color: tokens.colorNeutralForeground3 },
  note: { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

interface ActivityItemProps {
  activity: ActivityView;
  company: ActivityCompany;
}

/** One activity whole: what, with what outcome, what was said; when, who, with whom. */
export function ActivityItem({ activity, company }: ActivityItemProps) {
  const { t } = useTranslation(['activity', 'shared']);
  const styles = useStyles();
  const { moment } = useMoments();
  const { kind, status, at, plannedAt, outcome, note, minutes, owner, contact, postponed } = activity;
  const details = [
    [owner?.name, contact && `→ ${contact.name}`].filter(Boolean).join(' '),
    minutes !== null && t('shared:time.minutes', { count: minutes }),
    status === 'done' &&
      plannedAt &&
      moment(plannedAt) !== moment(at) &&
      t('wasPlanned', { moment: moment(plannedAt) }),
    postponed > 0 && t('postponed', { count: postponed }),
  ].filter(Boolean);
  return (
    <div className={styles.root}>
      <KindIcon kind={kind} className={styles.icon} />
      <div>
        <div className={styles.head}>
          <Text weight="semibold">{outcome ? outcome.name : t(`shared:kind.${kind}`)}</Text>
          {status === 'planned' ? (
            <Text size={200}>
              <DueBadge at={at} />
            </Text>
          ) : (
            <Text size={200} className={styles.meta}>
              {outcome && `${t(`shared:kind.${kind}`)} · `}
              <When at={at} />
            </Text>
          )}
          {kind === 'email' && status === 'done' && <LetterButton activity={activity} />}
          {status === 'cancelled' && <Badge appearance="outline">{t('cancelled')}</Badge>}
        </div>
        {note && (
          <Text block className={styles.note}>
            {note}
          </Text>
        )}
        {details.length > 0 && (
          <Text size={200} block className={styles.meta}>
            {details.join(' · ')}
          </Text>
        )}
      </div>
      <ActivityActions activity={activity} company={company} />
    </div>
  );
}
