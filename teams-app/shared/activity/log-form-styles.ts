import { makeStyles, tokens } from '@fluentui/react-components';
import { coarse } from '../frame/breakpoints';

export const useLogFormStyles = makeStyles({
  // Where there is room, what was done stands beside what comes next.
  container: { containerType: 'inline-size' },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    '@container (min-width: 600px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  whole: { gridColumn: '1 / -1' },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  // A native select is as wide as its longest choice unless told otherwise.
  contact: { flexGrow: 1, minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  minutes: { width: '84px', flexShrink: 0, '& input': { minWidth: 0 } },
  hint: { color: tokens.colorNeutralForeground3 },
  fault: { color: tokens.colorStatusDangerForeground1 },
  // In sight however long the form is.
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    paddingBlock: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  save: { [coarse]: { minHeight: '44px', width: '100%' } },
});
