import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OfferRow } from '../../../service/modules/offers/offers.contract';
import { moneyText } from '../format/money';
import { useMoments } from '../time/use-moments';
import { OfferBadge } from './badges';
import { OfferActions } from './OfferActions';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 8px',
    alignItems: 'center',
    paddingBlock: '8px',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 10px' },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  numbers: { fontVariantNumeric: 'tabular-nums' },
  actions: { display: 'flex', gap: '2px', gridRow: '1 / span 2', gridColumn: 2 },
});

/** An offer in two lines: number, sum and chance; its days, margin and why it came to nothing. */
export function OfferLine({ offer, onEdit }: { offer: OfferRow; onEdit?: () => void }) {
  const { t, i18n } = useTranslation('offers');
  const styles = useStyles();
  const { shortDay } = useMoments();
  const money = (kopecks: number) => moneyText(kopecks, i18n.language);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.numbers}>
          {offer.number}
        </Text>
        <Text weight="semibold" className={styles.numbers}>
          {money(offer.amount)}
        </Text>
        {offer.status === 'open' && (
          <Text className={styles.numbers}>{t('percent', { value: offer.probability })}</Text>
        )}
        <OfferBadge offer={offer} />
      </div>
      <Text size={200} className={styles.quiet}>
        {[
          offer.equipmentType,
          offer.margin !== 0 && t('margin', { value: money(offer.margin) }),
          offer.status === 'open'
            ? t('until', { day: shortDay(offer.validUntil) })
            : offer.closedOn && shortDay(offer.closedOn),
          offer.status === 'open' && t('expected', { day: shortDay(offer.expectedOn) }),
          offer.reason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <div className={styles.actions}>
        <OfferActions offer={offer} onEdit={onEdit} />
      </div>
    </div>
  );
}
