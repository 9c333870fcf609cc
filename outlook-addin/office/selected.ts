import type { MailItem } from '../mail-item';
import { ask } from './ask';
import { mailbox, supports } from './outlook';
import { readItem } from './read-item';

export interface SelectedLetter {
  itemId: string;
  subject: string;
}

/** Letters chosen in the list, at most 100 by Outlook’s own limit; one alone is the open item. */
export async function readSelected(): Promise<SelectedLetter[]> {
  if (!supports('Mailbox', '1.13')) return [];
  const items = await ask<Office.SelectedItemDetails[]>('getSelectedItemsAsync', (done) =>
    mailbox().getSelectedItemsAsync(done),
  );
  return items
    .filter(({ itemType }) => String(itemType).toLowerCase() === 'message')
    .map(({ itemId, subject }) => ({ itemId, subject }));
}

/** Whether a letter that is not open can be read: an item is loaded, read and let go, one at a time. */
export const canReadSelected = (): boolean => supports('Mailbox', '1.15');

/** What a letter of the list is, with its text; null text where Outlook does not give it. */
export async function readSelectedLetter(itemId: string): Promise<{ item: MailItem; text: string | null }> {
  const loaded = await ask<Office.LoadedMessageRead>('loadItemByIdAsync', (done) =>
    mailbox().loadItemByIdAsync(itemId, done as (result: Office.AsyncResult<unknown>) => void),
  );
  try {
    const item = await readItem(loaded);
    const text = await ask<string>('body.getAsync', (done) =>
      loaded.body.getAsync(Office.CoercionType.Text, done),
    ).catch(() => null);
    return { item, text };
  } finally {
    await ask<void>('unloadAsync', (done) => loaded.unloadAsync(done)).catch(() => undefined);
  }
}
