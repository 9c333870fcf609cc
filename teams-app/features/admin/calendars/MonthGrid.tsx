import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../../../service/modules/working-time/working-time.contract';
import { useMoments } from '../../../shared/time/use-moments';
import { addDays } from '../../../shared/time/zone-time';
import { useDayStyles } from './day-styles';
import { isWeekend, weeksOf } from './year-days';

const useStyles = makeStyles({
  title: { margin: 0, textTransform: 'capitalize' },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  weekday: {
    padding: '2px 0',
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  cell: { padding: '1px' },
});

interface MonthGridProps {
  month: string;
  days: ReadonlyMap<string, CalendarDay>;
  onChoose: (date: string, target: HTMLElement) => void;
}

/** A month of days to press: one Tab stop, arrows walk. */
export function MonthGrid({ month, days, onChoose }: MonthGridProps) {
  const { t, i18n } = useTranslation('admin');
  const styles = useStyles();
  const dayStyles = useDayStyles();
  const titleId = useId();
  const root = useRef<HTMLTableElement>(null);
  const moments = useMoments();
  const [active, setActive] = useState(`${month}-01`);
  const weeks = weeksOf(month);
  const monthName = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );
  // 5 January 2026 is a Monday.
  const weekdays = Array.from({ length: 7 }, (_, index) =>
    new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(addDays('2026-01-05', index)),
    ),
  );

  const onKeyDown = (event: KeyboardEvent, date: string) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }[event.key];
    const next = step ? addDays(date, step) : null;
    if (!next?.startsWith(month)) return;
    event.preventDefault();
    setActive(next);
    root.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  const labelOf = (date: string) => {
    const day = days.get(date);
    const kind = day
      ? t(`calendars.kind.${day.kind}`)
      : t(isWeekend(date) ? 'calendars.weekend' : 'calendars.kind.plain');
    const values = { date: moments.longDay(date), kind, title: day?.title };
    return day?.title ? t('calendars.dayLabelTitled', values) : t('calendars.dayLabel', values);
  };

  return (
    <section aria-labelledby={titleId}>
      <Text as="h3" id={titleId} weight="semibold" block className={styles.title}>
        {monthName}
      </Text>
      <table ref={root} className={styles.table} role="grid" aria-labelledby={titleId}>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col" className={styles.weekday}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((date, weekday) => {
                const day = date ? days.get(date) : undefined;
                return (
                  <td key={weekday} className={styles.cell}>
                    {date && (
                      <button
                        type="button"
                        data-date={date}
                        tabIndex={date === active ? 0 : -1}
                        aria-label={labelOf(date)}
                        title={day?.title ?? undefined}
                        aria-current={date === moments.today() ? 'date' : undefined}
                        className={mergeClasses(
                          dayStyles.day,
                          isWeekend(date) && dayStyles.weekend,
                          day && dayStyles[day.kind],
                          date === moments.today() && dayStyles.today,
                        )}
                        onFocus={() => setActive(date)}
                        onKeyDown={(event) => onKeyDown(event, date)}
                        onClick={(event) => onChoose(date, event.currentTarget)}
                      >
                        {Number(date.slice(8))}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
