import {
  makeStyles,
  mergeClasses,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { Checkmark16Filled, ChevronDown16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { coarse } from '../../shared/frame/breakpoints';
import { isOn, type CompanyFilter } from './company-filter';

const useStyles = makeStyles({
  toggle: {
    fontWeight: 'inherit',
    minWidth: 0,
    minHeight: '28px',
    flexShrink: 0,
    whiteSpace: 'nowrap',
    [coarse]: { minHeight: '36px' },
  },
  on: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    ':hover': {
      border: `1px solid ${tokens.colorCompoundBrandStrokeHover}`,
      backgroundColor: tokens.colorBrandBackground2Hover,
      color: tokens.colorBrandForeground2Hover,
    },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
});

const silentChoices = [7, 14, 30, 60, 90, 180];
const flags = ['callableNow', 'noNext'] as const;

interface QuickTogglesProps {
  filter: CompanyFilter;
  onChange: (some: Partial<Record<'callableNow' | 'noNext' | 'silentDays', string | null>>) => void;
}

/** The three questions of every morning, one press each. */
export function QuickToggles({ filter, onChange }: QuickTogglesProps) {
  const { t } = useTranslation('companies');
  const styles = useStyles();
  const { silentDays } = filter;
  const choices = [...new Set([...silentChoices, ...(silentDays ? [Number(silentDays)] : [])])].sort((a, b) => a - b);
  return (
    <>
      {flags.map((name) => {
        const on = isOn(filter[name]);
        return (
          <ToggleButton
            key={name}
            size="small"
            shape="circular"
            className={mergeClasses(styles.toggle, on && styles.on)}
            checked={on}
            icon={on ? <Checkmark16Filled /> : undefined}
            onClick={() => onChange({ [name]: on ? null : 'true' })}
          >
            {t(`filter.${name}`)}
          </ToggleButton>
        );
      })}
      <Menu
        checkedValues={{ silent: [silentDays ?? ''] }}
        onCheckedValueChange={(_, { checkedItems }) => onChange({ silentDays: checkedItems[0] || null })}
      >
        <MenuTrigger disableButtonEnhancement>
          <ToggleButton
            size="small"
            shape="circular"
            className={mergeClasses(styles.toggle, silentDays && styles.on)}
            checked={silentDays !== undefined}
            icon={silentDays ? <Checkmark16Filled /> : <ChevronDown16Regular />}
            iconPosition={silentDays ? 'before' : 'after'}
          >
            {silentDays ? t('filter.silentDays', { count: Number(silentDays) }) : t('filter.silent')}
          </ToggleButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItemRadio name="silent" value="">
              {t('filter.silentAny')}
            </MenuItemRadio>
            {choices.map((days) => (
              <MenuItemRadio key={days} name="silent" value={String(days)}>
                {t('filter.silentDays', { count: days })}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
