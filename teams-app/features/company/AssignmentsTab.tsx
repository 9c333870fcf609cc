import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { Message } from '../../shared/frame/Message';
import { dateIn } from '../../shared/time/zone-time';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  list: { margin: 0, padding: '4px 16px', overflowY: 'auto', listStyleType: 'none' },
  row: { padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, maxWidth: '720px' },
  meta: { color: tokens.colorNeutralForeground3 },
});

/** Who had the company from when to when, and why it changed hands. */
export function AssignmentsTab({ assignments }: { assignments: CompanyCard['assignments'] }) {
  const { t } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  const { longDay, zone } = useMoments();
  if (assignments.length === 0) return <Message title={t('assignments.empty')} />;
  return (
    <ul className={styles.list} tabIndex={0} aria-label={t('tabs.assignments')}>
      {assignments.map(({ owner, from, to, by, why }) => (
        <li key={from} className={styles.row}>
          <Text weight="semibold" block>
            {owner?.name ?? t('shared:owner.none')}
          </Text>
          <Text size={200} block className={styles.meta}>
            {longDay(dateIn(from, zone))} — {to ? longDay(dateIn(to, zone)) : t('assignments.now')}
            {by && ` · ${t('assignments.by', { name: by.name })}`}
          </Text>
          {why && <Text block>{why}</Text>}
        </li>
      ))}
    </ul>
  );
}
