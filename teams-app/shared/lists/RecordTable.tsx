import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { keyName } from '../keys/use-shortcuts';
import { useWidth } from '../use-width';
import { fittingColumns, gridTemplate, type Column } from './columns';
import { TableHeader } from './TableHeader';
import { TableRow } from './TableRow';
import { VirtualList } from './VirtualList';

/** Under this width rows are cards. */
const cardsUnder = 600;
const selectWidth = 40;
const rowPadding = 32;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface RecordTableProps<T extends { id: string }> {
  'aria-label': string;
  rows: readonly T[];
  columns: Column<T>[];
  /** The same row on a phone. */
  card: (row: T) => ReactNode;
  /** A row's name, for those who hear the list. */
  labelOf: (row: T) => string;
  onOpen: (row: T) => void;
  /** Space: a quick look without leaving the list. */
  onLook?: (row: T) => void;
  /** Letters that do something with the row in hand: `{ c: call }`. */
  keys?: Record<string, (row: T) => void>;
  /** The focus came to another row. */
  onActive?: (row: T) => void;
  onEnd?: () => void;
  /** Buttons that appear when a row is pointed at or focused. */
  actions?: (row: T) => ReactNode;
  selected?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
  /** The row a panel beside the list shows. */
  currentId?: string | null;
  /** The column the list is ordered by, and how to order by another. */
  sortedBy?: string;
  onSort?: (columnId: string) => void;
}

/** Rows under a header that stays: arrows walk, Enter opens, Space looks, X selects; any number of rows. */
export function RecordTable<T extends { id: string }>(props: RecordTableProps<T>) {
  const {
    rows,
    columns,
    card,
    labelOf,
    onOpen,
    onLook,
    keys,
    onActive,
    onEnd,
    actions,
    selected,
    onSelect,
    currentId,
    sortedBy,
    onSort,
  } = props;
  const styles = useStyles();
  const { ref, width } = useWidth();
  const root = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const activeIndex = Math.max(
    0,
    rows.findIndex((row) => row.id === activeId),
  );
  const asCards = width > 0 && width < cardsUnder;
  const shown = fittingColumns(columns, width - (onSelect ? selectWidth : 0) - rowPadding);
  const template = `${onSelect ? `${selectWidth}px ` : ''}${asCards ? 'minmax(0, 1fr)' : gridTemplate(shown)}`;
  const allSelected = rows.length > 0 && rows.every((row) => selected?.has(row.id));

  const toggle = (row: T) => {
    const next = new Set(selected);
    if (!next.delete(row.id)) next.add(row.id);
    onSelect?.(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>, row: T) => {
    // Keys pressed in a button of the row, or in a menu opened from it, are its own.
    if (event.target !== event.currentTarget) return;
    const siblings = [...(root.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const name = keyName(event.nativeEvent);
    const move = { ArrowDown: 1, ArrowUp: -1 }[name];
    if (move) siblings[siblings.indexOf(event.currentTarget) + move]?.focus();
    else if (name === 'Enter') onOpen(row);
    else if (name === 'Space' && onLook) onLook(row);
    else if (name === 'x' && onSelect) toggle(row);
    else if (keys?.[name]) keys[name](row);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={root}
      className={styles.root}
      role="grid"
      aria-label={props['aria-label']}
      aria-rowcount={-1}
      aria-multiselectable={onSelect ? true : undefined}
    >
      <div ref={ref} />
      {!asCards && (
        <TableHeader
          columns={shown}
          template={template}
          sortedBy={sortedBy}
          onSort={onSort}
          selection={
            onSelect && {
              all: allSelected,
              some: rows.some((row) => selected?.has(row.id)),
              onToggle: () => onSelect(new Set(allSelected ? [] : rows.map((row) => row.id))),
            }
          }
        />
      )}
      <VirtualList
        items={rows}
        keyOf={(row) => row.id}
        height={() => (asCards ? 84 : 44)}
        onEnd={onEnd}
        keep={activeIndex}
        role="rowgroup"
        itemRole="presentation"
        render={(row, index) => (
          <TableRow
            row={row}
            columns={asCards ? null : shown}
            card={card}
            label={labelOf(row)}
            style={{ gridTemplateColumns: template }}
            isTabStop={index === activeIndex}
            selected={selected?.has(row.id) ?? false}
            current={row.id === currentId}
            onToggle={onSelect && (() => toggle(row))}
            onOpen={() => onOpen(row)}
            onActive={() => {
              setActiveId(row.id);
              if (row.id !== activeId) onActive?.(row);
            }}
            onKeyDown={(event) => onKeyDown(event, row)}
            actions={actions}
          />
        )}
      />
    </div>
  );
}
