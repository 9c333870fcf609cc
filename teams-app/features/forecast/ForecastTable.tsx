import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router-dom';
import { moneyText, numberText } from '../../shared/format/money';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { useMedia } from '../../shared/use-media';
import type { Group, Split, Sums } from './group-forecast';

const useStyles = makeStyles({
  frame: {
    overflowX: 'auto',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: {
    padding: '8px 10px',
    textAlign: 'end',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    padding: '8px 10px',
    textAlign: 'end',
    whiteSpace: 'nowrap',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  first: { textAlign: 'start', whiteSpace: 'normal', fontWeight: tokens.fontWeightRegular },
  // The neutral one: a link keeps its contrast on it in every theme.
  selected: { backgroundColor: tokens.colorNeutralBackground3 },
  total: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground2 },
  link: { color: 'inherit' },
  behind: { color: tokens.colorPaletteRedForeground1 },
  ahead: { color: tokens.colorPaletteGreenForeground1 },
});

interface ForecastTableProps {
  groups: Group[];
  total: Sums;
  split: Split;
  months: readonly string[];
  owner: string | undefined;
  selected: string;
  onSelect: (month: string) => void;
}

/** The forecast in numbers; the expected and the won open the offers they are made of. */
export function ForecastTable({ groups, total, split, months, owner, selected, onSelect }: ForecastTableProps) {
  const { t, i18n } = useTranslation('forecast');
  const styles = useStyles();
  const isPhone = useMedia(phoneQuery);
  const money = (kopecks: number) => moneyText(Math.round(kopecks / 100) * 100, i18n.language);
  const exact = (kopecks: number) => moneyText(kopecks, i18n.language);
  const offers = (id: string, shown: 'open' | 'won') => {
    const whose = split === 'manager' ? id : owner;
    const query = new URLSearchParams({
      shown,
      ...(split === 'month' ? { month: id } : {}),
      ...(whose ? { owner: whose } : {}),
      ...(split === 'type' ? { type: id } : {}),
    });
    return `/offers?${query}`;
  };
  const share = ({ won, weighted, plan }: Sums) => (plan ? Math.round((100 * (won + weighted)) / plan) : null);
  const shareCell = (sums: Sums) => {
    const percent = share(sums);
    return percent === null ? (
      '—'
    ) : (
      <span
        className={percent < 100 ? styles.behind : styles.ahead}
      >{`${percent < 100 ? '▼' : '▲'} ${percent} %`}</span>
    );
  };
  const columns: {
    id: string;
    title: string;
    tip?: string;
    wide?: boolean;
    cell: (sums: Sums, id?: string) => React.ReactNode;
  }[] = [
    {
      id: 'won',
      title: t('won'),
      cell: (sums, id) =>
        id === undefined || sums.won === 0 ? (
          money(sums.won)
        ) : (
          <RouterLink className={styles.link} title={exact(sums.won)} to={offers(id, 'won')}>
            {money(sums.won)}
          </RouterLink>
        ),
    },
    {
      id: 'weighted',
      title: t('weighted'),
      tip: t('weightedTip'),
      cell: (sums, id) =>
        id === undefined || sums.count === 0 ? (
          money(sums.weighted)
        ) : (
          <RouterLink className={styles.link} title={exact(sums.weighted)} to={offers(id, 'open')}>
            {money(sums.weighted)}
          </RouterLink>
        ),
    },
    { id: 'amount', title: t('amount'), wide: true, cell: (sums) => money(sums.amount) },
    { id: 'count', title: t('count'), wide: true, cell: (sums) => numberText(sums.count, i18n.language) },
    { id: 'margin', title: t('margin'), tip: t('marginTip'), wide: true, cell: (sums) => money(sums.margin) },
    { id: 'plan', title: t('plan'), cell: (sums) => (sums.plan ? money(sums.plan) : '—') },
    { id: 'share', title: t('share'), cell: (sums) => shareCell(sums) },
  ];
  const shown = columns.filter(({ wide, id }) => !(isPhone && (wide || id === 'plan')));
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={mergeClasses(styles.head, styles.first)} />
            {shown.map(({ id, title, tip }) => (
              <th key={id} scope="col" className={styles.head} title={tip}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, label, sums }) => (
            <tr key={id} className={mergeClasses(split === 'month' && id === selected && styles.selected)}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {split === 'month' && months.includes(id) ? (
                  <Link as="button" onClick={() => onSelect(id)} aria-current={id === selected ? 'true' : undefined}>
                    {label}
                  </Link>
                ) : (
                  label
                )}
              </th>
              {shown.map(({ id: column, cell }) => (
                <td key={column} className={styles.cell}>
                  {cell(sums, id)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={mergeClasses(styles.cell, styles.first, styles.total)}>
              {t('total')}
            </th>
            {shown.map(({ id: column, cell }) => (
              <td key={column} className={mergeClasses(styles.cell, styles.total)}>
                {cell(total)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
