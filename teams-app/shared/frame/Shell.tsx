import { Button, makeStyles, OverlayDrawer, DrawerBody, tokens } from '@fluentui/react-components';
import { Navigation20Regular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticeBell } from '../notices/NoticeBell';
import { useShortcuts } from '../keys/use-shortcuts';
import { useMedia } from '../use-media';
import { narrow, narrowQuery, phone, phoneQuery } from './breakpoints';
import { BottomBar } from './BottomBar';
import { CompanySearch } from './CompanySearch';
import { HelpDialog } from './HelpDialog';
import { NavContent } from './NavContent';
import { OfflineBar } from './OfflineBar';
import { TitleSlotContext } from './Page';
import { QuickActions } from './QuickActions';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  skip: {
    position: 'absolute',
    top: '-100px',
    insetInlineStart: '8px',
    zIndex: 1000,
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { top: '8px' },
  },
  nav: {
    width: '204px',
    flexShrink: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  top: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
    height: '52px',
    padding: '0 16px',
    [narrow]: { padding: '0 12px' },
    [phone]: { height: '48px', padding: '0 8px 0 16px', gap: tokens.spacingHorizontalS },
  },
  title: { display: 'flex', flexGrow: 1, minWidth: 0 },
  content: { flexGrow: 1, minHeight: 0, outlineStyle: 'none' },
});

/** The frame of every screen: sections on the left (below, on a phone), the title and the one search on top. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const isNarrow = useMedia(narrowQuery);
  const isPhone = useMedia(phoneQuery);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [navOpen, setNavOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const help = () => {
    setNavOpen(false);
    setHelpOpen(true);
  };
  useShortcuts({ '?': help });

  return (
    <div className={styles.root}>
      <a
        href="#content"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {t('skipToContent')}
      </a>
      {!isNarrow && (
        <nav className={styles.nav} aria-label={t('nav.label')}>
          <NavContent onHelp={help} />
        </nav>
      )}
      <div className={styles.main}>
        <header className={styles.top}>
          {isNarrow && !isPhone && (
            <Button
              appearance="subtle"
              icon={<Navigation20Regular />}
              aria-label={t('nav.open')}
              onClick={() => setNavOpen(true)}
            />
          )}
          <div className={styles.title} ref={setSlot} />
          {!isPhone && <CompanySearch />}
          <NoticeBell />
        </header>
        <OfflineBar />
        <main id="content" tabIndex={-1} className={styles.content}>
          <TitleSlotContext value={slot}>{children}</TitleSlotContext>
        </main>
        {isPhone && <BottomBar onMore={() => setNavOpen(true)} />}
      </div>
      <QuickActions />
      {isNarrow && (
        <OverlayDrawer
          open={navOpen}
          position={isPhone ? 'end' : 'start'}
          size="small"
          onOpenChange={(_, { open }) => setNavOpen(open)}
          aria-label={t('nav.label')}
        >
          <DrawerBody style={{ padding: 0 }}>
            <NavContent onHelp={help} onChosen={() => setNavOpen(false)} />
          </DrawerBody>
        </OverlayDrawer>
      )}
      <HelpDialog open={helpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}
