import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Crash } from '../teams-app/shared/frame/Crash';
import { OfflineBar } from '../teams-app/shared/frame/OfflineBar';
import { queryClient } from '../teams-app/shared/queries';
import { i18n } from '../teams-app/shared/texts/i18n';
import { useTheme } from '../teams-app/shared/theme';
import { Toasts } from '../teams-app/shared/toasts/Toasts';
import { createCurrentItem } from './current-item';
import { openRef, whenItemChanges } from './office/outlook';
import { CurrentItemContext } from './open-item';
import { Pane } from './Pane';
import { SignInGate } from './sign-in/SignInGate';
import { readThemeChoice, useOutlookLook } from './theme';

/** How often the pane looks for itself: Outlook’s news of another letter may be lost. */
const watchMs = 2000;

const useStyles = makeStyles({
  // Outlook’s own margin; the bottom leaves room for a toast.
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1, overflowWrap: 'anywhere' },
});

export function App() {
  const styles = useStyles();
  const [choice, setChoice] = useState(readThemeChoice);
  const outlookLook = useOutlookLook();
  const theme = useTheme(choice === 'system' ? outlookLook : choice);
  const current = useMemo(() => createCurrentItem(openRef), []);

  useEffect(() => {
    whenItemChanges(current.check);
    const look = () => document.visibilityState === 'visible' && current.check();
    const timer = setInterval(look, watchMs);
    window.addEventListener('focus', current.check);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', current.check);
      document.removeEventListener('visibilitychange', look);
    };
  }, [current]);

  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <FluentProvider theme={theme}>
          <div className={styles.root}>
            <Crash>
              <Toasts atTop>
                <OfflineBar />
                <CurrentItemContext value={current}>
                  <SignInGate>
                    <Pane theme={choice} onTheme={setChoice} />
                  </SignInGate>
                </CurrentItemContext>
              </Toasts>
            </Crash>
          </div>
        </FluentProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
