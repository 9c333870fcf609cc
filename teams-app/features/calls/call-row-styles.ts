import { makeStyles, tokens } from '@fluentui/react-components';
import { coarse } from '../../shared/frame/breakpoints';
import { rowTokens } from '../../shared/theme';

/** The list is a container: a row is two lines of four where there is room, a card where there is not. */
const roomy = '@container (min-width: 620px)';

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

export const useCallRowStyles = makeStyles({
  swipe: { position: 'relative', overflow: 'hidden' },
  swipeHint: {
    position: 'absolute',
    insetBlock: 0,
    insetInlineStart: '16px',
    display: 'flex',
    alignItems: 'center',
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  swipeHintEnd: { insetInlineStart: 'auto', insetInlineEnd: '16px' },
  row: {
    position: 'relative',
    // Sideways belongs to the swipe, up and down to the list.
    touchAction: 'pan-y',
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateAreas: '"name name" "place window" "person person" "note note" "due due" "actions actions"',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '2px',
    padding: '10px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'pointer',
    outlineStyle: 'none',
    ':hover': { backgroundColor: rowTokens.rowHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [roomy]: {
      gridTemplateColumns: 'minmax(0, 1.9fr) 174px minmax(0, 1.1fr) 166px',
      gridTemplateAreas: '"name place person phone" "note window position due"',
      padding: '8px 16px',
      '& .row-actions': { opacity: 0, pointerEvents: 'none' },
      '&:hover .row-actions': { opacity: 1, pointerEvents: 'auto' },
      '&:focus-within .row-actions': { opacity: 1, pointerEvents: 'auto' },
      '&:focus .row-actions': { opacity: 1, pointerEvents: 'auto' },
    },
  },
  selected: {
    backgroundColor: rowTokens.rowSelected,
    ':hover': { backgroundColor: rowTokens.rowSelected },
    '::before': {
      content: '""',
      position: 'absolute',
      insetBlock: '6px',
      insetInlineStart: '4px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandForeground1,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
  name: { gridArea: 'name', minWidth: 0 },
  place: { gridArea: 'place', minWidth: 0, display: 'flex', columnGap: '6px', color: tokens.colorNeutralForeground2 },
  city: oneLine,
  window: {
    gridArea: 'window',
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    [roomy]: { lineHeight: tokens.lineHeightBase200 },
  },
  person: { gridArea: 'person', minWidth: 0, ...oneLine },
  positionInline: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    [roomy]: { display: 'none' },
  },
  position: { gridArea: 'position', display: 'none', [roomy]: { display: 'block' } },
  phone: { gridArea: 'phone', display: 'none', [roomy]: { display: 'block', justifySelf: 'end' } },
  due: {
    gridArea: 'due',
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [roomy]: { justifySelf: 'end' },
  },
  postponed: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2px',
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  note: { gridArea: 'note', minWidth: 0 },
  secondary: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ...oneLine,
  },
  actions: {
    gridArea: 'actions',
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    paddingTop: '6px',
    [roomy]: {
      position: 'absolute',
      insetInlineEnd: '12px',
      bottom: '3px',
      gap: '4px',
      padding: '2px',
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralBackground1,
      boxShadow: tokens.shadow4,
    },
  },
  callButton: {
    flexGrow: 1,
    fontVariantNumeric: 'tabular-nums',
    [roomy]: { flexGrow: 0 },
    [coarse]: { minHeight: '44px' },
  },
  iconButton: { [coarse]: { minHeight: '44px', minWidth: '44px' } },
  inCard: { [roomy]: { display: 'none' } },
  inLine: { display: 'none', [roomy]: { display: 'inline' } },
});
