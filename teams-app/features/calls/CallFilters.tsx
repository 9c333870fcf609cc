import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CitiesPicker } from '../../shared/forms/CitiesPicker';
import { PersonPicker } from '../../shared/forms/PersonPicker';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { ListSearch } from '../../shared/lists/ListSearch';
import { useMe, useSeesOthers } from '../../shared/session';
import { useMedia } from '../../shared/use-media';
import type { CallFilter, FilterName } from './call-filter';
import { DateFilter } from './DateFilter';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 110px', minWidth: '100px', maxWidth: '220px' },
  cities: { width: '140px' },
  person: { width: '170px' },
  popup: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: 'min(300px, calc(100vw - 48px))',
    '& > *': { width: '100%' },
  },
  callable: { marginInlineStart: '-8px' },
});

interface CallFiltersProps {
  filter: CallFilter;
  onChange: (some: Partial<Record<FilterName, string | null>>) => void;
  /** What stands at the end of the row. */
  end?: ReactNode;
}

export function CallFilters({ filter, onChange, end }: CallFiltersProps) {
  const { t } = useTranslation(['calls', 'shared']);
  const styles = useStyles();
  const isPhone = useMedia(phoneQuery);
  const me = useMe();
  const seesOthers = useSeesOthers();
  const chosen = [filter.date, filter.city, filter.owner].filter(Boolean).length;
  const fields = (
    <>
      <DateFilter value={filter.date} onChange={(date) => onChange({ date })} />
      <CitiesPicker
        className={isPhone ? undefined : styles.cities}
        aria-label={t('cities')}
        placeholder={t('allCities')}
        value={filter.city?.split(',') ?? []}
        onChange={(cities) => onChange({ city: cities.join(',') || null })}
      />
      {seesOthers && (
        <PersonPicker
          className={isPhone ? undefined : styles.person}
          aria-label={t('shared:owner.label')}
          value={filter.owner ?? null}
          noneText={t('shared:owner.everybody')}
          also={[{ value: me.id, text: t('shared:owner.mine') }]}
          onChange={(owner) => onChange({ owner })}
        />
      )}
    </>
  );

  return (
    <div className={styles.root} role="group" aria-label={t('filters')}>
      <ListSearch
        className={styles.search}
        aria-label={t('search')}
        placeholder={isPhone ? t('search') : t('searchHint')}
        value={filter.search}
        onSearch={(search) => onChange({ search })}
      />
      {isPhone ? (
        <Popover trapFocus>
          <PopoverTrigger disableButtonEnhancement>
            <Button icon={<Filter20Regular />}>
              {chosen > 0 ? t('filtersCount', { count: chosen }) : t('filters')}
            </Button>
          </PopoverTrigger>
          <PopoverSurface className={styles.popup}>{fields}</PopoverSurface>
        </Popover>
      ) : (
        fields
      )}
      <Switch
        className={styles.callable}
        label={t('callableNow')}
        checked={filter.callableNow === 'true'}
        onChange={(_, data) => onChange({ callableNow: data.checked ? 'true' : null })}
      />
      {end}
    </div>
  );
}
