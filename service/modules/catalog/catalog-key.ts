import { foldText } from '../../kernel/search-text';

/** A level as it is compared: case, ё, spaces and the many hyphens do not make another item. */
export const levelKey = (text: string): string =>
  foldText(text)
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

export const keysOf = (item: { type: string; name: string; subName: string; capacity: string }) => ({
  typeKey: levelKey(item.type),
  nameKey: levelKey(item.name),
  subNameKey: levelKey(item.subName),
  capacityKey: levelKey(item.capacity),
});

/** «Система очистки OUUT X2–200 227», for lists and prints. */
export const lineTitle = (line: { type: string; name: string; subName: string; capacity: string }): string =>
  [line.type, line.name, line.subName, line.capacity].filter(Boolean).join(' ');
