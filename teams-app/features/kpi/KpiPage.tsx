import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular, Settings20Regular, Trophy24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getKpi, periodKinds, type KpiRow, type PeriodKind } from '../../../service/modules/kpi/kpi.contract';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { Message } from '../../shared/frame/Message';
import { Forbidden } from '../../shared/frame/NotFound';
import { Page } from '../../shared/frame/Page';
import { ListState } from '../../shared/lists/ListState';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { useRead } from '../../shared/queries';
import { useCan } from '../../shared/session';
import { addDays } from '../../shared/time/zone-time';
import { useMoments } from '../../shared/time/use-moments';
import { KpiExport } from './KpiExport';
import { KpiRows, type Drill } from './KpiRows';
import { KpiRules } from './KpiRules';
import { KpiTable } from './KpiTable';
import { KpiWeeks } from './KpiWeeks';
import { usePeriodText } from './use-period-text';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: '4px 16px 24px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  period: { minWidth: '190px', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  end: { display: 'flex', gap: tokens.spacingHorizontalS, marginInlineStart: 'auto' },
  finding: { margin: 0 },
});

const filterNames = ['kind', 'day', 'owner'] as const;

/** Who works: every manager's period against the norm; every number opens the rows it was counted from. */
export function KpiPage() {
  const { t } = useTranslation(['kpi', 'shared']);
  const styles = useStyles();
  const can = useCan();
  const { today } = useMoments();
  const periodText = usePeriodText();
  const { filter, change } = useUrlFilter(filterNames);
  const kind: PeriodKind = periodKinds.find((one) => one === filter.kind) ?? 'week';
  const day = filter.day ?? today();
  const query = useRead(getKpi, { kind, day, owner: filter.owner }, { placeholderData: (before) => before });
  const [drill, setDrill] = useState<Drill | null>(null);
  const [ruling, setRuling] = useState(false);
  if (!can('kpi.read')) return <Forbidden title={t('title')} />;
  const data = query.data;
  const move = (by: -1 | 1) => data && change({ day: by < 0 ? addDays(data.start, -1) : addDays(data.end, 1) });
  return (
    <Page title={t('title')}>
      <div className={styles.root}>
        <div className={styles.bar}>
          <ChoiceChips
            aria-label={t('period')}
            choices={periodKinds.map((one) => ({ value: one, text: t(`kinds.${one}`) }))}
            value={kind}
            onChange={(one) => change({ kind: one === 'week' ? null : one })}
          />
          <Button
            appearance="subtle"
            icon={<ChevronLeft20Regular />}
            aria-label={t('previous')}
            onClick={() => move(-1)}
          />
          <Text weight="semibold" className={styles.period} role="status">
            {data ? periodText(data) : ''}
          </Text>
          <Button
            appearance="subtle"
            icon={<ChevronRight20Regular />}
            aria-label={t('next')}
            disabled={!data || data.end >= today()}
            onClick={() => move(1)}
          />
          <div className={styles.end}>
            {data && can('reports.run') && <KpiExport from={data.start} to={data.end} />}
            {(can('plans.manage') || can('settings.manage')) && (
              <Button icon={<Settings20Regular />} onClick={() => setRuling(true)}>
                {t('rules.button')}
              </Button>
            )}
          </div>
        </div>
        <ListState
          query={query}
          isEmpty={!data || data.rows.length === 0}
          empty={<Message icon={<Trophy24Regular />} title={t('empty')} text={t('emptyHint')} />}
        >
          {data && (
            <>
              <Text as="h2" size={400} weight="semibold" className={styles.finding}>
                <Finding rows={data.rows} />
              </Text>
              <KpiTable kpi={data} onDrill={setDrill} />
              {data.weeks.length > 0 && <KpiWeeks kpi={data} onWeek={(start) => change({ kind: null, day: start })} />}
            </>
          )}
        </ListState>
      </div>
      {drill && data && <KpiRows drill={drill} kpi={data} onClose={() => setDrill(null)} />}
      {ruling && <KpiRules onClose={() => setRuling(false)} />}
    </Page>
  );
}

/** What the table says, in a sentence. */
function Finding({ rows }: { rows: readonly KpiRow[] }) {
  const { t } = useTranslation('kpi');
  const short = rows.filter(({ calls, byNow }) => calls < byNow.calls).length;
  return short ? t('findingShort', { count: short, of: rows.length }) : t('findingFine');
}
