import type { Category } from '../office/host';

/** The mailbox’s categories and which items have them. */
export function createCategories() {
  const master: Category[] = [
    { displayName: 'Важное', color: 'Preset0' },
    { displayName: 'Поставки', color: 'Preset4' },
  ];
  const items = new Map<string, string[]>();
  return {
    master: () => [...master],
    addMaster: (categories: readonly Category[]) => {
      for (const { displayName, color } of categories)
        if (!master.some((known) => known.displayName === displayName)) master.push({ displayName, color });
    },
    of: (itemId: string): Category[] =>
      (items.get(itemId) ?? []).flatMap((name) => master.filter(({ displayName }) => displayName === name)),
    set: (itemId: string, names: readonly string[]) => void items.set(itemId, [...names]),
  };
}
