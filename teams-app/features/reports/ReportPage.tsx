import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { cancelRun, downloadRun, getRun, listRuns } from '../../../service/modules/reports/reports.contract';
import { api } from '../../shared/api';
import { isApiError } from '../../shared/api-error';
import { BackButton } from '../../shared/frame/BackButton';
import { LinkButton } from '../../shared/frame/LinkButton';
import { Message } from '../../shared/frame/Message';
import { Page } from '../../shared/frame/Page';
import { PageSkeleton } from '../../shared/frame/PageSkeleton';
import { useRead, useWrite } from '../../shared/queries';
import { When } from '../../shared/time/When';
import { useNotify } from '../../shared/toasts/notify-context';
import { RunBadge } from './RunList';

const useStyles = makeStyles({
  root: { padding: '0 16px 24px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { margin: 0, overflowWrap: 'anywhere' },
  meta: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  progress: { maxWidth: '420px' },
  frame: {
    overflow: 'auto',
    maxHeight: '64vh',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: '4px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'pre-line',
    maxWidth: '320px',
    minWidth: '40px',
    height: '18px',
    verticalAlign: 'top',
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap' },
});

const looksNumeric = (text: string) => /^-?[\d\s\u00a0\u202f]+(,\d+)?( %)?$/.test(text);

/** One report: how far it is, then its first rows as a table, and the file. */
export function ReportPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['reports', 'shared']);
  const styles = useStyles();
  const notify = useNotify();
  const query = useRead(
    getRun,
    { id },
    { refetchInterval: (state) => (isUnderWay(state.state.data?.status) ? 700 : false) },
  );
  const run = query.data;
  const stop = useWrite(cancelRun, { touches: [getRun, listRuns], final: true });
  const [sheet, setSheet] = useState(0);
  const gone = isApiError(query.error) && query.error.status === 404;
  const shown = run?.preview?.[Math.min(sheet, (run.preview?.length ?? 1) - 1)];
  return (
    <Page title={run?.fileName ?? t('title')} lead={<BackButton to="/reports" />}>
      {gone && <Message title={t('gone')} action={<LinkButton to="/reports">{t('toList')}</LinkButton>} />}
      {!run && !gone && <PageSkeleton rows={8} />}
      {run && (
        <div className={styles.root}>
          <div className={styles.head}>
            <Text as="h1" size={500} weight="semibold" className={styles.title}>
              {run.fileName.replace(/\.xlsx$/, '')}
            </Text>
            <RunBadge run={run} />
            {run.status === 'done' && (
              <Button
                appearance="primary"
                icon={<ArrowDownload20Regular />}
                onClick={() => void api.download(downloadRun, { id }, run.fileName).catch(notify.failed)}
              >
                {t('save')}
              </Button>
            )}
            {isUnderWay(run.status) && <Button onClick={() => stop.mutate({ id })}>{t('stop')}</Button>}
          </div>
          <Text size={200} className={styles.meta}>
            {run.template.name} · {t('edition', { count: run.edition })} · <When at={run.at} />
            {run.status === 'done' && ` · ${t('rows', { count: run.rows })}`}
          </Text>
          {isUnderWay(run.status) && (
            <div className={styles.progress} role="status">
              <ProgressBar
                value={run.progress.of ? run.progress.done / run.progress.of : undefined}
                aria-label={t(`status.${run.status}`)}
              />
              {run.progress.of > 0 && (
                <Text size={200} className={styles.meta}>
                  {t('progress', { done: run.progress.done, of: run.progress.of })}
                </Text>
              )}
            </div>
          )}
          {run.error && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{run.error}</MessageBarBody>
            </MessageBar>
          )}
          {run.preview && run.preview.length > 1 && (
            <TabList size="small" selectedValue={sheet} onTabSelect={(_, { value }) => setSheet(value as number)}>
              {run.preview.map(({ name }, index) => (
                <Tab key={name} value={index}>
                  {name}
                </Tab>
              ))}
            </TabList>
          )}
          {shown && (
            <>
              <div className={styles.frame} tabIndex={0} role="region" aria-label={shown.name}>
                <table className={styles.table}>
                  <tbody>
                    {shown.rows.map((cells, row) => (
                      <tr key={row}>
                        {cells.map((cell, column) => (
                          <td key={column} className={mergeClasses(styles.cell, looksNumeric(cell) && styles.number)}>
                            {cell}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <Text size={200} className={styles.meta}>
                {t('preview')}
              </Text>
            </>
          )}
        </div>
      )}
    </Page>
  );
}

const isUnderWay = (status: string | undefined) => status === 'waiting' || status === 'running';
