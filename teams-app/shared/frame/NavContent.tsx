import { makeStyles, tokens } from '@fluentui/react-components';
import { Keyboard20Regular, Person20Filled, Person20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { callCounts } from '../../../service/modules/activities/activities.contract';
import { sumOffers } from '../../../service/modules/offers/offers.contract';
import { listReminders } from '../../../service/modules/reminders/reminders.contract';
import { useRead } from '../queries';
import { useCan, useMe } from '../session';
import { NavButtonRow, NavLinkRow } from './NavLinkRow';
import { navItems } from './nav-items';
import { WeekPace } from './WeekPace';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalS,
    gap: '2px',
  },
  spacer: { flexGrow: 1, minHeight: tokens.spacingVerticalL },
});

interface NavContentProps {
  onHelp: () => void;
  /** The drawer closes when a section is chosen. */
  onChosen?: () => void;
}

export function NavContent({ onHelp, onChosen }: NavContentProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const me = useMe();
  const can = useCan();
  const { data: counts } = useRead(callCounts, {}, { enabled: can('companies.read'), refetchInterval: 60_000 });
  const toCall = counts && counts.overdue.value + counts.today.value;
  const capped = counts?.overdue.capped || counts?.today.capped;
  const { data: reminders } = useRead(listReminders, { limit: 1 }, { refetchInterval: 60_000 });
  const { data: offers } = useRead(
    sumOffers,
    { owner: me.id, status: 'open' },
    { enabled: can('deals.read'), refetchInterval: 5 * 60_000 },
  );
  const notes: Partial<Record<(typeof navItems)[number]['text'], ReactNode>> = {
    calls: toCall ? (capped ? t('capped', { value: toCall }) : toCall) : undefined,
    reminders: reminders?.ringing || undefined,
    offers: offers?.overdue || undefined,
  };
  return (
    <div className={styles.root}>
      {navItems
        .filter((item) => !item.needs || item.needs.some(can))
        .map((item) => (
          <NavLinkRow
            key={item.to}
            to={item.to}
            icon={item.icon}
            iconSelected={item.iconSelected}
            onClick={onChosen}
            note={notes[item.text]}
          >
            {t(`nav.${item.text}`)}
          </NavLinkRow>
        ))}
      <div className={styles.spacer} />
      {me.can['kpi.read'] === 'own' && <WeekPace />}
      <NavButtonRow icon={Keyboard20Regular} onClick={onHelp} note="?">
        {t('nav.help')}
      </NavButtonRow>
      <NavLinkRow to="/profile" icon={Person20Regular} iconSelected={Person20Filled} onClick={onChosen}>
        {me.name}
      </NavLinkRow>
    </div>
  );
}
