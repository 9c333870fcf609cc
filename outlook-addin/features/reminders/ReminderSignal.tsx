import { CounterBadge, Link, makeStyles, tokens } from '@fluentui/react-components';
import { Alert16Filled } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { listReminders } from '../../../service/modules/reminders/reminders.contract';
import { useRead } from '../../../teams-app/shared/queries';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
  },
});

/** «Мои напоминания»: shown while some of them ring; they are answered in the tab. */
export function ReminderSignal() {
  const { t } = useTranslation('pane');
  const styles = useStyles();
  const { data } = useRead(listReminders, { limit: 1 }, { refetchInterval: 60_000 });
  if (!data?.ringing) return null;
  return (
    <Link href="/reminders" target="_blank" rel="noopener" className={styles.root}>
      <Alert16Filled aria-hidden />
      {t('reminders')}
      <CounterBadge size="small" color="danger" count={data.ringing} />
    </Link>
  );
}
