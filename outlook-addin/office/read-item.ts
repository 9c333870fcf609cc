import { meetingKey, natureOf, type MailItem, type Person } from '../mail-item';
import { ask } from './ask';
import { mailbox, ownAddress } from './outlook';

type Details = Office.EmailAddressDetails | undefined;
type Told<T> = { getAsync: (callback: (result: Office.AsyncResult<T>) => void) => void };
type Some<T> = T | Told<T>;

/** Any of the four faces of an item, before it is known which. */
interface AnyItem {
  itemType: string;
  itemClass?: string;
  internetMessageId?: string;
  conversationId?: string;
  dateTimeCreated?: Date;
  from?: Some<Details>;
  to?: Some<Office.EmailAddressDetails[]>;
  cc?: Some<Office.EmailAddressDetails[]>;
  subject: Some<string>;
  organizer?: Some<Details>;
  requiredAttendees?: Some<Office.EmailAddressDetails[]>;
  optionalAttendees?: Some<Office.EmailAddressDetails[]>;
  start?: Some<Date>;
  attachments?: Office.AttachmentDetails[];
}

/** The open item as it is now; null when there is none. Runs within the guard: it may take a while. */
export const readOpenItem = async (): Promise<MailItem | null> => {
  const item = mailbox().item as unknown as AnyItem | null | undefined;
  return item ? readItem(item) : null;
};

/** Reads an item, asking where Outlook does not tell at once. */
export async function readItem(item: object): Promise<MailItem> {
  const known = item as AnyItem;
  return known.itemType === 'appointment' ? readMeeting(known) : readMessage(known);
}

async function readMessage(item: AnyItem): Promise<MailItem> {
  const [subject, from, to, cc] = await Promise.all([
    tell('subject', item.subject, ''),
    tell('from', item.from, undefined),
    tell('to', item.to, []),
    tell('cc', item.cc, []),
  ]);
  const written = item.internetMessageId === undefined;
  const sender = person(from);
  const mine = sender?.address === ownAddress();
  return {
    kind: written ? 'draft' : 'letter',
    key: item.internetMessageId || null,
    threadKey: item.conversationId || null,
    subject: subject ?? '',
    from: sender ?? (written ? { address: ownAddress(), name: null } : null),
    to: people([...(to ?? []), ...(cc ?? [])]),
    at: item.dateTimeCreated?.toISOString() ?? null,
    direction: written || mine ? 'out' : 'in',
    nature: natureOf(item.itemClass ?? ''),
    attachments: (item.attachments ?? [])
      .filter(({ isInline, attachmentType }) => !isInline && attachmentType !== 'cloud')
      .map(({ id, name, size }) => ({ id, name, size })),
  };
}

async function readMeeting(item: AnyItem): Promise<MailItem> {
  const [subject, organizer, required, optional, start] = await Promise.all([
    tell('subject', item.subject, ''),
    tell('organizer', item.organizer, undefined),
    tell('requiredAttendees', item.requiredAttendees, []),
    tell('optionalAttendees', item.optionalAttendees, []),
    tell('start', item.start, undefined),
  ]);
  const from = person(organizer) ?? { address: ownAddress(), name: null };
  return {
    kind: 'meeting',
    key: start ? meetingKey(from.address, start, subject ?? '') : null,
    threadKey: null,
    subject: subject ?? '',
    from,
    to: people([...(required ?? []), ...(optional ?? [])]),
    at: start?.toISOString() ?? null,
    direction: from.address === ownAddress() ? 'out' : 'in',
    nature: null,
    attachments: [],
  };
}

/** Reading, a field is its value; writing, it is asked for. */
async function tell<T>(name: string, field: Some<T> | undefined, missing: T): Promise<T> {
  if (field === undefined || field === null) return missing;
  const told = field as Partial<Told<T>>;
  return typeof told.getAsync === 'function'
    ? ask<T>(`${name}.getAsync`, (done) => told.getAsync!(done))
    : (field as T);
}

function person(details: Details): Person | null {
  if (!details?.emailAddress) return null;
  const address = details.emailAddress.toLowerCase();
  // Outlook repeats the address where it knows no name.
  const name = details.displayName && details.displayName.toLowerCase() !== address ? details.displayName : null;
  return { address, name };
}

const people = (all: Office.EmailAddressDetails[]): Person[] => all.flatMap((details) => person(details) ?? []);
