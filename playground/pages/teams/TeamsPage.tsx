import { makeStyles, mergeClasses, Select, Switch, Text, tokens } from '@fluentui/react-components';
import { BuildingPeopleFilled, CalendarRegular, ChatRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Account } from '../../mailbox/letter';
import { askToken, openFor } from '../shared/ask';
import { Themed } from '../shared/mount';
import { language, useTexts } from '../shared/TextsProvider';
import { teamsThemes, type TeamsThemeName } from '../shared/themes';
import { WeekCalendar } from '../calendar/WeekCalendar';
import { ChatPage } from '../chat/ChatPage';
import { useTeamsHost } from './use-teams-host';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '6px 16px',
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  notice: { border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: '4px', padding: '2px 8px' },
  field: { display: 'flex', alignItems: 'center', gap: '8px' },
  end: { marginLeft: 'auto' },
  body: { display: 'flex', minHeight: 0, backgroundColor: tokens.colorNeutralBackground3 },
  rail: { listStyle: 'none', margin: 0, padding: '8px 4px', width: '68px', boxSizing: 'border-box' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '2px',
    padding: '8px 0',
    fontSize: '20px',
    color: tokens.colorNeutralForeground3,
  },
  press: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '2px',
    width: '100%',
    border: 'none',
    padding: 0,
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: '20px',
    cursor: 'pointer',
  },
  chosen: { color: tokens.colorBrandForeground1, boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}` },
  stage: { flexGrow: 1, minWidth: 0, display: 'flex', justifyContent: 'center' },
  frame: { flexGrow: 1, border: 'none', backgroundColor: tokens.colorNeutralBackground2 },
  phone: {
    flexGrow: 0,
    width: '360px',
    margin: '12px',
    maxHeight: '740px',
    borderRadius: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

const views = ['tab', 'chat', 'calendar'] as const;
type View = (typeof views)[number];

/** `?view=chat` opens the chat at once, `?view=calendar` the calendar. */
function viewAsked(): View {
  const asked = new URLSearchParams(window.location.search).get('view');
  return views.find((view) => view === asked) ?? 'tab';
}

export function TeamsPage({ accounts, account }: { accounts: Account[]; account: Account }) {
  const { standIn, teams, teamsTheme } = useTexts();
  const [theme, setTheme] = useState<TeamsThemeName>('default');
  const [phone, setPhone] = useState(false);
  const [view, setView] = useState<View>(viewAsked);
  const frame = useRef<HTMLIFrameElement>(null);
  const styles = useStyles();
  useTeamsHost(frame, {
    account,
    theme,
    locale: language === 'en' ? 'en-us' : 'ru-ru',
    phone,
    token: () => askToken(account.address),
  });
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
  return (
    <Themed theme={teamsThemes[theme]}>
      <div className={styles.page}>
        <header className={styles.bar}>
          <Text as="h1" weight="semibold" size={300} style={{ margin: 0 }} className={styles.notice}>
            {standIn.teams}
          </Text>
          <label className={mergeClasses(styles.field, styles.end)}>
            <Text size={200}>{standIn.teamsAccount}</Text>
            <Select size="small" value={account.address} onChange={(_, { value }) => openFor(value)}>
              {accounts.map(({ address, name, role }) => (
                <option key={address} value={address}>{`${name} — ${role}`}</option>
              ))}
            </Select>
          </label>
          <label className={styles.field}>
            <Text size={200}>{standIn.theme}</Text>
            <Select size="small" value={theme} onChange={(_, { value }) => setTheme(value as TeamsThemeName)}>
              {Object.keys(teamsThemes).map((name) => (
                <option key={name} value={name}>
                  {teamsTheme[name as TeamsThemeName]}
                </option>
              ))}
            </Select>
          </label>
          <Switch label={teams.phone} checked={phone} onChange={(_, { checked }) => setPhone(checked)} />
        </header>
        <div className={styles.body}>
          {!phone && (
            <ul className={styles.rail} aria-label={teams.rail}>
              <App
                icon={<ChatRegular aria-hidden />}
                label={teams.chat}
                chosen={view === 'chat'}
                onChoose={() => setView('chat')}
              />
              <App
                icon={<CalendarRegular aria-hidden />}
                label={teams.calendar}
                chosen={view === 'calendar'}
                onChoose={() => setView('calendar')}
              />
              <App
                icon={<BuildingPeopleFilled aria-hidden />}
                label={teams.app}
                chosen={view === 'tab'}
                onChoose={() => setView('tab')}
              />
            </ul>
          )}
          <main className={styles.stage}>
            {view === 'chat' && <ChatPage key={account.address} account={account} />}
            {view === 'calendar' && <WeekCalendar account={account.address} />}
            <iframe
              ref={frame}
              // Another kind of device is another start of the tab.
              key={phone ? 'phone' : 'desktop'}
              hidden={view !== 'tab'}
              className={mergeClasses(styles.frame, phone && styles.phone)}
              title={teams.frame}
              src="/"
            />
          </main>
        </div>
      </div>
    </Themed>
  );
}

/** What Teams has at its side, as far as it works here. */
function App({
  icon,
  label,
  chosen,
  onChoose,
}: {
  icon: ReactNode;
  label: string;
  chosen: boolean;
  onChoose: () => void;
}) {
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.item, chosen && styles.chosen)} aria-current={chosen ? 'page' : undefined}>
      <button type="button" className={styles.press} onClick={onChoose}>
        {icon}
        <Text size={100}>{label}</Text>
      </button>
    </li>
  );
}
