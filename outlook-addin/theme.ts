import { useSyncExternalStore } from 'react';
import { readPreference } from '../teams-app/shared/preferences';
import type { ThemePreference } from '../teams-app/shared/theme';
import { themeBackground, whenThemeChanges } from './office/outlook';

/** What the reader chose in the pane’s settings; `system` is what Outlook says. */
export const readThemeChoice = (): ThemePreference => readPreference<ThemePreference>('pane.theme', 'system');

let background: string | null = null;
const listeners = new Set<() => void>();

/** Before anything is drawn, so that a dark Outlook shows no white flash. */
export function paintBackground(): void {
  background = themeBackground();
  const choice = readThemeChoice();
  const look = choice === 'system' ? lookOf(background) : choice;
  if (look === 'dark' || look === 'light') document.documentElement.style.colorScheme = look;
  whenThemeChanges((changed) => {
    background = changed;
    listeners.forEach((listener) => listener());
  });
}

/** Light or dark by the colour of Outlook’s own background; without one, the computer decides. */
export function useOutlookLook(): ThemePreference {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lookOf(background),
  );
}

/** Relative luminance (WCAG 2.1) below the middle grey is dark. */
export function lookOf(colour: string | null): 'light' | 'dark' | 'system' {
  const hex = /^#([\da-f]{6})/i.exec(colour ?? '')?.[1];
  if (!hex) return 'system';
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! < 128 ? 'dark' : 'light';
}
