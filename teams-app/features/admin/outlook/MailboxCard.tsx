import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailboxView } from '../../../../service/modules/calendar/calendar.contract';
import { CalendarFault } from '../../../shared/calendar/CalendarFault';
import { CalendarStatus } from '../../../shared/calendar/CalendarStatus';
import { When } from '../../../shared/time/When';
import { lastExchange } from './use-mailbox-columns';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  texts: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '2px' },
  secondary: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** A mailbox on a phone. */
export function MailboxCard({ row, buttons }: { row: MailboxView; buttons: ReactNode }) {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  const last = lastExchange(row.health);
  return (
    <div className={styles.root}>
      <div className={styles.texts}>
        <Text weight="semibold">{row.user.name}</Text>
        <CalendarStatus health={row.health} />
        <Text size={200} className={styles.secondary}>
          {row.address ?? t('admin.noAddress')}
          {last && (
            <>
              {' · '}
              <When at={last} />
            </>
          )}
        </Text>
        <CalendarFault health={row.health} />
      </div>
      <div onClick={(event) => event.stopPropagation()}>{buttons}</div>
    </div>
  );
}
