import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listDeals } from '../../../service/modules/deals/deals.contract';
import { useRead } from '../queries';
import { StageBadge } from './badges';
import { moneyText } from '../format/money';

/** As many as one looks through beside something else; the rest are a press away. */
const shown = 5;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    paddingBlock: '6px',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    '& a': { color: tokens.colorBrandForegroundLink, textDecorationLine: 'none', overflowWrap: 'anywhere' },
    '& a:hover': { textDecorationLine: 'underline' },
  },
  meta: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px' },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

interface CompanyDealsProps {
  companyId: string;
  /** How a deal is opened: by the router in the tab, in a browser beside Outlook. */
  link: (to: string, text: string) => ReactNode;
}

/** What the company asked for, the newest first, each with its stage and sum. */
export function CompanyDeals({ companyId, link }: CompanyDealsProps) {
  const { t, i18n } = useTranslation('deals');
  const styles = useStyles();
  const { data } = useRead(listDeals, { companyId, limit: shown });
  if (!data) return null;
  if (data.rows.length === 0) {
    return (
      <Text size={200} className={styles.quiet}>
        {t('companySection.empty')}
      </Text>
    );
  }
  return (
    <>
      <ul className={styles.list}>
        {data.rows.map((deal) => (
          <li key={deal.id} className={styles.row}>
            {link(`/deals/${deal.id}`, deal.subject)}
            <span className={styles.meta}>
              <StageBadge stage={deal.stage} />
              <Text size={200} className={styles.quiet}>
                {deal.number} · {moneyText(deal.amount, i18n.language)}
              </Text>
            </span>
          </li>
        ))}
      </ul>
      {data.next && <Text size={200}>{link(`/deals?view=list&companyId=${companyId}`, t('companySection.all'))}</Text>}
    </>
  );
}
