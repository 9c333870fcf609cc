import {
  Archive20Regular,
  ArrowDown20Regular,
  ArrowUndo20Regular,
  ArrowUp20Regular,
  Edit20Regular,
} from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../../service/kernel/endpoint';
import type { RowAction } from '../../shared/lists/row-actions';
import { invalidate } from '../../shared/queries';
import { moved } from './ordered';

interface DictionaryRow {
  id: string;
  version: number;
  name: string;
  position: number;
  archived: boolean;
}

interface Dictionary<T extends DictionaryRow> {
  words: 'outcomes' | 'categories' | 'stages';
  /** In their order. */
  rows: readonly T[];
  list: Endpoint;
  change: (
    input: { id: string; version: number; position?: number; archived?: boolean },
    options?: { said: string; touches: Endpoint[] },
  ) => Promise<unknown>;
  onEdit: (row: T) => void;
}

/** What an administrator does with a row of a dictionary: higher, lower, edit, into the archive and back. */
export function useOrderedActions<T extends DictionaryRow>({ words, rows, list, change, onEdit }: Dictionary<T>) {
  const { t } = useTranslation(['admin', 'shared']);
  const client = useQueryClient();
  const quietly = (promise: Promise<unknown>) => void promise.catch(() => undefined);
  const move = async (index: number, by: 1 | -1) => {
    try {
      for (const { row, position } of moved(rows, index, by))
        await change({ id: row.id, version: row.version, position });
    } finally {
      await invalidate(client, [list]);
    }
  };
  return (row: T, index: number): RowAction[] => {
    const { id, version, name, archived } = row;
    return [
      {
        id: 'up',
        text: t(`${words}.up`),
        icon: <ArrowUp20Regular />,
        disabled: index === 0,
        run: () => quietly(move(index, -1)),
      },
      {
        id: 'down',
        text: t(`${words}.down`),
        icon: <ArrowDown20Regular />,
        disabled: index === rows.length - 1,
        run: () => quietly(move(index, 1)),
      },
      { id: 'edit', text: t('shared:edit'), icon: <Edit20Regular />, run: () => onEdit(row) },
      {
        id: 'archive',
        text: t(archived ? `${words}.restore` : `${words}.archive`),
        icon: archived ? <ArrowUndo20Regular /> : <Archive20Regular />,
        run: () =>
          quietly(
            change(
              { id, version, archived: !archived },
              { said: t(archived ? `${words}.restored` : `${words}.archivedNow`, { name }), touches: [list] },
            ),
          ),
      },
    ];
  };
}
