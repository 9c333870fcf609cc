/** Things started from anywhere: finding a company on a phone, logging an activity for a company picked first. */
export type QuickAction = { kind: 'find' } | { kind: 'log'; companyId?: string };

type Listener = (action: QuickAction) => void;
const listeners = new Set<Listener>();

export function startQuickAction(action: QuickAction): void {
  listeners.forEach((listener) => listener(action));
}

export function whenQuickAction(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
