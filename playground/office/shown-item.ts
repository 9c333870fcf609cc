import { attendeeAppointment, organizerAppointment } from './appointment';
import { composeMessage } from './compose-message';
import { lateMs } from './faults';
import type { OpenItem, OutlookHost } from './host';
import { readMessage } from './read-message';

export type OfficeItem =
  | ReturnType<typeof readMessage>
  | ReturnType<typeof composeMessage>['item']
  | ReturnType<typeof attendeeAppointment>
  | ReturnType<typeof organizerAppointment>;

/**
 * What `mailbox.item` is now: after a switch it may be null or the former letter for a while, and the news of the switch
 * may come late, twice or never.
 */
export function createShownItem(host: OutlookHost, changed: () => void) {
  let dispose: (() => void) | undefined;
  let item: OfficeItem | null = null;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  };
  const put = (shown: OpenItem | null) => {
    dispose?.();
    const built = shown && build(host, shown);
    dispose = built?.dispose;
    item = built?.item ?? null;
  };
  const show = () => put(host.shown());
  const stop = host.listen('item', () => {
    const { nullMs, frozenMs, itemChanged } = host.faults;
    // A second switch ends what the first one left behind.
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    if (frozenMs > 0) later(frozenMs, show);
    else if (nullMs > 0) {
      put(null);
      later(nullMs, show);
    } else show();
    if (itemChanged === 'late') later(lateMs, changed);
    else if (itemChanged !== 'never') changed();
    if (itemChanged === 'twice') later(0, changed);
  });
  show();
  return {
    get item() {
      return item;
    },
    dispose: () => {
      stop();
      dispose?.();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function build(host: OutlookHost, shown: OpenItem): { item: OfficeItem; dispose?: () => void } {
  if (shown.kind === 'draft') return composeMessage(host, shown.draft);
  if (shown.kind === 'letter') return { item: readMessage(host, shown.letter) };
  return { item: (shown.own ? organizerAppointment : attendeeAppointment)(host, shown.meeting) };
}
