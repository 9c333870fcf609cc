import { useSyncExternalStore } from 'react';

/** One ticking clock for the whole screen, so that a hundred rows share one timer. */
const everyMs = 15_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    timer = setInterval(tick, everyMs);
    // A window that slept wakes up with the right time.
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', tick);
  };
}

/** Milliseconds, fresh within fifteen seconds; re-renders as it ticks. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** Like `useNow`, but re-renders only when what is made of it changes. */
export function useFromNow<T extends string | number | boolean | null>(make: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => make(now));
}
