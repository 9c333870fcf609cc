import { useTranslation } from 'react-i18next';
import {
  createStage,
  listPipelines,
  updateStage,
  type PipelineView,
  type StageView,
} from '../../../../service/modules/deals/deals.contract';
import { stageMeanings, type StageMeaning } from '../../../../service/modules/deals/stage-meanings';
import { SelectField, TextField } from '../../../shared/forms/fields';
import { FormDrawer } from '../../../shared/forms/FormDrawer';
import { useForm } from '../../../shared/forms/use-form';
import { useSend } from '../../../shared/queries';

interface StageFormProps {
  /** Null makes a new one. */
  stage: StageView | null;
  pipeline: PipelineView;
  onClose: () => void;
}

/** A stage's name and what it means: the board colours by the meaning, the figures count by it. */
export function StageForm({ stage, pipeline, onClose }: StageFormProps) {
  const { t } = useTranslation(['admin', 'deals', 'shared']);
  const send = useSend();
  const form = useForm({
    record: stage,
    read: (record: StageView | null) => ({
      name: record?.name ?? '',
      meaning: record?.meaning ?? ('open' as StageMeaning),
    }),
    labels: { name: t('stages.name'), meaning: t('stages.meaning') },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('shared:field.required') }),
    submit: (values, changed, version) => {
      const options = { refusals: 'caller', touches: [listPipelines] } as const;
      const position = Math.min(1000, Math.max(0, ...pipeline.stages.map((one) => one.position)) + 10);
      return stage
        ? send(updateStage, { id: stage.id, version, ...changed }, { ...options, said: t('shared:saved') })
        : send(
            createStage,
            { pipelineId: pipeline.id, ...values, position },
            { ...options, said: t('stages.added', { name: values.name }) },
          );
    },
    onDone: onClose,
  });
  return (
    <FormDrawer
      title={stage ? t('stages.edit') : t('stages.addTo', { name: pipeline.name })}
      form={form}
      onClose={onClose}
    >
      <TextField {...form.field('name')} required autoFocus maxLength={80} />
      <SelectField
        {...form.field('meaning')}
        hint={t('stages.meaningHint')}
        choices={stageMeanings.map((value) => ({ value, text: t(`deals:meaning.${value}`) }))}
      />
    </FormDrawer>
  );
}
