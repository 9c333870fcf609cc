import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../../service/modules/system/system.contract';
import { When } from '../../../shared/time/When';
import { JobStatus } from './JobStatus';
import { useJobKind } from './use-job-columns';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  texts: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '2px' },
  secondary: { color: tokens.colorNeutralForeground3 },
  error: { color: tokens.colorStatusDangerForeground3, overflowWrap: 'anywhere' },
});

export function JobCard({ job, button }: { job: JobView; button: ReactNode }) {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const kindOf = useJobKind();
  return (
    <div className={styles.root}>
      <div className={styles.texts}>
        <Text weight="semibold">{kindOf(job)}</Text>
        <JobStatus status={job.status} />
        <Text size={200} className={styles.secondary}>
          <When at={job.createdAt} /> · {t('jobs.attempts', { count: job.attempts })}
        </Text>
        {job.error && (
          <Text size={200} className={styles.error}>
            {job.error}
          </Text>
        )}
      </div>
      <div onClick={(event) => event.stopPropagation()}>{button}</div>
    </div>
  );
}
