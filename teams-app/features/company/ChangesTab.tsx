import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { companyChanges, type CompanyCard } from '../../../service/modules/companies/companies.contract';
import { ChangeEntry } from '../../shared/changes/ChangeEntry';
import { Message } from '../../shared/frame/Message';
import { ListState } from '../../shared/lists/ListState';
import { VirtualList } from '../../shared/lists/VirtualList';
import { usePages } from '../../shared/queries';

export function ChangesTab({ card }: { card: CompanyCard }) {
  const { t } = useTranslation(['company', 'changes']);
  const list = usePages(companyChanges, { id: card.id });
  const names = useMemo(() => new Map(card.contacts.map(({ id, name }) => [id, name])), [card.contacts]);
  return (
    <ListState
      query={list}
      isEmpty={list.rows.length === 0}
      empty={<Message title={t('changes:none')} text={t('changes:noneHint')} />}
    >
      <VirtualList
        aria-label={t('tabs.changes')}
        items={list.rows}
        keyOf={(change) => change.id}
        height={(change) => 48 + 22 * Object.keys(change.fields).length}
        onEnd={list.loadMore}
        render={(change) => <ChangeEntry change={change} names={names} />}
      />
    </ListState>
  );
}
