import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Crash } from './Crash';
import { phone } from './breakpoints';
import { LinkButton } from './LinkButton';

/** Where the top bar wants a page's title and actions. */
export const TitleSlotContext = createContext<HTMLElement | null>(null);

const useStyles = makeStyles({
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    flexGrow: 1,
    [phone]: { gap: tokens.spacingHorizontalS },
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [phone]: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  actions: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexShrink: 0 },
  body: { height: '100%', overflowY: 'auto', overflowX: 'hidden' },
  filled: { overflow: 'hidden', display: 'flex', flexDirection: 'column' },
});

interface PageProps {
  title: string;
  /** Stands instead of the title where the screen has its own heading: the way back. */
  lead?: ReactNode;
  /** The page this one is a part of: an arrow before the title leads there. */
  back?: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** The page scrolls its own parts (a virtual list); otherwise the whole page scrolls. */
  fills?: boolean;
  children: ReactNode;
}

/** Every screen stands in one: it names itself in the top bar and in the window's title. */
export function Page({ title, lead, back, actions, fills, children }: PageProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const slot = useContext(TitleSlotContext);
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`;
  }, [title, t]);
  return (
    <>
      {slot &&
        createPortal(
          <div className={styles.title}>
            {back && <LinkButton to={back} appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={t('back')} />}
            {lead ?? (
              <Text as="h1" className={styles.heading} title={title}>
                {title}
              </Text>
            )}
            {actions && <div className={styles.actions}>{actions}</div>}
          </div>,
          slot,
        )}
      <div className={mergeClasses(styles.body, fills && styles.filled)}>
        <Crash>{children}</Crash>
      </div>
    </>
  );
}
