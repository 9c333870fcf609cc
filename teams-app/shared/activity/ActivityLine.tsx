import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ActivityView } from '../../../service/modules/companies/companies.contract';
import { When } from '../time/When';
import { KindIcon } from './kind-icon';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  icon: { color: tokens.colorNeutralForeground3, marginTop: '2px' },
  meta: { color: tokens.colorNeutralForeground3 },
  note: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
});

/** One activity in short: what, when, who, and the first lines of the note. */
export function ActivityLine({ activity }: { activity: ActivityView }) {
  const { t } = useTranslation(['shared', 'activity']);
  const styles = useStyles();
  const { kind, at, outcome, note, owner, contact, status } = activity;
  return (
    <div className={styles.root}>
      <KindIcon kind={kind} className={styles.icon} />
      <div>
        <Text size={200} block className={styles.meta}>
          {t(`kind.${kind}`)} · <When at={at} />
          {owner && ` · ${owner.name}`}
          {contact && ` → ${contact.name}`}
          {status === 'cancelled' && ` · ${t('activity:cancelled')}`}
        </Text>
        {outcome && <Text weight="semibold">{outcome.name}</Text>}
        {note && (
          <Text block className={styles.note} title={note}>
            {note}
          </Text>
        )}
      </div>
    </div>
  );
}
