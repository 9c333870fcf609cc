import type { Person } from '../mailbox/letter';

/** A letter being written. Whoever changes it tells the others: the page what the pane did, and the other way round. */
export interface DraftState {
  from: Person;
  to: Person[];
  cc: Person[];
  subject: string;
  text: string;
}

export interface Draft {
  readonly id: string;
  readonly conversationId: string;
  /** The message id of the letter it answers. */
  readonly inReplyTo: string | null;
  readonly state: Readonly<DraftState>;
  readonly headers: Map<string, string>;
  readonly sessionData: Map<string, string>;
  change(changes: Partial<DraftState>): void;
  listen(listener: (changed: (keyof DraftState)[]) => void): () => void;
}

export function createDraft(
  start: Partial<DraftState> & { from: Person },
  { id, conversationId = id, inReplyTo = null }: { id: string; conversationId?: string; inReplyTo?: string | null },
): Draft {
  const listeners = new Set<(changed: (keyof DraftState)[]) => void>();
  let state: DraftState = { to: [], cc: [], subject: '', text: '', ...start };
  return {
    id,
    conversationId,
    inReplyTo,
    get state() {
      return state;
    },
    headers: new Map(),
    sessionData: new Map(),
    change: (changes) => {
      state = { ...state, ...changes };
      for (const listener of [...listeners]) listener(Object.keys(changes) as (keyof DraftState)[]);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
