import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  Add24Regular,
  Board20Regular,
  Building20Regular,
  Call24Filled,
  Call24Regular,
  MoreHorizontal24Regular,
  Note20Regular,
  Search24Regular,
} from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router-dom';
import { useCan } from '../session';
import { startQuickAction } from './quick-actions';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBottom: 'env(safe-area-inset-bottom)',
  },
  item: {
    flex: '1 1 0',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '2px',
    minHeight: '52px',
    padding: '4px 2px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textDecorationLine: 'none',
    cursor: 'pointer',
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-4px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  selected: { color: tokens.colorCompoundBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** The phone's navigation: four big targets within the thumb's reach. */
export function BottomBar({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const navigate = useNavigate();
  const can = useCan();
  return (
    <nav className={styles.root} aria-label={t('nav.label')}>
      <NavLink to="/" end className={({ isActive }) => mergeClasses(styles.item, isActive && styles.selected)}>
        {({ isActive }) => (
          <>
            {isActive ? <Call24Filled /> : <Call24Regular />}
            {t('nav.calls')}
          </>
        )}
      </NavLink>
      <button type="button" className={styles.item} onClick={() => startQuickAction({ kind: 'find' })}>
        <Search24Regular />
        {t('search')}
      </button>
      <Menu positioning="above">
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className={styles.item}>
            <Add24Regular />
            {t('nav.create')}
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {can('activities.write') && (
              <MenuItem icon={<Note20Regular />} onClick={() => startQuickAction({ kind: 'log' })}>
                {t('nav.newRecord')}
              </MenuItem>
            )}
            {can('deals.write') && (
              <MenuItem icon={<Board20Regular />} onClick={() => void navigate('/deals/new')}>
                {t('nav.newDeal')}
              </MenuItem>
            )}
            {can('companies.create') && (
              <MenuItem icon={<Building20Regular />} onClick={() => void navigate('/companies/new')}>
                {t('nav.newCompany')}
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      <button type="button" className={styles.item} onClick={onMore}>
        <MoreHorizontal24Regular />
        {t('more')}
      </button>
    </nav>
  );
}
