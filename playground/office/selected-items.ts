import { answer, notFound, OfficeError } from './async-result';
import type { OutlookHost } from './host';
import { readMessage } from './read-message';

/** Several chosen letters: what is told of them together, and each loaded in turn. */
export function selectedItems(host: OutlookHost) {
  let loaded: string | null = null;
  return {
    getSelectedItemsAsync: (...rest: unknown[]) =>
      answer(
        () => host.faults,
        'getSelectedItemsAsync',
        rest,
        () =>
          host.selected().map((letter) => ({
            itemId: letter.id,
            itemType: 'message',
            itemMode: 'Read',
            subject: letter.subject,
            conversationId: letter.conversationId,
            internetMessageId: letter.internetMessageId,
            hasAttachment: letter.attachments.length > 0,
          })),
      ),
    /** One at a time, as Outlook has it: the next only after the former was unloaded. */
    loadItemByIdAsync: (itemId: string, ...rest: unknown[]) =>
      answer(
        () => host.faults,
        'loadItemByIdAsync',
        rest,
        () => {
          if (loaded !== null) throw new OfficeError(9055, 'OperationNotSupported', 'Another item is already loaded.');
          const letter = host.letterById(itemId);
          if (!letter) throw notFound();
          loaded = itemId;
          return {
            ...readMessage(host, letter),
            unloadAsync: (...unloading: unknown[]) =>
              answer(
                () => host.faults,
                'unloadAsync',
                unloading,
                () => void (loaded = null),
              ),
          };
        },
      ),
  };
}
