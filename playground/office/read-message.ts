import type { Letter } from '../mailbox/letter';
import { answer, OfficeError, refused } from './async-result';
import type { OutlookHost } from './host';
import { itemCategories } from './item-categories';
import { normalized, toDetails } from './people';

/**
 * A letter open for reading. What it says at once is copied: an object that the pane kept goes on telling of the former
 * letter. What it says later comes from `letter()`, which a fault makes the letter that is open by then.
 */
export function readMessage(host: OutlookHost, own: Letter) {
  const letter = (): Letter => {
    const shown = host.faults.answersFromCurrent ? host.shown() : null;
    return shown?.kind === 'letter' ? shown.letter : own;
  };
  const call = <T>(name: string, rest: unknown[], produce: (letter: Letter) => T | Promise<T>) =>
    answer(
      () => host.faults,
      name,
      rest,
      () => produce(letter()),
    );
  const open = (asked: Letter) => {
    if (asked.encrypted) throw refused();
    return asked;
  };
  return {
    itemType: 'message',
    itemClass: own.itemClass,
    itemId: own.id,
    internetMessageId: own.internetMessageId,
    conversationId: own.conversationId,
    subject: own.subject,
    normalizedSubject: normalized(own.subject),
    // Letters without a sender exist; Outlook has no object for them.
    from: own.from ? toDetails(own.from) : undefined,
    sender: own.from ? toDetails(own.from) : undefined,
    to: own.to.map(toDetails),
    cc: own.cc.map(toDetails),
    dateTimeCreated: new Date(own.at),
    dateTimeModified: new Date(own.at),
    ...(own.invitation
      ? {
          start: new Date(own.invitation.start),
          end: new Date(own.invitation.end),
          location: own.invitation.location,
        }
      : {}),
    attachments: own.attachments.map(({ id, name, contentType, size, inline }) => ({
      id,
      name,
      contentType,
      size,
      isInline: inline,
      attachmentType: contentType === 'message/rfc822' ? 'item' : 'file',
    })),
    body: {
      getAsync: (coercionType: string, ...rest: unknown[]) =>
        call('body.getAsync', rest, (asked) => (coercionType === 'html' ? open(asked).html : open(asked).text)),
    },
    categories: itemCategories(host, () => letter().id),
    getAttachmentContentAsync: (id: string, ...rest: unknown[]) =>
      call('getAttachmentContentAsync', rest, async (asked) => {
        const attachment = open(asked).attachments.find((file) => file.id === id);
        if (!attachment) throw new OfficeError(9003, 'InvalidAttachmentId', 'The attachment identifier is invalid.');
        const base64 = await host.attachment(id);
        return attachment.contentType === 'message/rfc822'
          ? { content: atob(base64), format: 'eml' }
          : { content: base64, format: 'base64' };
      }),
    getAllInternetHeadersAsync: (...rest: unknown[]) =>
      call('getAllInternetHeadersAsync', rest, ({ headers }) =>
        Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join(''),
      ),
  };
}
