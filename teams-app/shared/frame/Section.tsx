import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: '8px 16px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    minHeight: '36px',
  },
  title: { margin: 0 },
  plain: { paddingBottom: '12px' },
});

interface SectionProps {
  title: string;
  action?: ReactNode;
  /** Its frame and title stand around it already: in an accordion. */
  plain?: boolean;
  children: ReactNode;
}

/** A titled block of a card or a settings page. */
export function Section({ title, action, plain, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  if (plain) {
    return (
      <div className={styles.plain}>
        {children}
        {action}
      </div>
    );
  }
  return (
    <section className={styles.root} aria-labelledby={id}>
      <div className={styles.head}>
        <Text as="h2" id={id} weight="semibold" className={styles.title}>
          {title}
        </Text>
        {action}
      </div>
      {children}
    </section>
  );
}
