import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChevronLeft16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { coarse } from '../frame/breakpoints';
import { monthGrid } from './moments';
import { addDays } from './zone-time';
import { useMoments } from './use-moments';
import { rowTokens } from '../theme';

const useStyles = makeStyles({
  nav: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(7, minmax(32px, 1fr))' },
  weekday: {
    paddingBlock: '4px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  day: {
    position: 'relative',
    minHeight: '32px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
    ':hover': { backgroundColor: rowTokens.rowHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [coarse]: { minHeight: '44px' },
  },
  other: { color: tokens.colorNeutralForeground3 },
  unusable: {
    color: tokens.colorNeutralForegroundDisabled,
    cursor: 'default',
    ':hover': { backgroundColor: 'transparent' },
  },
  today: {
    fontWeight: tokens.fontWeightBold,
    color: tokens.colorBrandForeground1,
    outline: `1px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: '-3px',
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
  },
  dot: {
    position: 'absolute',
    bottom: '3px',
    insetInlineStart: 'calc(50% - 3px)',
    width: '6px',
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandForeground1,
    forcedColorAdjust: 'none',
  },
});

/** 1 January 2024 was a Monday. */
const aMonday = '2024-01-01';

interface MonthCalendarProps {
  value?: string;
  onPick: (date: string) => void;
  isUsable?: (date: string) => boolean;
  /** Days with something on them, in words; they get a dot. */
  marks?: ReadonlyMap<string, string>;
}

/** A month of days. One stop for Tab, arrows walk. */
export function MonthCalendar({ value, onPick, isUsable = () => true, marks }: MonthCalendarProps) {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const moments = useMoments();
  const today = moments.today();
  const [shown, setShown] = useState(value || today);
  const month = shown.slice(0, 7);
  const days = monthGrid(shown);
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  const turn = (by: 1 | -1) => setShown(addDays(`${month}-15`, by * 30));
  const entry = [value, today].find((date) => date?.startsWith(month)) ?? `${month}-01`;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }[event.key];
    if (!step) return;
    const cells = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
    event.preventDefault();
    cells[cells.indexOf(event.target as HTMLButtonElement) + step]?.focus();
  };

  return (
    <div>
      <div className={styles.nav}>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronLeft16Regular />}
          aria-label={t('time.previousMonth')}
          onClick={() => turn(-1)}
        />
        <Text size={200} weight="semibold" aria-live="polite">
          {moments.month(shown)}
        </Text>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronRight16Regular />}
          aria-label={t('time.nextMonth')}
          onClick={() => turn(1)}
        />
      </div>
      <div className={styles.grid} onKeyDown={onKeyDown}>
        {days.slice(0, 7).map((_, index) => (
          <span key={index} className={styles.weekday} aria-hidden>
            {weekday.format(new Date(`${addDays(aMonday, index)}T00:00:00Z`))}
          </span>
        ))}
        {days.map((date) => {
          const mark = marks?.get(date);
          const usable = isUsable(date);
          return (
            <button
              key={date}
              type="button"
              tabIndex={date === entry ? 0 : -1}
              aria-disabled={!usable}
              aria-pressed={value === undefined ? undefined : date === value}
              aria-current={date === today ? 'date' : undefined}
              aria-label={[moments.longDay(date), mark].filter(Boolean).join(', ')}
              className={mergeClasses(
                styles.day,
                !date.startsWith(month) && styles.other,
                !usable && styles.unusable,
                date === today && styles.today,
                date === value && styles.chosen,
              )}
              onClick={() => usable && onPick(date)}
            >
              {Number(date.slice(8))}
              {mark && <span className={styles.dot} />}
            </button>
          );
        })}
      </div>
    </div>
  );
}
