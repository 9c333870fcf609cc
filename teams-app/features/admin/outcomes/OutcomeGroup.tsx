import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  listOutcomes,
  updateOutcome,
  type OutcomeView,
} from '../../../../service/modules/activities/activities.contract';
import type { ActivityKind } from '../../../../service/modules/activities/activity-kinds';
import { Section } from '../../../shared/frame/Section';
import { invalidate, useSend } from '../../../shared/queries';
import { moved } from './outcome-order';
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
  const client = useQueryClient();
  const kindName = t(`shared:kind.${kind}`);
  const move = async (index: number, by: 1 | -1) => {
    try {
      for (const { outcome, position } of moved(outcomes, index, by)) {
        await send(updateOutcome, { id: outcome.id, version: outcome.version, position });
      }
    } finally {
      await invalidate(client, [listOutcomes]);
    }
  };
  const archive = (outcome: OutcomeView) =>
    send(
      updateOutcome,
      { id: outcome.id, version: outcome.version, archived: !outcome.archived },
      {
        said: t(outcome.archived ? 'outcomes.restored' : 'outcomes.archivedNow', { name: outcome.name }),
        touches: [listOutcomes],
      },
    );
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
          <OutcomeRow
            key={outcome.id}
            outcome={outcome}
            onEdit={() => onEdit(outcome)}
            onArchive={() => void archive(outcome).catch(() => undefined)}
            onUp={index > 0 ? () => void move(index, -1).catch(() => undefined) : undefined}
            onDown={index < outcomes.length - 1 ? () => void move(index, 1).catch(() => undefined) : undefined}
          />
        ))}
      </ul>
    </Section>
  );
}
