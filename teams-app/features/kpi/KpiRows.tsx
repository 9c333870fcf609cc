import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Flag16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import {
  companyLists,
  contactLists,
  listBase,
  listContacts,
  type BaseRow,
  type ContactRow,
  type Kpi,
} from '../../../service/modules/kpi/kpi.contract';
import { CompanyName } from '../../shared/company/CompanyName';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { Message } from '../../shared/frame/Message';
import { ListState } from '../../shared/lists/ListState';
import { usePages } from '../../shared/queries';
import { When } from '../../shared/time/When';
import { useState } from 'react';
import { SideDrawer } from '../../shared/frame/SideDrawer';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { paddingBlock: '8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  meta: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  link: { color: 'inherit', textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
  note: { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

export interface Drill {
  user: { id: string; name: string };
  list: (typeof contactLists)[number] | (typeof companyLists)[number];
}

interface KpiRowsProps {
  drill: Drill;
  kpi: Pick<Kpi, 'kind' | 'start'>;
  onClose: () => void;
}

const isContacts = (list: Drill['list']): list is (typeof contactLists)[number] =>
  (contactLists as readonly string[]).includes(list);

/** The rows a number was counted from, and those beside it that were not. */
export function KpiRows({ drill, kpi, onClose }: KpiRowsProps) {
  const { t } = useTranslation(['kpi', 'shared']);
  const styles = useStyles();
  const [list, setList] = useState(drill.list);
  const lists = isContacts(drill.list) ? contactLists : companyLists;
  return (
    <SideDrawer title={drill.user.name} className={styles.body} onClose={onClose}>
      <ChoiceChips<Drill['list']>
        small
        aria-label={t('rows.title', { what: t(`rows.lists.${list}`), name: drill.user.name })}
        choices={lists
          .filter((one) => one !== 'flagged' || kpi.kind === 'week')
          .map((one) => ({ value: one, text: t(`rows.lists.${one}`) }))}
        value={list}
        onChange={(one) => one && setList(one)}
      />
      {isContacts(list) ? (
        <Contacts key={list} list={list} kpi={kpi} userId={drill.user.id} />
      ) : (
        <Companies key={list} list={list} kpi={kpi} userId={drill.user.id} />
      )}
    </SideDrawer>
  );
}

interface PartProps<L> {
  list: L;
  kpi: Pick<Kpi, 'kind' | 'start'>;
  userId: string;
}

function Contacts({ list, kpi, userId }: PartProps<(typeof contactLists)[number]>) {
  const { kind, start } = kpi;
  return (
    <Rows
      query={usePages(listContacts, { kind, start, userId, list, limit: 100 })}
      render={(row: ContactRow) => <Contact row={row} />}
    />
  );
}

function Companies({ list, kpi, userId }: PartProps<(typeof companyLists)[number]>) {
  const { kind, start } = kpi;
  return (
    <Rows
      query={usePages(listBase, { kind, start, userId, list, limit: 100 })}
      render={(row: BaseRow) => <BaseCompany row={row} />}
    />
  );
}

interface RowsProps<T> {
  query: {
    rows: T[];
    isPending: boolean;
    error: unknown;
    refetch: () => unknown;
    hasNextPage: boolean;
    loadMore: () => void;
  };
  render: (row: T) => React.ReactNode;
}

function Rows<T extends { id: string }>({ query, render }: RowsProps<T>) {
  const { t } = useTranslation(['kpi', 'shared']);
  const styles = useStyles();
  return (
    <ListState query={query} isEmpty={query.rows.length === 0} empty={<Message title={t('rows.empty')} />}>
      <Text size={200} className={styles.meta} role="status">
        {query.hasNextPage
          ? t('shared:capped', { value: query.rows.length })
          : t('rows.count', { count: query.rows.length })}
      </Text>
      <ul className={styles.list}>
        {query.rows.map((row) => (
          <li key={row.id} className={styles.row}>
            {render(row)}
          </li>
        ))}
      </ul>
      {query.hasNextPage && <Button onClick={query.loadMore}>{t('shared:showMore')}</Button>}
    </ListState>
  );
}

function Contact({ row }: { row: ContactRow }) {
  const { t } = useTranslation(['kpi', 'shared']);
  const styles = useStyles();
  return (
    <>
      <Link to={`/companies/${row.company.id}`} className={styles.link}>
        <CompanyName name={row.company.name} />
      </Link>
      <Text size={200} block className={styles.meta}>
        {t(`shared:kind.${row.kind}`)} · <When at={row.at} />
        {row.outcome && ` · ${row.outcome}`}
        {row.talkSeconds !== null && ` · ${t('rows.talk', { seconds: row.talkSeconds })}`}
      </Text>
      <Text block className={styles.note}>
        {row.note ?? <span className={styles.meta}>{t('rows.noNote')}</span>}
      </Text>
      {row.uncounted && (
        <Badge appearance="tint" color="warning">
          {t(`rows.reason.${row.uncounted}`)}
        </Badge>
      )}{' '}
      {row.flags.map((flag) => (
        <Badge key={flag} appearance="tint" color="danger" icon={<Flag16Regular />}>
          {t(`rows.flag.${flag}`)}
        </Badge>
      ))}
    </>
  );
}

function BaseCompany({ row }: { row: BaseRow }) {
  const { t } = useTranslation('kpi');
  const styles = useStyles();
  return (
    <>
      {row.gone ? (
        <CompanyName name={row.name} />
      ) : (
        <Link to={`/companies/${row.id}`} className={styles.link}>
          <CompanyName name={row.name} />
        </Link>
      )}
      <Text size={200} block className={styles.meta}>
        {row.city && `${row.city} · `}
        {row.gone ? t('rows.gone') : row.lastContactAt ? <When at={row.lastContactAt} /> : t('rows.never')}
      </Text>
    </>
  );
}
