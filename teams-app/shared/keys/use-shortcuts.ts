import { useEffect, useRef } from 'react';

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/**
 * Keys by the letter printed on them in English: `c`, `Ctrl+k`, `?`, `ArrowDown`. A Russian layout presses the same
 * keys, so letters are taken from `event.code`.
 *
 * Plain keys are left to a text field, a menu or a dialog that is open; those with Ctrl work everywhere but for Ctrl+z,
 * which belongs to the text being typed.
 */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = keyName(event);
      const run = latest.current[name];
      if (!run) return;
      const own = isTyping(event.target) || isInOverlay(event.target);
      if (own && (!name.startsWith('Ctrl+') || name === 'Ctrl+z')) return;
      // Enter and Space belong first to what they would press.
      if ((name === 'Enter' || name === 'Space') && isPressable(event.target)) return;
      event.preventDefault();
      run(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}

/** The name of a key: `c`, `Ctrl+k`, `?`, `Space`. */
export function keyName(event: KeyboardEvent): string {
  const prefix = event.ctrlKey || event.metaKey ? 'Ctrl+' : event.altKey ? 'Alt+' : '';
  if (event.key === '?' || event.key === '/') return prefix + event.key;
  // The same key of a Russian keyboard types a dot and a comma.
  if (event.code === 'Slash') return prefix + (event.shiftKey ? '?' : '/');
  if (/^Key[A-Z]$/.test(event.code)) return prefix + event.code.slice(3).toLowerCase();
  return prefix + (event.key === ' ' ? 'Space' : event.key);
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  );
}

function isPressable(target: EventTarget | null): boolean {
  const pressable = 'button,a[href],input,select,summary,[role="button"],[role="tab"],[role="radio"],[role="option"]';
  return target instanceof Element && target.closest(pressable) !== null;
}

function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null;
}
