/** How long a page that has seen everything waits for news, milliseconds. */
const patience = 20_000;

/** Pages of the stand that wait for something to change, by whose it is. */
export interface News {
  version(of: string): number;
  tell(of: string): void;
  /** Waits for news when the page has seen the latest version, for a while. */
  since(of: string, seen: unknown): Promise<void>;
}

export function keepAwake(): News {
  const versions = new Map<string, number>();
  const waiting = new Set<() => void>();
  const version = (of: string) => versions.get(of) ?? 0;
  return {
    version,
    tell: (of) => {
      versions.set(of, version(of) + 1);
      for (const wake of [...waiting]) wake();
    },
    since: async (of, seen) => {
      if (seen === undefined || Number(seen) !== version(of)) return;
      await new Promise<void>((done) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          done();
        };
        const timer = setTimeout(wake, patience);
        timer.unref();
        waiting.add(wake);
      });
    },
  };
}
