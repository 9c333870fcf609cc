import { makeStyles, tokens } from '@fluentui/react-components';
import { coarse } from '../../../shared/frame/breakpoints';

/** A kind of day is a colour and a form: framed, dashed, or a mark at its corner. */
export const useDayStyles = makeStyles({
  day: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '100%',
    minHeight: '30px',
    padding: 0,
    boxSizing: 'border-box',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
    [coarse]: { minHeight: '40px' },
  },
  weekend: { color: tokens.colorNeutralForeground3 },
  holiday: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground2 },
  },
  working: {
    border: `1px dashed ${tokens.colorCompoundBrandStroke}`,
    color: tokens.colorNeutralForeground1,
  },
  short: {
    '::after': {
      content: '"*"',
      position: 'absolute',
      top: '1px',
      insetInlineEnd: '4px',
      color: tokens.colorStatusWarningForeground3,
      fontWeight: tokens.fontWeightBold,
    },
    color: tokens.colorNeutralForeground1,
  },
  today: { textDecorationLine: 'underline', textDecorationThickness: '2px', textUnderlineOffset: '3px' },
});
