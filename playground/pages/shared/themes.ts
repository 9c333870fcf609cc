import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import type { OfficeThemeName } from '../../office/office-themes';

const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, Roboto, 'Helvetica Neue', Arial, sans-serif";

export const outlookThemes: Record<OfficeThemeName, Theme> = {
  colorful: { ...webLightTheme, fontFamilyBase },
  white: { ...webLightTheme, fontFamilyBase, colorNeutralBackground3: '#ffffff', colorNeutralBackground4: '#fafafa' },
  darkGray: { ...webDarkTheme, fontFamilyBase },
  black: {
    ...webDarkTheme,
    fontFamilyBase,
    colorNeutralBackground1: '#141414',
    colorNeutralBackground2: '#0f0f0f',
    colorNeutralBackground3: '#0a0a0a',
    colorNeutralBackground4: '#050505',
  },
};

export type TeamsThemeName = 'default' | 'dark' | 'contrast';
export const teamsThemes: Record<TeamsThemeName, Theme> = {
  default: { ...teamsLightTheme, fontFamilyBase },
  dark: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};
