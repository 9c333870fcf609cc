import { Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: '16px 24px' },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalXS,
  },
});

/** What a list looks like before its first rows arrive. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <Skeleton className={styles.root} aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row}>
          <SkeletonItem size={16} style={{ width: `${48 - (index % 3) * 8}%` }} />
          <SkeletonItem size={12} style={{ width: `${72 - (index % 4) * 9}%` }} />
        </div>
      ))}
    </Skeleton>
  );
}
