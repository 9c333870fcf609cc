import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Me } from '../../service/modules/users/users.contract';
import { useHost } from './host';
import { useMedia } from './use-media';

/** For `makeStyles`, beside Fluent's `tokens`. */
export const rowTokens = { rowHover: 'var(--rowHover)', rowSelected: 'var(--rowSelected)' };

export type ThemePreference = Me['theme'];
type Look = 'light' | 'dark' | 'contrast';

/** Fluent's own families, but for Linux, where the system's font would set everything a sixth wider. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, Roboto, 'Helvetica Neue', Arial, sans-serif";

/**
 * A pointed-at or chosen row. In contrast Fluent turns the background bright and expects every text in it to turn
 * dark; our rows hold texts of several colours, so there the background stays and the bar and the outline speak.
 */
const rows = (theme: Theme, quiet?: boolean) => ({
  rowHover: quiet ? theme.colorNeutralBackground1 : theme.colorNeutralBackground1Hover,
  rowSelected: quiet ? theme.colorNeutralBackground1 : theme.colorNeutralBackground1Selected,
});

const themes: Record<Look, Theme> = {
  light: { ...teamsLightTheme, ...rows(teamsLightTheme), fontFamilyBase },
  dark: { ...teamsDarkTheme, ...rows(teamsDarkTheme), fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, ...rows(teamsHighContrastTheme, true), fontFamilyBase },
};

/** Teams decides inside Teams; elsewhere the profile does, and `system` follows the computer. */
export function useTheme(preference: ThemePreference): Theme {
  const host = useHost();
  const prefersDark = useMedia('(prefers-color-scheme: dark)');
  // Windows contrast themes repaint everything themselves; this is for those who ask for contrast without them.
  const prefersContrast = useMedia('(prefers-contrast: more) and (forced-colors: none)');
  const system: Look = prefersContrast ? 'contrast' : prefersDark ? 'dark' : 'light';
  const wanted: Look = preference === 'system' ? system : preference;
  const look = host.theme === null ? wanted : host.theme === 'default' ? 'light' : host.theme;
  const theme = themes[look];

  useEffect(() => {
    // Native parts (date pickers, scroll bars) and the page behind follow.
    document.documentElement.style.colorScheme = look === 'light' ? 'light' : 'dark';
    document.body.style.backgroundColor = theme.colorNeutralBackground2;
  }, [look, theme]);
  return theme;
}
