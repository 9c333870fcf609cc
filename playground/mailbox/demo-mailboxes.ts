import { createHash } from 'node:crypto';
import type { Deps } from '../../service/kernel/context';
import { readAccounts, readCasts } from './cast';
import { demoLetters, type DemoLetter } from './demo-letters';
import { dayHour, demoMeetings } from './demo-meetings';
import { htmlOfText } from './html-text';
import type { Account, Letter, Mailbox } from './letter';

export interface DemoMailboxes {
  accounts: Account[];
  /** By login. */
  mailboxes: Map<string, Mailbox>;
  /** Bytes of attachments by their id. */
  files: Map<string, Buffer>;
}

/** Everybody’s mailbox, of letters to and from the companies that the base has now. */
export async function makeDemoMailboxes(deps: Deps): Promise<DemoMailboxes> {
  const now = deps.clock.now();
  const { timeZone } = deps.settings;
  const accounts = await readAccounts(deps);
  const files = new Map<string, Buffer>();
  const mailboxes = new Map<string, Mailbox>();
  for (const { login, address, name } of accounts)
    mailboxes.set(login, { account: { address, name }, letters: [], meetings: [] });
  for (const cast of await readCasts(deps, accounts)) {
    const { login } = cast.account;
    mailboxes.get(login)!.meetings = demoMeetings(cast, now, timeZone);
    for (const letter of await demoLetters(cast, dayHour(now, timeZone, 0, 15)))
      // What went to two of us lies in both mailboxes, under one id of the letter’s own.
      for (const receiver of new Set([login, letter.of ?? login])) {
        const made = toLetter(letter, { login: receiver, source: letter.of ?? login, now });
        mailboxes.get(receiver)!.letters.push(made);
        letter.files?.forEach(({ content }, index) => files.set(made.attachments[index]!.id, content));
      }
  }
  for (const { letters } of mailboxes.values()) letters.sort((one, other) => other.at.localeCompare(one.at));
  return { accounts, mailboxes, files };
}

function toLetter(
  { slug, sent, from, to, cc = [], subject, minutesAgo, text, thread, files = [], headers = {}, ...rest }: DemoLetter,
  { login, source, now }: { login: string; source: string; now: Date },
): Letter {
  const id = `${login}~${slug}-${source}`;
  const at = new Date(Math.floor(now.getTime() / 60_000 - minutesAgo) * 60_000);
  const internetMessageId = messageId(slug, source, from.address);
  return {
    id,
    folder: sent ? 'sent' : 'inbox',
    internetMessageId,
    conversationId: createHash('sha256')
      .update(`${thread ?? slug}-${source}`)
      .digest('base64url')
      .slice(0, 32),
    itemClass: rest.itemClass ?? 'IPM.Note',
    subject,
    from: bare(from),
    to: to.map(bare),
    cc: cc.map(bare),
    at: at.toISOString(),
    text,
    html: htmlOfText(text),
    attachments: files.map(({ name, contentType, inline = false, content }, index) => ({
      id: `${id}~${index}`,
      name,
      contentType,
      inline,
      size: content.length,
    })),
    headers: {
      'message-id': internetMessageId,
      ...(thread ? { 'in-reply-to': messageId(thread, source, to[0]!.address) } : {}),
      ...headers,
    },
    read: !rest.unread,
    encrypted: rest.encrypted ?? false,
    invitation: rest.invitation ?? null,
  };
}

const messageId = (slug: string, source: string, address: string) => `<${slug}.${source}@${address.split('@')[1]}>`;

/** Without the position and the phone, which only the signature tells. */
const bare = ({ address, name }: { address: string; name: string }) => ({ address, name });
