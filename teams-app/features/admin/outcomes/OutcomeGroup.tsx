import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import {
  listOutcomes,
  updateOutcome,
  type OutcomeView,
} from '../../../../service/modules/activities/activities.contract';
import type { ActivityKind } from '../../../../service/modules/activities/activity-kinds';
import { Section } from '../../../shared/frame/Section';
import { useSend } from '../../../shared/queries';
import { useOrderedActions } from '../use-ordered-actions';
import { OutcomeRow } from './OutcomeRow';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  none: { color: tokens.colorNeutralForeground3 },
});

interface OutcomeGroupProps {
  kind: ActivityKind;
  /** In their order, the archived ones where they stood. */
  outcomes: OutcomeView[];
  onAdd: () => void;
  onEdit: (outcome: OutcomeView) => void;
}

export function OutcomeGroup({ kind, outcomes, onAdd, onEdit }: OutcomeGroupProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const send = useSend();
  const kindName = t(`shared:kind.${kind}`);
  const itemsOf = useOrderedActions({
    words: 'outcomes',
    rows: outcomes,
    list: listOutcomes,
    change: (input, options) => send(updateOutcome, input, options),
    onEdit,
  });
  return (
    <Section
      title={kindName}
      action={
        <Button
          appearance="subtle"
          size="small"
          icon={<Add16Regular />}
          aria-label={t('outcomes.addTo', { kind: kindName })}
          onClick={onAdd}
        >
          {t('shared:add')}
        </Button>
      }
    >
      {outcomes.length === 0 && <Text className={styles.none}>{t('outcomes.none')}</Text>}
      <ul className={styles.list}>
        {outcomes.map((outcome, index) => (
          <OutcomeRow key={outcome.id} outcome={outcome} items={itemsOf(outcome, index)} />
        ))}
      </ul>
    </Section>
  );
}
