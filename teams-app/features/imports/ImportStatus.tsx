import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../service/modules/imports/imports.contract';
import { numberText } from '../../shared/format/money';
import { phone } from '../../shared/frame/breakpoints';
import { LinkButton } from '../../shared/frame/LinkButton';
import { ImportFacts } from './ImportFacts';
import { isRunning, nextStep, type ImportStep } from './import-stage';
import { useCountsText } from './use-counts-text';
import type { ImportSteps } from './use-import-steps';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalS,
    padding: '4px 16px 8px',
  },
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, maxWidth: '640px' },
  numbers: { fontVariantNumeric: 'tabular-nums' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground3, [phone]: { flexBasis: '100%' } },
});

interface ImportStatusProps {
  view: ImportView;
  changed: boolean;
  steps: ImportSteps;
  onStart: (step: ImportStep) => void;
}

/** How far it is, what came of it, and what to press next. */
export function ImportStatus({ view, changed, steps, onStart }: ImportStatusProps) {
  const { t } = useTranslation('imports');
  const styles = useStyles();
  const countsText = useCountsText();
  const step = nextStep(view, changed);
  const words = {
    check: view.status === 'uploaded' ? t('check') : t('checkAgain'),
    load: t('load'),
    resume: t('resume'),
  };
  const outcome = useOutcome(view, changed);

  return (
    <div className={styles.root}>
      <ImportFacts view={view} />
      {isRunning(view) ? (
        <Progress view={view} />
      ) : (
        outcome && (
          <MessageBar intent={outcome.intent} layout="multiline" politeness="polite">
            <MessageBarBody>
              {outcome.text} {view.processed > 0 && <strong>{countsText(view)}.</strong>}
            </MessageBarBody>
          </MessageBar>
        )
      )}
      {(steps.failure ?? (step && steps.obstacle)) && (
        <MessageBar intent={steps.failure ? 'error' : 'warning'} layout="multiline">
          <MessageBarBody>{steps.failure ?? steps.obstacle}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        {isRunning(view) && (
          <Button disabled={steps.stopping} onClick={steps.cancel}>
            {steps.stopping ? t('stopping') : t('cancel')}
          </Button>
        )}
        {step && (
          <Button
            appearance="primary"
            disabled={steps.isStarting || steps.obstacle !== null}
            onClick={() => onStart(step)}
          >
            {words[step]}
          </Button>
        )}
        {step === 'check' && (
          <>
            <Button disabled={steps.isStarting || steps.obstacle !== null} onClick={() => onStart('load')}>
              {t('loadAnyway')}
            </Button>
            <Text size={200} className={styles.hint}>
              {t('checkHint')}
            </Text>
          </>
        )}
        {view.status === 'done' && (
          <>
            <LinkButton to="/companies?sort=created" appearance="primary">
              {t('toCompanies')}
            </LinkButton>
            <LinkButton to="/import">{t('another')}</LinkButton>
          </>
        )}
      </div>
    </div>
  );
}

function Progress({ view }: { view: ImportView }) {
  const { t, i18n } = useTranslation('imports');
  const styles = useStyles();
  const countsText = useCountsText();
  const number = (value: number) => numberText(value, i18n.language);
  return (
    <div className={styles.progress}>
      <Text className={styles.numbers} role="status">
        {t(`status.${view.status}`)}.{' '}
        {view.total === null
          ? t('progressUnknown')
          : `${t('progressOf', { processed: number(view.processed), total: number(view.total) })}. ${countsText(view)}`}
      </Text>
      <ProgressBar
        thickness="large"
        aria-label={t('progress')}
        value={view.total ? view.processed / view.total : undefined}
      />
    </div>
  );
}

/** What is to be said of a run that is over. */
function useOutcome(view: ImportView, changed: boolean) {
  const { t } = useTranslation('imports');
  const { dryRun, error, counts } = view;
  switch (view.status) {
    case 'checked':
      if (changed) return { intent: 'warning', text: t('say.changed') } as const;
      return { intent: counts.refused > 0 ? 'warning' : 'info', text: t('say.checked') } as const;
    case 'done':
      return { intent: counts.refused > 0 ? 'warning' : 'success', text: t('say.done') } as const;
    case 'paused':
    case 'cancelled':
      return { intent: 'warning', text: dryRun ? t('say.cancelledCheck') : t('say.cancelled') } as const;
    case 'failed':
      return { intent: 'error', text: t(dryRun ? 'say.failedCheck' : 'say.failed', { error: error ?? '' }) } as const;
    default:
      return null;
  }
}
