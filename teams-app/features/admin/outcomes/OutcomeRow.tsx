import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CallMissed16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { OutcomeView } from '../../../../service/modules/activities/activities.contract';
import { phoneQuery } from '../../../shared/frame/breakpoints';
import { RowButtons, RowMenu, type RowAction } from '../../../shared/lists/row-actions';
import { useMedia } from '../../../shared/use-media';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '40px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  texts: {
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  secondary: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexShrink: 0 },
});

export function OutcomeRow({ outcome, items }: { outcome: OutcomeView; items: RowAction[] }) {
  const { t } = useTranslation(['admin', 'activity']);
  const styles = useStyles();
  const isPhone = useMedia(phoneQuery);
  const { name, reached, preset, archived } = outcome;
  return (
    <li className={styles.row}>
      <span className={styles.texts}>
        <Text className={mergeClasses(archived && styles.secondary)}>{name}</Text>
        {!reached && (
          <Badge appearance="tint" color="warning" icon={<CallMissed16Regular />}>
            {t('outcomes.notReached')}
          </Badge>
        )}
        {archived && (
          <Badge appearance="outline" color="informative">
            {t('outcomes.archived')}
          </Badge>
        )}
        {preset && (
          <Text size={200} className={styles.secondary}>
            {t(`activity:preset.${preset}`)}
          </Text>
        )}
      </span>
      <span className={styles.buttons}>
        {isPhone ? (
          <RowMenu label={t('outcomes.more', { name })} items={items} />
        ) : (
          <RowButtons name={name} items={items} />
        )}
      </span>
    </li>
  );
}
