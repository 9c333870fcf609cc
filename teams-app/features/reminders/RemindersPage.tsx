import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { Add20Regular, Alert24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listReminders } from '../../../service/modules/reminders/reminders.contract';
import { Message } from '../../shared/frame/Message';
import { Page } from '../../shared/frame/Page';
import { ListState } from '../../shared/lists/ListState';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { usePages } from '../../shared/queries';
import { ReminderForm } from '../../shared/reminders/ReminderForm';
import { ReminderLine } from '../../shared/reminders/ReminderLine';

const useStyles = makeStyles({
  tabs: { padding: '0 8px' },
  list: { margin: 0, padding: 0, listStyleType: 'none', backgroundColor: tokens.colorNeutralBackground1 },
  more: { padding: '12px 16px' },
});

const filterNames = ['done'] as const;

/** The reader's own reminders, those that ring first. */
export function RemindersPage() {
  const { t } = useTranslation(['reminders', 'shared']);
  const styles = useStyles();
  const { filter, change } = useUrlFilter(filterNames);
  const done = filter.done === '1';
  const list = usePages(listReminders, { done }, { keepPrevious: true });
  const [adding, setAdding] = useState(false);
  const add = (
    <Button appearance="primary" icon={<Add20Regular />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={add}>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={t('shown')}
        selectedValue={done ? 'done' : 'open'}
        onTabSelect={(_, { value }) => change({ done: value === 'done' ? '1' : null })}
      >
        <Tab value="open">{t('open')}</Tab>
        <Tab value="done">{t('doneOnes')}</Tab>
      </TabList>
      <ListState
        query={list}
        isEmpty={list.rows.length === 0}
        empty={
          <Message
            icon={<Alert24Regular />}
            title={t(done ? 'emptyDone' : 'empty')}
            text={done ? undefined : t('emptyHint')}
            action={done ? undefined : add}
          />
        }
      >
        <ul className={styles.list} aria-label={t('title')}>
          {list.rows.map((reminder) => (
            <ReminderLine key={reminder.id} reminder={reminder} />
          ))}
        </ul>
        {list.hasNextPage && (
          <div className={styles.more}>
            <Button onClick={list.loadMore}>{t('shared:showMore')}</Button>
          </div>
        )}
      </ListState>
      {adding && <ReminderForm onClose={() => setAdding(false)} />}
    </Page>
  );
}
