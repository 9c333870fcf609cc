import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Add16Regular, Archive16Regular, ArrowUndo16Regular, Edit16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import {
  listPipelines,
  updatePipeline,
  updateStage,
  type PipelineView,
  type StageView,
} from '../../../../service/modules/deals/deals.contract';
import { phoneQuery } from '../../../shared/frame/breakpoints';
import { Section } from '../../../shared/frame/Section';
import { RowButtons, RowMenu } from '../../../shared/lists/row-actions';
import { useSend } from '../../../shared/queries';
import { useMedia } from '../../../shared/use-media';
import { inOrder } from '../ordered';
import { useOrderedActions } from '../use-ordered-actions';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '40px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 8px',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap' },
});

const colors = { open: 'brand', stalled: 'warning', won: 'success', lost: 'danger' } as const;

interface PipelineStagesProps {
  pipeline: PipelineView;
  /** The last one cannot go: deals must have where to stand. */
  only: boolean;
  onRename: () => void;
  onAdd: () => void;
  onEdit: (stage: StageView) => void;
}

export function PipelineStages({ pipeline, only, onRename, onAdd, onEdit }: PipelineStagesProps) {
  const { t } = useTranslation(['admin', 'deals', 'shared']);
  const styles = useStyles();
  const send = useSend();
  const isPhone = useMedia(phoneQuery);
  const stages = inOrder(pipeline.stages);
  const itemsOf = useOrderedActions({
    words: 'stages',
    rows: stages,
    list: listPipelines,
    change: (input, options) => send(updateStage, input, options),
    onEdit,
  });
  const { id, version, name, archived } = pipeline;
  return (
    <Section
      title={archived ? `${name} (${t('stages.archived')})` : name}
      action={
        <span className={styles.actions}>
          <Button
            appearance="subtle"
            size="small"
            icon={<Edit16Regular />}
            aria-label={t('stages.renamePipeline', { name })}
            onClick={onRename}
          />
          {!(only && !archived) && (
            <Button
              appearance="subtle"
              size="small"
              icon={archived ? <ArrowUndo16Regular /> : <Archive16Regular />}
              aria-label={`${t(archived ? 'stages.restore' : 'stages.archive')}: ${name}`}
              onClick={() =>
                void send(
                  updatePipeline,
                  { id, version, archived: !archived },
                  { said: t(archived ? 'stages.restored' : 'stages.archivedNow', { name }), touches: [listPipelines] },
                ).catch(() => undefined)
              }
            />
          )}
          <Button
            appearance="subtle"
            size="small"
            icon={<Add16Regular />}
            aria-label={`${t('shared:add')}: ${name}`}
            onClick={onAdd}
          >
            {t('shared:add')}
          </Button>
        </span>
      }
    >
      <ul className={styles.list}>
        {stages.map((stage, index) => (
          <li key={stage.id} className={styles.row}>
            <span className={styles.name}>
              <Text className={mergeClasses(stage.archived && styles.quiet)}>{stage.name}</Text>
              <Badge appearance="tint" color={colors[stage.meaning]}>
                {t(`deals:meaning.${stage.meaning}`)}
              </Badge>
              {stage.archived && (
                <Badge appearance="outline" color="informative">
                  {t('stages.archived')}
                </Badge>
              )}
            </span>
            {isPhone ? (
              <RowMenu label={t('stages.more', { name: stage.name })} items={itemsOf(stage, index)} />
            ) : (
              <RowButtons name={stage.name} items={itemsOf(stage, index)} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
