import { Button, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { CalendarClock24Regular, Delete20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import {
  deleteSchedule,
  listSchedules,
  updateSchedule,
  type ScheduleView,
} from '../../../service/modules/reports/reports.contract';
import { Message } from '../../shared/frame/Message';
import { ListState } from '../../shared/lists/ListState';
import { useRead, useWrite } from '../../shared/queries';
import { useMoments } from '../../shared/time/use-moments';
import { minutesText } from '../../shared/time/zone-time';
import { useWeekdays } from './use-weekdays';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '10px 16px',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  grow: { flexGrow: 1, minWidth: '220px' },
  meta: { color: tokens.colorNeutralForeground3 },
});

/** Reports that make themselves. */
export function ScheduleList() {
  const { t } = useTranslation(['reports', 'shared']);
  const styles = useStyles();
  const { fullDay } = useMoments();
  const query = useRead(listSchedules, {});
  const change = useWrite(updateSchedule, { said: t('schedule.saved'), touches: [listSchedules] });
  const remove = useWrite(deleteSchedule, { said: t('schedule.deleted'), touches: [listSchedules] });
  const weekdays = useWeekdays();
  const when = ({ cadence, day, minute }: ScheduleView) =>
    [
      t(`schedule.cadences.${cadence}`),
      cadence === 'weekly' ? weekdays[day - 1] : cadence === 'monthly' ? day : null,
      minutesText(minute),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <ListState
      query={query}
      isEmpty={!query.data?.rows.length}
      empty={<Message icon={<CalendarClock24Regular />} title={t('schedule.empty')} />}
    >
      <ul className={styles.list}>
        {query.data?.rows.map((schedule) => (
          <li key={schedule.id} className={styles.row}>
            <div className={styles.grow}>
              <Text weight="semibold">{schedule.template.name}</Text>
              <Text size={200} block className={styles.meta}>
                {when(schedule)} · {schedule.recipients.map(({ name }) => name).join(', ')}
                {schedule.lastOn && ` · ${t('schedule.last', { day: fullDay(schedule.lastOn) })}`}
              </Text>
            </div>
            <Switch
              label={t('schedule.active')}
              checked={schedule.active}
              onChange={(_, { checked }) =>
                change.mutate({ id: schedule.id, version: schedule.version, active: checked })
              }
            />
            <Button
              appearance="subtle"
              icon={<Delete20Regular />}
              aria-label={t('schedule.delete', { name: schedule.template.name })}
              onClick={() => remove.mutate({ id: schedule.id, version: schedule.version })}
            />
          </li>
        ))}
      </ul>
    </ListState>
  );
}
