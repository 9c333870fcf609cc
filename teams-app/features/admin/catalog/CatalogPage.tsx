import { Badge, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { Box24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listCatalog, type CatalogItemView } from '../../../../service/modules/catalog/catalog.contract';
import { moneyText, numberText } from '../../../shared/format/money';
import { Message } from '../../../shared/frame/Message';
import type { Column } from '../../../shared/lists/columns';
import { ListSearch } from '../../../shared/lists/ListSearch';
import { ListState } from '../../../shared/lists/ListState';
import { RecordTable } from '../../../shared/lists/RecordTable';
import { useUrlFilter } from '../../../shared/lists/use-url-filter';
import { usePages } from '../../../shared/queries';
import { AddButton } from '../AddButton';
import { AdminSection } from '../AdminSection';
import { CatalogForm } from './CatalogForm';

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: '4px 16px 12px',
    flexShrink: 0,
  },
  search: { flex: '1 1 140px', maxWidth: '320px' },
  card: { display: 'flex', flexDirection: 'column', minWidth: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground3 },
  number: { fontVariantNumeric: 'tabular-nums' },
});

const filterNames = ['search'] as const;
const nameOf = ({ type, name, subName, capacity }: CatalogItemView) =>
  [type, name, subName, capacity].filter(Boolean).join(' · ');

/** The equipment catalogue as it was filled by what people typed: corrected, priced, taken out of the choices. */
export function CatalogPage() {
  const { t, i18n } = useTranslation(['admin', 'deals', 'shared']);
  const styles = useStyles();
  const { filter, change, replace } = useUrlFilter(filterNames);
  const [archived, setArchived] = useState(false);
  const [editing, setEditing] = useState<CatalogItemView | 'new' | null>(null);
  const list = usePages(listCatalog, { ...filter, archived, limit: 100 }, { keepPrevious: true });
  const priceOf = ({ price, unit }: CatalogItemView) =>
    price === null ? '' : `${moneyText(price, i18n.language)} / ${unit}`;
  const columns: Column<CatalogItemView>[] = [
    { id: 'type', title: t('deals:lines.type'), minWidth: 120, grow: 1.4, fixed: true, cell: ({ type }) => type },
    { id: 'name', title: t('deals:lines.name'), minWidth: 120, grow: 1.4, cell: ({ name }) => name },
    { id: 'subName', title: t('deals:lines.subName'), minWidth: 110, grow: 1.2, cell: ({ subName }) => subName },
    { id: 'capacity', title: t('deals:lines.capacity'), minWidth: 80, cell: ({ capacity }) => capacity },
    {
      id: 'price',
      title: t('catalog.price'),
      minWidth: 120,
      cell: (item) => <span className={styles.number}>{priceOf(item)}</span>,
    },
    {
      id: 'uses',
      title: t('catalog.uses'),
      minWidth: 84,
      cell: ({ uses, archived: gone }) =>
        gone ? <Badge appearance="outline">{t('catalog.archived')}</Badge> : numberText(uses, i18n.language),
    },
  ];
  return (
    <AdminSection name="catalog" actions={<AddButton text={t('catalog.add')} onClick={() => setEditing('new')} />}>
      <div className={styles.filters}>
        <ListSearch
          className={styles.search}
          aria-label={t('catalog.search')}
          placeholder={t('catalog.search')}
          value={filter.search}
          onSearch={(search) => change({ search })}
        />
        <Switch
          label={t('catalog.showArchived')}
          checked={archived}
          onChange={(_, { checked }) => setArchived(checked)}
        />
      </div>
      <ListState
        query={list}
        isEmpty={list.rows.length === 0}
        empty={
          <Message
            icon={<Box24Regular />}
            title={t(filter.search ? 'catalog.notFound' : 'catalog.empty')}
            text={t('catalog.intro')}
            action={filter.search ? <AddButton text={t('shared:reset')} onClick={() => replace({})} /> : undefined}
          />
        }
      >
        <RecordTable<CatalogItemView>
          aria-label={t('section.catalog')}
          rows={list.rows}
          columns={columns}
          labelOf={nameOf}
          onOpen={setEditing}
          onEnd={list.loadMore}
          card={(item) => (
            <span className={styles.card}>
              <Text>{nameOf(item)}</Text>
              <Text size={200} className={styles.quiet}>
                {[priceOf(item), t('catalog.usedTimes', { count: item.uses })].filter(Boolean).join(' · ')}
              </Text>
            </span>
          )}
        />
      </ListState>
      {editing && <CatalogForm item={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </AdminSection>
  );
}
