import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  ChevronLeft20Regular,
  ChevronRight20Regular,
  DataTrending24Regular,
  Target20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getForecast, type Forecast } from '../../../service/modules/forecast/forecast.contract';
import { ChartCard } from '../../shared/charts/ChartCard';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { PeoplePicker } from '../../shared/forms/PeoplePicker';
import { moneyText } from '../../shared/format/money';
import { Message } from '../../shared/frame/Message';
import { Forbidden } from '../../shared/frame/NotFound';
import { Page } from '../../shared/frame/Page';
import { ListState } from '../../shared/lists/ListState';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { useRead } from '../../shared/queries';
import { useCan, useMe } from '../../shared/session';
import { useMoments } from '../../shared/time/use-moments';
import { ForecastHistory } from './ForecastHistory';
import { ForecastTable } from './ForecastTable';
import { addMonths, groupsOf, splits, totalsOf, type Split } from './group-forecast';
import { PlansDrawer } from './PlansDrawer';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: '4px 16px 24px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  period: { minWidth: '150px', textAlign: 'center' },
  picker: { width: '168px', minWidth: 0 },
  end: { marginInlineStart: 'auto' },
  finding: { margin: 0 },
});

const filterNames = ['from', 'by', 'owner', 'month'] as const;
const monthsShown = 6;

/** What will be sold, by month, manager and equipment, against the plan, and how the forecast came to be what it is. */
export function ForecastPage() {
  const { t, i18n } = useTranslation(['forecast', 'shared']);
  const styles = useStyles();
  const can = useCan();
  const me = useMe();
  const { today, month: monthText } = useMoments();
  const { filter, change } = useUrlFilter(filterNames);
  const current = today().slice(0, 7);
  const from = filter.from ?? current;
  const split: Split = splits.find((one) => one === filter.by) ?? 'month';
  const query = useRead(
    getForecast,
    { from, months: monthsShown, owner: filter.owner },
    { placeholderData: (before) => before },
  );
  const [planning, setPlanning] = useState(false);
  if (!can('deals.read')) return <Forbidden title={t('title')} />;
  const data = query.data;
  const months = Array.from({ length: monthsShown }, (_, by) => addMonths(from, by));
  const named = (month: string) => monthText(`${month}-01`);
  const groups = data ? groupsOf(data, split, months, { month: named, nobody: t('nobody'), noType: t('noType') }) : [];
  const selected = filter.month ?? (months.includes(current) ? current : from);
  return (
    <Page title={t('title')}>
      <div className={styles.root}>
        <div className={styles.bar}>
          <ChoiceChips
            aria-label={t('by')}
            choices={[
              { value: 'month', text: t('byMonth') },
              { value: 'manager', text: t('byManager') },
              { value: 'type', text: t('byType') },
            ]}
            value={split}
            onChange={(one) => change({ by: one === 'month' ? null : one })}
          />
          <Button
            appearance="subtle"
            icon={<ChevronLeft20Regular />}
            aria-label={t('previous')}
            onClick={() => change({ from: addMonths(from, -monthsShown), month: null })}
          />
          <Text weight="semibold" className={styles.period} role="status">
            {`${named(from)} – ${named(months.at(-1)!)}`}
          </Text>
          <Button
            appearance="subtle"
            icon={<ChevronRight20Regular />}
            aria-label={t('next')}
            onClick={() => change({ from: addMonths(from, monthsShown), month: null })}
          />
          {me.can['deals.read'] !== 'own' && (
            <div className={styles.picker}>
              <PeoplePicker
                aria-label={t('shared:owner.label')}
                placeholder={t('shared:owner.label')}
                value={filter.owner?.split(',') ?? []}
                onChange={(ids) => change({ owner: ids.join(',') || null })}
              />
            </div>
          )}
          {can('plans.manage') && (
            <Button className={styles.end} icon={<Target20Regular />} onClick={() => setPlanning(true)}>
              {t('plans.button')}
            </Button>
          )}
        </div>
        <ListState
          query={query}
          isEmpty={!data || (data.cells.length === 0 && data.plans.length === 0)}
          empty={<Message icon={<DataTrending24Regular />} title={t('empty')} text={t('emptyHint')} />}
        >
          {data && (
            <>
              <Text as="h2" size={400} weight="semibold" className={styles.finding}>
                <Finding data={data} month={selected} named={named} />
              </Text>
              <ChartCard
                title={t('chart')}
                look="columns"
                line={2}
                height={260}
                data={{
                  unit: 'money',
                  series: [
                    { id: 'won', name: t('won') },
                    { id: 'weighted', name: t('weighted') },
                    { id: 'plan', name: t('plan') },
                  ],
                  rows: groups.map(({ id, label, sums }) => ({
                    id,
                    label,
                    values: [sums.won, sums.weighted, sums.plan || null],
                  })),
                }}
                onRow={(id) => split === 'month' && change({ month: id })}
              />
              <ForecastTable
                groups={groups}
                total={totalsOf(data)}
                split={split}
                months={months}
                owner={filter.owner}
                selected={selected}
                onSelect={(month) => change({ month })}
              />
              <ForecastHistory month={selected} name={named(selected)} owner={filter.owner} />
            </>
          )}
        </ListState>
      </div>
      {planning && data && <PlansDrawer data={data} months={months} named={named} onClose={() => setPlanning(false)} />}
    </Page>
  );

  function Finding({
    data: read,
    month,
    named: name,
  }: {
    data: Forecast;
    month: string;
    named: (month: string) => string;
  }) {
    const sums = totalsOf({
      ...read,
      cells: read.cells.filter((cell) => cell.month === month),
      plans: read.plans.filter((plan) => plan.month === month),
    });
    const expected = sums.won + sums.weighted;
    const money = (kopecks: number) => moneyText(Math.round(kopecks / 100) * 100, i18n.language);
    if (!sums.plan) return t('findingNoPlan', { month: name(month), amount: money(expected) });
    return expected < sums.plan
      ? `${name(month)}: ${t('findingBehind', { amount: money(sums.plan - expected) })}`
      : `${name(month)}: ${t('findingAhead', { amount: money(expected - sums.plan) })}`;
  }
}
