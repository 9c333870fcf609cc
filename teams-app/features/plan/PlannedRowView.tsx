import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router-dom';
import type { PlannedRow } from '../../../service/modules/activities/activities.contract';
import { ActivityActions } from '../../shared/activity/ActivityActions';
import { KindIcon } from '../../shared/activity/kind-icon';
import { CompanyName } from '../../shared/company/CompanyName';
import { useMoments } from '../../shared/time/use-moments';
import { rowTokens } from '../../shared/theme';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '48px 20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    padding: '8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: rowTokens.rowHover },
  },
  time: { fontVariantNumeric: 'tabular-nums' },
  icon: { marginTop: '2px', color: tokens.colorNeutralForeground3 },
  link: { color: 'inherit', textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
  note: { overflowWrap: 'anywhere' },
  details: { color: tokens.colorNeutralForeground3 },
});

export function PlannedRowView({ row, showOwner }: { row: PlannedRow; showOwner: boolean }) {
  const { t } = useTranslation(['shared', 'activity']);
  const styles = useStyles();
  const { time, full } = useMoments();
  const there = time(row.at, row.company.timeZone);
  const details = [
    t(`kind.${row.kind}`),
    row.company.city,
    there !== time(row.at) && t('time.customer', { time: there }),
    row.contact?.name,
    row.postponed > 0 && t('activity:postponed', { count: row.postponed }),
    showOwner && row.owner?.name,
  ].filter(Boolean);
  return (
    <div className={styles.root}>
      <time dateTime={row.at} title={full(row.at)} className={styles.time}>
        {time(row.at)}
      </time>
      <KindIcon kind={row.kind} className={styles.icon} />
      <div>
        <RouterLink to={`/companies/${row.company.id}`} className={styles.link}>
          <CompanyName name={row.company.name} />
        </RouterLink>
        {row.note && (
          <Text block className={styles.note}>
            {row.note}
          </Text>
        )}
        <Text size={200} block className={styles.details}>
          {details.join(' · ')}
        </Text>
      </div>
      <ActivityActions activity={row} company={{ ...row.company, contacts: row.contact ? [row.contact] : [] }} />
    </div>
  );
}
