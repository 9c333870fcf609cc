import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular, Search20Regular, Settings20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThemePreference } from '../teams-app/shared/theme';
import { useNotify } from '../teams-app/shared/toasts/notify-context';
import { ItemScreen } from './features/item/ItemScreen';
import { NothingOpen } from './features/item/NothingOpen';
import { useSelectedLetters } from './features/selected/use-selected-letters';
import { useOpenItem } from './open-item';

const SelectedScreen = lazy(() =>
  import('./features/selected/SelectedScreen').then((module) => ({ default: module.SelectedScreen })),
);
const SettingsScreen = lazy(() =>
  import('./features/settings/SettingsScreen').then((module) => ({ default: module.SettingsScreen })),
);
const SearchScreen = lazy(() =>
  import('./features/search/SearchScreen').then((module) => ({ default: module.SearchScreen })),
);

const ReminderSignal = lazy(() =>
  import('./features/reminders/ReminderSignal').then((module) => ({ default: module.ReminderSignal })),
);

const settledAfterMs = 2500;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: '4px 8px 0 16px',
    minHeight: '32px',
  },
  title: { flexGrow: 1, minWidth: 0 },
});

interface PaneProps {
  theme: ThemePreference;
  onTheme: (theme: ThemePreference) => void;
}

/** What stands beside the mailbox: the open item, or the chosen letters, or none; the settings and the search over it. */
export function Pane({ theme, onTheme }: PaneProps) {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  const open = useOpenItem();
  const selected = useSelectedLetters();
  const [screen, setScreen] = useState<'item' | 'search' | 'settings'>('item');
  const back = () => setScreen('item');
  const notify = useNotify();
  // The card comes first; what is no part of it is fetched when it stands.
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settledAfterMs);
    return () => clearTimeout(timer);
  }, []);
  // What was said of one letter must not stand beside the next.
  useEffect(() => notify.clear, [notify, open]);
  return (
    <main>
      <div className={styles.bar}>
        {screen === 'item' ? (
          <span className={styles.title}>
            <Suspense>{settled && <ReminderSignal />}</Suspense>
          </span>
        ) : (
          <>
            <Button
              appearance="subtle"
              size="small"
              icon={<ArrowLeft20Regular />}
              aria-label={t('shared:back')}
              onClick={back}
            />
            <Text as="h1" weight="semibold" className={styles.title} style={{ margin: 0 }}>
              {t(`${screen}.title`)}
            </Text>
          </>
        )}
        {screen !== 'search' && (
          <Button
            appearance="subtle"
            size="small"
            icon={<Search20Regular />}
            aria-label={t('search.title')}
            onClick={() => setScreen('search')}
          />
        )}
        {screen !== 'settings' && (
          <Button
            appearance="subtle"
            size="small"
            icon={<Settings20Regular />}
            aria-label={t('settings.title')}
            onClick={() => setScreen('settings')}
          />
        )}
      </div>
      <Suspense fallback={<Spinner style={{ padding: '24px' }} />}>
        {screen === 'settings' ? (
          <SettingsScreen theme={theme} onTheme={onTheme} />
        ) : screen === 'search' ? (
          <SearchScreen key={open?.turn} open={open} onClose={back} />
        ) : open ? (
          <ItemScreen key={open.turn} open={open} />
        ) : selected.length > 1 ? (
          <SelectedScreen key={selected.map(({ itemId }) => itemId).join()} letters={selected} />
        ) : (
          <NothingOpen />
        )}
      </Suspense>
    </main>
  );
}
