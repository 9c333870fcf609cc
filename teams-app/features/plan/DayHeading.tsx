import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: '10px 16px 4px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  text: { '::first-letter': { textTransform: 'uppercase' }, display: 'inline-block' },
  today: { color: tokens.colorBrandForeground1 },
  overdue: { color: tokens.colorStatusDangerForeground1 },
});

export function DayHeading({ date }: { date: string }) {
  const { t } = useTranslation('plan');
  const styles = useStyles();
  const moments = useMoments();
  const today = moments.today();
  const overdue = date < today;
  return (
    <Text
      as="h2"
      size={200}
      weight="semibold"
      className={mergeClasses(styles.root, date === today && styles.today, overdue && styles.overdue)}
    >
      {overdue && <ErrorCircle16Filled aria-hidden />}
      <span className={styles.text}>
        {moments.day(date)}
        {overdue && ` · ${t('overdue').toLowerCase()}`}
      </span>
    </Text>
  );
}
