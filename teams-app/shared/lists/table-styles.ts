import { makeStyles, tokens } from '@fluentui/react-components';
import { coarse } from '../frame/breakpoints';
import { rowTokens } from '../theme';

export const useTableStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    paddingInline: '16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  header: {
    minHeight: '36px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  body: {
    minHeight: '40px',
    paddingBlock: '4px',
    cursor: 'pointer',
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: rowTokens.rowHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [coarse]: { minHeight: '48px' },
  },
  selected: {
    backgroundColor: rowTokens.rowSelected,
    ':hover': { backgroundColor: rowTokens.rowSelected },
  },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    maxWidth: '100%',
    padding: '4px 0',
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    fontWeight: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  sorted: { color: tokens.colorNeutralForeground1 },
  // A badge stands in the middle of its line rather than on it.
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', '& > .fui-Badge': { verticalAlign: 'middle' } },
  numeric: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  card: { minWidth: 0, paddingBlock: '6px' },
  actions: {
    position: 'absolute',
    insetBlock: '1px',
    insetInlineEnd: '8px',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    paddingInlineStart: '12px',
    // Covers the cells beneath in whatever colour the row has now.
    backgroundColor: 'inherit',
  },
});
