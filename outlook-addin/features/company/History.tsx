import { Button, Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { companyTimeline } from '../../../service/modules/activities/activities.contract';
import { ActivityLine } from '../../../teams-app/shared/activity/ActivityLine';
import { ListState } from '../../../teams-app/shared/lists/ListState';
import { usePages } from '../../../teams-app/shared/queries';

/** Everything that was done, newest first. */
export function History({ companyId }: { companyId: string }) {
  const { t } = useTranslation(['pane', 'shared']);
  const list = usePages(companyTimeline, { companyId, limit: 20 });
  return (
    <ListState query={list} isEmpty={list.rows.length === 0} empty={<Text size={200}>{t('noActivities')}</Text>}>
      {list.rows.map((activity) => (
        <ActivityLine key={activity.id} activity={activity} />
      ))}
      {list.hasNextPage && (
        <Button size="small" onClick={list.loadMore}>
          {t('shared:showMore')}
        </Button>
      )}
    </ListState>
  );
}
