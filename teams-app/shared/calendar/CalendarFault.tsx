import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarHealth } from '../../../service/modules/calendar/calendar.contract';
import { useMoments } from '../time/use-moments';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '2px' },
  fault: { color: tokens.colorStatusDangerForeground3 },
  said: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  more: { alignSelf: 'flex-start' },
});

/** Why a calendar does not keep up, in plain words, and what the other side said for whoever wants to know. */
export function CalendarFault({ health }: { health: CalendarHealth }) {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  const { moment } = useMoments();
  const [open, setOpen] = useState(false);
  if (!health.fault) return null;
  return (
    <div className={styles.root}>
      <Text size={200} className={styles.fault}>
        {t(`health.fault.${health.fault}`)}
        {health.restUntil && ` ${t('health.next', { moment: moment(health.restUntil) })}`}
      </Text>
      {health.said && !open && (
        <Link as="button" className={styles.more} onClick={() => setOpen(true)}>
          <Text size={200}>{t('health.said')}</Text>
        </Link>
      )}
      {open && (
        <Text size={200} className={styles.said}>
          {health.said}
        </Text>
      )}
    </div>
  );
}
