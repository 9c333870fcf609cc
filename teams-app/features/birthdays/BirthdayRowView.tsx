import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { FoodCake20Filled, FoodCake20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router-dom';
import type { BirthdayRow } from '../../../service/modules/companies/companies.contract';
import { CompanyName } from '../../shared/company/CompanyName';
import { useMoments } from '../../shared/time/use-moments';
import { rowTokens } from '../../shared/theme';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    padding: '10px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: rowTokens.rowHover },
  },
  icon: { color: tokens.colorNeutralForeground3 },
  today: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  who: { overflowWrap: 'anywhere' },
  secondary: { color: tokens.colorNeutralForeground3 },
  link: {
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  when: { textAlign: 'end', whiteSpace: 'nowrap' },
});

export function BirthdayRowView({ row }: { row: BirthdayRow }) {
  const { t } = useTranslation('birthdays');
  const styles = useStyles();
  const { day, today } = useMoments();
  const isToday = row.date === today();
  return (
    <li className={styles.root}>
      <span className={mergeClasses(styles.icon, isToday && styles.today)} aria-hidden>
        {isToday ? <FoodCake20Filled /> : <FoodCake20Regular />}
      </span>
      <div className={styles.who}>
        <Text weight="semibold">{row.name}</Text>{' '}
        {row.position && (
          <Text size={200} className={styles.secondary}>
            {row.position}
          </Text>
        )}
        <div>
          <RouterLink to={`/companies/${row.company.id}`} className={styles.link}>
            <CompanyName name={row.company.name} whole />
          </RouterLink>
        </div>
      </div>
      <div className={styles.when}>
        <Text block align="end" className={isToday ? styles.today : undefined}>
          {day(row.date)}
        </Text>
        {row.age !== null && (
          <Text size={200} className={styles.secondary}>
            {t('age', { count: row.age })}
          </Text>
        )}
      </div>
    </li>
  );
}
