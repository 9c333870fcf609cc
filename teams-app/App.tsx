import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { BrowserRouter } from 'react-router-dom';
import { SessionGate } from './features/sign-in/SessionGate';
import { Pages } from './Pages';
import { Crash } from './shared/frame/Crash';
import { Shell } from './shared/frame/Shell';
import { readPreference } from './shared/preferences';
import { queryClient } from './shared/queries';
import { i18n } from './shared/texts/i18n';
import { useTheme, type ThemePreference } from './shared/theme';
import { Toasts } from './shared/toasts/Toasts';

const useStyles = makeStyles({ root: { height: '100dvh', overflow: 'hidden' } });

export function App() {
  // The profile's choice as it was last time, so that the sign-in page does not flash in another colour.
  const [preference, setPreference] = useState(() => readPreference<ThemePreference>('theme', 'system'));
  const theme = useTheme(preference);
  const styles = useStyles();
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <FluentProvider theme={theme}>
          {/* Not on the provider: its class goes to every portal too. */}
          <div className={styles.root}>
            <Crash>
              <Toasts>
                <BrowserRouter>
                  <SessionGate onTheme={setPreference}>
                    <Shell>
                      <Pages />
                    </Shell>
                  </SessionGate>
                </BrowserRouter>
              </Toasts>
            </Crash>
          </div>
        </FluentProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
