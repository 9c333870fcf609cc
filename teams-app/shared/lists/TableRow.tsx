import { Checkbox, mergeClasses, useRestoreFocusTarget } from '@fluentui/react-components';
import { useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../use-media';
import type { Column } from './columns';
import { useTableStyles } from './table-styles';

interface TableRowProps<T> {
  row: T;
  /** Columns, or null for a card. */
  columns: Column<T>[] | null;
  card: (row: T) => ReactNode;
  label: string;
  style: CSSProperties;
  /** The one row that Tab comes to. */
  isTabStop: boolean;
  selected: boolean;
  /** The quick look shows it. */
  current: boolean;
  onToggle?: () => void;
  onOpen: () => void;
  onActive: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  actions?: (row: T) => ReactNode;
}

export function TableRow<T>({
  row,
  columns,
  card,
  label,
  style,
  isTabStop,
  selected,
  current,
  onToggle,
  onOpen,
  onActive,
  onKeyDown,
  actions,
}: TableRowProps<T>) {
  const { t } = useTranslation();
  const table = useTableStyles();
  // A dialog opened from the row gives the focus back to it.
  const focusTarget = useRestoreFocusTarget();
  const touch = useMedia('(pointer: coarse)');
  const [pointed, setPointed] = useState(false);
  const [inside, setInside] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);

  return (
    <div
      role="row"
      {...focusTarget}
      data-row
      tabIndex={isTabStop ? 0 : -1}
      aria-label={columns ? undefined : label}
      aria-selected={onToggle ? selected : undefined}
      className={mergeClasses(table.row, table.body, (selected || current) && table.selected)}
      style={style}
      onClick={onOpen}
      onKeyDown={onKeyDown}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => {
        clearTimeout(leaving.current);
        setInside(true);
        onActive();
      }}
      // A menu opened from the row takes the focus for a moment out of it: the buttons must not go meanwhile.
      onBlur={() => (leaving.current = setTimeout(() => setInside(false)))}
    >
      {onToggle && (
        <div role="gridcell" onClick={(event) => event.stopPropagation()}>
          <Checkbox
            tabIndex={-1}
            checked={selected}
            aria-label={t('list.select', { name: label })}
            onChange={onToggle}
          />
        </div>
      )}
      {columns ? (
        columns.map((column) => (
          <div key={column.id} role="gridcell" className={mergeClasses(table.cell, column.numeric && table.numeric)}>
            {column.cell(row)}
          </div>
        ))
      ) : (
        <div role="gridcell" className={table.card}>
          {card(row)}
        </div>
      )}
      {actions && columns && (touch || pointed || inside) && (
        <div role="gridcell" className={table.actions} onClick={(event) => event.stopPropagation()}>
          {actions(row)}
        </div>
      )}
    </div>
  );
}
