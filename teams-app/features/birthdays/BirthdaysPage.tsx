import { makeStyles, tokens } from '@fluentui/react-components';
import { FoodCake24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { listBirthdays } from '../../../service/modules/companies/companies.contract';
import { PersonPicker } from '../../shared/forms/PersonPicker';
import { Message } from '../../shared/frame/Message';
import { Page } from '../../shared/frame/Page';
import { ListState } from '../../shared/lists/ListState';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { useRead } from '../../shared/queries';
import { useMe, useSeesOthers } from '../../shared/session';
import { BirthdayRowView } from './BirthdayRowView';

const useStyles = makeStyles({
  filters: { padding: '4px 16px 12px' },
  person: { width: '200px' },
  list: { margin: 0, padding: 0, listStyleType: 'none', backgroundColor: tokens.colorNeutralBackground1 },
});

const days = 14;
const filterNames = ['owner'] as const;

/** Whom to congratulate in the coming two weeks. */
export function BirthdaysPage() {
  const { t } = useTranslation('birthdays');
  const styles = useStyles();
  const me = useMe();
  const seesOthers = useSeesOthers();
  const { filter, change } = useUrlFilter(filterNames);
  const query = useRead(listBirthdays, { days, owner: filter.owner });
  const rows = query.data?.rows ?? [];
  return (
    <Page title={t('title')}>
      {seesOthers && (
        <div className={styles.filters}>
          <PersonPicker
            className={styles.person}
            aria-label={t('manager')}
            value={filter.owner ?? null}
            noneText={t('everybody')}
            also={[{ value: me.id, text: t('mine') }]}
            onChange={(owner) => change({ owner })}
          />
        </div>
      )}
      <ListState
        query={query}
        isEmpty={rows.length === 0}
        empty={<Message icon={<FoodCake24Regular />} title={t('empty')} text={t('emptyHint')} />}
      >
        <ul className={styles.list} aria-label={t('intro')}>
          {rows.map((row) => (
            <BirthdayRowView key={row.contactId} row={row} />
          ))}
        </ul>
      </ListState>
    </Page>
  );
}
