export interface OfficeTheme {
  bodyBackgroundColor: string;
  bodyForegroundColor: string;
  controlBackgroundColor: string;
  controlForegroundColor: string;
}

/** The four themes of Office by their own names, with the colours that `officeTheme` tells of each. */
export const officeThemes = {
  colorful: theme('#F3F2F1', '#252423', '#FFFFFF', '#252423'),
  white: theme('#FFFFFF', '#212121', '#FFFFFF', '#212121'),
  darkGray: theme('#666666', '#F0F0F0', '#444444', '#F0F0F0'),
  black: theme('#212121', '#FFFFFF', '#0F0F0F', '#FFFFFF'),
} satisfies Record<string, OfficeTheme>;
export type OfficeThemeName = keyof typeof officeThemes;

export const isDark = (name: OfficeThemeName): boolean => name === 'darkGray' || name === 'black';

function theme(
  bodyBackgroundColor: string,
  bodyForegroundColor: string,
  controlBackgroundColor: string,
  controlForegroundColor: string,
): OfficeTheme {
  return { bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor, controlForegroundColor };
}
