import { ask } from './ask';
import { mailbox } from './outlook';

/** What the service takes at most of one letter, characters. */
const longestText = 100_000;

/** The open item’s text, plain. */
export async function readText(): Promise<string> {
  const { body } = mailbox().item as unknown as { body: Office.Body };
  const text = await ask<string>('body.getAsync', (done) => body.getAsync(Office.CoercionType.Text, done));
  return text.slice(0, longestText);
}

/** The value of one of our headers that the open letter brought along, or null. */
export async function readHeader(name: string): Promise<string | null> {
  const item = mailbox().item as Partial<Office.MessageRead> | null;
  if (!item?.getAllInternetHeadersAsync) return null;
  const headers = await ask<string>('getAllInternetHeadersAsync', (done) => item.getAllInternetHeadersAsync!(done));
  return new RegExp(`^${name}:[ \\t]*(\\S+)`, 'im').exec(headers)?.[1] ?? null;
}

/** An attachment of the open letter as the bytes it was sent as. */
export async function readAttachment(id: string): Promise<Blob> {
  const item = mailbox().item as unknown as Office.MessageRead;
  const { content, format } = await ask<Office.AttachmentContent>(
    'getAttachmentContentAsync',
    (done) => item.getAttachmentContentAsync(id, done),
    60_000,
  );
  if (format === Office.MailboxEnums.AttachmentContentFormat.Base64) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    return new Blob([bytes]);
  }
  // A letter or a meeting inside the letter comes as text.
  return new Blob([content]);
}
