import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { CurrentItem, OpenItem } from './current-item';
import type { MailItem } from './mail-item';
import { whenRecipientsChange } from './office/outlook';
import { readOpenItem } from './office/read-item';

export const CurrentItemContext = createContext<CurrentItem | null>(null);

export function useCurrentItem(): CurrentItem {
  const current = useContext(CurrentItemContext);
  if (!current) throw new Error('useCurrentItem outside the pane');
  return current;
}

export function useOpenItem(): OpenItem | null {
  const current = useCurrentItem();
  return useSyncExternalStore(current.subscribe, current.shown);
}

/** An item of one turn: what it is, and the guard for what is done about it. */
export interface Beside {
  open: OpenItem;
  item: MailItem;
}

export const BesideContext = createContext<Beside | null>(null);

export function useBeside(): Beside {
  const beside = useContext(BesideContext);
  if (!beside) throw new Error('useBeside without an item');
  return beside;
}

export type ReadState = { state: 'reading' } | { state: 'failed' } | { state: 'read'; item: MailItem };

/** Reads the item of a turn; of a draft again whenever its recipients change. An answer for a former turn is dropped. */
export function useItem(open: OpenItem): [ReadState, () => void] {
  const current = useCurrentItem();
  const [read, setRead] = useState<ReadState>({ state: 'reading' });
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let stale = false;
    current
      .during(open, readOpenItem)
      .then((item) => !stale && item && setRead({ state: 'read', item }))
      // A turn that is over unmounts whoever asked.
      .catch(() => !stale && current.shown() === open && setRead({ state: 'failed' }));
    return () => {
      stale = true;
    };
  }, [current, open, times]);
  useEffect(() => whenRecipientsChange(() => setTimes((before) => before + 1)), [open]);
  return [read, () => setTimes((before) => before + 1)];
}
