import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { getDashboard, type ChartId, type ChartView } from '../../../service/modules/reports/reports.contract';
import type { ChartData, ChartLook } from '../../shared/charts/chart-data';
import { ChartCard } from '../../shared/charts/ChartCard';
import { useChartNumber } from '../../shared/charts/use-chart-number';
import { narrow } from '../../shared/frame/breakpoints';
import { Forbidden } from '../../shared/frame/NotFound';
import { Page } from '../../shared/frame/Page';
import { PageSkeleton } from '../../shared/frame/PageSkeleton';
import { LoadFailed } from '../../shared/lists/ListState';
import { useRead } from '../../shared/queries';
import { useCan, useMe } from '../../shared/session';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    padding: '4px 16px 24px',
    alignItems: 'start',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

const looks: Record<ChartId, { look: ChartLook; line?: number }> = {
  pipeline: { look: 'bars' },
  forecast: { look: 'columns', line: 2 },
  callsByWeek: { look: 'line' },
  pace: { look: 'bars' },
  processed: { look: 'bars' },
  wonByMonth: { look: 'columns' },
  types: { look: 'bars' },
  lostReasons: { look: 'bars' },
  stalled: { look: 'columns' },
  activityKinds: { look: 'bars' },
};

/** Who sells looks at his own week first, who leads at everybody's, who counts at the money. */
const order: Record<'manager' | 'head', ChartId[]> = {
  manager: ['pipeline', 'callsByWeek', 'forecast', 'stalled', 'wonByMonth', 'types', 'lostReasons', 'activityKinds'],
  head: [
    'pace',
    'forecast',
    'pipeline',
    'processed',
    'callsByWeek',
    'wonByMonth',
    'stalled',
    'types',
    'lostReasons',
    'activityKinds',
  ],
};

/** Charts by role; each has its table a press away, and each bar opens the rows behind it. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const styles = useStyles();
  const can = useCan();
  const me = useMe();
  const { data, error, refetch } = useRead(getDashboard, {}, { staleTime: 60_000 });
  if (!can('deals.read')) return <Forbidden title={t('title')} />;
  const wanted = order[me.can['kpi.read'] === 'own' ? 'manager' : 'head'];
  const charts = wanted.flatMap((id) => data?.charts.filter((chart) => chart.id === id) ?? []);
  return (
    <Page title={t('title')}>
      {error && !data ? (
        <LoadFailed error={error} retry={() => void refetch()} />
      ) : !data ? (
        <PageSkeleton rows={10} />
      ) : (
        <div className={styles.root}>
          {charts.map((chart) => (
            <OneChart key={chart.id} chart={chart} />
          ))}
        </div>
      )}
    </Page>
  );
}

function OneChart({ chart }: { chart: ChartView }) {
  const { t } = useTranslation(['dashboard', 'shared']);
  const { month, shortDay } = useMoments();
  const { whole } = useChartNumber(chart.unit);
  const labelOf = ({ id, label }: ChartView['rows'][number]): string => {
    if (chart.id === 'forecast' || chart.id === 'wonByMonth') return month(`${id}-01`);
    if (chart.id === 'callsByWeek') return shortDay(id);
    if (chart.id === 'stalled') return t(`stalled.${id as 'week'}`);
    if (chart.id === 'activityKinds') return t(`shared:kind.${id as 'call'}`);
    return label || t('noType');
  };
  const data: ChartData = {
    unit: chart.unit,
    series: chart.series.map((id) => ({ id, name: t(`series.${id as 'amount'}`) })),
    rows: chart.rows.map((row) => ({
      id: row.id,
      label: labelOf(row),
      values: row.values,
      ...(row.link ? { link: row.link } : {}),
    })),
  };
  return <ChartCard title={t(`chart.${chart.id}`)} about={finding()} data={data} {...looks[chart.id]} />;

  /** What the chart says, in a line. */
  function finding(): string | undefined {
    const filled = data.rows.filter(({ values }) => values[0] !== null);
    const by = (sign: 1 | -1) => [...filled].sort((a, b) => sign * ((a.values[0] ?? 0) - (b.values[0] ?? 0)))[0];
    const said = (row: (typeof filled)[number] | undefined) => row && { label: row.label, value: whole(row.values[0]) };
    const { id } = chart;
    if (id === 'pipeline' || id === 'types' || id === 'lostReasons') {
      const most = said(by(-1));
      return most && t(`finding.${id}`, most);
    }
    if (id === 'pace' || id === 'processed') {
      const least = by(1)?.values[0] === by(-1)?.values[0] ? undefined : said(by(1));
      return least && t(`finding.${id}`, least);
    }
    if (id === 'stalled') {
      const longer = filled.find((row) => row.id === 'longer');
      return longer?.values[0] ? t('finding.stalled', { value: whole(longer.values[0]) }) : undefined;
    }
    return undefined;
  }
}
