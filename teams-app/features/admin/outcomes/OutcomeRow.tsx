import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  Archive20Regular,
  ArrowDown20Regular,
  ArrowUndo20Regular,
  ArrowUp20Regular,
  CallMissed16Regular,
  Edit20Regular,
} from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { OutcomeView } from '../../../../service/modules/activities/activities.contract';
import { phone } from '../../../shared/frame/breakpoints';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '40px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { flexWrap: 'wrap', paddingBlock: '6px' },
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
  buttons: { display: 'flex', flexShrink: 0, marginInlineStart: 'auto' },
});

interface OutcomeRowProps {
  outcome: OutcomeView;
  onEdit: () => void;
  onArchive: () => void;
  onUp?: () => void;
  onDown?: () => void;
}

export function OutcomeRow({ outcome, onEdit, onArchive, onUp, onDown }: OutcomeRowProps) {
  const { t } = useTranslation(['admin', 'activity']);
  const styles = useStyles();
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
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowUp20Regular />}
          aria-label={t('outcomes.up', { name })}
          disabledFocusable={!onUp}
          onClick={onUp}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowDown20Regular />}
          aria-label={t('outcomes.down', { name })}
          disabledFocusable={!onDown}
          onClick={onDown}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<Edit20Regular />}
          aria-label={t('outcomes.change', { name })}
          onClick={onEdit}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={archived ? <ArrowUndo20Regular /> : <Archive20Regular />}
          aria-label={t(archived ? 'outcomes.restoreOf' : 'outcomes.archiveOf', { name })}
          title={t(archived ? 'outcomes.restore' : 'outcomes.archive')}
          onClick={onArchive}
        />
      </span>
    </li>
  );
}
