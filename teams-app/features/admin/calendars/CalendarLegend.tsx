import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { dayKinds, type CalendarDay } from '../../../../service/modules/working-time/working-time.contract';
import { useDayStyles } from './day-styles';
import { isWorking, monthsOf, weeksOf } from './year-days';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: '4px',
    marginBottom: '12px',
  },
  item: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  sample: { width: '28px', minHeight: '24px', cursor: 'default' },
  total: { color: tokens.colorNeutralForeground3 },
});

/** What the marks mean, and how many working days they make. */
export function CalendarLegend({ days, year }: { days: readonly CalendarDay[]; year: number }) {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const dayStyles = useDayStyles();
  const kinds = new Map(days.map(({ date, kind }) => [date, kind]));
  const working = monthsOf(year)
    .flatMap(weeksOf)
    .flat()
    .filter((date) => date !== null && isWorking(date, kinds.get(date) ?? 'plain')).length;
  return (
    <div className={styles.root} role="group" aria-label={t('calendars.legend')}>
      {dayKinds.map((kind) => (
        <span key={kind} className={styles.item}>
          <span className={mergeClasses(dayStyles.day, dayStyles[kind], styles.sample)} aria-hidden>
            {kind === 'holiday' ? 1 : kind === 'working' ? 2 : 3}
          </span>
          <Text size={200}>{t(`calendars.kind.${kind}`)}</Text>
        </span>
      ))}
      <Text size={200} className={styles.total}>
        {days.length === 0 ? t('calendars.noDays') : t('calendars.workingDays', { count: working })}
      </Text>
    </div>
  );
}
