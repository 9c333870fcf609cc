import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CalendarCheckmark16Regular, CalendarClock16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { cancelEntry, companyCalendar, putBackEntry } from '../../../service/modules/calendar/calendar.contract';
import { companyTimeline } from '../../../service/modules/activities/activities.contract';
import { getCompany } from '../../../service/modules/companies/companies.contract';
import { useRead, useWrite } from '../../shared/queries';

const useStyles = makeStyles({
  root: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  quiet: { display: 'inline-flex', alignItems: 'center', gap: '2px', color: tokens.colorNeutralForeground3 },
});

/** Whether the next contact stands in its manager's calendar; deleted there, it is asked here what that means. */
export function CalendarMark({ companyId, activityId }: { companyId: string; activityId: string }) {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  const { data } = useRead(
    companyCalendar,
    { companyId },
    {
      refetchInterval: (query) => (query.state.data?.rows.some(({ status }) => status === 'waiting') ? 2000 : false),
    },
  );
  const touches = [companyCalendar, getCompany, companyTimeline];
  const putBack = useWrite(putBackEntry, { said: t('entries.cameBack'), final: true, touches });
  const cancel = useWrite(cancelEntry, { said: t('entries.cancelled'), touches });
  const entry = data?.rows.find((row) => row.activityId === activityId);
  if (!entry) return null;
  if (entry.status === 'removed' && entry.own)
    return (
      <span className={styles.root}>
        <Badge appearance="tint" color="warning">
          {t('mark.removed')}
        </Badge>
        <Button size="small" onClick={() => putBack.mutate({ id: entry.entryId })}>
          {t('entries.putBack')}
        </Button>
        <Button size="small" onClick={() => cancel.mutate({ id: entry.entryId })}>
          {t('entries.cancel')}
        </Button>
      </span>
    );
  const Icon = entry.status === 'there' ? CalendarCheckmark16Regular : CalendarClock16Regular;
  return (
    <span className={styles.quiet} title={t(`mark.${entry.status}`)}>
      <Icon aria-hidden />
      <Text size={200}>{t('mark.thereShort')}</Text>
    </span>
  );
}
