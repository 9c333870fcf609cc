import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DocumentTable24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { listRuns, type RunView } from '../../../service/modules/reports/reports.contract';
import { Message } from '../../shared/frame/Message';
import { ListState } from '../../shared/lists/ListState';
import { usePages } from '../../shared/queries';
import { When } from '../../shared/time/When';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 12px',
    padding: '10px 16px',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  name: { flexGrow: 1, minWidth: '200px', color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
  meta: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

const colors = {
  waiting: 'informative',
  running: 'brand',
  done: 'success',
  failed: 'danger',
  cancelled: 'informative',
} as const;

export function RunBadge({ run }: { run: Pick<RunView, 'status'> }) {
  const { t } = useTranslation('reports');
  return (
    <Badge appearance="tint" color={colors[run.status]}>
      {t(`status.${run.status}`)}
    </Badge>
  );
}

/** One's own reports, the newest first. */
export function RunList() {
  const { t } = useTranslation(['reports', 'shared']);
  const styles = useStyles();
  const list = usePages(
    listRuns,
    {},
    {
      refetchEvery: (rows) => (rows.some(({ status }) => status === 'waiting' || status === 'running') ? 1500 : false),
    },
  );
  return (
    <ListState
      query={list}
      isEmpty={list.rows.length === 0}
      empty={<Message icon={<DocumentTable24Regular />} title={t('empty')} text={t('emptyHint')} />}
    >
      <ul className={styles.list}>
        {list.rows.map((run) => (
          <li key={run.id} className={styles.row}>
            <Link to={`/reports/${run.id}`} className={styles.name}>
              {run.fileName.replace(/\.xlsx$/, '')}
            </Link>
            <RunBadge run={run} />
            <Text size={200} className={styles.meta}>
              {run.status === 'done' && `${t('rows', { count: run.rows })} · `}
              <When at={run.at} />
            </Text>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div>
          <Button onClick={list.loadMore}>{t('shared:showMore')}</Button>
        </div>
      )}
    </ListState>
  );
}
