import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWidth } from '../use-width';
import { fittingColumns, gridTemplate, type Column } from './columns';
import { useTableStyles } from './table-styles';
import { VirtualList } from './VirtualList';

/** Under this width rows are cards. */
const cardsUnder = 600;
const selectWidth = 40;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, backgroundColor: tokens.colorNeutralBackground1 },
});

interface RecordTableProps<T extends { id: string }> {
  'aria-label': string;
  rows: readonly T[];
  columns: Column<T>[];
  /** The same row on a phone. */
  card: (row: T) => ReactNode;
  onOpen: (row: T) => void;
  /** Space: a quick look without leaving the list. */
  onLook?: (row: T) => void;
  onEnd?: () => void;
  /** Buttons that appear when a row is pointed at or focused. */
  actions?: (row: T) => ReactNode;
  selected?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
}

/** Rows under a header that stays: arrows walk, Enter opens, Space looks; any number of rows. */
export function RecordTable<T extends { id: string }>(props: RecordTableProps<T>) {
  const { rows, columns, card, onOpen, onLook, onEnd, actions, selected, onSelect } = props;
  const { t } = useTranslation();
  const styles = useStyles();
  const table = useTableStyles();
  const { ref, width } = useWidth();
  const root = useRef<HTMLDivElement>(null);
  const asCards = width > 0 && width < cardsUnder;
  const shown = asCards ? [] : fittingColumns(columns, width - (onSelect ? selectWidth : 0) - 32);
  const template = `${onSelect ? `${selectWidth}px ` : ''}${asCards ? '1fr' : gridTemplate(shown)}`;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>, row: T) => {
    if (event.target !== event.currentTarget) return;
    const siblings = [...(root.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = siblings.indexOf(event.currentTarget);
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) siblings[at + move]?.focus();
    else if (event.key === 'Enter') onOpen(row);
    else if (event.key === ' ' && onLook) onLook(row);
    else if (event.key === 'x' && onSelect) toggle(row);
    else return;
    event.preventDefault();
  };

  const toggle = (row: T) => {
    const next = new Set(selected);
    if (!next.delete(row.id)) next.add(row.id);
    onSelect?.(next);
  };
  const allSelected = rows.length > 0 && rows.every((row) => selected?.has(row.id));

  return (
    <div ref={root} className={styles.root} role="grid" aria-label={props['aria-label']} aria-rowcount={-1} aria-multiselectable={onSelect ? true : undefined}>
      <div ref={ref} />
      {!asCards && (
        <div role="rowgroup">
          <div role="row" className={mergeClasses(table.row, table.header)} style={{ gridTemplateColumns: template }}>
            {onSelect && (
              <div role="columnheader">
                <Checkbox
                  checked={allSelected ? true : selected?.size ? 'mixed' : false}
                  aria-label={t('all')}
                  onChange={() => onSelect(new Set(allSelected ? [] : rows.map((row) => row.id)))}
                />
              </div>
            )}
            {shown.map((column) => (
              <div key={column.id} role="columnheader" className={mergeClasses(table.cell, column.numeric && table.numeric)}>
                {column.title}
              </div>
            ))}
          </div>
        </div>
      )}
      <VirtualList
        items={rows}
        keyOf={(row) => row.id}
        height={() => (asCards ? 84 : 44)}
        onEnd={onEnd}
        role="rowgroup"
        itemRole="presentation"
        render={(row, index) => (
          <div
            role="row"
            data-row
            tabIndex={index === 0 ? 0 : -1}
            aria-selected={onSelect ? selected?.has(row.id) : undefined}
            className={mergeClasses(table.row, table.body, selected?.has(row.id) && table.selected)}
            style={{ gridTemplateColumns: template }}
            onClick={() => onOpen(row)}
            onKeyDown={(event) => onKeyDown(event, row)}
          >
            {onSelect && (
              <div role="gridcell" onClick={(event) => event.stopPropagation()}>
                <Checkbox tabIndex={-1} checked={selected?.has(row.id) ?? false} aria-label={t('yes')} onChange={() => toggle(row)} />
              </div>
            )}
            {asCards && (
              <div role="gridcell" className={table.card}>
                {card(row)}
              </div>
            )}
            {shown.map((column) => (
              <div key={column.id} role="gridcell" className={mergeClasses(table.cell, column.numeric && table.numeric)}>
                {column.cell(row)}
              </div>
            ))}
            {actions && !asCards && (
              <div role="gridcell" className={mergeClasses(table.actions, 'row-actions')} onClick={(event) => event.stopPropagation()}>
                {actions(row)}
              </div>
            )}
          </div>
        )}
      />
    </div>
  );
}
