import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Outlook } from '../../outlook/create-outlook';
import type { OutlookState } from '../../outlook/outlook-state';

export const OutlookContext = createContext<Outlook | null>(null);

export function useOutlook(): Outlook {
  const outlook = useContext(OutlookContext);
  if (!outlook) throw new Error('outside of the page');
  return outlook;
}

export function useOutlookState(): OutlookState {
  const outlook = useOutlook();
  return useSyncExternalStore(outlook.watch, outlook.state);
}
