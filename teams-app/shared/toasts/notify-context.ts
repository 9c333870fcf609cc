import { createContext, useContext } from 'react';

export interface Notify {
  /** Something was written. With a `changeId` it can be taken back for ten seconds. */
  done: (text: string, options?: { changeId?: string | null; onUndone?: () => void; detail?: string }) => void;
  failed: (error: unknown, options?: { title?: string; action?: { label: string; run: () => void } }) => void;
  info: (text: string) => void;
  /** Somebody or something tells the reader, unasked; it stays until it is answered. */
  told: (title: string, options?: { detail?: string | null; actions?: { label: string; run: () => void }[] }) => void;
  /** Takes what is shown away: it spoke of something that is no longer open. */
  clear: () => void;
}

export const NotifyContext = createContext<Notify | null>(null);

export function useNotify(): Notify {
  const notify = useContext(NotifyContext);
  if (!notify) throw new Error('useNotify outside <Toasts>');
  return notify;
}
