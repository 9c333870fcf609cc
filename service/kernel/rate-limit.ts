/** So many in so many milliseconds. */
export interface Window {
  readonly most: number;
  readonly milliseconds: number;
}

/**
 * Keeps to the limits an outside system sets, for one process (rate-limiter-flexible counts and refuses; here whoever comes
 * is given his place). `wait` takes a place and tells how long to wait for it,
 * in milliseconds: the places are handed out in order, so whoever asks later waits longer.
 */
export class RateLimit {
  private readonly taken = new Map<string, number[]>();
  constructor(private readonly windows: readonly Window[]) {}

  wait(key: string, now: number): number {
    const longest = Math.max(...this.windows.map(({ milliseconds }) => milliseconds));
    const past = (this.taken.get(key) ?? []).filter((at) => at > now - longest);
    let at = now;
    for (const { most, milliseconds } of this.windows) {
      const earliest = past.at(-most);
      if (earliest !== undefined) at = Math.max(at, earliest + milliseconds);
    }
    past.push(at);
    this.taken.set(key, past);
    if (this.taken.size > 10_000)
      for (const [other, times] of this.taken) if (times.at(-1)! < now - longest) this.taken.delete(other);
    return at - now;
  }
}
