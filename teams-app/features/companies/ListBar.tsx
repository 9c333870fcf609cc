import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { PersonArrowRight20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { phone } from '../../shared/frame/breakpoints';
import { isOn, toInput, type CompanyFilter, type CompanySort, type FilterName } from './company-filter';
import { CompanyCount } from './CompanyCount';
import { ConditionTags } from './ConditionTags';
import { QuickToggles } from './QuickToggles';
import { SortMenu } from './SortMenu';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '6px',
    minHeight: '32px',
  },
  selection: {
    backgroundColor: tokens.colorBrandBackground2,
    borderRadius: tokens.borderRadiusMedium,
    padding: '4px 12px',
    marginInline: '-4px',
  },
  // On a phone the conditions are one line that slides within itself.
  conditions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '6px',
    minWidth: 0,
    [phone]: {
      flexWrap: 'nowrap',
      overflowX: 'auto',
      scrollbarWidth: 'none',
      marginInline: '-16px',
      paddingInline: '16px',
      paddingBlock: '2px',
    },
  },
  end: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    marginInlineStart: 'auto',
    [phone]: { marginInlineStart: 0, width: '100%', columnGap: '2px' },
  },
  tools: { display: 'flex', marginInlineStart: 'auto' },
  note: { flexBasis: '100%', color: tokens.colorNeutralForeground3 },
});

interface ListBarProps {
  filter: CompanyFilter;
  sort: CompanySort;
  isPhone: boolean;
  onChange: (some: Partial<Record<FilterName | 'sort', string | null>>) => void;
  onReset: () => void;
  /** Buttons at the end of the line, on a phone. */
  tools: ReactNode;
}

/** What the list is narrowed by, how many it holds, and in which order. */
export function ListBar({ filter, sort, isPhone, onChange, onReset, tools }: ListBarProps) {
  const { t } = useTranslation('companies');
  const styles = useStyles();
  const hasControl = (name: FilterName) =>
    name === 'search' ||
    (!isPhone && ['status', 'city', 'owner'].includes(name)) ||
    name === 'silentDays' ||
    ((name === 'noNext' || name === 'callableNow') && isOn(filter[name]));
  const tags = (Object.keys(filter) as FilterName[]).filter((name) => !hasControl(name));
  const input = toInput(filter);
  // An order by the next contact leaves out those without one; the count does the same.
  const counted = sort === 'nextContact' ? { noNext: false, ...input } : input;
  return (
    <div className={styles.root}>
      <div className={styles.conditions}>
        <QuickToggles filter={filter} onChange={onChange} />
        <ConditionTags filter={filter} names={tags} onRemove={(name) => onChange({ [name]: null })} onReset={onReset} />
      </div>
      <div className={styles.end}>
        <CompanyCount input={counted} />
        <SortMenu iconOnly={isPhone} sort={sort} onSort={(next) => onChange({ sort: next === 'name' ? null : next })} />
        {isPhone && <div className={styles.tools}>{tools}</div>}
      </div>
      {(sort === 'nextContact' || sort === 'lastContact') && (
        <Text size={200} className={styles.note}>
          {t(`sortNote.${sort}`)}
        </Text>
      )}
    </div>
  );
}

interface SelectionBarProps {
  count: number;
  onAssign: () => void;
  onClear: () => void;
}

/** Stands in place of the bar above while companies are chosen. */
export function SelectionBar({ count, onAssign, onClear }: SelectionBarProps) {
  const { t } = useTranslation('companies');
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.root, styles.selection)} role="status">
      <Text weight="semibold">{t('selected', { count })}</Text>
      <Button
        size="small"
        appearance="primary"
        icon={<PersonArrowRight20Regular />}
        disabled={count > 1000}
        onClick={onAssign}
      >
        {t('action.assign')}
      </Button>
      <Button size="small" appearance="transparent" onClick={onClear}>
        {t('unselect')}
      </Button>
      {count > 1000 && <Text size={200}>{t('selectedHint')}</Text>}
    </div>
  );
}
