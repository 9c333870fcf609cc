import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Clock16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CallWindow } from '../../../service/modules/companies/companies.contract';
import { useMoments } from '../time/use-moments';
import { useFromNow, useNow } from '../time/use-now';
import { isCallable } from './call-window';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorNeutralForeground3,
    minWidth: 0,
    maxWidth: '100%',
  },
  open: { color: tokens.colorStatusSuccessForeground1 },
  icon: { flexShrink: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Whether the customer answers the phone now, and until or from when; it turns by itself when the time comes. */
export function CallState({ window: callWindow, className }: { window: CallWindow; className?: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { time, moment } = useMoments();
  const now = useNow();
  const callable = isCallable(callWindow, now);
  // Known until it turns; what comes after the turn is known to the service alone.
  const turned = callable !== callWindow.callable;
  const at = turned ? null : callWindow.changesAt;
  const text = callable
    ? at
      ? t('callWindow.openUntil', { time: time(at) })
      : t('callWindow.open')
    : at
      ? t('callWindow.opens', { moment: moment(at, now) })
      : t('callWindow.closed');
  return (
    <span
      className={mergeClasses(styles.root, callable && styles.open, className)}
      title={`${text} (${t('time.yourTime')})`}
    >
      {callable ? <CheckmarkCircle16Filled className={styles.icon} /> : <Clock16Regular className={styles.icon} />}
      <span className={styles.text}>{text}</span>
    </span>
  );
}

export function useIsCallable(callWindow: CallWindow): boolean {
  return useFromNow((now) => isCallable(callWindow, now));
}
