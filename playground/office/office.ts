import { buildOffice } from './build-office';
import type { OutlookHost } from './host';

declare global {
  interface Window {
    ryadomMailbox?: OutlookHost;
    /** For the page around: the handlers that the add-in has named in this frame. */
    ryadomActions?: ReturnType<typeof buildOffice>['actions'];
  }
}

const host = window.parent === window ? undefined : window.parent.ryadomMailbox;
if (host) {
  const { office, actions, dispose } = buildOffice(host, window.location.origin);
  put(office);
  window.ryadomActions = actions;
  window.addEventListener('pagehide', dispose);
} else {
  // As the real one answers in a page that no Outlook shows.
  const nowhere = { host: null, platform: null };
  put({
    onReady: async (callback?: (info: typeof nowhere) => void) => {
      callback?.(nowhere);
      return nowhere;
    },
    context: {},
    actions: { associate: () => undefined },
  });
}

/** Under the name of the real one, whose type is far wider. */
function put(office: object): void {
  Object.assign(window, { Office: office });
}
