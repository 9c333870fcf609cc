import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { TaskListSquareLtr24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { listJobs, retryJob, type JobView } from '../../../../service/modules/system/system.contract';
import { ChoiceChips } from '../../../shared/forms/ChoiceChips';
import { Message } from '../../../shared/frame/Message';
import { ListState } from '../../../shared/lists/ListState';
import { RecordTable } from '../../../shared/lists/RecordTable';
import { useUrlFilter } from '../../../shared/lists/use-url-filter';
import { usePages, useWrite } from '../../../shared/queries';
import { AdminSection } from '../AdminSection';
import { JobCard } from './JobCard';
import { JobStatus } from './JobStatus';
import { useJobColumns, useJobKind } from './use-job-columns';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: '4px 16px 12px',
    flexShrink: 0,
  },
  intro: { color: tokens.colorNeutralForeground3 },
});

const states = ['waiting', 'running', 'failed', 'done'] as const;
const filterNames = ['status'] as const;
const everyMs = { busy: 1500, idle: 15_000 };

/** What the service does by itself; what failed is tried again from here. */
export function JobsPage() {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const { filter, change } = useUrlFilter(filterNames);
  const status = states.find((state) => state === filter.status);
  const query = usePages(
    listJobs,
    { status, limit: 50 },
    {
      keepPrevious: true,
      refetchEvery: (rows) =>
        rows.some((job) => job.status === 'waiting' || job.status === 'running') ? everyMs.busy : everyMs.idle,
    },
  );
  const retry = useWrite(retryJob, { said: t('jobs.retried'), touches: [listJobs] });
  const columns = useJobColumns();
  const kindOf = useJobKind();
  const button = (job: JobView) =>
    job.status === 'failed' && (
      <Button
        size="small"
        aria-label={t('jobs.retryOf', { kind: kindOf(job) })}
        onClick={() => retry.mutate({ id: job.id })}
      >
        {t('jobs.retry')}
      </Button>
    );

  return (
    <AdminSection name="jobs">
      <div className={styles.head}>
        <Text size={200} className={styles.intro}>
          {t('jobs.intro')}
        </Text>
        <ChoiceChips
          aria-label={t('jobs.state')}
          value={status ?? 'all'}
          onChange={(value) => change({ status: value === 'all' ? null : value })}
          choices={[
            { value: 'all', text: t('jobs.all') },
            ...states.map((state) => ({
              value: state,
              text: t(`jobs.status.${state}`),
              icon: <JobStatus status={state} iconOnly />,
            })),
          ]}
        />
      </div>
      <ListState
        query={query}
        isEmpty={query.rows.length === 0}
        empty={
          <Message
            icon={<TaskListSquareLtr24Regular />}
            title={status ? t('jobs.emptyState') : t('jobs.empty')}
            text={status ? undefined : t('jobs.emptyHint')}
            action={status && <Button onClick={() => change({ status: null })}>{t('shared:reset')}</Button>}
          />
        }
      >
        <RecordTable
          aria-label={t('jobs.list')}
          rows={query.rows}
          columns={columns}
          labelOf={kindOf}
          onOpen={() => undefined}
          onEnd={query.loadMore}
          actions={button}
          card={(job) => <JobCard job={job} button={button(job)} />}
        />
      </ListState>
    </AdminSection>
  );
}
