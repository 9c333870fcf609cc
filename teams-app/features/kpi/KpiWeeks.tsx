import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kpi } from '../../../service/modules/kpi/kpi.contract';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { numberText } from '../../shared/format/money';
import { Section } from '../../shared/frame/Section';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', marginTop: '8px' },
  table: { borderCollapse: 'separate', borderSpacing: '2px', fontVariantNumeric: 'tabular-nums' },
  name: {
    textAlign: 'start',
    paddingInlineEnd: '8px',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightRegular,
    position: 'sticky',
    left: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  week: {
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    minWidth: '30px',
  },
  cell: {
    minWidth: '30px',
    height: '26px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    textAlign: 'center',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    cursor: 'pointer',
    width: '100%',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (forced-colors: active)': { border: '1px solid ButtonText' },
  },
  some: { backgroundColor: tokens.colorBrandBackground2 },
  much: { backgroundColor: tokens.colorBrandBackground2Pressed },
  most: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
});

/** A year at a glance: a row a manager, a cell a week, the fuller the busier; a press opens the week. */
export function KpiWeeks({ kpi, onWeek }: { kpi: Kpi; onWeek: (start: string) => void }) {
  const { t, i18n } = useTranslation('kpi');
  const styles = useStyles();
  const { shortDay } = useMoments();
  const [what, setWhat] = useState<'calls' | 'meetings' | 'offers'>('calls');
  const starts = [...new Set(kpi.weeks.map(({ start }) => start))].sort();
  const most = Math.max(1, ...kpi.weeks.map((week) => week[what]));
  const of = new Map(kpi.weeks.map((week) => [`${week.userId} ${week.start}`, week[what]]));
  const shade = (count: number) =>
    count === 0 ? undefined : count > most * 0.66 ? styles.most : count > most * 0.33 ? styles.much : styles.some;
  return (
    <Section
      title={t('weeks')}
      action={
        <ChoiceChips
          small
          aria-label={t('weeks')}
          choices={(['calls', 'meetings', 'offers'] as const).map((one) => ({ value: one, text: t(one) }))}
          value={what}
          onChange={(one) => one && setWhat(one)}
        />
      }
    >
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('weeks')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {starts.map((start) => (
                <th key={start} scope="col" className={styles.week}>
                  {`${start.slice(8)}.${start.slice(5, 7)}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kpi.rows.map(({ user }) => (
              <tr key={user.id}>
                <th scope="row" className={styles.name}>
                  {user.name}
                </th>
                {starts.map((start) => {
                  const count = of.get(`${user.id} ${start}`) ?? 0;
                  return (
                    <td key={start}>
                      <button
                        type="button"
                        className={mergeClasses(styles.cell, shade(count))}
                        aria-label={`${user.name}, ${t('weekOf', { day: shortDay(start), count })}`}
                        onClick={() => onWeek(start)}
                      >
                        {count ? numberText(count, i18n.language) : ''}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
