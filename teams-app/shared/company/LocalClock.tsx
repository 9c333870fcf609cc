import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../time/use-moments';
import { useFromNow } from '../time/use-now';

const useStyles = makeStyles({ root: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } });

/** The customer's clock, ticking. `labelled` says whose it is. */
export function LocalClock({
  timeZone,
  labelled,
  className,
}: {
  timeZone: string;
  labelled?: boolean;
  className?: string;
}) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { time } = useMoments();
  const text = useFromNow((now) => time(now, timeZone));
  return (
    <span className={mergeClasses(styles.root, className)} title={`${t('time.atCustomer')}, ${timeZone}`}>
      {labelled ? t('time.customer', { time: text }) : text}
    </span>
  );
}
