import { Checkbox, mergeClasses } from '@fluentui/react-components';
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns';
import { useTableStyles } from './table-styles';

interface TableHeaderProps<T> {
  columns: Column<T>[];
  template: string;
  /** Left out: nothing is selected here. */
  selection?: { all: boolean; some: boolean; onToggle: () => void };
  sortedBy?: string;
  onSort?: (columnId: string) => void;
}

/** Names of the columns; those the service can order by are buttons. */
export function TableHeader<T>({ columns, template, selection, sortedBy, onSort }: TableHeaderProps<T>) {
  const { t } = useTranslation();
  const table = useTableStyles();
  return (
    <div role="rowgroup">
      <div role="row" className={mergeClasses(table.row, table.header)} style={{ gridTemplateColumns: template }}>
        {selection && (
          <div role="columnheader">
            <Checkbox
              checked={selection.all ? true : selection.some ? 'mixed' : false}
              aria-label={t('list.selectAll')}
              onChange={selection.onToggle}
            />
          </div>
        )}
        {columns.map(({ id, title, numeric, sort }) => {
          const sorted = id === sortedBy;
          const Arrow = sort === 'descending' ? ArrowDown12Regular : ArrowUp12Regular;
          return (
            <div
              key={id}
              role="columnheader"
              aria-sort={sort && onSort ? (sorted ? sort : 'none') : undefined}
              className={mergeClasses(table.cell, numeric && table.numeric)}
            >
              {sort && onSort ? (
                <button
                  type="button"
                  className={mergeClasses(table.sort, sorted && table.sorted)}
                  onClick={() => onSort(id)}
                >
                  {title}
                  {sorted && <Arrow />}
                </button>
              ) : (
                title
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
