import type { Forecast } from '../../../service/modules/forecast/forecast.contract';

export const splits = ['month', 'manager', 'type'] as const;
export type Split = (typeof splits)[number];

export interface Sums {
  count: number;
  amount: number;
  weighted: number;
  margin: number;
  won: number;
  plan: number;
}

export interface Group {
  id: string;
  label: string;
  sums: Sums;
}

const nothing = (): Sums => ({ count: 0, amount: 0, weighted: 0, margin: 0, won: 0, plan: 0 });

/** The month `by` months later. */
export function addMonths(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The cells put together one way: a month each, a manager each, or a type of equipment each. */
export function groupsOf(
  { cells, plans }: Forecast,
  split: Split,
  months: readonly string[],
  words: { month: (month: string) => string; nobody: string; noType: string },
): Group[] {
  const groups = new Map<string, Group>();
  const of = (id: string, label: string): Sums => {
    const group = groups.get(id) ?? { id, label, sums: nothing() };
    groups.set(id, group);
    return group.sums;
  };
  if (split === 'month') for (const month of months) of(month, words.month(month));
  for (const cell of cells) {
    const sums =
      split === 'month'
        ? of(cell.month, words.month(cell.month))
        : split === 'manager'
          ? of(cell.owner?.id ?? 'none', cell.owner?.name ?? words.nobody)
          : of(cell.type, cell.type || words.noType);
    add(sums, cell);
  }
  // Plans are of people and months; equipment has none.
  if (split !== 'type')
    for (const { month, user, amount } of plans)
      (split === 'month' ? of(month, words.month(month)) : of(user.id, user.name)).plan += amount;
  const all = [...groups.values()];
  return split === 'month' ? all : all.sort((a, b) => b.sums.won + b.sums.weighted - a.sums.won - a.sums.weighted);
}

export function totalsOf({ cells, plans }: Forecast): Sums {
  const sums = nothing();
  for (const cell of cells) add(sums, cell);
  for (const { amount } of plans) sums.plan += amount;
  return sums;
}

function add(sums: Sums, cell: Forecast['cells'][number]): void {
  sums.count += cell.count;
  sums.amount += cell.amount;
  sums.weighted += cell.weighted;
  sums.margin += cell.margin + cell.wonMargin;
  sums.won += cell.won;
}
