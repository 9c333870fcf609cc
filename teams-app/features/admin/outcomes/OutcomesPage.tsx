import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOutcomes, type OutcomeView } from '../../../../service/modules/activities/activities.contract';
import { activityKinds, type ActivityKind } from '../../../../service/modules/activities/activity-kinds';
import { ListState } from '../../../shared/lists/ListState';
import { useRead } from '../../../shared/queries';
import { AddButton } from '../AddButton';
import { AdminSection } from '../AdminSection';
import { inOrder } from '../ordered';
import { OutcomeForm } from './OutcomeForm';
import { OutcomeGroup } from './OutcomeGroup';

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 16px 24px' },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '760px' },
  intro: { color: tokens.colorNeutralForeground3 },
});

/** The dictionary of what activities end with, a list for each kind. */
export function OutcomesPage() {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const [archived, setArchived] = useState(false);
  const query = useRead(listOutcomes, archived ? { archived } : {}, { placeholderData: (previous) => previous });
  const [editing, setEditing] = useState<OutcomeView | { new: ActivityKind } | null>(null);
  const outcomes = query.data?.rows ?? [];
  const ofKind = (kind: ActivityKind) => inOrder(outcomes.filter((outcome) => outcome.kind === kind));
  return (
    <AdminSection
      name="outcomes"
      actions={<AddButton text={t('outcomes.add')} onClick={() => setEditing({ new: 'call' })} />}
    >
      <ListState query={query} isEmpty={!query.data} empty={null}>
        <div className={styles.root}>
          <div className={styles.column}>
            <Text className={styles.intro}>{t('outcomes.intro')}</Text>
            <Switch
              label={t('outcomes.showArchived')}
              checked={archived}
              onChange={(_, { checked }) => setArchived(checked)}
            />
            {activityKinds.map((kind) => (
              <OutcomeGroup
                key={kind}
                kind={kind}
                outcomes={ofKind(kind)}
                onAdd={() => setEditing({ new: kind })}
                onEdit={setEditing}
              />
            ))}
          </div>
        </div>
      </ListState>
      {editing && (
        <OutcomeForm
          outcome={'new' in editing ? null : editing}
          kind={'new' in editing ? editing.new : editing.kind}
          nextPosition={(kind) => Math.min(1000, Math.max(0, ...ofKind(kind).map(({ position }) => position)) + 10)}
          onClose={() => setEditing(null)}
        />
      )}
    </AdminSection>
  );
}
