import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { activityKinds, type ActivityKind } from '../../../service/modules/activities/activity-kinds';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { ListSearch } from '../../shared/lists/ListSearch';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', paddingBlock: '4px' },
  title: { margin: 0 },
  search: { flex: '1 1 120px', minWidth: '100px', maxWidth: '200px', marginInlineStart: 'auto' },
  chips: { color: tokens.colorNeutralForeground2 },
});

interface TimelineFilterProps {
  kind: ActivityKind | null;
  onKind: (kind: ActivityKind | null) => void;
  search: string | null;
  onSearch: (text: string | null) => void;
}

export function TimelineFilter({ kind, onKind, search, onSearch }: TimelineFilterProps) {
  const { t } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Text as="h2" weight="semibold" className={styles.title}>
        {t('timeline.title')}
      </Text>
      <ChoiceChips
        className={styles.chips}
        aria-label={t('timeline.filter')}
        clearable
        value={kind}
        onChange={onKind}
        choices={activityKinds.map((one) => ({ value: one, text: t(`shared:kind.${one}`) }))}
      />
      <ListSearch
        className={styles.search}
        aria-label={t('timeline.search')}
        placeholder={t('shared:search')}
        value={search ?? undefined}
        onSearch={onSearch}
      />
    </div>
  );
}
