import type { ShownEvent } from '../../graph/calendar-door';
import type { GraphFaults } from '../../graph/graph-faults';

export type { ShownEvent };

/** The events of a week. */
export async function readWeek(
  account: string,
  { from, to }: { from: Date; to: Date },
  signal: AbortSignal,
): Promise<ShownEvent[]> {
  const query = new URLSearchParams({ account, from: from.toISOString(), to: to.toISOString() });
  const answer = await fetch(`/playground/api/calendar/week?${query}`, { signal });
  if (!answer.ok) throw new Error(`calendar: ${answer.status}`);
  return ((await answer.json()) as { events: ShownEvent[] }).events;
}

/** What a hand does in the calendar. */
export type Act =
  | { act: 'move' | 'copy'; id: string; start: string; end: string; allDay: boolean }
  | { act: 'remove' | 'done'; id: string };

const post = (path: string, body: object) =>
  fetch(`/playground/api/calendar/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

export async function doInCalendar(account: string, act: Act): Promise<void> {
  const answer = await post('act', { account, ...act });
  if (!answer.ok) throw new Error(`calendar: ${answer.status}`);
}

export const setFaults = async (faults: Partial<GraphFaults>): Promise<void> => void (await post('faults', faults));
