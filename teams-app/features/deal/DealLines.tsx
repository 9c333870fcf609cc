import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Edit16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { DealCard } from '../../../service/modules/deals/deals.contract';
import { moneyText, numberText } from '../../shared/format/money';
import { phone } from '../../shared/frame/breakpoints';
import { Section } from '../../shared/frame/Section';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    padding: '2px 8px 4px 0',
  },
  cell: {
    padding: '6px 8px 6px 0',
    verticalAlign: 'top',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap', paddingInlineEnd: 0, paddingInlineStart: '8px' },
  price: { [phone]: { display: 'none' } },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The subject, line by line: type, name, sub-name and capacity, how many, for how much. */
export function DealLines({ deal, onEdit }: { deal: DealCard; onEdit: () => void }) {
  const { t, i18n } = useTranslation('deals');
  const styles = useStyles();
  const money = (kopecks: number) => moneyText(kopecks, i18n.language);
  return (
    <Section
      title={t('lines.title')}
      action={
        deal.can.write && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Edit16Regular />}
            aria-label={t('lines.edit')}
            onClick={onEdit}
          >
            {t('edit')}
          </Button>
        )
      }
    >
      {deal.lines.length === 0 ? (
        <Text className={styles.quiet}>{t('lines.empty')}</Text>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.head} scope="col">
                {t('lines.item')}
              </th>
              <th className={`${styles.head} ${styles.number}`} scope="col">
                {t('lines.quantity')}
              </th>
              <th className={`${styles.head} ${styles.number} ${styles.price}`} scope="col">
                {t('lines.price')}
              </th>
              <th className={`${styles.head} ${styles.number}`} scope="col">
                {t('lines.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {deal.lines.map((line) => (
              <tr key={line.id}>
                <td className={styles.cell}>
                  {[line.type, line.name, line.subName, line.capacity].filter(Boolean).join(' · ')}
                  {line.note && (
                    <Text size={200} block className={styles.quiet}>
                      {line.note}
                    </Text>
                  )}
                </td>
                <td className={`${styles.cell} ${styles.number}`}>
                  {numberText(line.quantity / 1000, i18n.language)} {line.unit}
                </td>
                <td className={`${styles.cell} ${styles.number} ${styles.price}`}>
                  {line.price === null ? '—' : money(line.price)}
                </td>
                <td className={`${styles.cell} ${styles.number}`}>{line.price === null ? '—' : money(line.amount)}</td>
              </tr>
            ))}
          </tbody>
          {deal.lines.length > 1 && (
            <tfoot>
              <tr>
                <th className={`${styles.cell}`} scope="row" style={{ textAlign: 'start' }}>
                  {t('lines.total')}
                </th>
                <td className={`${styles.cell} ${styles.number}`} />
                <td className={`${styles.cell} ${styles.number} ${styles.price}`} />
                <td className={`${styles.cell} ${styles.number}`}>
                  <strong>{money(deal.linesAmount)}</strong>
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
    </Section>
  );
}
