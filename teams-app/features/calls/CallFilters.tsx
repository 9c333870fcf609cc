import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, SearchBox, Switch, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowClockwise20Regular, Filter20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CitiesPicker } from '../../shared/forms/CitiesPicker';
import { PersonPicker } from '../../shared/forms/PersonPicker';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { useShortcuts } from '../../shared/keys/use-shortcuts';
import { SavedViews } from '../../shared/lists/SavedViews';
import { useSeesOthers } from '../../shared/session';
import { useDebounced } from '../../shared/use-debounced';
import { useMedia } from '../../shared/use-media';
import type { CallFilter, FilterName } from './call-filter';
import { DateFilter } from './DateFilter';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 140px', minWidth: '120px', maxWidth: '260px' },
  cities: { width: '148px' },
  person: { minWidth: '0', width: '170px' },
  popup: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, width: 'min(300px, calc(100vw - 48px))' },
  end: { display: 'flex', marginInlineStart: 'auto' },
});

interface CallFiltersProps {
  filter: CallFilter;
  onChange: (some: Partial<Record<FilterName, string | null>>) => void;
  onReplace: (query: Record<string, string>) => void;
  onRefresh: () => void;
}

export function CallFilters({ filter, onChange, onReplace, onRefresh }: CallFiltersProps) {
  const { t } = useTranslation(['calls', 'shared']);
  const styles = useStyles();
  const isPhone = useMedia(phoneQuery);
  const seesOthers = useSeesOthers();
  const search = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(filter.search ?? '');
  const settled = useDebounced(typed.trim(), 250);
  useShortcuts({ '/': () => search.current?.focus() });

  const latest = useRef({ onChange, asked: filter.search ?? '' });
  useEffect(() => {
    latest.current = { onChange, asked: filter.search ?? '' };
  });
  useEffect(() => {
    if (settled !== latest.current.asked) latest.current.onChange({ search: settled || null });
  }, [settled]);

  const chosen = [filter.date, filter.city, filter.owner].filter(Boolean).length;
  const fields = (
    <>
      <DateFilter value={filter.date} onChange={(date) => onChange({ date })} />
      <CitiesPicker
        className={styles.cities}
        aria-label={t('cities')}
        placeholder={t('allCities')}
        value={filter.city?.split(',') ?? []}
        onChange={(cities) => onChange({ city: cities.join(',') || null })}
      />
      {seesOthers && (
        <PersonPicker
          className={styles.person}
          aria-label={t('shared:owner.label')}
          value={filter.owner ?? null}
          noneText={t('shared:owner.mine')}
          also={[{ value: 'all', text: t('shared:owner.everybody') }]}
          onChange={(owner) => onChange({ owner })}
        />
      )}
    </>
  );

  return (
    <div className={styles.root} role="group" aria-label={t('filters')}>
      <SearchBox
        ref={search}
        className={styles.search}
        aria-label={t('search')}
        placeholder={isPhone ? t('search') : t('searchHint')}
        value={typed}
        onChange={(_, data) => setTyped(data.value)}
        onKeyDown={(event) => event.key === 'Escape' && search.current?.blur()}
      />
      {isPhone ? (
        <Popover trapFocus>
          <PopoverTrigger disableButtonEnhancement>
            <Button icon={<Filter20Regular />}>{chosen > 0 ? t('filtersCount', { count: chosen }) : t('filters')}</Button>
          </PopoverTrigger>
          <PopoverSurface className={styles.popup}>{fields}</PopoverSurface>
        </Popover>
      ) : (
        fields
      )}
      <Switch
        label={t('callableNow')}
        checked={filter.callableNow === 'true'}
        onChange={(_, data) => onChange({ callableNow: data.checked ? 'true' : null })}
      />
      <div className={styles.end}>
        <SavedViews
          list="calls"
          query={filter as Record<string, string>}
          onChoose={(query) => {
            setTyped(query.search ?? '');
            onReplace(query);
          }}
        />
        <Tooltip content={t('shared:refresh')} relationship="label">
          <Button appearance="subtle" icon={<ArrowClockwise20Regular />} onClick={onRefresh} />
        </Tooltip>
      </div>
    </div>
  );
}
