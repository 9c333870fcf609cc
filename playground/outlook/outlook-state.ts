import type { Folder, Letter, Meeting, Person } from '../mailbox/letter';
import type { ClientName } from '../office/clients';
import type { Draft } from '../office/draft';
import type { Faults } from '../office/faults';
import type { OfficeThemeName } from '../office/office-themes';

export const paneWidths = [280, 320, 450] as const;
export type PaneWidth = (typeof paneWidths)[number];

/** Everything the Outlook-like page shows. */
export interface OutlookState {
  account: Person;
  letters: Letter[];
  meetings: Meeting[];
  view: 'mail' | 'calendar';
  folder: Folder;
  /** Chosen letters; one of them alone is open. */
  chosen: string[];
  meeting: string | null;
  draft: Draft | null;
  client: ClientName;
  theme: OfficeThemeName;
  faults: Faults;
  paneOpen: boolean;
  paneWidth: PaneWidth;
  dialog: { url: string; width: number; height: number } | null;
  sending: boolean;
  /** What the add-in said when it would not let a letter go. */
  refusal: string | null;
}

/** Two lists of chosen letters are the same choice. */
export const sameChoice = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);
