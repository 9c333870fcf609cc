import { Checkbox, Field, makeStyles, Select, Switch, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import {
  directions,
  getCalendar,
  listCalendarEntries,
  onDeletes,
  updateCalendar,
  type OwnCalendar,
} from '../../../service/modules/calendar/calendar.contract';
import type { EndpointInput } from '../../../service/kernel/endpoint';
import { Section } from '../../shared/frame/Section';
import { useRead, useWrite } from '../../shared/queries';
import { CalendarEntries } from './CalendarEntries';
import { CalendarHealthBlock } from './CalendarHealthBlock';
import { FeedBlock } from './FeedBlock';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  hint: { color: tokens.colorNeutralForeground3 },
  kinds: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

const kinds = ['calls', 'meetings', 'tasks', 'birthdays'] as const;
const busy = 2000;

/** The reader's plan in Outlook's calendar: what stands in it, which way it goes, how it is. */
export function CalendarSection() {
  const { t } = useTranslation('calendar');
  const { data } = useRead(
    getCalendar,
    {},
    {
      // While something is on its way one wants to see it arrive.
      refetchInterval: (query) => {
        const health = query.state.data?.health;
        if (!health || health.status === 'off' || health.fault) return false;
        return health.waiting > 0 || health.status === 'leaving' || !health.checkedAt ? busy : false;
      },
    },
  );
  return <Section title={t('title')}>{data && <Choices own={data} />}</Section>;
}

function Choices({ own }: { own: OwnCalendar }) {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  const write = useWrite(updateCalendar, {
    said: ({ connected }) => (connected === own.connected ? t('saved') : t(connected ? 'connected' : 'left')),
    touches: [getCalendar, listCalendarEntries],
  });
  const change = (changes: Omit<EndpointInput<typeof updateCalendar>, 'version'>) =>
    write.mutate({ version: own.version, ...changes });
  const known = own.health.address !== null;
  return (
    <div className={styles.root}>
      {own.offered === 'off' ? (
        <Text size={200} className={styles.hint}>
          {t('off')}
        </Text>
      ) : (
        <div>
          <Switch
            label={t('connect')}
            checked={own.connected}
            disabled={write.isPending || (!known && !own.connected)}
            onChange={(_, { checked }) => change({ connected: checked })}
          />
          <Text size={200} block className={styles.hint}>
            {known ? t(own.connected ? 'doneHint' : 'connectHint') : t('noAddress')}
            {own.offered === 'stand-in' && ` ${t('standIn')}`}
          </Text>
        </div>
      )}
      {own.connected && (
        <>
          <div role="group" aria-label={t('kinds')} className={styles.kinds}>
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                label={t(`kind.${kind}`)}
                checked={own[kind]}
                disabled={write.isPending}
                onChange={(_, { checked }) => change({ [kind]: checked === true })}
              />
            ))}
          </div>
          <Field label={t('direction')}>
            <Select
              value={own.direction}
              disabled={write.isPending}
              onChange={(_, { value }) => change({ direction: value as OwnCalendar['direction'] })}
            >
              {directions.map((one) => (
                <option key={one} value={one}>
                  {t(`directions.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          {own.direction === 'both' && (
            <Field label={t('onDelete')}>
              <Select
                value={own.onDelete}
                disabled={write.isPending}
                onChange={(_, { value }) => change({ onDelete: value as OwnCalendar['onDelete'] })}
              >
                {onDeletes.map((one) => (
                  <option key={one} value={one}>
                    {t(`onDeletes.${one}`)}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </>
      )}
      {own.health.status !== 'off' && <CalendarHealthBlock health={own.health} />}
      {own.connected && <CalendarEntries />}
      <FeedBlock exists={own.feed} />
    </div>
  );
}
