import { makeStyles, tokens } from '@fluentui/react-components';
import { CircleSmall20Filled, ErrorCircle16Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CappedCount } from '../../../service/kernel/endpoint';
import { callBuckets, type CallBucket } from '../../../service/modules/activities/activities.contract';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';

const useStyles = makeStyles({
  overdue: { color: tokens.colorStatusDangerForeground3 },
  today: { color: tokens.colorBrandForeground1 },
});

interface BucketChipsProps {
  counts: Record<CallBucket, CappedCount> | undefined;
  value: CallBucket | null;
  onChange: (bucket: CallBucket | null) => void;
}

/** The list's groups with how many are in each; one of them at a time, or all. */
export function BucketChips({ counts, value, onChange }: BucketChipsProps) {
  const { t } = useTranslation(['calls', 'shared']);
  const styles = useStyles();
  const icons: Partial<Record<CallBucket, ReactNode>> = {
    overdue: <ErrorCircle16Filled className={styles.overdue} />,
    today: <CircleSmall20Filled className={styles.today} />,
  };
  const countOf = (bucket: CallBucket) => {
    const count = counts?.[bucket];
    if (!count) return '';
    return count.capped ? t('shared:capped', { value: count.value }) : String(count.value);
  };
  return (
    <ChoiceChips
      aria-label={t('buckets')}
      clearable
      small
      value={value}
      onChange={onChange}
      choices={callBuckets.map((bucket) => ({
        value: bucket,
        icon: icons[bucket],
        text: `${t(`bucket.${bucket}`)} ${countOf(bucket)}`.trim(),
      }))}
    />
  );
}
