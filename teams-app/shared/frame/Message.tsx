import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ErrorCircle24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    padding: '48px 24px',
    textAlign: 'center',
    minHeight: '160px',
  },
  icon: { color: tokens.colorNeutralForeground3, display: 'flex' },
  error: { color: tokens.colorPaletteRedForeground1 },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '44ch' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
});

interface MessageProps {
  icon?: ReactNode;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  tone?: 'plain' | 'error';
  role?: 'alert' | 'status';
}

/** A page or a list with nothing to show: why, and what to do next. */
export function Message({ icon, title, text, action, tone = 'plain', role }: MessageProps) {
  const styles = useStyles();
  const shown = icon ?? (tone === 'error' ? <ErrorCircle24Regular className={styles.error} /> : undefined);
  return (
    <div className={styles.root} role={role}>
      {shown && (
        <span className={styles.icon} aria-hidden>
          {shown}
        </span>
      )}
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
        {title}
      </Text>
      {text && (
        <Text align="center" className={styles.text}>
          {text}
        </Text>
      )}
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  );
}
