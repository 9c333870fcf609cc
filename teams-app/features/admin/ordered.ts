/** A row of a list that the administrator orders. */
interface Ordered {
  name: string;
  position: number;
}

export const inOrder = <T extends Ordered>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));

/** What to write so that a row stands one place higher or lower: only those whose position changes. */
export function moved<T extends Ordered>(
  ordered: readonly T[],
  from: number,
  by: 1 | -1,
): { row: T; position: number }[] {
  const to = from + by;
  const next = [...ordered];
  const [one] = next.splice(from, 1);
  if (!one || to < 0 || to > next.length) return [];
  next.splice(to, 0, one);
  // Places are kept when they already differ; otherwise all are numbered anew.
  const places = ordered.map(({ position }) => position);
  const distinct = new Set(places).size === places.length;
  return next
    .map((row, index) => ({ row, position: distinct ? places[index]! : (index + 1) * 10 }))
    .filter(({ row, position }) => row.position !== position);
}
