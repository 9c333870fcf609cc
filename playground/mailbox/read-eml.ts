import { createHash } from 'node:crypto';
import { simpleParser, type AddressObject, type Attachment, type ParsedMail } from 'mailparser';
import { htmlOfText } from './html-text';
import type { ItemClass, Letter, Person } from './letter';
import { readInvitation } from './read-invitation';

export interface ReadLetter {
  letter: Letter;
  /** Bytes of its attachments, in their order. */
  files: Buffer[];
}

const options = { forceRfc822Attachments: true, skipTextToHtml: true, skipImageLinks: true };

/** A letter as it went over the wire. Never fails: what makes no sense is left out. */
export async function readEml(raw: Buffer, id: string): Promise<ReadLetter> {
  const mail = await simpleParser(raw, options).catch(() => simpleParser(headersOf(raw), options));
  const calendar = mail.attachments.find(isCalendar);
  const files = mail.attachments.filter((file) => file !== calendar);
  const text = tidy(mail.text ?? '');
  const internetMessageId =
    mail.messageId ?? `<${createHash('sha256').update(raw).digest('hex').slice(0, 24)}@no-id.example>`;
  const letter: Letter = {
    id,
    folder: 'samples',
    internetMessageId,
    conversationId: conversationOf(mail, internetMessageId),
    itemClass: classOf(mail, calendar !== undefined),
    subject: mail.subject ?? '',
    from: people(mail.from)[0] ?? null,
    to: people(mail.to),
    cc: people(mail.cc),
    at: (mail.date && !Number.isNaN(mail.date.getTime()) ? mail.date : new Date(0)).toISOString(),
    text,
    html: mail.html || htmlOfText(text),
    attachments: files.map((file, index) => ({
      id: `${id}-${index}`,
      name: nameOf(file),
      contentType: file.contentType,
      size: file.content.length,
      inline: file.cid !== undefined && file.contentDisposition !== 'attachment',
    })),
    headers: Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [
        key,
        line
          .slice(key.length + 1)
          .replaceAll(/\r?\n\s*/g, ' ')
          .trim(),
      ]),
    ),
    read: true,
    encrypted: false,
    invitation: calendar ? readInvitation(calendar.content.toString('utf8')) : null,
  };
  return { letter, files: files.map(({ content }) => content) };
}

/** What is left of a letter whose body the parser refuses, such as a thousand parts within each other. */
const headersOf = (raw: Buffer): Buffer => {
  const end = raw.indexOf('\r\n\r\n');
  return end < 0 ? Buffer.alloc(0) : raw.subarray(0, end + 4);
};

const isCalendar = ({ contentType, filename }: Attachment): boolean => contentType === 'text/calendar' && !filename;

/** Several headers of one name, and groups of addresses, are one row of people. */
function people(header: AddressObject | AddressObject[] | undefined): Person[] {
  return [header ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ address, name }) => ({ address: address ?? '', name }));
}

const nameOf = ({ filename, contentType }: Attachment): string =>
  filename ?? (contentType === 'message/rfc822' ? 'message.eml' : 'file');

function classOf(mail: ParsedMail, hasCalendar: boolean): ItemClass {
  const type = mail.headers.get('content-type') as { params: Record<string, string> } | undefined;
  if (type?.params['report-type']?.toLowerCase() === 'delivery-status') return 'REPORT.IPM.Note.NDR';
  if (hasCalendar) return 'IPM.Schedule.Meeting.Request';
  return /^auto-replied/i.test(String(mail.headers.get('auto-submitted')))
    ? 'IPM.Note.Rules.OofTemplate.Microsoft'
    : 'IPM.Note';
}

/** Letters of one thread name its first one. */
function conversationOf({ references, inReplyTo }: ParsedMail, own: string): string {
  const first = [references ?? inReplyTo ?? own].flat()[0] ?? own;
  return createHash('sha256').update(first).digest('base64url').slice(0, 32);
}

const tidy = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
