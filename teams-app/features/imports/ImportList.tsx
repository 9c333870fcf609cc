import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowUpload24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { listImports, type ImportView } from '../../../service/modules/imports/imports.contract';
import { Message } from '../../shared/frame/Message';
import type { Column } from '../../shared/lists/columns';
import { ListState } from '../../shared/lists/ListState';
import { RecordTable } from '../../shared/lists/RecordTable';
import { usePages } from '../../shared/queries';
import { When } from '../../shared/time/When';
import { isRunning } from './import-stage';
import { useCountsText } from './use-counts-text';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  file: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  card: { display: 'flex', flexDirection: 'column', gap: '2px' },
  secondary: { color: tokens.colorNeutralForeground3 },
  danger: { color: tokens.colorStatusDangerForeground3 },
});

const askEveryMs = 2000;

/** What was loaded before, and how it went. */
export function ImportList() {
  const { t } = useTranslation('imports');
  const styles = useStyles();
  const navigate = useNavigate();
  const countsText = useCountsText();
  const query = usePages(
    listImports,
    { limit: 50 },
    { refetchEvery: (rows) => (rows.some(isRunning) ? askEveryMs : false) },
  );
  const outcome = (view: ImportView) =>
    view.error ?? (view.processed > 0 && !isRunning(view) ? countsText(view) : null);
  const columns: Column<ImportView>[] = [
    {
      id: 'file',
      title: t('column.file'),
      minWidth: 180,
      grow: 2,
      fixed: true,
      cell: ({ fileName }) => <span className={styles.file}>{fileName}</span>,
    },
    { id: 'when', title: t('column.when'), minWidth: 120, grow: 0.6, cell: ({ createdAt }) => <When at={createdAt} /> },
    { id: 'status', title: t('column.status'), minWidth: 130, grow: 0.8, cell: ({ status }) => t(`status.${status}`) },
    {
      id: 'result',
      title: t('column.result'),
      minWidth: 200,
      grow: 3,
      cell: (view) => <span className={view.error ? styles.danger : styles.secondary}>{outcome(view)}</span>,
    },
  ];
  return (
    <section className={styles.root} aria-label={t('list')}>
      <ListState
        query={query}
        isEmpty={query.rows.length === 0}
        empty={<Message icon={<ArrowUpload24Regular />} title={t('empty')} text={t('emptyHint')} />}
      >
        <RecordTable
          aria-label={t('list')}
          rows={query.rows}
          columns={columns}
          labelOf={({ fileName }) => fileName}
          onOpen={({ id }) => void navigate(`/import/${id}`)}
          onEnd={query.loadMore}
          card={(view) => (
            <div className={styles.card}>
              <span className={styles.file}>{view.fileName}</span>
              <Text size={200} className={styles.secondary}>
                {t(`status.${view.status}`)} · <When at={view.createdAt} />
              </Text>
              {outcome(view) && (
                <Text size={200} className={mergeClasses(styles.secondary, view.error !== null && styles.danger)}>
                  {outcome(view)}
                </Text>
              )}
            </div>
          )}
        />
      </ListState>
    </section>
  );
}
