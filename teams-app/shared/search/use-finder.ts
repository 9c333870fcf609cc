import { useState, type KeyboardEvent } from 'react';
import type { CompanyRow } from '../../../service/modules/companies/companies.contract';
import { useCompanySuggestions } from './use-company-suggestions';

/** The text, what it finds, and arrows that walk the list while the field keeps the focus. */
export function useFinder(listId: string, onPick: (row: CompanyRow) => void) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { rows, asked } = useCompanySuggestions(text);
  const at = Math.min(active, Math.max(rows.length - 1, 0));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && rows.length > 0) {
      event.preventDefault();
      setActive((at + step + rows.length) % rows.length);
    }
    const row = rows[at];
    if (event.key === 'Enter' && row) {
      event.preventDefault();
      onPick(row);
    }
  };

  return {
    text,
    rows,
    asked,
    active: at,
    onKeyDown,
    setText: (next: string) => {
      setText(next);
      setActive(0);
    },
    aria: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-activedescendant': rows[at] ? `${listId}-${at}` : undefined,
    } as const,
  };
}
