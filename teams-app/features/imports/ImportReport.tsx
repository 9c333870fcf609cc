import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { listImportRows, type ImportRowView, type ImportView } from '../../../service/modules/imports/imports.contract';
import { numberText } from '../../shared/format/money';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { Message } from '../../shared/frame/Message';
import { ListState } from '../../shared/lists/ListState';
import { RecordTable } from '../../shared/lists/RecordTable';
import { usePages } from '../../shared/queries';
import { hasReport, isRunning } from './import-stage';
import { ReportCard } from './ReportCard';
import { ResultIcon } from './ResultBadge';
import { results } from './use-counts-text';
import { useReportColumns } from './use-report-columns';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  chips: { padding: '12px 16px', flexShrink: 0 },
});

export type ReportRow = ImportRowView & { id: string };

/** What became of every row, or would: the refused ones first to look at, when there are some. */
export function ImportReport({ view }: { view: ImportView }) {
  const { t, i18n } = useTranslation(['imports', 'shared']);
  const styles = useStyles();
  const navigate = useNavigate();
  const ready = hasReport(view) && !isRunning(view);
  const [chosen, setChosen] = useState<ImportRowView['result'] | 'all' | null>(null);
  const filter = chosen ?? (view.counts.refused > 0 ? 'refused' : 'all');
  const query = usePages(
    listImportRows,
    { id: view.id, result: filter === 'all' ? undefined : filter, limit: 100 },
    { enabled: ready, keepPrevious: true },
  );
  const columns = useReportColumns(view.dryRun);
  const rows = query.rows.map((row): ReportRow => ({ ...row, id: String(row.row) }));
  const number = (value: number) => numberText(value, i18n.language);

  return (
    <div className={styles.root} id="import-panel" role="tabpanel" aria-labelledby="import-tab-report">
      {!ready ? (
        <Message
          title={isRunning(view) ? t('report.stale') : t('report.notYet')}
          text={isRunning(view) ? undefined : t('report.notYetHint')}
        />
      ) : (
        <>
          <ChoiceChips
            className={styles.chips}
            aria-label={t('report.filter')}
            value={filter}
            onChange={setChosen}
            choices={[
              { value: 'all', text: `${t('shared:all')} ${number(view.processed)}` },
              ...results.map((result) => ({
                value: result,
                icon: <ResultIcon result={result} />,
                text: `${t(view.dryRun ? `totalDry.${result}` : `total.${result}`)} ${number(view.counts[result])}`,
              })),
            ]}
          />
          <ListState
            query={query}
            isEmpty={rows.length === 0}
            empty={<Message title={t('report.empty')} text={t('report.emptyHint')} />}
          >
            <RecordTable
              aria-label={t('report.list')}
              rows={rows}
              columns={columns}
              card={(row) => <ReportCard row={row} dryRun={view.dryRun} />}
              labelOf={(row) => `${t('report.rowNumber', { row: row.row })}: ${row.name ?? t('report.noName')}`}
              onOpen={(row) => row.companyId && void navigate(`/companies/${row.companyId}`)}
              onEnd={query.loadMore}
            />
          </ListState>
        </>
      )}
    </div>
  );
}
