import { Button, makeStyles, Select, Tab, TabList, Text, tokens, Tooltip } from '@fluentui/react-components';
import { Add20Regular, Board20Regular, Filter20Filled, Filter20Regular, List20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { countDeals, listPipelines } from '../../../service/modules/deals/deals.contract';
import { DealForm } from '../../shared/deals/DealForm';
import { PeoplePicker } from '../../shared/forms/PeoplePicker';
import { moneyText } from '../../shared/format/money';
import { phone, phoneQuery } from '../../shared/frame/breakpoints';
import { Forbidden } from '../../shared/frame/NotFound';
import { Page } from '../../shared/frame/Page';
import { ColumnChooser } from '../../shared/lists/ColumnChooser';
import { ListSearch } from '../../shared/lists/ListSearch';
import { useChosenColumns } from '../../shared/lists/use-chosen-columns';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { readPreference, keepPreference } from '../../shared/preferences';
import { useRead } from '../../shared/queries';
import { useCan, useMe } from '../../shared/session';
import { useMedia } from '../../shared/use-media';
import { addressNames, isSort, sorts, toInput, type DealAddress } from './deal-filter';
import { DealBoard } from './DealBoard';
import { DealConditions } from './DealConditions';
import { DealFilterDrawer } from './DealFilterDrawer';
import { DealList } from './DealList';
import { useDealColumns } from './use-deal-columns';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  head: { display: 'flex', flexDirection: 'column', gap: '6px', flexShrink: 0, padding: '4px 16px 8px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 160px', minWidth: '120px', maxWidth: '360px', [phone]: { maxWidth: 'none' } },
  picker: { width: '168px', minWidth: 0 },
  select: { minWidth: 0, maxWidth: '180px' },
  end: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, marginInlineStart: 'auto' },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

type View = 'list' | 'board';

/** Deals as a list or a board, narrowed by anything. */
export function DealsPage({ creating }: { creating?: boolean }) {
  const { t, i18n } = useTranslation(['deals', 'shared']);
  const styles = useStyles();
  const can = useCan();
  const me = useMe();
  const navigate = useNavigate();
  const isPhone = useMedia(phoneQuery);
  const { filter: address, change, replace } = useUrlFilter(addressNames);
  const [adding, setAdding] = useState(creating ?? false);
  const [filtering, setFiltering] = useState(false);
  const { data: pipelines } = useRead(listPipelines, {}, { staleTime: 5 * 60_000 });
  const asked = address.view ?? readPreference<View>('deals.view', 'board');
  const columns = useDealColumns();
  const chosen = useChosenColumns('deals', columns);
  const view: View = asked === 'list' ? 'list' : 'board';
  const pipeline = pipelines?.rows.find(({ id }) => id === address.pipelineId) ?? pipelines?.rows[0];
  const sort = isSort(address.sort) ? address.sort : 'day';
  // The board shows one pipeline, with or without a choice.
  const input = toInput(view === 'board' && pipeline ? { ...address, pipelineId: pipeline.id } : address);
  const { data: counted } = useRead(countDeals, input, { placeholderData: (before) => before });
  if (!can('deals.read')) return <Forbidden title={t('title')} />;

  const seesOthers = me.can['deals.read'] !== 'own';
  const drawerNames = Object.keys(address).filter(
    (name) => !['search', 'owner', 'pipelineId', 'sort', 'view'].includes(name),
  );
  const open = (id: string) => void navigate(`/deals/${id}`);
  const reset = () => replace(address.view ? { view: address.view } : {});
  const isFiltered = Object.keys(address).some((name) => name !== 'view' && name !== 'sort' && name !== 'pipelineId');
  return (
    <Page
      title={t('title')}
      fills
      actions={
        can('deals.write') && (
          <Button appearance="primary" icon={<Add20Regular />} aria-label={t('add')} onClick={() => setAdding(true)}>
            {isPhone ? undefined : t('add')}
          </Button>
        )
      }
    >
      <div className={styles.root}>
        <div className={styles.head}>
          <div className={styles.row} role="search" aria-label={t('search')}>
            <ListSearch
              className={styles.search}
              value={address.search}
              placeholder={t('search')}
              aria-label={t('search')}
              onSearch={(search) => change({ search })}
            />
            {pipelines && pipelines.rows.length > 1 && (
              <Select
                className={styles.select}
                aria-label={t('filter.pipeline')}
                value={pipeline?.id}
                onChange={(_, data) => change({ pipelineId: data.value, stage: null })}
              >
                {pipelines.rows.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
            {seesOthers && !isPhone && (
              <div className={styles.picker}>
                <PeoplePicker
                  aria-label={t('filter.owner')}
                  placeholder={t('filter.owner')}
                  value={address.owner?.split(',') ?? []}
                  onChange={(ids) => change({ owner: ids.join(',') || null })}
                />
              </div>
            )}
            <Tooltip content={t('filter.button')} relationship="label">
              <Button
                icon={drawerNames.length ? <Filter20Filled /> : <Filter20Regular />}
                onClick={() => setFiltering(true)}
              >
                {drawerNames.length || undefined}
              </Button>
            </Tooltip>
            <div className={styles.end}>
              <TabList
                size="small"
                aria-label={t('views')}
                selectedValue={view}
                onTabSelect={(_, { value }) => {
                  keepPreference('deals.view', value as View);
                  change({ view: value as View });
                }}
              >
                <Tab value="board" icon={<Board20Regular />} aria-label={t('board')}>
                  {isPhone ? undefined : t('board')}
                </Tab>
                <Tab value="list" icon={<List20Regular />} aria-label={t('list')}>
                  {isPhone ? undefined : t('list')}
                </Tab>
              </TabList>
            </div>
          </div>
          <div className={styles.row}>
            <DealConditions address={address} names={drawerNames} onRemove={(name) => change({ [name]: null })} />
            <div className={styles.end}>
              {counted && (
                <Text size={200} className={styles.count} role="status">
                  {t('counted', {
                    count: counted.count.capped
                      ? t('shared:capped', { value: counted.count.value })
                      : t('count', { count: counted.count.value }),
                    amount: moneyText(counted.amount, i18n.language),
                  } as never)}
                </Text>
              )}
              <Select
                size="small"
                className={styles.select}
                aria-label={t('sort.day')}
                value={sort}
                onChange={(_, data) => change({ sort: data.value === 'day' ? null : data.value })}
              >
                {sorts.map((one) => (
                  <option key={one} value={one}>
                    {t(`sort.${one}`)}
                  </option>
                ))}
              </Select>
              {view === 'list' && !isPhone && (
                <ColumnChooser
                  columns={columns}
                  chosen={chosen.chosen}
                  onChoose={chosen.choose}
                  onReset={chosen.reset}
                />
              )}
            </div>
          </div>
        </div>
        {view === 'list' ? (
          <DealList
            columns={chosen.shown}
            input={input}
            sort={sort}
            onOpen={open}
            filtered={isFiltered}
            onReset={reset}
            onAdd={() => setAdding(true)}
          />
        ) : (
          pipeline && <DealBoard pipeline={pipeline} input={input} sort={sort} onOpen={open} />
        )}
      </div>
      {filtering && (
        <DealFilterDrawer
          address={address}
          stages={pipeline?.stages ?? []}
          seesOthers={seesOthers}
          onApply={(next: DealAddress) => {
            replace(next as Record<string, string>);
            setFiltering(false);
          }}
          onClose={() => setFiltering(false)}
        />
      )}
      {adding && (
        <DealForm
          deal={null}
          onClose={() => {
            setAdding(false);
            if (creating) void navigate('/deals', { replace: true });
          }}
          onDone={({ id }) => void navigate(`/deals/${id}`)}
        />
      )}
    </Page>
  );
}
