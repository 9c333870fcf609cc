import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CalendarRegular, MailRegular } from '@fluentui/react-icons';
import { useTexts } from '../shared/TextsProvider';
import { useOutlook, useOutlookState } from './outlook-context';

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 4px',
    width: '76px',
    flexShrink: 0,
    boxSizing: 'border-box',
  },
  item: {
    border: 'none',
    background: 'none',
    font: 'inherit',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '2px',
    padding: '8px 0',
    borderRadius: tokens.borderRadiusMedium,
    fontSize: '20px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { color: tokens.colorBrandForeground1, backgroundColor: tokens.colorNeutralBackground1 },
});

export function ViewRail() {
  const { mail } = useTexts();
  const outlook = useOutlook();
  const { view } = useOutlookState();
  const styles = useStyles();
  const item = (name: typeof view, label: string, icon: React.ReactNode) => (
    <button
      type="button"
      className={mergeClasses(styles.item, view === name && styles.chosen)}
      aria-current={view === name ? 'page' : undefined}
      onClick={() => outlook.change({ view: name, chosen: [], meeting: null, draft: null })}
    >
      {icon}
      <Text size={100}>{label}</Text>
    </button>
  );
  return (
    <nav className={styles.rail} aria-label={mail.views}>
      {item('mail', mail.name, <MailRegular aria-hidden />)}
      {item('calendar', mail.calendar, <CalendarRegular aria-hidden />)}
    </nav>
  );
}
