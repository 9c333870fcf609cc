import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Category } from '../../office/host';

const colours = [
  tokens.colorPaletteRedBorderActive,
  tokens.colorPaletteDarkOrangeBorderActive,
  tokens.colorPaletteMarigoldBorderActive,
  tokens.colorPaletteYellowBorderActive,
  tokens.colorPaletteGreenBorderActive,
  tokens.colorPaletteTealBorderActive,
  tokens.colorPaletteLightGreenBorderActive,
  tokens.colorPaletteBlueBorderActive,
  tokens.colorPalettePurpleBorderActive,
];

const useStyles = makeStyles({
  tag: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 6px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  dot: { width: '8px', height: '8px', borderRadius: '50%' },
});

export function CategoryTag({ category: { displayName, color } }: { category: Category }) {
  const styles = useStyles();
  const preset = Number(/\d+/.exec(color)?.[0] ?? 0);
  return (
    <span className={styles.tag}>
      <span className={styles.dot} style={{ backgroundColor: colours[preset % colours.length] }} />
      <Text size={100}>{displayName}</Text>
    </span>
  );
}
