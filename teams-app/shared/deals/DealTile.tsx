import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { DealRow } from '../../../service/modules/deals/deals.contract';
import { CompanyName } from '../company/CompanyName';
import { StageBadge } from './badges';
import { moneyText } from '../format/money';
import { useMe } from '../session';
import { useMoments } from '../time/use-moments';
import { dateIn, daysBetween } from '../time/zone-time';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, width: '100%' },
  subject: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  row: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  amount: { fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  corner: { paddingInlineEnd: '22px' },
  long: { color: tokens.colorPaletteRedForeground1 },
});

/** From so many days on its stage a deal is worth a word. */
const longDays = 14;

interface DealTileProps {
  deal: DealRow;
  /** On its own, outside a column: it says its stage. */
  flat?: boolean;
  /** A menu stands in its corner. */
  withMenu?: boolean;
}

/** A deal in a few lines: customer, what it is about, how much, how long it stands there, whose it is. */
export function DealTile({ deal, flat, withMenu }: DealTileProps) {
  const { t, i18n } = useTranslation(['deals', 'shared']);
  const styles = useStyles();
  const { zone, today } = useMoments();
  const seesOthers = useMe().can['deals.read'] !== 'own';
  const stands = daysBetween(dateIn(deal.stageSince, zone), today());
  const open = deal.stage.meaning === 'open' || deal.stage.meaning === 'stalled';
  return (
    <div className={styles.root}>
      <div className={mergeClasses(styles.row, withMenu && styles.corner)}>
        <CompanyName name={deal.company.name} />
        {flat && <StageBadge stage={deal.stage} />}
      </div>
      <Text className={styles.subject} title={deal.subject}>
        {deal.subject}
      </Text>
      <div className={styles.row}>
        <Text weight="semibold" className={styles.amount}>
          {moneyText(deal.amount, i18n.language)}
        </Text>
        {open && (
          <Text size={200} className={mergeClasses(styles.quiet, stands >= longDays && styles.long)}>
            {stands === 0 ? t('shared:time.today') : t('days', { count: stands })}
          </Text>
        )}
      </div>
      <div className={styles.row}>
        <Text size={200} className={mergeClasses(styles.quiet, styles.cut)}>
          {deal.number}
        </Text>
        {seesOthers && (
          <Text size={200} className={mergeClasses(styles.quiet, styles.cut)} title={deal.owner?.name}>
            {deal.owner?.name}
          </Text>
        )}
      </div>
    </div>
  );
}
