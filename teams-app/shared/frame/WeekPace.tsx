import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { myPace } from '../../../service/modules/kpi/kpi.contract';
import { useRead } from '../queries';

const useStyles = makeStyles({
  root: {
    display: 'block',
    padding: '8px 12px',
    marginBottom: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  line: { display: 'flex', justifyContent: 'space-between', gap: '8px' },
  done: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** One's own week, always in sight: «43/70 · по темпу 56». */
export function WeekPace() {
  const { t } = useTranslation();
  const styles = useStyles();
  const { data } = useRead(myPace, {}, { refetchInterval: 60_000 });
  if (!data) return null;
  const lines = (['calls', 'meetings', 'offers'] as const).filter((name) => data[name].norm > 0 || data[name].done > 0);
  if (lines.length === 0) return null;
  return (
    <Link to="/kpi" className={styles.root} title={t('week.open')}>
      {lines.map((name) => {
        const { done, norm, byNow } = data[name];
        return (
          <span key={name} className={styles.line}>
            <span>{t(`week.${name}`)}</span>
            <span>
              <span className={mergeClasses(done >= byNow && styles.done)}>
                {done}/{norm}
              </span>
              {done < byNow && ` · ${t('week.byPace', { count: byNow })}`}
            </span>
          </span>
        );
      })}
    </Link>
  );
}
