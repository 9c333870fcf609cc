import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { forecastHistory, listForecastMoves } from '../../../service/modules/forecast/forecast.contract';
import { ChartCard } from '../../shared/charts/ChartCard';
import { moneyText } from '../../shared/format/money';
import { narrow } from '../../shared/frame/breakpoints';
import { Section } from '../../shared/frame/Section';
import { usePages, useRead } from '../../shared/queries';
import { When } from '../../shared/time/When';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '300px', overflowY: 'auto' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '0 8px',
    paddingBlock: '6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: 'tabular-nums',
  },
  meta: { color: tokens.colorNeutralForeground3 },
  link: { color: 'inherit' },
});

/** How a month's forecast came to be what it is: the curve, and each change with the offer that made it. */
export function ForecastHistory({ month, name, owner }: { month: string; name: string; owner: string | undefined }) {
  const { t, i18n } = useTranslation(['forecast', 'shared']);
  const styles = useStyles();
  const { fullDay } = useMoments();
  const { data } = useRead(forecastHistory, { month, owner });
  const moves = usePages(listForecastMoves, { month, owner, limit: 20 });
  const signed = (kopecks: number) => `${kopecks > 0 ? '+' : ''}${moneyText(kopecks, i18n.language)}`;
  return (
    <div className={styles.root}>
      <ChartCard
        title={t('history', { month: name })}
        look="line"
        height={240}
        empty={t('historyEmpty')}
        data={
          data && {
            unit: 'money',
            series: [
              { id: 'weighted', name: t('weightedLine') },
              { id: 'won', name: t('wonLine') },
            ],
            rows: data.points.map(({ day, weighted, won }) => ({
              id: day,
              label: fullDay(day),
              values: [weighted, won],
            })),
          }
        }
      />
      <Section title={t('moves')}>
        {!moves.isPending && moves.rows.length === 0 && <Text className={styles.meta}>{t('historyEmpty')}</Text>}
        <ul className={styles.list} tabIndex={0} aria-label={t('moves')}>
          {moves.rows.map((move) => (
            <li key={move.id} className={styles.row}>
              <span>
                <Link to={`/deals/${move.offer.dealId}`} className={styles.link}>
                  {move.offer.number}
                </Link>{' '}
                · {move.company}
              </span>
              <span>
                {move.weighted !== 0 && signed(move.weighted)}
                {move.won !== 0 && (
                  <Badge appearance="tint" color="success" style={{ marginInlineStart: 4 }}>
                    {signed(move.won)}
                  </Badge>
                )}
              </span>
              <Text size={200} className={styles.meta}>
                {t(`why.${move.why}`)} · <When at={move.at} />
                {move.by && ` · ${move.by.name}`}
              </Text>
            </li>
          ))}
        </ul>
        {moves.hasNextPage && (
          <Button size="small" onClick={moves.loadMore}>
            {t('shared:showMore')}
          </Button>
        )}
      </Section>
    </div>
  );
}
