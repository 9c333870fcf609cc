/** What real Outlooks do to add-ins now and then; the playground does it on demand. */
export interface Faults {
  /** How long every asynchronous answer takes. */
  latencyMs: number;
  /** How often the pane hears that another letter was opened. */
  itemChanged: 'once' | 'late' | 'never' | 'twice';
  /** `mailbox.item` is null for so long after a switch. */
  nullMs: number;
  /** `mailbox.item` stays the former letter for so long after a switch. */
  frozenMs: number;
  /** A call of the former letter’s object is answered by the letter that is open now. */
  answersFromCurrent: boolean;
  /** Names of calls that fail, such as `body.getAsync`; `*` is all of them. */
  failing: string[];
  /** `officeTheme` stays what it was when the pane was opened. */
  staleTheme: boolean;
}

export const noFaults: Faults = {
  latencyMs: 60,
  itemChanged: 'once',
  nullMs: 0,
  frozenMs: 0,
  answersFromCurrent: false,
  failing: [],
  staleTheme: false,
};

/** How late «late» is. */
export const lateMs = 1500;
