import { useTranslation } from 'react-i18next';
import {
  createPipeline,
  listPipelines,
  updatePipeline,
  type PipelineView,
} from '../../../../service/modules/deals/deals.contract';
import { TextField } from '../../../shared/forms/fields';
import { FormDrawer } from '../../../shared/forms/FormDrawer';
import { useForm } from '../../../shared/forms/use-form';
import { useSend } from '../../../shared/queries';

interface PipelineFormProps {
  /** Null makes a new one with the usual stages. */
  pipeline: PipelineView | null;
  nextPosition: number;
  onClose: () => void;
}

export function PipelineForm({ pipeline, nextPosition, onClose }: PipelineFormProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const send = useSend();
  const form = useForm({
    record: pipeline,
    read: (record: PipelineView | null) => ({ name: record?.name ?? '' }),
    labels: { name: t('stages.name') },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('shared:field.required') }),
    submit: ({ name }, _, version) => {
      const options = { refusals: 'caller', touches: [listPipelines] } as const;
      return pipeline
        ? send(updatePipeline, { id: pipeline.id, version, name }, { ...options, said: t('shared:saved') })
        : send(
            createPipeline,
            { name, position: nextPosition },
            { ...options, said: t('stages.pipelineAdded', { name }) },
          );
    },
    onDone: onClose,
  });
  return (
    <FormDrawer title={t(pipeline ? 'stages.pipeline' : 'stages.addPipeline')} form={form} onClose={onClose}>
      <TextField
        {...form.field('name')}
        hint={pipeline ? undefined : t('stages.pipelineHint')}
        required
        autoFocus
        maxLength={80}
      />
    </FormDrawer>
  );
}
