import { notes } from '../../diagnostics';
import { clientFacts } from '../../office/outlook';

/** Where the pane runs and what happened in it, a line each. */
export function details(): string {
  const facts = Object.entries({ ...clientFacts(), server: window.location.origin, browser: navigator.userAgent });
  return [...facts.map(([name, value]) => `${name}: ${value}`), '', ...notes()].join('\n');
}
