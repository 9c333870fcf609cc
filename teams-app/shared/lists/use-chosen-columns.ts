import { useState } from 'react';
import { keepPreference, readPreference } from '../preferences';
import type { Column } from './columns';

/** Which columns the reader wants in a list, remembered in this browser. */
export function useChosenColumns<T>(listName: string, columns: Column<T>[]) {
  const preference = `columns.${listName}`;
  const usual = columns.filter((column) => !column.optional).map((column) => column.id);
  const [chosen, setChosen] = useState(() => readPreference<string[]>(preference, usual));
  const choose = (ids: string[]) => {
    setChosen(ids);
    keepPreference(preference, ids);
  };
  return {
    shown: columns.filter((column) => column.fixed || chosen.includes(column.id)),
    chosen,
    choose,
    reset: () => choose(usual),
  };
}
