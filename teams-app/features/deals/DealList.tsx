import { Button } from '@fluentui/react-components';
import { DocumentBulletList24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listDeals, type DealRow } from '../../../service/modules/deals/deals.contract';
import { Message } from '../../shared/frame/Message';
import type { Column } from '../../shared/lists/columns';
import { ListState } from '../../shared/lists/ListState';
import { RecordTable } from '../../shared/lists/RecordTable';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { usePages } from '../../shared/queries';
import { useCan } from '../../shared/session';
import { addressNames, type DealSort, type toInput } from './deal-filter';
import { DealTile } from '../../shared/deals/DealTile';

interface DealListProps {
  columns: Column<DealRow>[];
  input: ReturnType<typeof toInput>;
  sort: DealSort;
  onOpen: (id: string) => void;
  filtered: boolean;
  onReset: () => void;
  onAdd: () => void;
}

export function DealList({ columns, input, sort, onOpen, filtered, onReset, onAdd }: DealListProps) {
  const { t } = useTranslation(['deals', 'shared']);
  const can = useCan();
  const { change } = useUrlFilter(addressNames);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const list = usePages(listDeals, { ...input, sort, limit: 50 }, { keepPrevious: true });
  return (
    <ListState
      query={list}
      isEmpty={list.rows.length === 0}
      empty={
        <Message
          icon={<DocumentBulletList24Regular />}
          title={t(filtered ? 'emptyFilter' : 'empty')}
          text={filtered ? undefined : t('emptyHint')}
          action={
            filtered ? (
              <Button onClick={onReset}>{t('shared:reset')}</Button>
            ) : (
              can('deals.write') && (
                <Button appearance="primary" onClick={onAdd}>
                  {t('add')}
                </Button>
              )
            )
          }
        />
      }
    >
      <RecordTable<DealRow>
        aria-label={t('title')}
        rows={list.rows}
        columns={columns}
        card={(row) => <DealTile deal={row} flat />}
        labelOf={(row) => `${row.number} ${row.subject}`}
        onOpen={(row) => onOpen(row.id)}
        onActive={(row) => setCurrentId(row.id)}
        currentId={currentId}
        onEnd={list.loadMore}
        sortedBy={sort}
        onSort={(id) => change({ sort: id === 'day' ? null : id })}
      />
    </ListState>
  );
}
