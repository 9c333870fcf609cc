import { Badge, Button, Link as TextLink, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import {
  cancelEntry,
  getCalendar,
  listCalendarEntries,
  putBackEntry,
  type CalendarEntry,
} from '../../../service/modules/calendar/calendar.contract';
import { useWrite, usePages } from '../../shared/queries';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    paddingBlock: tokens.spacingVerticalXS,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { flexGrow: 1, minWidth: '160px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const colors = { removed: 'warning', failed: 'danger', waiting: 'informative' } as const;

/** What is not in Outlook as it should be, and the answers to what was deleted there. */
export function CalendarEntries() {
  const { t } = useTranslation(['calendar', 'shared']);
  const styles = useStyles();
  const list = usePages(
    listCalendarEntries,
    { limit: 5 },
    { refetchEvery: (rows) => (rows.some(({ status }) => status === 'waiting') ? 3000 : false) },
  );
  if (list.rows.length === 0) return null;
  return (
    <div>
      <Text as="h3" weight="semibold" className={styles.title}>
        {t('entries.title')}
      </Text>
      <ul className={styles.list}>
        {list.rows.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ul>
      {list.hasNextPage && (
        <TextLink as="button" onClick={list.loadMore}>
          {t('shared:showMore')}
        </TextLink>
      )}
    </div>
  );
}

function EntryLine({ entry }: { entry: CalendarEntry }) {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  const { moment } = useMoments();
  const touches = [getCalendar, listCalendarEntries];
  const putBack = useWrite(putBackEntry, { said: t('entries.cameBack'), final: true, touches });
  const cancel = useWrite(cancelEntry, { said: t('entries.cancelled'), touches });
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <Text block>
          {entry.title}
          {entry.company && ': '}
          {entry.company && <Link to={`/companies/${entry.company.id}`}>{entry.company.name}</Link>}
        </Text>
        <Text size={200} className={styles.quiet}>
          {[entry.at && moment(entry.at), entry.fault].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Badge appearance="tint" color={colors[entry.status]}>
        {t(`entries.${entry.status}`)}
      </Badge>
      {entry.status === 'removed' && (
        <>
          <Button size="small" onClick={() => putBack.mutate({ id: entry.id })}>
            {t('entries.putBack')}
          </Button>
          <Button size="small" onClick={() => cancel.mutate({ id: entry.id })}>
            {t('entries.cancel')}
          </Button>
        </>
      )}
    </li>
  );
}
