import { HorizontalBarChart, LineChart, VerticalStackedBarChart } from '@fluentui/react-charts';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useWidth } from '../use-width';
import { chartColor } from './chart-color';
import type { ChartData, ChartLook } from './chart-data';
import { useChartNumber } from './use-chart-number';

const useStyles = makeStyles({
  root: {
    width: '100%',
    minWidth: 0,
    // The library colours its words for a light page only.
    '& text': { fill: tokens.colorNeutralForeground2, fontSize: '12px' },
    '@media (forced-colors: active)': { '& rect, & path': { forcedColorAdjust: 'none' } },
  },
});

interface ChartProps {
  title: string;
  data: ChartData;
  look: ChartLook;
  /** Of columns: this series is a line over them, the plan over the fact. */
  line?: number;
  height?: number;
  onRow?: (id: string) => void;
}

/** The drawing itself; the numbers it is made of stand in the table beside it. */
export function Chart({ title, data, look, line, height = 240, onRow }: ChartProps) {
  const { i18n } = useTranslation();
  const styles = useStyles();
  const { ref, width } = useWidth();
  const { scaled, short, whole } = useChartNumber(data.unit);
  const common = { width, height, culture: i18n.language };
  // Of percents the bar that is full is the whole.
  const most = Math.max(data.unit === 'percent' ? 100 : 0, ...data.rows.map(({ values }) => scaled(values[0])));
  return (
    <div ref={ref} className={styles.root} style={{ minHeight: look === 'bars' ? undefined : height }}>
      {width > 0 && look === 'columns' && (
        <VerticalStackedBarChart
          {...common}
          chartTitle={title}
          maxBarWidth={48}
          barWidth="auto"
          xAxisInnerPadding={0.4}
          roundCorners
          hideLegend={data.series.length < 2}
          margins={{ left: 56, right: 12, top: 16, bottom: 36 }}
          yAxisTickFormat={short}
          // The library fits the axis to the columns alone; the line over them may be higher.
          yMaxValue={Math.max(
            ...data.rows.map(({ values }) =>
              Math.max(
                scaled(line === undefined ? 0 : values[line]),
                values.reduce<number>((sum, value, index) => (index === line ? sum : sum + scaled(value)), 0),
              ),
            ),
          )}
          data={data.rows.map((row) => ({
            xAxisPoint: row.label,
            chartData: data.series.flatMap((series, index) =>
              index === line
                ? []
                : [
                    {
                      legend: series.name,
                      data: scaled(row.values[index]),
                      color: chartColor(index),
                      yAxisCalloutData: whole(row.values[index]),
                    },
                  ],
            ),
            lineData:
              line === undefined || row.values[line] === null
                ? undefined
                : [
                    {
                      legend: data.series[line]!.name,
                      y: scaled(row.values[line]),
                      color: chartColor(line),
                      yAxisCalloutData: whole(row.values[line]),
                    },
                  ],
          }))}
          onBarClick={(_, point) => {
            const label = 'xAxisPoint' in point ? point.xAxisPoint : undefined;
            const row = data.rows.find((one) => one.label === label);
            if (row) onRow?.(row.id);
          }}
        />
      )}
      {width > 0 && look === 'bars' && (
        <HorizontalBarChart
          width={width}
          culture={i18n.language}
          barHeight={14}
          // The value stands with the name, where a long one has room.
          chartDataMode="hidden"
          hideRatio={data.rows.map(() => true)}
          data={data.rows.map((row) => ({
            chartTitle: `${row.label}: ${whole(row.values[0])}`,
            chartData: [
              {
                legend: row.label,
                horizontalBarChartdata: { x: scaled(row.values[0]), total: most },
                color: chartColor(0),
                xAxisCalloutData: row.label,
                yAxisCalloutData: whole(row.values[0]),
                onClick: () => onRow?.(row.id),
              },
            ],
          }))}
        />
      )}
      {width > 0 && look === 'line' && (
        <LineChart
          {...common}
          hideLegend={data.series.length < 2}
          margins={{ left: 56, right: 16, top: 16, bottom: 36 }}
          yAxisTickFormat={short}
          data={{
            chartTitle: title,
            lineChartData: data.series.map((series, index) => ({
              legend: series.name,
              color: chartColor(index),
              data: data.rows.map((row) => ({
                x: new Date(`${row.id}T12:00:00`),
                y: scaled(row.values[index]),
                xAxisCalloutData: row.label,
                yAxisCalloutData: whole(row.values[index]),
              })),
            })),
          }}
        />
      )}
    </div>
  );
}
