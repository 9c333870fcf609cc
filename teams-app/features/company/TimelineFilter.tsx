import { makeStyles, Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { activityKinds, type ActivityKind } from '../../../service/modules/activities/activity-kinds';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', paddingBlock: '4px' },
  title: { margin: 0 },
});

interface TimelineFilterProps {
  kind: ActivityKind | null;
  onKind: (kind: ActivityKind | null) => void;
}

export function TimelineFilter({ kind, onKind }: TimelineFilterProps) {
  const { t } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Text as="h2" weight="semibold" className={styles.title}>
        {t('timeline.title')}
      </Text>
      <ChoiceChips
        aria-label={t('timeline.filter')}
        clearable
        small
        value={kind}
        onChange={onKind}
        choices={activityKinds.map((one) => ({ value: one, text: t(`shared:kind.${one}`) }))}
      />
    </div>
  );
}
