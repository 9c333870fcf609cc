import { tokens } from '@fluentui/react-components';

/** Six colours at most, the theme's own: they follow light, dark and contrast by themselves. */
const colors = [
  tokens.colorBrandForeground1,
  tokens.colorPaletteGreenForeground3,
  tokens.colorPaletteMarigoldForeground3,
  tokens.colorPaletteBerryForeground2,
  tokens.colorPaletteLightTealForeground2,
  tokens.colorNeutralForeground3,
];

export const chartColor = (index: number): string => colors[index % colors.length]!;
