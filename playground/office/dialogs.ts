import { answer, OfficeError } from './async-result';
import { enums } from './enums';
import type { DialogNews, OutlookHost } from './host';

const closedByReader = 12006;

/** `ui.displayDialogAsync`: pages of the add-in are opened in their playground’s edition, with this stand-in in them. */
export function dialogs(host: OutlookHost, origin: string) {
  let open = false;
  return {
    displayDialogAsync: (url: string, ...rest: unknown[]) =>
      answer(
        () => host.faults,
        'displayDialogAsync',
        rest,
        () => {
          const address = new URL(url, origin);
          if (address.origin !== origin)
            throw new OfficeError(12004, 'DomainNotTrusted', 'The domain of the dialog is not trusted.');
          if (open) throw new OfficeError(12007, 'AlreadyOpened', 'A dialog is already opened from this add-in.');
          const size = (rest.find((given) => typeof given === 'object') ?? {}) as { width?: number; height?: number };
          const handlers = new Map<string, (event: object) => void>();
          const tell = (news: DialogNews) => {
            if ('message' in news)
              handlers.get(enums.EventType.DialogMessageReceived)?.({ message: news.message, origin });
            else {
              open = false;
              handlers.get(enums.EventType.DialogEventReceived)?.({ error: news.error });
            }
          };
          address.pathname = address.pathname.replace(/^\/outlook-addin\/([^/]+\.html)$/, '/playground/$1');
          open = true;
          const close = host.openDialog(address.href, { width: size.width ?? 80, height: size.height ?? 80 }, tell);
          return {
            addEventHandler: (type: string, handler: (event: object) => void) => void handlers.set(type, handler),
            close: () => {
              open = false;
              close();
            },
          };
        },
      ),
    openBrowserWindow: (url: string) => host.openBrowserWindow(url),
    messageParent: (message: string | boolean) => host.messageFromDialog(String(message)),
  };
}

export const readerClosed: DialogNews = { error: closedByReader };
