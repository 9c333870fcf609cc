import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChevronLeft16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { coarse } from '../../shared/frame/breakpoints';
import { Section } from '../../shared/frame/Section';
import { monthGrid } from '../../shared/time/moments';
import { addDays, dateIn } from '../../shared/time/zone-time';
import { useMoments } from '../../shared/time/use-moments';
import { weekdays } from '../../shared/company/hours';
import { PlanDayDialog } from './PlanDayDialog';

const useStyles = makeStyles({
  nav: { display: 'flex', alignItems: 'center' },
  month: { minWidth: '104px', textAlign: 'center' },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))' },
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
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [coarse]: { minHeight: '44px' },
  },
  other: { color: tokens.colorNeutralForeground4 },
  past: { color: tokens.colorNeutralForeground4, cursor: 'default' },
  today: {
    fontWeight: tokens.fontWeightBold,
    color: tokens.colorBrandForeground1,
    outline: `1px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: '-3px',
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

/** The month of next contacts: a dot where something is planned, a press plans. */
export function NextCalendar({ card, plain }: { card: CompanyCard; plain?: boolean }) {
  const { t } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  const moments = useMoments();
  const today = moments.today();
  const [shown, setShown] = useState(today);
  const [picked, setPicked] = useState<string | null>(null);
  const planned = new Map<string, number>();
  for (const { at } of card.planned) {
    const date = dateIn(at, moments.zone);
    planned.set(date, (planned.get(date) ?? 0) + 1);
  }
  const days = monthGrid(shown);
  const turn = (by: 1 | -1) => setShown(addDays(`${shown.slice(0, 7)}-15`, by * 30));
  const mayPlan = card.can.logActivity;
  // One stop for Tab; arrows walk the days.
  const entry = days.includes(today) ? today : days.find((date) => date.startsWith(shown.slice(0, 7)));
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }[event.key];
    if (!step) return;
    const cells = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
    const next = cells[cells.indexOf(event.target as HTMLButtonElement) + step];
    event.preventDefault();
    next?.focus();
  };

  return (
    <Section
      title={t('calendar.title')}
      plain={plain}
      action={
        <div className={styles.nav}>
          <Button
            size="small"
            appearance="subtle"
            icon={<ChevronLeft16Regular />}
            aria-label={t('shared:time.previousMonth')}
            onClick={() => turn(-1)}
          />
          <Text size={200} className={styles.month} aria-live="polite">
            {moments.month(shown)}
          </Text>
          <Button
            size="small"
            appearance="subtle"
            icon={<ChevronRight16Regular />}
            aria-label={t('shared:time.nextMonth')}
            onClick={() => turn(1)}
          />
        </div>
      }
    >
      <div className={styles.grid} onKeyDown={onKeyDown}>
        {weekdays.map((day) => (
          <span key={day} className={styles.weekday} aria-hidden>
            {t(`hours.day.${day}`)}
          </span>
        ))}
        {days.map((date) => {
          const count = planned.get(date) ?? 0;
          const usable = count > 0 || (mayPlan && date >= today);
          return (
            <button
              key={date}
              type="button"
              tabIndex={date === entry ? 0 : -1}
              aria-disabled={!usable}
              aria-current={date === today ? 'date' : undefined}
              aria-label={`${moments.longDay(date)}${count > 0 ? `, ${t('calendar.has', { count })}` : ''}`}
              className={mergeClasses(
                styles.day,
                !date.startsWith(shown.slice(0, 7)) && styles.other,
                !usable && styles.past,
                date === today && styles.today,
              )}
              onClick={() => usable && setPicked(date)}
            >
              {Number(date.slice(8))}
              {count > 0 && <span className={styles.dot} />}
            </button>
          );
        })}
      </div>
      {picked && <PlanDayDialog card={card} date={picked} onClose={() => setPicked(null)} />}
    </Section>
  );
}
