import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FluentIcon } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { coarse } from './breakpoints';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '36px',
    padding: '6px 12px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textDecorationLine: 'none',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [coarse]: { minHeight: '44px' },
  },
  selected: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground2Selected,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      top: '9px',
      bottom: '9px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandForeground1,
      forcedColorAdjust: 'none',
    },
  },
  icon: { display: 'flex', flexShrink: 0 },
  iconSelected: { color: tokens.colorNeutralForeground2BrandSelected },
  text: { flexGrow: 1, minWidth: 0 },
  note: {
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightRegular,
  },
});

interface RowProps {
  icon: FluentIcon;
  children: ReactNode;
  /** A number or a word at the end of the row. */
  note?: ReactNode;
}

export function NavLinkRow({
  to,
  icon: Icon,
  iconSelected: IconSelected,
  children,
  note,
  onClick,
}: RowProps & { to: string; iconSelected: FluentIcon; onClick?: () => void }) {
  const styles = useStyles();
  return (
    <NavLink
      to={to}
      end={to === '/'}
      onClick={onClick}
      className={({ isActive }) => mergeClasses(styles.row, isActive && styles.selected)}
    >
      {({ isActive }) => (
        <>
          <span className={mergeClasses(styles.icon, isActive && styles.iconSelected)}>
            {isActive ? <IconSelected /> : <Icon />}
          </span>
          <span className={styles.text}>{children}</span>
          {note != null && <span className={styles.note}>{note}</span>}
        </>
      )}
    </NavLink>
  );
}

export function NavButtonRow({ icon: Icon, children, note, onClick }: RowProps & { onClick: () => void }) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.row} onClick={onClick}>
      <span className={styles.icon}>
        <Icon />
      </span>
      <span className={styles.text}>{children}</span>
      {note != null && <span className={styles.note}>{note}</span>}
    </button>
  );
}
