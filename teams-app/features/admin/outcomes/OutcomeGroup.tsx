import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  Add16Regular,
  Archive20Regular,
  ArrowDown20Regular,
  ArrowUndo20Regular,
  ArrowUp20Regular,
  Edit20Regular,
} from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  listOutcomes,
  updateOutcome,
  type OutcomeView,
} from '../../../../service/modules/activities/activities.contract';
import type { ActivityKind } from '../../../../service/modules/activities/activity-kinds';
import { Section } from '../../../shared/frame/Section';
import type { RowAction } from '../../../shared/lists/row-actions';
import { invalidate, useSend } from '../../../shared/queries';
import { moved } from '../ordered';
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
      for (const { row: outcome, position } of moved(outcomes, index, by)) {
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
  const quietly = (promise: Promise<unknown>) => void promise.catch(() => undefined);
  const itemsOf = (outcome: OutcomeView, index: number): RowAction[] => {
    const { archived } = outcome;
    return [
      {
        id: 'up',
        text: t('outcomes.up'),
        icon: <ArrowUp20Regular />,
        disabled: index === 0,
        run: () => quietly(move(index, -1)),
      },
      {
        id: 'down',
        text: t('outcomes.down'),
        icon: <ArrowDown20Regular />,
        disabled: index === outcomes.length - 1,
        run: () => quietly(move(index, 1)),
      },
      { id: 'edit', text: t('shared:edit'), icon: <Edit20Regular />, run: () => onEdit(outcome) },
      {
        id: 'archive',
        text: t(archived ? 'outcomes.restore' : 'outcomes.archive'),
        icon: archived ? <ArrowUndo20Regular /> : <Archive20Regular />,
        run: () => quietly(archive(outcome)),
      },
    ];
  };
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
