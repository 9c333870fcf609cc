import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: '16px' },
});

/** The card’s outline while it is on its way. */
export function PaneSkeleton() {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <Skeleton className={styles.root} aria-label={t('loading')}>
      <SkeletonItem size={24} style={{ width: '70%' }} />
      <SkeletonItem size={16} style={{ width: '50%' }} />
      <SkeletonItem size={16} style={{ width: '60%' }} />
      <SkeletonItem size={32} />
      <SkeletonItem size={16} />
      <SkeletonItem size={16} />
    </Skeleton>
  );
}
