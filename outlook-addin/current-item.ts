/** One turn of an item being open. The same letter opened again is another turn. */
export interface OpenItem {
  readonly ref: string;
  /** Counts the turns, so that a screen can be made anew for each. */
  readonly turn: number;
}

/** What was begun beside one item came to its end beside another: the answer is dropped, the write refused. */
export class OtherItemOpen extends Error {}

export interface CurrentItem {
  /** Null when nothing, or several letters, are chosen. */
  shown(): OpenItem | null;
  subscribe(listener: () => void): () => void;
  /** Compares with Outlook: on its news, on focus, and every now and then, since its news may be lost. */
  check(): void;
  /**
   * Makes sure that an item is still the one that Outlook shows, this moment.
   * @throws OtherItemOpen
   */
  require(item: OpenItem): void;
  /**
   * Runs `work` for an item and gives its answer only if the item stayed open all the while.
   * @throws OtherItemOpen
   */
  during<T>(item: OpenItem, work: () => Promise<T>): Promise<T>;
}

/**
 * The guard between the pane and the mailbox: a pinned pane outlives the letter it stands beside, and Outlook tells of
 * the next one late, twice or never.
 * @param peek what Outlook has open now: a name that no other item has, null for none
 */
export function createCurrentItem(peek: () => string | null): CurrentItem {
  const listeners = new Set<() => void>();
  let turns = 0;
  const see = (ref: string | null): OpenItem | null => (ref === null ? null : { ref, turn: (turns += 1) });
  let shown = see(peek());

  const check = () => {
    const ref = peek();
    if (ref === (shown?.ref ?? null)) return;
    shown = see(ref);
    listeners.forEach((listener) => listener());
  };
  const require = (item: OpenItem) => {
    check();
    if (shown !== item) throw new OtherItemOpen();
  };
  return {
    shown: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check,
    require,
    during: async (item, work) => {
      require(item);
      const answer = await work().catch((error: unknown) => {
        // A failure of what nobody looks at any more is nobody's.
        require(item);
        throw error;
      });
      require(item);
      return answer;
    },
  };
}
