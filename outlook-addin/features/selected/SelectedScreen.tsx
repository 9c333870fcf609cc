import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, DismissCircle16Filled, SubtractCircle16Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canReadSelected, type SelectedLetter } from '../../office/selected';
import { logLetter, type Outcome } from './log-letters';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: '0 16px 24px' },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: '6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
});

/** Several letters of the list, logged one after the other, each with what became of it. */
export function SelectedScreen({ letters }: { letters: SelectedLetter[] }) {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  // Other letters chosen meanwhile end it after the one under way.
  useEffect(() => {
    stopped.current = false;
    return () => {
      stopped.current = true;
    };
  }, []);

  const run = async () => {
    setRunning(true);
    for (const letter of letters) {
      if (stopped.current) return;
      if (['logged', 'already'].includes(outcomes.get(letter.itemId)?.state ?? '')) continue;
      const outcome = await logLetter(letter);
      setOutcomes((before) => new Map(before).set(letter.itemId, outcome));
    }
    setRunning(false);
    await client.invalidateQueries();
  };
  return (
    <div className={styles.root}>
      <Text as="h1" size={400} weight="semibold" className={styles.heading}>
        {t('selected.title', { count: letters.length })}
      </Text>
      {canReadSelected() ? (
        <Button appearance="primary" disabledFocusable={running} onClick={() => void run()}>
          {t('selected.log', { count: letters.length })}
        </Button>
      ) : (
        <Text size={200}>{t('selected.cannot')}</Text>
      )}
      {running && <ProgressBar value={outcomes.size} max={letters.length} aria-label={t('selected.running')} />}
      <ul className={styles.list}>
        {letters.map(({ itemId, subject }) => (
          <li key={itemId} className={styles.row}>
            <OutcomeIcon outcome={outcomes.get(itemId)} />
            <span>
              <Text block>{subject || t('noSubject')}</Text>
              <OutcomeWords outcome={outcomes.get(itemId)} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function OutcomeIcon({ outcome }: { outcome: Outcome | undefined }) {
  const styles = useStyles();
  if (!outcome) return <span />;
  if (outcome.state === 'failed') return <DismissCircle16Filled className={styles.failed} aria-hidden />;
  return outcome.state === 'skipped' ? (
    <SubtractCircle16Regular className={styles.quiet} aria-hidden />
  ) : (
    <CheckmarkCircle16Filled className={styles.done} aria-hidden />
  );
}

function OutcomeWords({ outcome }: { outcome: Outcome | undefined }) {
  const { t } = useTranslation(['pane', 'errors']);
  const styles = useStyles();
  if (!outcome) return null;
  const words =
    outcome.state === 'skipped'
      ? t(`selected.skipped.${outcome.because}`)
      : outcome.state === 'failed'
        ? (outcome.message ?? t('selected.failed'))
        : t(`selected.${outcome.state}`, { company: outcome.company });
  return (
    <Text size={200} className={styles.quiet} role="status">
      {words}
    </Text>
  );
}
