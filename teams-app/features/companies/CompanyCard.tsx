import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CompanyRow } from '../../../service/modules/companies/companies.contract';
import { CompanyName } from '../../shared/company/CompanyName';
import { DueBadge } from '../../shared/company/DueBadge';
import { LocalClock } from '../../shared/company/LocalClock';
import { RowMenu, type RowAction } from '../../shared/lists/row-actions';
import { useSeesOthers } from '../../shared/session';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  texts: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  facts: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexShrink: 0 },
  button: { minWidth: '44px', minHeight: '44px' },
});

/** A company's row on a phone: the call is under the thumb, the rest in a menu. */
export function CompanyCard({ row, items }: { row: CompanyRow; items: RowAction[] }) {
  const { t } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const seesOthers = useSeesOthers();
  const facts = [
    t(`shared:status.${row.status}`),
    seesOthers && (row.owner?.name ?? t('shared:owner.none')),
    row.city,
  ].filter(Boolean);
  const call = items.find(({ id }) => id === 'call');
  return (
    <div className={styles.root}>
      <div className={styles.texts}>
        <CompanyName name={row.name} />
        <Text size={200} className={styles.facts}>
          {facts.join(' · ')} <LocalClock timeZone={row.timeZone} />
        </Text>
        <Text size={200} className={styles.facts}>
          {row.nextContact ? <DueBadge at={row.nextContact.at} /> : `${t('column.next')}: ${t('noNext')}`}
        </Text>
      </div>
      <div className={styles.buttons} onClick={(event) => event.stopPropagation()}>
        {call && (
          <Button
            appearance="primary"
            className={styles.button}
            icon={call.icon}
            aria-label={`${call.text}: ${row.name}`}
            onClick={call.run}
          />
        )}
        <RowMenu label={t('action.more', { name: row.name })} items={items.filter((item) => item !== call)} />
      </div>
    </div>
  );
}
