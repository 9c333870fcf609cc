import { notes } from './notes';

/** Where we run and what happened here, a line each; no token, address or text of a letter is in it. */
export function details(facts: Record<string, string>): string {
  const all = Object.entries({ ...facts, server: window.location.origin, browser: navigator.userAgent });
  return [...all.map(([name, value]) => `${name}: ${value}`), '', ...notes()].join('\n');
}
