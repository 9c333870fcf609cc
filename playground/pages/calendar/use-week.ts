import { useEffect, useState } from 'react';
import { readWeek, type ShownEvent } from './ask-calendar';
import { addDays } from './week-layout';

/** Asked again and again: a request that waits for news would hold one of the few connections a browser has. */
const everyMs = 700;

/** A week of somebody's calendar, as it is at every moment. */
export function useWeek(account: string, monday: Date): { events: ShownEvent[]; failed: boolean } {
  const [events, setEvents] = useState<ShownEvent[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const follow = async () => {
      while (!leaving.signal.aborted) {
        try {
          setEvents(await readWeek(account, { from: monday, to: addDays(monday, 7) }, leaving.signal));
          setFailed(false);
        } catch {
          if (leaving.signal.aborted) return;
          setFailed(true);
        }
        await new Promise((go) => setTimeout(go, everyMs));
      }
    };
    void follow();
    return () => leaving.abort();
  }, [account, monday]);
  return { events, failed };
}
