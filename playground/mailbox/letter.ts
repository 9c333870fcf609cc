/** What a mailbox of the playground holds, as its server gives it to its pages. */
export interface Person {
  address: string;
  name: string;
}

export interface LetterAttachment {
  id: string;
  name: string;
  contentType: string;
  size: number;
  /** Stands inside the text, such as the logo of a signature. */
  inline: boolean;
}

export const folders = ['inbox', 'sent', 'samples'] as const;
export type Folder = (typeof folders)[number];

export type ItemClass =
  | 'IPM.Note'
  | 'IPM.Note.SMIME'
  | 'IPM.Schedule.Meeting.Request'
  | 'REPORT.IPM.Note.NDR'
  | 'IPM.Note.Rules.OofTemplate.Microsoft';

export interface Letter {
  /** Of this mailbox; the same letter has another one in a colleague’s. */
  id: string;
  folder: Folder;
  internetMessageId: string;
  conversationId: string;
  itemClass: ItemClass;
  subject: string;
  from: Person | null;
  to: Person[];
  cc: Person[];
  /** ISO, UTC. */
  at: string;
  text: string;
  html: string;
  attachments: LetterAttachment[];
  headers: Record<string, string>;
  read: boolean;
  /** Its text and files are refused to programs. */
  encrypted: boolean;
  /** Of a meeting request. */
  invitation: { start: string; end: string; location: string } | null;
}

export interface Meeting {
  id: string;
  seriesId: string | null;
  subject: string;
  organizer: Person;
  required: Person[];
  optional: Person[];
  start: string;
  end: string;
  location: string;
  text: string;
}

export interface Mailbox {
  account: Person;
  letters: Letter[];
  meetings: Meeting[];
}

/** Whose mailbox one may look into. */
export interface Account extends Person {
  login: string;
  role: string;
}
