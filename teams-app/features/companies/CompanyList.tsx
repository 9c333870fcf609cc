import { Button, makeStyles, tokens, Tooltip, useRestoreFocusTarget } from '@fluentui/react-components';
import { ArrowClockwise20Regular, ArrowExportUp20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCompanies, listCompanies, type CompanyRow } from '../../../service/modules/companies/companies.contract';
import { MoveDialog } from '../../shared/activity/MoveDialog';
import { AssignDialog } from '../../shared/company/AssignDialog';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { ColumnChooser } from '../../shared/lists/ColumnChooser';
import { ListState } from '../../shared/lists/ListState';
import { RecordTable } from '../../shared/lists/RecordTable';
import { RowButtons } from '../../shared/lists/row-actions';
import { SavedViews } from '../../shared/lists/SavedViews';
import { useChosenColumns } from '../../shared/lists/use-chosen-columns';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { invalidate, usePages } from '../../shared/queries';
import { useCan } from '../../shared/session';
import { useMedia } from '../../shared/use-media';
import { CompaniesEmpty } from './CompaniesEmpty';
import { addressNames, isSort, toInput, type CompanyFilter } from './company-filter';
import { CompanyCard } from './CompanyCard';
import { CompanyFilters } from './CompanyFilters';
import { ExportBar } from './ExportBar';
import { ExportDialog } from './ExportDialog';
import { FilterDrawer } from './FilterDrawer';
import { ListBar, SelectionBar } from './ListBar';
import { QuickLook } from './QuickLook';
import { useActionItems } from './use-action-items';
import { useCompanyActions } from './use-company-actions';
import { useCompanyColumns } from './use-company-columns';
import { useExport } from './use-export';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  body: { display: 'flex', flexGrow: 1, minHeight: 0 },
  list: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  head: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalS,
    padding: '4px 16px 8px',
  },
});

/** Nothing chosen; one object, so that rows are not drawn again for it. */
const nothing: ReadonlySet<string> = new Set();

export function CompanyList() {
  const { t } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const client = useQueryClient();
  const can = useCan();
  const isPhone = useMedia(phoneQuery);
  const { filter: address, change, replace } = useUrlFilter(addressNames);
  const { sort: asked, ...filter } = address;
  const sort = isSort(asked) ? asked : 'name';
  const input = toInput(filter);
  const list = usePages(listCompanies, { ...input, sort, limit: 50 }, { keepPrevious: true });
  const columns = useCompanyColumns();
  const chosen = useChosenColumns('companies', columns);
  const exporting = useExport();
  const focusTarget = useRestoreFocusTarget();

  const [selected, setSelected] = useState(nothing);
  const [looked, setLooked] = useState<CompanyRow | null>(null);
  const [moving, setMoving] = useState<CompanyRow | null>(null);
  const [assigning, setAssigning] = useState<{ ids: string[]; name?: string } | null>(null);
  const [open, setOpen] = useState<'filter' | 'export' | null>(null);

  const look = (row: CompanyRow) => setLooked((before) => (before?.id === row.id ? null : row));
  const actions = useCompanyActions({
    look,
    move: setMoving,
    assign: (row) => setAssigning({ ids: [row.id], name: row.name }),
  });
  const itemsOf = useActionItems(actions);
  const run = (id: string) => (row: CompanyRow) =>
    itemsOf(row)
      .find((item) => item.id === id)
      ?.run();
  const reset = () => replace(asked ? { sort: asked } : {});
  const apply = (draft: CompanyFilter) => {
    const entries = Object.entries({ ...draft, sort: asked }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    replace(Object.fromEntries(entries));
    setOpen(null);
  };
  // Whoever was chosen by a filter stays chosen only while it holds.
  const [chosenBy, setChosenBy] = useState(input);
  if (JSON.stringify(chosenBy) !== JSON.stringify(input)) {
    setChosenBy(input);
    setSelected(nothing);
  }
  const current = looked && (list.rows.find(({ id }) => id === looked.id) ?? looked);

  const tools = (
    <>
      <SavedViews list="companies" query={address as Record<string, string>} onChoose={replace} />
      {!isPhone && (
        <ColumnChooser columns={columns} chosen={chosen.chosen} onChoose={chosen.choose} onReset={chosen.reset} />
      )}
      {can('companies.export') && (
        <Tooltip content={t('export.button')} relationship="label">
          <Button
            {...focusTarget}
            appearance="subtle"
            icon={<ArrowExportUp20Regular />}
            disabled={exporting.isStarting || list.rows.length === 0}
            onClick={() => setOpen('export')}
          />
        </Tooltip>
      )}
      <Tooltip content={t('shared:refresh')} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowClockwise20Regular />}
          onClick={() => void invalidate(client, [listCompanies, countCompanies])}
        />
      </Tooltip>
    </>
  );

  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <CompanyFilters filter={filter} isPhone={isPhone} onChange={change} onMore={() => setOpen('filter')}>
          {tools}
        </CompanyFilters>
        {selected.size > 0 ? (
          <SelectionBar
            count={selected.size}
            onAssign={() => setAssigning({ ids: [...selected] })}
            onClear={() => setSelected(nothing)}
          />
        ) : (
          <ListBar filter={filter} sort={sort} isPhone={isPhone} onChange={change} onReset={reset} tools={tools} />
        )}
      </div>
      {exporting.job && (
        <ExportBar
          job={exporting.job}
          onCancel={exporting.cancel}
          onDownload={() => exporting.job && void exporting.download(exporting.job)}
          onDismiss={exporting.dismiss}
        />
      )}
      <div className={styles.body}>
        <div className={styles.list}>
          <ListState
            query={list}
            isEmpty={list.rows.length === 0}
            empty={<CompaniesEmpty filtered={Object.keys(filter).length > 0} onReset={reset} />}
          >
            <RecordTable
              aria-label={t('list')}
              rows={list.rows}
              columns={chosen.shown}
              card={(row) => <CompanyCard row={row} items={itemsOf(row)} />}
              labelOf={(row) => row.name}
              onOpen={actions.open}
              onLook={look}
              onActive={(row) => setLooked((before) => before && row)}
              keys={{ c: run('call'), l: run('log'), n: run('move'), a: run('assign'), Escape: () => setLooked(null) }}
              onEnd={list.loadMore}
              actions={(row) => <RowButtons name={row.name} items={itemsOf(row)} />}
              selected={selected}
              onSelect={actions.assign && !isPhone ? setSelected : undefined}
              currentId={current?.id}
              sortedBy={sort}
              onSort={(id) => change({ sort: id === 'name' ? null : id })}
            />
          </ListState>
        </div>
        {current && <QuickLook row={current} items={itemsOf(current)} onClose={() => setLooked(null)} />}
      </div>
      {open === 'filter' && <FilterDrawer filter={filter} onApply={apply} onClose={() => setOpen(null)} />}
      {open === 'export' && (
        <ExportDialog
          filter={filter}
          input={input}
          onStart={(why) => exporting.start(input, why)}
          onClose={() => setOpen(null)}
        />
      )}
      {moving && (
        <MoveDialog
          company={moving}
          activityId={moving.nextContact?.activityId ?? null}
          onClose={() => setMoving(null)}
        />
      )}
      {assigning && (
        <AssignDialog {...assigning} onClose={() => setAssigning(null)} onAssigned={() => setSelected(nothing)} />
      )}
    </div>
  );
}
