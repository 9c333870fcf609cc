import { htmlOfText } from '../mailbox/html-text';
import type { Letter } from '../mailbox/letter';
import type { Draft } from '../office/draft';

/** What lies in «Sent» afterwards: the headers that the add-in set have travelled with it. */
export function sentLetter({ id, conversationId, inReplyTo, state, headers }: Draft, now: Date, uuid: string): Letter {
  const internetMessageId = `<${uuid}@${state.from.address.split('@')[1] ?? 'ryadom.example'}>`;
  return {
    id: `sent~${id}`,
    folder: 'sent',
    internetMessageId,
    conversationId,
    itemClass: 'IPM.Note',
    subject: state.subject,
    from: state.from,
    to: [...state.to],
    cc: [...state.cc],
    at: now.toISOString(),
    text: state.text,
    html: htmlOfText(state.text),
    attachments: [],
    headers: {
      'message-id': internetMessageId,
      ...(inReplyTo ? { 'in-reply-to': inReplyTo } : {}),
      ...Object.fromEntries(headers),
    },
    read: true,
    encrypted: false,
    invitation: null,
  };
}

/** Who is in a field of recipients: `Имя <адрес>` or a bare address, separated by semicolons or commas. */
export const readRecipients = (text: string): { address: string; name: string }[] =>
  text
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, name, address] = /^(.*?)\s*<([^<>]+)>$/.exec(part) ?? [];
      return address ? { address: address.trim(), name: name!.trim() } : { address: part, name: '' };
    });

export const writeRecipients = (people: readonly { address: string; name: string }[]): string =>
  people.map(({ address, name }) => (name ? `${name} <${address}>` : address)).join('; ');
