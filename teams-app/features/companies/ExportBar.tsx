import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownload20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { ExportView } from '../../../service/modules/imports/imports.contract';
import { numberText } from '../../shared/format/money';
import { isUnderWay } from './use-export';

const useStyles = makeStyles({
  root: { margin: '0 16px 8px', flexShrink: 0 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
});

interface ExportBarProps {
  job: ExportView;
  onCancel: () => void;
  onDownload: () => void;
  onDismiss: () => void;
}

const intents = { waiting: 'info', running: 'info', done: 'success', failed: 'error', cancelled: 'warning' } as const;

/** How far the export is; done, it waits to be downloaded. */
export function ExportBar({ job, onCancel, onDownload, onDismiss }: ExportBarProps) {
  const { t, i18n } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const number = (value: number) => numberText(value, i18n.language);
  const text = {
    waiting: t('export.waiting'),
    running: job.total
      ? t('export.running', { processed: number(job.processed), total: number(job.total) })
      : t('export.runningUnknown'),
    done: t('export.done', { file: job.fileName }),
    failed: `${t('export.failed')} ${job.error ?? ''}`,
    cancelled: t('export.cancelled'),
  }[job.status];
  return (
    <MessageBar intent={intents[job.status]} layout={isUnderWay(job) ? 'multiline' : 'auto'} className={styles.root}>
      <MessageBarBody className={styles.body}>
        {text}
        {isUnderWay(job) && (
          <ProgressBar
            aria-label={t('export.progress')}
            value={job.status === 'running' && job.total ? job.processed / job.total : undefined}
          />
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          isUnderWay(job) ? undefined : (
            <Button
              appearance="transparent"
              icon={<Dismiss20Regular />}
              aria-label={t('export.hide')}
              onClick={onDismiss}
            />
          )
        }
      >
        {isUnderWay(job) && <Button onClick={onCancel}>{t('export.cancel')}</Button>}
        {job.status === 'done' && (
          <Button appearance="primary" icon={<ArrowDownload20Regular />} onClick={onDownload}>
            {t('export.download')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
