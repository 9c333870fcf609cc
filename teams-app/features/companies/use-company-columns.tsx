import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import type { CompanyRow } from '../../../service/modules/companies/companies.contract';
import { CompanyName } from '../../shared/company/CompanyName';
import { DueBadge } from '../../shared/company/DueBadge';
import { LocalClock } from '../../shared/company/LocalClock';
import { PhoneLink } from '../../shared/company/PhoneLink';
import { StatusBadge } from '../../shared/company/StatusBadge';
import type { Column } from '../../shared/lists/columns';
import { useSeesOthers } from '../../shared/session';
import { When } from '../../shared/time/When';

const useStyles = makeStyles({
  name: { color: 'inherit', textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  place: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
  secondary: { color: tokens.colorNeutralForeground3 },
  numbers: { fontVariantNumeric: 'tabular-nums' },
});

/** What a company's row can show. The ids of the sortable ones are the service's orders. */
export function useCompanyColumns(): Column<CompanyRow>[] {
  const { t } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const seesOthers = useSeesOthers();
  const secondary = (text: string) => <Text className={mergeClasses(styles.line, styles.secondary)}>{text}</Text>;
  const columns: Column<CompanyRow>[] = [
    {
      id: 'name',
      title: t('column.name'),
      minWidth: 200,
      grow: 3,
      fixed: true,
      sort: 'ascending',
      cell: (row) => (
        <Link
          to={`/companies/${row.id}`}
          tabIndex={-1}
          className={styles.name}
          onClick={(event) => event.stopPropagation()}
        >
          <CompanyName name={row.name} />
        </Link>
      ),
    },
    {
      id: 'place',
      title: t('column.place'),
      minWidth: 148,
      cell: (row) => (
        <span className={styles.place} title={row.city ?? undefined}>
          {row.city ? <span className={styles.line}>{row.city}</span> : secondary(t('shared:notSet'))}
          <LocalClock timeZone={row.timeZone} className={styles.secondary} />
        </span>
      ),
    },
    {
      id: 'phone',
      title: t('column.phone'),
      minWidth: 128,
      cell: (row) => (row.phone ? <PhoneLink phone={row.phone} tabIndex={-1} /> : secondary(t('shared:phone.none'))),
    },
    {
      id: 'nextContact',
      title: t('column.next'),
      minWidth: 168,
      sort: 'ascending',
      cell: (row) => (row.nextContact ? <DueBadge at={row.nextContact.at} /> : secondary(t('noNext'))),
    },
    {
      id: 'lastContact',
      title: t('column.last'),
      minWidth: 116,
      sort: 'descending',
      cell: (row) =>
        row.lastContactAt ? (
          <When at={row.lastContactAt} className={mergeClasses(styles.line, styles.numbers)} />
        ) : (
          secondary(t('never'))
        ),
    },
    {
      id: 'owner',
      title: t('column.owner'),
      minWidth: 120,
      optional: !seesOthers,
      cell: (row) =>
        row.owner ? (
          <span className={styles.line} title={row.owner.name}>
            {row.owner.name}
          </span>
        ) : (
          secondary(t('shared:owner.none'))
        ),
    },
    { id: 'status', title: t('column.status'), minWidth: 104, cell: (row) => <StatusBadge status={row.status} /> },
    {
      id: 'inn',
      title: t('column.inn'),
      minWidth: 112,
      optional: true,
      cell: (row) => (row.inn ? <span className={styles.numbers}>{row.inn}</span> : secondary(t('shared:notSet'))),
    },
    {
      id: 'purchasingPower',
      title: t('column.purchasingPower'),
      minWidth: 120,
      optional: true,
      cell: (row) => t(`shared:purchasingPower.${row.purchasingPower}`),
    },
    {
      id: 'updated',
      title: t('column.updated'),
      minWidth: 128,
      optional: true,
      cell: (row) => <When at={row.updatedAt} className={mergeClasses(styles.line, styles.numbers)} />,
    },
  ];
  return columns;
}
