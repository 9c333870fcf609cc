import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { CalendarLtr24Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listPlanned, type PlannedRow } from '../../../service/modules/activities/activities.contract';
import { plannableKinds } from '../../../service/modules/activities/activity-kinds';
import { PersonPicker } from '../../shared/forms/PersonPicker';
import { LinkButton } from '../../shared/frame/LinkButton';
import { Message } from '../../shared/frame/Message';
import { Page } from '../../shared/frame/Page';
import { ListState } from '../../shared/lists/ListState';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { VirtualList } from '../../shared/lists/VirtualList';
import { usePages } from '../../shared/queries';
import { useMe, useSeesOthers } from '../../shared/session';
import { addDays, dateIn } from '../../shared/time/zone-time';
import { useMoments } from '../../shared/time/use-moments';
import { DayHeading } from './DayHeading';
import { PlannedRowView } from './PlannedRowView';

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: '4px 16px 12px',
    flexShrink: 0,
  },
  person: { width: '200px' },
  list: { backgroundColor: tokens.colorNeutralBackground1 },
});

const filterNames = ['owner', 'kind', 'period'] as const;
const periods = ['all', 'overdue', 'week', 'month'] as const;
type Period = (typeof periods)[number];
type Item = { kind: 'day'; date: string } | { kind: 'row'; row: PlannedRow };

/** What is planned, day by day, the most overdue first. */
export function PlanPage() {
  const { t } = useTranslation(['plan', 'shared']);
  const styles = useStyles();
  const me = useMe();
  const seesOthers = useSeesOthers();
  const { zone, today } = useMoments();
  const { filter, change } = useUrlFilter(filterNames);
  const period: Period = periods.find((one) => one === filter.period) ?? 'all';
  const owner = filter.owner ?? me.id;
  const list = usePages(
    listPlanned,
    {
      owner: owner === 'all' ? undefined : owner,
      kind: plannableKinds.find((kind) => kind === filter.kind),
      ...rangeOf(period, today()),
    },
    { keepPrevious: true },
  );
  const items = useMemo<Item[]>(
    () =>
      list.rows.flatMap((row, index): Item[] => {
        const date = dateIn(row.at, zone);
        const before = list.rows[index - 1];
        const starts = !before || dateIn(before.at, zone) !== date;
        return starts
          ? [
              { kind: 'day', date },
              { kind: 'row', row },
            ]
          : [{ kind: 'row', row }];
      }),
    [list.rows, zone],
  );

  return (
    <Page title={t('title')} fills>
      <div className={styles.filters}>
        <Select
          aria-label={t('period')}
          value={period}
          onChange={(_, data) => change({ period: data.value === 'all' ? null : data.value })}
        >
          {periods.map((one) => (
            <option key={one} value={one}>
              {t(`periods.${one}`)}
            </option>
          ))}
        </Select>
        <Select
          aria-label={t('kind')}
          value={filter.kind ?? ''}
          onChange={(_, data) => change({ kind: data.value || null })}
        >
          <option value="">{t('allKinds')}</option>
          {plannableKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`shared:kind.${kind}`)}
            </option>
          ))}
        </Select>
        {seesOthers && (
          <PersonPicker
            className={styles.person}
            aria-label={t('manager')}
            value={owner}
            also={[
              { value: me.id, text: t('mine') },
              { value: 'all', text: t('everybody') },
            ]}
            onChange={(id) => change({ owner: id === me.id ? null : id })}
          />
        )}
      </div>
      <ListState
        query={list}
        isEmpty={list.rows.length === 0}
        empty={
          <Message
            icon={<CalendarLtr24Regular />}
            title={t('empty')}
            text={t('emptyHint')}
            action={
              <LinkButton to="/" appearance="primary">
                {t('toCalls')}
              </LinkButton>
            }
          />
        }
      >
        <VirtualList
          className={styles.list}
          aria-label={t('title')}
          items={items}
          keyOf={(item) => (item.kind === 'day' ? item.date : item.row.id)}
          height={(item) => (item.kind === 'day' ? 36 : 60)}
          onEnd={list.loadMore}
          render={(item) =>
            item.kind === 'day' ? (
              <DayHeading date={item.date} />
            ) : (
              <PlannedRowView row={item.row} showOwner={owner === 'all'} />
            )
          }
        />
      </ListState>
    </Page>
  );
}

function rangeOf(period: Period, today: string): { from?: string; to?: string } {
  if (period === 'overdue') return { to: addDays(today, -1) };
  if (period === 'week') return { from: today, to: addDays(today, 13) };
  return period === 'month' ? { from: today, to: addDays(today, 30) } : {};
}
