import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Account } from '../../mailbox/letter';
import { isDark } from '../../office/office-themes';
import type { Outlook } from '../../outlook/create-outlook';
import { Themed } from '../shared/mount';
import { outlookThemes } from '../shared/themes';
import { AddinDialog } from './AddinDialog';
import { CalendarView } from './CalendarView';
import { CommandBar } from './CommandBar';
import { Compose } from './Compose';
import { FolderList } from './FolderList';
import { LetterList } from './LetterList';
import { OutlookContext, useOutlookState } from './outlook-context';
import { PaneFrame } from './PaneFrame';
import { ReadingPane } from './ReadingPane';
import { TopBar } from './TopBar';
import { ViewRail } from './ViewRail';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    gridTemplateColumns: 'minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  body: { display: 'flex', minHeight: 0 },
  work: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  columns: { flexGrow: 1, minHeight: 0, display: 'flex', gap: '4px', padding: '0 4px 4px' },
  main: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
});

export function OutlookPage({ outlook, accounts }: { outlook: Outlook; accounts: Account[] }) {
  return (
    <OutlookContext.Provider value={outlook}>
      <Frame accounts={accounts} />
    </OutlookContext.Provider>
  );
}

function Frame({ accounts }: { accounts: Account[] }) {
  const { theme, view, draft } = useOutlookState();
  const styles = useStyles();
  useEffect(() => {
    document.documentElement.style.colorScheme = isDark(theme) ? 'dark' : 'light';
    document.body.style.backgroundColor = outlookThemes[theme].colorNeutralBackground3;
  }, [theme]);
  return (
    <Themed theme={outlookThemes[theme]}>
      <div className={styles.page}>
        <TopBar accounts={accounts} />
        <div className={styles.body}>
          <ViewRail />
          <div className={styles.work}>
            <CommandBar />
            <div className={styles.columns}>
              {view === 'mail' && (
                <>
                  <FolderList />
                  <LetterList />
                </>
              )}
              <main className={styles.main}>
                {draft ? (
                  <Compose key={draft.id} draft={draft} />
                ) : view === 'mail' ? (
                  <ReadingPane />
                ) : (
                  <CalendarView />
                )}
              </main>
              <PaneFrame />
            </div>
          </div>
        </div>
      </div>
      <AddinDialog />
    </Themed>
  );
}
