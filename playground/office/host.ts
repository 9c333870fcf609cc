import type { Letter, Meeting, Person } from '../mailbox/letter';
import type { ClientName } from './clients';
import type { Draft } from './draft';
import type { Faults } from './faults';
import type { OfficeThemeName } from './office-themes';

/** What is open beside the pane. */
export type OpenItem =
  | { kind: 'letter'; letter: Letter }
  | { kind: 'meeting'; meeting: Meeting; /** The owner of the mailbox has called it. */ own: boolean }
  | { kind: 'draft'; draft: Draft };

export interface Category {
  displayName: string;
  color: string;
}

/** The news an Outlook has for its panes. */
export type HostNews = 'item' | 'selection' | 'theme';

export type DialogNews = { message: string } | { error: number };

/** What the stand-in of Office.js needs of the Outlook around it. The page has it as `window.ryadomMailbox`. */
export interface OutlookHost {
  readonly account: Person;
  readonly client: ClientName;
  readonly theme: OfficeThemeName;
  readonly language: string;
  readonly faults: Faults;
  /** Null when nothing is chosen, or several letters are. */
  shown(): OpenItem | null;
  selected(): Letter[];
  letterById(itemId: string): Letter | null;
  /** The bytes of an attachment, base64. */
  attachment(id: string): Promise<string>;
  masterCategories(): Category[];
  addMasterCategories(categories: Category[]): void;
  categoriesOf(itemId: string): Category[];
  setCategories(itemId: string, names: string[]): void;
  /** Answers how to stop listening. */
  listen(news: HostNews, listener: () => void): () => void;
  /** Shows a page in a dialog; answers how to close it. */
  openDialog(url: string, size: { width: number; height: number }, tell: (news: DialogNews) => void): () => void;
  /** What the page inside the open dialog has to say. */
  messageFromDialog(message: string): void;
  openBrowserWindow(url: string): void;
  newMessage(parameters: { to: string[]; subject: string; text: string }): void;
}
