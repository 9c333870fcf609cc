import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DocumentBulletList24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import { listOffers, offerStatuses, sumOffers, type OfferRow } from '../../../service/modules/offers/offers.contract';
import { CompanyName } from '../../shared/company/CompanyName';
import { OfferBadge } from '../../shared/deals/badges';
import { OfferActions } from '../../shared/deals/OfferActions';
import { OfferLine } from '../../shared/deals/OfferLine';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { PeoplePicker } from '../../shared/forms/PeoplePicker';
import { moneyText, numberText } from '../../shared/format/money';
import { phone, phoneQuery } from '../../shared/frame/breakpoints';
import { Message } from '../../shared/frame/Message';
import { Forbidden } from '../../shared/frame/NotFound';
import { Page } from '../../shared/frame/Page';
import type { Column } from '../../shared/lists/columns';
import { ListSearch } from '../../shared/lists/ListSearch';
import { ListState } from '../../shared/lists/ListState';
import { RecordTable } from '../../shared/lists/RecordTable';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { usePages, useRead } from '../../shared/queries';
import { useCan, useMe } from '../../shared/session';
import { useMoments } from '../../shared/time/use-moments';
import { useMedia } from '../../shared/use-media';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  head: { display: 'flex', flexDirection: 'column', gap: '8px', flexShrink: 0, padding: '4px 16px 8px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 160px', minWidth: '120px', maxWidth: '320px', [phone]: { maxWidth: 'none' } },
  picker: { width: '168px', minWidth: 0 },
  sums: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  numbers: { fontVariantNumeric: 'tabular-nums' },
  actions: { display: 'flex', gap: '2px' },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  link: { color: 'inherit', textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
});

const filterNames = [
  'search',
  'shown',
  'owner',
  'author',
  'type',
  'month',
  'from',
  'to',
  'closedFrom',
  'closedTo',
  'counted',
] as const;
const views = ['all', 'open', 'overdue', 'won', 'lost', 'cancelled'] as const;
type View = (typeof views)[number];

/** All offers the reader may see; those whose term ran out are one press away, each re-dated by another. */
export function OffersPage() {
  const { t, i18n } = useTranslation(['offers', 'shared']);
  const styles = useStyles();
  const can = useCan();
  const me = useMe();
  const navigate = useNavigate();
  const isPhone = useMedia(phoneQuery);
  const { filter, change } = useUrlFilter(filterNames);
  const { shown: asked, counted, ...rest } = filter;
  const drilled = Boolean(filter.month || filter.from || filter.closedFrom);
  const shown: View = views.find((view) => view === asked) ?? (drilled ? 'all' : 'open');
  const input = {
    ...rest,
    ...(counted ? { counted: true } : {}),
    ...(shown === 'overdue' ? { overdue: true } : {}),
    ...(offerStatuses.some((status) => status === shown) ? { status: shown } : {}),
  };
  const sort = shown === 'overdue' || shown === 'open' ? ('due' as const) : ('day' as const);
  const list = usePages(listOffers, { ...input, sort, limit: 50 }, { keepPrevious: true });
  const { data: sums } = useRead(sumOffers, input, { placeholderData: (before) => before });
  const { data: all } = useRead(sumOffers, { owner: filter.owner, status: 'open' });
  const { shortDay } = useMoments();
  const [currentId, setCurrentId] = useState<string | null>(null);
  if (!can('deals.read')) return <Forbidden title={t('title')} />;
  const money = (kopecks: number) => moneyText(kopecks, i18n.language);
  const day = (text: string, late: boolean) => (
    <span className={mergeClasses(styles.line, styles.numbers, late && styles.late)}>{shortDay(text)}</span>
  );
  const columns: Column<OfferRow>[] = [
    {
      id: 'company',
      title: t('column.company'),
      minWidth: 180,
      grow: 3,
      fixed: true,
      cell: (row) => (
        <>
          <RouterLink
            to={`/deals/${row.deal.id}`}
            tabIndex={-1}
            className={styles.link}
            onClick={(event) => event.stopPropagation()}
          >
            <CompanyName name={row.company.name} />
          </RouterLink>
          <Text size={200} className={mergeClasses(styles.line, styles.quiet, styles.numbers)}>
            {row.number} · {row.deal.number}
          </Text>
        </>
      ),
    },
    {
      id: 'amount',
      title: t('column.amount'),
      minWidth: 116,
      numeric: true,
      cell: (row) => <span className={styles.numbers}>{money(row.amount)}</span>,
    },
    {
      id: 'probability',
      title: t('column.probability'),
      minWidth: 92,
      numeric: true,
      cell: (row) => <span className={styles.numbers}>{t('percent', { value: row.probability })}</span>,
    },
    { id: 'status', title: t('column.status'), minWidth: 122, cell: (row) => <OfferBadge offer={row} /> },
    {
      id: 'valid',
      title: t('column.valid'),
      minWidth: 92,
      cell: (row) => day(row.validUntil, row.overdue && row.validUntil <= row.expectedOn),
    },
    {
      id: 'expected',
      title: t('column.expected'),
      minWidth: 104,
      cell: (row) => day(row.expectedOn, row.overdue && row.expectedOn <= row.validUntil),
    },
    ...(shown === 'overdue'
      ? [
          {
            id: 'redate',
            title: '',
            minWidth: 150,
            cell: (row: OfferRow) => (
              <span className={styles.actions} onClick={(event) => event.stopPropagation()}>
                <OfferActions offer={row} />
              </span>
            ),
          },
        ]
      : []),
    {
      id: 'margin',
      title: t('column.margin'),
      minWidth: 104,
      numeric: true,
      cell: (row) => <span className={styles.numbers}>{money(row.margin)}</span>,
    },
    {
      id: 'type',
      title: t('column.type'),
      minWidth: 120,
      cell: (row) => (
        <span className={styles.line} title={row.equipmentType}>
          {row.equipmentType}
        </span>
      ),
    },
    {
      id: 'owner',
      title: t('column.owner'),
      minWidth: 116,
      cell: (row) => <span className={styles.line}>{row.owner?.name}</span>,
    },
  ];
  return (
    <Page title={t('title')} fills>
      <div className={styles.root}>
        <div className={styles.head}>
          <div className={styles.row} role="search" aria-label={t('search')}>
            <ListSearch
              className={styles.search}
              value={filter.search}
              placeholder={t('search')}
              aria-label={t('search')}
              onSearch={(search) => change({ search })}
            />
            {me.can['deals.read'] !== 'own' && !isPhone && (
              <div className={styles.picker}>
                <PeoplePicker
                  aria-label={t('column.owner')}
                  placeholder={t('column.owner')}
                  value={filter.owner?.split(',') ?? []}
                  onChange={(ids) => change({ owner: ids.join(',') || null })}
                />
              </div>
            )}
          </div>
          <div className={styles.row}>
            <ChoiceChips
              small
              aria-label={t('which')}
              choices={views.map((view) => ({
                value: view,
                text: view === 'overdue' && all?.overdue ? `${t('shown.overdue')} ${all.overdue}` : t(`shown.${view}`),
              }))}
              value={shown}
              onChange={(view) => change({ shown: view })}
            />
            {sums && (
              <Text size={200} className={styles.sums} role="status">
                {t('sums', {
                  count: numberText(sums.count, i18n.language),
                  amount: money(sums.amount),
                  weighted: money(sums.weighted),
                } as never)}
              </Text>
            )}
            {drilled && (
              <Link onClick={() => void navigate(-1)} as="button">
                {t('shared:back')}
              </Link>
            )}
          </div>
        </div>
        <ListState
          query={list}
          isEmpty={list.rows.length === 0}
          empty={
            <Message
              icon={<DocumentBulletList24Regular />}
              title={t(
                shown === 'overdue' ? 'emptyOverdue' : shown === 'all' && !filter.search ? 'empty' : 'emptyFilter',
              )}
              text={shown === 'overdue' ? undefined : t('emptyHint')}
            />
          }
        >
          <RecordTable<OfferRow>
            aria-label={t('title')}
            rows={list.rows}
            columns={columns}
            card={(row) => (
              <div style={{ width: '100%' }}>
                <CompanyName name={row.company.name} />
                <OfferLine offer={row} />
              </div>
            )}
            labelOf={(row) => `${row.number} ${row.company.name}`}
            onOpen={(row) => void navigate(`/deals/${row.deal.id}`)}
            onActive={(row) => setCurrentId(row.id)}
            currentId={currentId}
            onEnd={list.loadMore}
            // One tap re-dates what ran out: its buttons are always in sight there.
            actions={shown === 'overdue' ? undefined : (row) => <OfferActions offer={row} />}
          />
        </ListState>
      </div>
    </Page>
  );
}
