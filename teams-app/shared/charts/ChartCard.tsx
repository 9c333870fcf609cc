import { Button, makeStyles, Skeleton, SkeletonItem, Text, tokens, Tooltip } from '@fluentui/react-components';
import { DataBarVertical20Regular, Table20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { Section } from '../frame/Section';
import type { ChartData, ChartLook } from './chart-data';
import { ChartTable } from './ChartTable';

/** The drawing library is large and fetched when the first chart is drawn. */
const Chart = lazy(() => import('./Chart').then((module) => ({ default: module.Chart })));

const useStyles = makeStyles({
  finding: { display: 'block', color: tokens.colorNeutralForeground3, marginBottom: '4px' },
  empty: { display: 'block', color: tokens.colorNeutralForeground3, padding: '24px 0' },
});

interface ChartCardProps {
  /** The finding, where there is one: «Звонков меньше нормы у троих». */
  title: string;
  /** What is shown, under it. */
  about?: string;
  data: ChartData | undefined;
  look: ChartLook;
  line?: number;
  height?: number;
  empty?: string;
  onRow?: (id: string) => void;
}

/** A chart with its table a press away; a press on a bar opens the rows behind it. */
export function ChartCard({ title, about, data, look, line, height, empty, onRow }: ChartCardProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const navigate = useNavigate();
  const [asTable, setAsTable] = useState(false);
  const open = (id: string) => {
    const link = data?.rows.find((row) => row.id === id)?.link;
    if (onRow) onRow(id);
    else if (link) void navigate(link);
  };
  const nothing = data?.rows.every(({ values }) => values.every((value) => !value)) ?? false;
  return (
    <Section
      title={title}
      action={
        <Tooltip content={t(asTable ? 'chart.asChart' : 'chart.asTable')} relationship="label">
          <Button
            size="small"
            appearance="subtle"
            icon={asTable ? <DataBarVertical20Regular /> : <Table20Regular />}
            onClick={() => setAsTable((before) => !before)}
          />
        </Tooltip>
      }
    >
      {about && (
        <Text size={200} className={styles.finding}>
          {about}
        </Text>
      )}
      {!data ? (
        <Waiting height={height} />
      ) : nothing ? (
        <Text className={styles.empty}>{empty ?? t('chart.empty')}</Text>
      ) : asTable ? (
        <ChartTable title={title} data={data} />
      ) : (
        <Suspense fallback={<Waiting height={height} />}>
          <Chart title={title} data={data} look={look} line={line} height={height} onRow={open} />
        </Suspense>
      )}
    </Section>
  );
}

const Waiting = ({ height = 240 }: { height?: number }) => (
  <Skeleton aria-hidden>
    <SkeletonItem style={{ height }} />
  </Skeleton>
);
