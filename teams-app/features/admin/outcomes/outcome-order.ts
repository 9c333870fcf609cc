import type { OutcomeView } from '../../../../service/modules/activities/activities.contract';

export const inOrder = (outcomes: readonly OutcomeView[]): OutcomeView[] =>
  [...outcomes].sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));

/** What to write so that an outcome stands one place higher or lower: only those whose position changes. */
export function moved(
  ordered: readonly OutcomeView[],
  from: number,
  by: 1 | -1,
): { outcome: OutcomeView; position: number }[] {
  const to = from + by;
  const next = [...ordered];
  const [one] = next.splice(from, 1);
  if (!one || to < 0 || to > next.length) return [];
  next.splice(to, 0, one);
  // Places are kept when they already differ; otherwise all are numbered anew.
  const places = ordered.map(({ position }) => position);
  const distinct = new Set(places).size === places.length;
  return next
    .map((outcome, index) => ({ outcome, position: distinct ? places[index]! : (index + 1) * 10 }))
    .filter(({ outcome, position }) => outcome.position !== position);
}
