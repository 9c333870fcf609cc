import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'react-router-dom';
import type { ChartData } from './chart-data';
import { useChartNumber } from './use-chart-number';

const useStyles = makeStyles({
  frame: { overflowX: 'auto', maxHeight: '320px', overflowY: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: {
    padding: '4px 8px',
    textAlign: 'end',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    padding: '4px 8px',
    textAlign: 'end',
    whiteSpace: 'nowrap',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  first: { textAlign: 'start', whiteSpace: 'normal', paddingInlineStart: 0, fontWeight: tokens.fontWeightRegular },
  link: { color: tokens.colorBrandForegroundLink },
});

/** The same numbers in rows: for those who read rather than look, and to go to what is behind each. */
export function ChartTable({ title, data }: { title: string; data: ChartData }) {
  const styles = useStyles();
  const { whole } = useChartNumber(data.unit);
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={mergeClasses(styles.head, styles.first)} />
            {data.series.map((series) => (
              <th key={series.id} scope="col" className={styles.head}>
                {series.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {row.link ? (
                  <Link to={row.link} className={styles.link}>
                    {row.label}
                  </Link>
                ) : (
                  row.label
                )}
              </th>
              {data.series.map((series, index) => (
                <td key={series.id} className={styles.cell}>
                  {whole(row.values[index])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
