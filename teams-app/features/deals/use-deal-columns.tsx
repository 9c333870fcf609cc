import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import type { DealRow } from '../../../service/modules/deals/deals.contract';
import { CompanyName } from '../../shared/company/CompanyName';
import { StageBadge } from '../../shared/deals/badges';
import { moneyText } from '../../shared/format/money';
import type { Column } from '../../shared/lists/columns';
import { useMoments } from '../../shared/time/use-moments';
import { dateIn, daysBetween } from '../../shared/time/zone-time';

const useStyles = makeStyles({
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  numbers: { fontVariantNumeric: 'tabular-nums' },
  link: { color: 'inherit', textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
});

/** What a deal's row can show. */
export function useDealColumns(): Column<DealRow>[] {
  const { t, i18n } = useTranslation('deals');
  const styles = useStyles();
  const { shortDay, zone, today } = useMoments();
  const line = (text: string, ...classes: string[]) => (
    <span className={mergeClasses(styles.line, ...classes)} title={text}>
      {text}
    </span>
  );
  return [
    {
      id: 'subject',
      title: t('column.subject'),
      minWidth: 190,
      grow: 3,
      fixed: true,
      cell: (row) => (
        <>
          <Link
            to={`/deals/${row.id}`}
            tabIndex={-1}
            className={styles.link}
            onClick={(event) => event.stopPropagation()}
          >
            {line(row.subject)}
          </Link>
          <Text size={200} className={mergeClasses(styles.line, styles.quiet, styles.numbers)}>
            {row.number}
          </Text>
        </>
      ),
    },
    {
      id: 'company',
      title: t('column.company'),
      minWidth: 160,
      grow: 2,
      cell: (row) => <CompanyName name={row.company.name} />,
    },
    { id: 'stage', title: t('column.stage'), minWidth: 168, cell: (row) => <StageBadge stage={row.stage} /> },
    {
      id: 'amount',
      title: t('column.amount'),
      minWidth: 116,
      numeric: true,
      sort: 'descending',
      cell: (row) => <span className={styles.numbers}>{moneyText(row.amount, i18n.language)}</span>,
    },
    {
      id: 'day',
      title: t('column.day'),
      minWidth: 80,
      sort: 'descending',
      cell: (row) => line(shortDay(row.day), styles.numbers),
    },
    {
      id: 'stageSince',
      title: t('column.since'),
      minWidth: 84,
      sort: 'ascending',
      cell: (row) => line(t('days', { count: daysBetween(dateIn(row.stageSince, zone), today()) }), styles.numbers),
    },
    { id: 'delivery', title: t('column.delivery'), minWidth: 104, cell: (row) => line(t(`delivery.${row.delivery}`)) },
    { id: 'owner', title: t('column.owner'), minWidth: 120, cell: (row) => line(row.owner?.name ?? t('form.nobody')) },
    {
      id: 'comment',
      title: t('column.comment'),
      minWidth: 160,
      grow: 2,
      optional: true,
      cell: (row) => line(row.stageComment ?? '', styles.quiet),
    },
  ];
}
