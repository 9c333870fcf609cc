import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPipelines, type PipelineView, type StageView } from '../../../../service/modules/deals/deals.contract';
import { ListState } from '../../../shared/lists/ListState';
import { useRead } from '../../../shared/queries';
import { AddButton } from '../AddButton';
import { AdminSection } from '../AdminSection';
import { inOrder } from '../ordered';
import { PipelineForm } from './PipelineForm';
import { PipelineStages } from './PipelineStages';
import { StageForm } from './StageForm';

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 16px 24px' },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '760px' },
  intro: { color: tokens.colorNeutralForeground3 },
});

type Editing =
  { pipeline: PipelineView | null } | { stage: StageView; of: PipelineView } | { stage: null; of: PipelineView };

/** Pipelines and the stages of each: named, ordered, told what they mean, archived. */
export function PipelinesPage() {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const [archived, setArchived] = useState(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  const query = useRead(listPipelines, archived ? { archived } : {}, { placeholderData: (before) => before });
  const pipelines = inOrder(query.data?.rows ?? []);
  return (
    <AdminSection
      name="pipelines"
      actions={<AddButton text={t('stages.addPipeline')} onClick={() => setEditing({ pipeline: null })} />}
    >
      <ListState query={query} isEmpty={!query.data} empty={null}>
        <div className={styles.root}>
          <div className={styles.column}>
            <Text className={styles.intro}>{t('stages.intro')}</Text>
            <Switch
              label={t('stages.showArchived')}
              checked={archived}
              onChange={(_, { checked }) => setArchived(checked)}
            />
            {pipelines.map((pipeline) => (
              <PipelineStages
                key={pipeline.id}
                pipeline={pipeline}
                only={pipelines.filter((one) => !one.archived).length === 1}
                onRename={() => setEditing({ pipeline })}
                onAdd={() => setEditing({ stage: null, of: pipeline })}
                onEdit={(stage) => setEditing({ stage, of: pipeline })}
              />
            ))}
          </div>
        </div>
      </ListState>
      {editing && 'pipeline' in editing && (
        <PipelineForm
          pipeline={editing.pipeline}
          nextPosition={Math.min(1000, Math.max(0, ...pipelines.map(({ position }) => position)) + 10)}
          onClose={() => setEditing(null)}
        />
      )}
      {editing && 'stage' in editing && (
        <StageForm stage={editing.stage} pipeline={editing.of} onClose={() => setEditing(null)} />
      )}
    </AdminSection>
  );
}
