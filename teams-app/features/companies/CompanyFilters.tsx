import { Button, makeStyles, Select, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { Filter20Filled, Filter20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { companyStatuses } from '../../../service/modules/companies/companies.contract';
import { CitiesPicker } from '../../shared/forms/CitiesPicker';
import { PeoplePicker } from '../../shared/forms/PeoplePicker';
import { narrowQuery, phone } from '../../shared/frame/breakpoints';
import { ListSearch } from '../../shared/lists/ListSearch';
import { useSeesOthers } from '../../shared/session';
import { useMedia } from '../../shared/use-media';
import { listed, type CompanyFilter, type FilterName } from './company-filter';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 140px', minWidth: '120px', maxWidth: '360px', [phone]: { maxWidth: 'none' } },
  status: { width: '140px' },
  picker: { width: '168px', minWidth: 0 },
  button: { flexShrink: 0 },
  end: { display: 'flex', marginInlineStart: 'auto' },
});

interface CompanyFiltersProps {
  filter: CompanyFilter;
  isPhone: boolean;
  onChange: (some: Partial<Record<FilterName, string | null>>) => void;
  onMore: () => void;
  /** Buttons at the other end. */
  children: ReactNode;
}

/** The search and the filters asked most; the rest stands in the drawer. */
export function CompanyFilters({ filter, isPhone, onChange, onMore, children }: CompanyFiltersProps) {
  const { t } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const seesOthers = useSeesOthers();
  const isNarrow = useMedia(narrowQuery);
  const focusTarget = useRestoreFocusTarget();
  const conditions = Object.keys(filter).filter((name) => name !== 'search').length;
  return (
    <div className={styles.root} role="search" aria-label={t('search')}>
      <ListSearch
        className={styles.search}
        aria-label={t('search')}
        placeholder={isNarrow ? t('search') : t('searchHint')}
        value={filter.search}
        onSearch={(search) => onChange({ search })}
      />
      {!isPhone && (
        <>
          <Select
            className={styles.status}
            aria-label={t('filter.field.status')}
            value={filter.status ?? ''}
            onChange={(_, data) => onChange({ status: data.value || null })}
          >
            <option value="">{t('filter.allStatuses')}</option>
            {companyStatuses.map((status) => (
              <option key={status} value={status}>
                {t(`shared:status.${status}`)}
              </option>
            ))}
          </Select>
          <CitiesPicker
            className={styles.picker}
            aria-label={t('filter.field.city')}
            placeholder={t('filter.allCities')}
            value={listed(filter.city)}
            onChange={(cities) => onChange({ city: cities.join(',') || null })}
          />
          {seesOthers && (
            <PeoplePicker
              className={styles.picker}
              aria-label={t('filter.field.owner')}
              placeholder={t('filter.allPeople')}
              value={listed(filter.owner)}
              onChange={(people) => onChange({ owner: people.join(',') || null })}
            />
          )}
        </>
      )}
      <Button
        {...focusTarget}
        className={styles.button}
        icon={conditions > 0 ? <Filter20Filled /> : <Filter20Regular />}
        aria-label={conditions > 0 ? t('filter.buttonCount', { count: conditions }) : t('filter.button')}
        onClick={onMore}
      >
        {isPhone
          ? conditions || undefined
          : conditions > 0
            ? t('filter.buttonCount', { count: conditions })
            : t('filter.button')}
      </Button>
      {!isPhone && <div className={styles.end}>{children}</div>}
    </div>
  );
}
