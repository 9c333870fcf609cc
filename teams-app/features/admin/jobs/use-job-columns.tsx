import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../../service/modules/system/system.contract';
import type { Column } from '../../../shared/lists/columns';
import { useMoments } from '../../../shared/time/use-moments';
import { When } from '../../../shared/time/When';
import { JobStatus } from './JobStatus';

const useStyles = makeStyles({
  secondary: { display: 'block', color: tokens.colorNeutralForeground3 },
  error: {
    color: tokens.colorStatusDangerForeground3,
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
  },
});

const known = [
  'kpi-recount',
  'reports-run',
  'reports-schedules',
  'imports-run',
  'exports-run',
  'system-cleanUp',
  'calendar-work',
] as const;

/** A job in words; one we have no words for, by its own name. */
export function useJobKind(): (job: JobView) => string {
  const { t } = useTranslation('admin');
  return ({ kind }) => {
    const name = known.find((one) => one === kind.replace('.', '-'));
    return name ? t(`jobs.kind.${name}`) : kind;
  };
}

export function useJobColumns(): Column<JobView>[] {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const { moment } = useMoments();
  const kindOf = useJobKind();
  return [
    { id: 'kind', title: t('jobs.column.kind'), minWidth: 190, grow: 1.5, fixed: true, cell: kindOf },
    {
      id: 'status',
      title: t('jobs.column.status'),
      minWidth: 112,
      cell: (job) => (
        <>
          <JobStatus status={job.status} />
          {job.status === 'waiting' && job.attempts > 0 && (
            <Text size={200} className={styles.secondary}>
              {t('jobs.next', { moment: moment(job.runAt) })}
            </Text>
          )}
        </>
      ),
    },
    { id: 'created', title: t('jobs.column.created'), minWidth: 116, cell: ({ createdAt }) => <When at={createdAt} /> },
    {
      id: 'finished',
      title: t('jobs.column.finished'),
      minWidth: 116,
      cell: ({ finishedAt }) => finishedAt && <When at={finishedAt} />,
    },
    {
      id: 'attempts',
      title: t('jobs.column.attempts'),
      minWidth: 72,
      grow: 0.3,
      numeric: true,
      cell: ({ attempts }) => attempts,
    },
    {
      id: 'error',
      title: t('jobs.column.error'),
      minWidth: 140,
      grow: 2,
      cell: ({ error }) =>
        error && (
          <Text size={200} className={styles.error} title={error}>
            {error}
          </Text>
        ),
    },
  ];
}
