import { useEffect, useState } from 'react';
import { readWeek, type ShownEvent } from './ask-calendar';
import { addDays } from './week-layout';

/** A week of somebody's calendar, as it is at every moment. */
export function useWeek(account: string, monday: Date): { events: ShownEvent[]; failed: boolean } {
  const [events, setEvents] = useState<ShownEvent[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const follow = async () => {
      let since: number | null = null;
      while (!leaving.signal.aborted) {
        try {
          const week = await readWeek(account, { from: monday, to: addDays(monday, 7) }, since, leaving.signal);
          since = week.version;
          setEvents(week.events);
          setFailed(false);
        } catch {
          if (leaving.signal.aborted) return;
          setFailed(true);
          await new Promise((go) => setTimeout(go, 3000));
        }
      }
    };
    void follow();
    return () => leaving.abort();
  }, [account, monday]);
  return { events, failed };
}
