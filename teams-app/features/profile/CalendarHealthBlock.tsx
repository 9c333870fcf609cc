import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import {
  getCalendar,
  listCalendarEntries,
  retryCalendar,
  type CalendarHealth,
} from '../../../service/modules/calendar/calendar.contract';
import { CalendarFault } from '../../shared/calendar/CalendarFault';
import { CalendarStatus } from '../../shared/calendar/CalendarStatus';
import { useWrite } from '../../shared/queries';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  address: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', flexGrow: 1 },
  facts: { color: tokens.colorNeutralForeground3 },
});

/** How the exchange with Outlook goes: last read and written, what waits, what stands in the way. */
export function CalendarHealthBlock({ health }: { health: CalendarHealth }) {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  const { moment } = useMoments();
  const retry = useWrite(retryCalendar, {
    said: t('health.retried'),
    final: true,
    touches: [getCalendar, listCalendarEntries],
  });
  const facts = [
    health.pulledAt && t('health.pulled', { moment: moment(health.pulledAt) }),
    health.pushedAt && t('health.pushed', { moment: moment(health.pushedAt) }),
    !health.pulledAt && !health.pushedAt && t('health.never'),
    health.waiting > 0 && t('health.waiting', { count: health.waiting }),
    health.failed > 0 && t('health.failed', { count: health.failed }),
    health.status === 'connected' && t(health.notified ? 'health.notified' : 'health.asked'),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div className={styles.root} role="group" aria-label={t('health.title')}>
      <div className={styles.head}>
        <CalendarStatus health={health} />
        <Text size={200} className={styles.address}>
          {health.address}
        </Text>
        {health.status === 'connected' && (
          <Button
            size="small"
            icon={<ArrowSync16Regular />}
            disabled={retry.isPending}
            onClick={() => retry.mutate({})}
          >
            {t('health.retry')}
          </Button>
        )}
      </div>
      {facts.map((fact) => (
        <Text key={fact} size={200} className={styles.facts}>
          {fact}
        </Text>
      ))}
      <CalendarFault health={health} />
    </div>
  );
}
