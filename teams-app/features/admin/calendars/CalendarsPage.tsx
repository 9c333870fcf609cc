import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import {
  countries,
  listCalendarDays,
  type Country,
} from '../../../../service/modules/working-time/working-time.contract';
import { ListState } from '../../../shared/lists/ListState';
import { useUrlFilter } from '../../../shared/lists/use-url-filter';
import { useRead } from '../../../shared/queries';
import { useMoments } from '../../../shared/time/use-moments';
import { AdminSection } from '../AdminSection';
import { CalendarLegend } from './CalendarLegend';
import { YearView } from './YearView';

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 16px 24px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    marginInline: '-8px',
  },
  year: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  number: { minWidth: '44px', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  intro: { display: 'block', color: tokens.colorNeutralForeground3, marginBlock: '4px 8px' },
});

const filterNames = ['year', 'country'] as const;
const firstYear = 2000;
const lastYear = 2100;

/** The working year of each country: holidays, moved days, short ones. */
export function CalendarsPage() {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const { today } = useMoments();
  const { filter, change } = useUrlFilter(filterNames);
  const asked = Number(filter.year);
  const year = asked >= firstYear && asked <= lastYear ? asked : Number(today().slice(0, 4));
  const country: Country = countries.find((one) => one === filter.country) ?? 'RU';
  const query = useRead(listCalendarDays, { year, country });
  const days = query.data?.rows ?? [];
  const step = (by: 1 | -1) => change({ year: String(year + by) });
  return (
    <AdminSection name="calendars">
      <div className={styles.root}>
        <div className={styles.head}>
          <TabList
            selectedValue={country}
            aria-label={t('calendars.country')}
            onTabSelect={(_, { value }) => change({ country: String(value) })}
          >
            {countries.map((one) => (
              <Tab key={one} value={one}>
                {t(`shared:country.${one}`)}
              </Tab>
            ))}
          </TabList>
          <div className={styles.year} role="group" aria-label={t('calendars.year')}>
            <Button
              appearance="subtle"
              icon={<ChevronLeft20Regular />}
              aria-label={t('calendars.previousYear')}
              disabledFocusable={year <= firstYear}
              onClick={() => step(-1)}
            />
            <Text
              as="h2"
              size={400}
              weight="semibold"
              className={styles.number}
              style={{ margin: 0 }}
              aria-live="polite"
            >
              {year}
            </Text>
            <Button
              appearance="subtle"
              icon={<ChevronRight20Regular />}
              aria-label={t('calendars.nextYear')}
              disabledFocusable={year >= lastYear}
              onClick={() => step(1)}
            />
          </div>
        </div>
        <Text size={200} className={styles.intro}>
          {t('calendars.intro')} {t('calendars.editable')}
        </Text>
        <ListState query={query} isEmpty={!query.data} empty={null}>
          <CalendarLegend days={days} year={year} />
          <YearView year={year} country={country} days={days} />
        </ListState>
      </div>
    </AdminSection>
  );
}
