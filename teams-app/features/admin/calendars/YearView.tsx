import { makeStyles, Popover, PopoverSurface } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay, Country } from '../../../../service/modules/working-time/working-time.contract';
import { DayForm } from './DayForm';
import { MonthGrid } from './MonthGrid';
import { monthsOf } from './year-days';

const useStyles = makeStyles({
  months: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(196px, 100%), 1fr))',
    gap: '16px',
  },
});

interface YearViewProps {
  year: number;
  country: Country;
  days: readonly CalendarDay[];
}

/** Twelve months; a day pressed asks what it is, right beside it. */
export function YearView({ year, country, days }: YearViewProps) {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const byDate = useMemo(() => new Map(days.map((day) => [day.date, day])), [days]);
  const [chosen, setChosen] = useState<{ date: string; target: HTMLElement } | null>(null);
  const close = () => {
    chosen?.target.focus();
    setChosen(null);
  };
  return (
    <>
      <div className={styles.months}>
        {monthsOf(year).map((month) => (
          <MonthGrid key={month} month={month} days={byDate} onChoose={(date, target) => setChosen({ date, target })} />
        ))}
      </div>
      {chosen && (
        <Popover
          open
          trapFocus
          positioning={{ target: chosen.target }}
          onOpenChange={(_, { open }) => !open && close()}
        >
          <PopoverSurface aria-label={t('calendars.dayTitle')}>
            <DayForm
              key={chosen.date}
              date={chosen.date}
              country={country}
              day={byDate.get(chosen.date) ?? null}
              onDone={close}
            />
          </PopoverSurface>
        </Popover>
      )}
    </>
  );
}
