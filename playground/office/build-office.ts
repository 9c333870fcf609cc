import { textOfHtml } from '../mailbox/html-text';
import { answer } from './async-result';
import { clients, isSetSupported } from './clients';
import { dialogs } from './dialogs';
import { enums } from './enums';
import { createHandlers } from './handlers';
import type { OutlookHost } from './host';
import { masterCategories } from './item-categories';
import { officeThemes } from './office-themes';
import { selectedItems } from './selected-items';
import { createShownItem } from './shown-item';

interface NewMessage {
  toRecipients?: string[];
  subject?: string;
  htmlBody?: string;
}

export type EventHandler = (event: {
  completed(answer?: { allowEvent?: boolean; errorMessage?: string }): void;
}) => void;

/** The object `Office` of one pane: the calls of Office.js that an add-in beside letters needs, over an Outlook. */
export function buildOffice(host: OutlookHost, origin: string) {
  const handlers = createHandlers(() => host.faults);
  const client = clients[host.client];
  const openedWith = host.theme;
  const { ItemChanged, SelectedItemsChanged, OfficeThemeChanged } = enums.EventType;
  const shown = createShownItem(host, () => handlers.raise(ItemChanged, { type: ItemChanged }));
  const stops = [
    host.listen('selection', () => handlers.raise(SelectedItemsChanged, { type: SelectedItemsChanged })),
    host.listen('theme', () =>
      handlers.raise(OfficeThemeChanged, { type: OfficeThemeChanged, officeTheme: officeThemes[host.theme] }),
    ),
  ];
  const actions = new Map<string, EventHandler>();
  const mailbox = {
    get item() {
      return shown.item;
    },
    userProfile: {
      emailAddress: host.account.address,
      displayName: host.account.name,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      accountType: 'enterprise',
    },
    diagnostics: { hostName: client.hostName, hostVersion: client.version, OWAView: 'ThreeColumns' },
    addHandlerAsync: handlers.addHandlerAsync,
    removeHandlerAsync: handlers.removeHandlerAsync,
    masterCategories: masterCategories(host),
    ...selectedItems(host),
    displayNewMessageFormAsync: (
      { toRecipients: to = [], subject = '', htmlBody = '' }: NewMessage,
      ...rest: unknown[]
    ) =>
      answer(
        () => host.faults,
        'displayNewMessageFormAsync',
        rest,
        () => host.newMessage({ to, subject, text: textOfHtml(htmlBody) }),
      ),
  };
  const ready = { host: enums.HostType.Outlook, platform: client.platform };
  const office = {
    ...enums,
    onReady: (callback?: (info: typeof ready) => void) =>
      new Promise<typeof ready>((resolve) => {
        setTimeout(() => {
          callback?.(ready);
          resolve(ready);
        }, host.faults.latencyMs);
      }),
    actions: { associate: (name: string, handler: EventHandler) => void actions.set(name, handler) },
    context: {
      mailbox,
      get officeTheme() {
        return officeThemes[host.faults.staleTheme ? openedWith : host.theme];
      },
      displayLanguage: host.language,
      contentLanguage: host.language,
      host: ready.host,
      platform: ready.platform,
      diagnostics: { host: ready.host, platform: ready.platform, version: client.version },
      requirements: {
        isSetSupported: (name: string, version?: string) => isSetSupported(host.client, name, version),
      },
      ui: dialogs(host, origin),
    },
  };
  return {
    office,
    /** The handlers of events that the add-in has named, such as that of sending. */
    actions,
    dispose: () => {
      shown.dispose();
      for (const stop of stops) stop();
    },
  };
}

export type StandInOffice = ReturnType<typeof buildOffice>['office'];
