import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CalendarLtr16Regular, CircleSmall20Filled, ErrorCircle16Filled } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { dateIn, daysBetween } from '../time/zone-time';
import { useMoments } from '../time/use-moments';
import { useNow } from '../time/use-now';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    verticalAlign: 'top',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  // The dot is drawn in a larger box than the other two.
  icon: { flexShrink: 0, width: '16px', height: '16px' },
  overdue: { color: tokens.colorStatusDangerForeground3 },
  today: { color: tokens.colorBrandForeground1 },
});

/** When a contact is due: overdue by how many days, today, or later; a colour, an icon and words each. */
export function DueBadge({ at, className }: { at: string; className?: string }) {
  const { t } = useTranslation('activity');
  const styles = useStyles();
  const { moment, full, zone } = useMoments();
  const now = useNow();
  const days = daysBetween(dateIn(at, zone), dateIn(now, zone));
  const overdue = days > 0;
  const text = overdue ? t('overdueDays', { count: days }) : moment(at, now);
  const Icon = overdue ? ErrorCircle16Filled : days === 0 ? CircleSmall20Filled : CalendarLtr16Regular;
  return (
    <span
      className={mergeClasses(styles.root, overdue ? styles.overdue : days === 0 && styles.today, className)}
      title={full(at)}
    >
      <Icon className={styles.icon} />
      {text}
    </span>
  );
}
