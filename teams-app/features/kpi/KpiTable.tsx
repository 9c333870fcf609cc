import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowTrendingDown16Filled, Checkmark16Filled, Flag16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import type { Kpi, KpiRow } from '../../../service/modules/kpi/kpi.contract';
import { moneyText, numberText } from '../../shared/format/money';
import { narrowQuery } from '../../shared/frame/breakpoints';
import { useMedia } from '../../shared/use-media';
import type { Drill } from './KpiRows';

const useStyles = makeStyles({
  frame: {
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: {
    padding: '8px',
    textAlign: 'end',
    verticalAlign: 'bottom',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: '6px 8px',
    textAlign: 'end',
    whiteSpace: 'nowrap',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  first: { textAlign: 'start', whiteSpace: 'normal', minWidth: '130px' },
  total: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground2 },
  number: { color: 'inherit', fontVariantNumeric: 'tabular-nums' },
  norm: { color: tokens.colorNeutralForeground3 },
  light: { display: 'inline-flex', verticalAlign: 'text-bottom', marginInlineStart: '4px' },
  short: { color: tokens.colorPaletteRedForeground1 },
  fine: { color: tokens.colorPaletteGreenForeground1 },
  none: { width: '16px' },
  cards: { display: 'flex', flexDirection: 'column', gap: '8px' },
  card: {
    padding: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(104px, 1fr))',
    gap: '8px 12px',
    margin: '8px 0 0',
    fontVariantNumeric: 'tabular-nums',
  },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
  value: { margin: 0 },
});

interface KpiTableProps {
  kpi: Kpi;
  onDrill: (drill: Drill) => void;
}

const counted = ['calls', 'meetings', 'offers'] as const;
const sum = (rows: readonly KpiRow[], of: (row: KpiRow) => number) => rows.reduce((all, row) => all + of(row), 0);
const percent = ({ processed, base }: { processed: number; base: number }) =>
  base ? `${Math.floor((100 * processed) / base)} %` : '—';

/** Managers down, what they did across; a light and a word where there is a norm. On a narrow screen, a card each. */
export function KpiTable({ kpi, onDrill }: KpiTableProps) {
  const { t, i18n } = useTranslation('kpi');
  const styles = useStyles();
  const navigate = useNavigate();
  const isNarrow = useMedia(narrowQuery);
  const { rows, start, end } = kpi;
  const number = (value: number) => numberText(value, i18n.language);
  const money = (kopecks: number) => moneyText(kopecks, i18n.language);
  const days = `from=${start}&to=${end}`;
  const closed = `closedFrom=${start}&closedTo=${end}`;

  const light = (done: number, byNow: number, norm: number) => {
    if (norm === 0) return <span className={mergeClasses(styles.light, styles.none)} />;
    const short = done < byNow;
    const words = t(short ? 'short' : done >= norm ? 'reached' : 'onPace');
    return (
      <span
        className={mergeClasses(styles.light, short ? styles.short : styles.fine)}
        title={words}
        role="img"
        aria-label={words}
      >
        {short ? <ArrowTrendingDown16Filled /> : <Checkmark16Filled />}
      </span>
    );
  };
  const press = (row: KpiRow, what: string, text: string, run: () => void) => (
    <Link
      as="button"
      className={styles.number}
      aria-label={`${text} — ${t('open', { what, name: row.user.name })}`}
      onClick={run}
    >
      {text}
    </Link>
  );
  const drill = (row: KpiRow, list: Drill['list'], text: string) =>
    press(row, t(`rows.lists.${list}`), text, () => onDrill({ user: row.user, list }));
  const goTo = (row: KpiRow, what: string, text: string, path: string) =>
    press(row, what, text, () => void navigate(path));
  const normed = (row: KpiRow, name: (typeof counted)[number]) => (
    <>
      {name === 'offers'
        ? goTo(row, t('offers'), number(row.offers), `/offers?author=${row.user.id}&counted=1&${days}`)
        : drill(row, name, number(row[name]))}
      <span className={styles.norm}> / {number(row.norm[name])}</span>
      {light(row[name], row.byNow[name], row.norm[name])}
    </>
  );

  const columns: { id: string; title: string; tip?: string; cell: (row: KpiRow) => React.ReactNode; total: string }[] =
    [
      ...counted.map((name) => ({
        id: name,
        title: t(name),
        cell: (row: KpiRow) => normed(row, name),
        total: t('ofNorm', {
          done: number(sum(rows, (row) => row[name])),
          norm: number(sum(rows, (row) => row.norm[name])),
        }),
      })),
      {
        id: 'negotiations',
        title: t('negotiations'),
        cell: (row) => drill(row, 'negotiations', number(row.negotiations)),
        total: number(sum(rows, (row) => row.negotiations)),
      },
      {
        id: 'companies',
        title: t('companies'),
        tip: t('companiesTip'),
        cell: (row) => drill(row, 'companies', number(row.companies)),
        total: number(sum(rows, (row) => row.companies)),
      },
      {
        id: 'processed',
        title: t('processed'),
        tip: t('processedTip'),
        cell: (row) => drill(row, 'processed', percent(row)),
        total: percent({ processed: sum(rows, (row) => row.processed), base: sum(rows, (row) => row.base) }),
      },
      {
        id: 'untouched',
        title: t('untouched'),
        cell: (row) => drill(row, 'untouched', number(row.base - row.processed)),
        total: number(sum(rows, (row) => row.base - row.processed)),
      },
      {
        id: 'wonAmount',
        title: t('wonAmount'),
        cell: (row) =>
          goTo(row, t('wonAmount'), money(row.wonAmount), `/offers?owner=${row.user.id}&shown=won&${closed}`),
        total: money(sum(rows, (row) => row.wonAmount)),
      },
      {
        id: 'offersAmount',
        title: t('offersAmount'),
        cell: (row) =>
          goTo(row, t('offersAmount'), money(row.offersAmount), `/offers?author=${row.user.id}&counted=1&${days}`),
        total: money(sum(rows, (row) => row.offersAmount)),
      },
      {
        id: 'deals',
        title: t('deals'),
        cell: (row) => goTo(row, t('deals'), number(row.deals), `/deals?view=list&owner=${row.user.id}&${days}`),
        total: number(sum(rows, (row) => row.deals)),
      },
      {
        id: 'uncounted',
        title: t('flagged'),
        tip: t('flaggedTip'),
        cell: (row) =>
          row.flagged ? (
            <>
              <Flag16Regular className={styles.short} aria-hidden /> {drill(row, 'flagged', number(row.flagged))}
            </>
          ) : (
            drill(row, 'uncounted', '0')
          ),
        total: kpi.kind === 'week' ? number(sum(rows, (row) => row.flagged ?? 0)) : '',
      },
    ];

  if (isNarrow)
    return (
      <div className={styles.cards}>
        {rows.map((row) => (
          <section key={row.user.id} className={styles.card} aria-label={row.user.name}>
            <Text weight="semibold">{row.user.name}</Text>
            <dl className={styles.grid}>
              {columns.map(({ id, title, cell }) => (
                <div key={id}>
                  <dt className={styles.name}>{title}</dt>
                  <dd className={styles.value}>{cell(row)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    );
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.first)}>
              {t('manager')}
            </th>
            {columns.map(({ id, title, tip }) => (
              <th key={id} scope="col" className={styles.head} title={tip}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.user.id}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {row.user.name}
              </th>
              {columns.map(({ id, cell }) => (
                <td key={id} className={styles.cell}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {rows.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" className={mergeClasses(styles.cell, styles.first, styles.total)}>
                {t('total')}
              </th>
              {columns.map(({ id, total }) => (
                <td key={id} className={mergeClasses(styles.cell, styles.total)}>
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
