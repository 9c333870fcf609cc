/** A letter, a draft or a meeting beside the pane, as plain data: what is asked of Outlook is asked once. */
export interface Person {
  address: string;
  name: string | null;
}

export interface Attachment {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
}

export interface MailItem {
  kind: 'letter' | 'draft' | 'meeting';
  /** The same in every mailbox: what the service knows it by. Null of a draft. */
  key: string | null;
  threadKey: string | null;
  subject: string;
  /** Of a meeting, its organizer. */
  from: Person | null;
  to: Person[];
  /** When it was sent or begins, ISO UTC; null of a draft. */
  at: string | null;
  direction: 'in' | 'out';
  /** Why it is no common letter: a server’s report, a text that programs may not read, a call to a meeting. */
  nature: 'report' | 'protected' | 'invitation' | null;
  attachments: Attachment[];
}

/** Everybody on it, each once, the sender first. */
export function peopleOf({ from, to }: Pick<MailItem, 'from' | 'to'>): Person[] {
  const people = new Map<string, Person>();
  for (const person of from ? [from, ...to] : to) {
    const address = person.address.toLowerCase();
    if (address.includes('@') && !people.has(address)) people.set(address, { ...person, address });
  }
  return [...people.values()];
}

/** What makes a meeting the same in every calendar (its id differs in each). */
export const meetingKey = (organizer: string, start: Date, subject: string): string =>
  `meeting:${organizer.toLowerCase()}|${start.toISOString()}|${subject}`;

export function natureOf(itemClass: string): MailItem['nature'] {
  if (/^REPORT\./i.test(itemClass)) return 'report';
  if (/SMIME|\.Secure|rpmsg/i.test(itemClass)) return 'protected';
  return /^IPM\.Schedule\.Meeting\./i.test(itemClass) ? 'invitation' : null;
}
