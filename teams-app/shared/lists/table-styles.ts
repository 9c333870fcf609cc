import { makeStyles, tokens } from '@fluentui/react-components';
import { coarse } from '../frame/breakpoints';

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
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '& .row-actions': { opacity: 0, pointerEvents: 'none' },
    '&:hover .row-actions': { opacity: 1, pointerEvents: 'auto' },
    '&:focus-within .row-actions': { opacity: 1, pointerEvents: 'auto' },
    [coarse]: { minHeight: '48px', '& .row-actions': { opacity: 1, pointerEvents: 'auto' } },
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected },
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  numeric: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  card: { minWidth: 0, paddingBlock: '6px' },
  actions: {
    position: 'absolute',
    insetInlineEnd: '8px',
    display: 'flex',
    gap: '4px',
    paddingInlineStart: '12px',
    backgroundColor: tokens.colorNeutralBackground1Hover,
  },
});
