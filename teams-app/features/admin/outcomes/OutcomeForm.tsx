import { useTranslation } from 'react-i18next';
import {
  createOutcome,
  listOutcomes,
  presetKeys,
  updateOutcome,
  type OutcomeView,
} from '../../../../service/modules/activities/activities.contract';
import { activityKinds, type ActivityKind } from '../../../../service/modules/activities/activity-kinds';
import type { PresetKey } from '../../../shared/activity/activity-types';
import { CheckField, SelectField, TextField } from '../../../shared/forms/fields';
import { FormDrawer } from '../../../shared/forms/FormDrawer';
import { useForm } from '../../../shared/forms/use-form';
import { useSend } from '../../../shared/queries';

interface OutcomeFormProps {
  /** Null makes a new one of the kind. */
  outcome: OutcomeView | null;
  kind: ActivityKind;
  nextPosition: (kind: ActivityKind) => number;
  onClose: () => void;
}

export function OutcomeForm({ outcome, kind, nextPosition, onClose }: OutcomeFormProps) {
  const { t } = useTranslation(['admin', 'activity', 'shared']);
  const send = useSend();
  const form = useForm({
    record: outcome,
    read: (record: OutcomeView | null) => ({
      kind: record?.kind ?? kind,
      name: record?.name ?? '',
      reached: record?.reached ?? true,
      preset: record?.preset ?? ('' as PresetKey | ''),
    }),
    labels: {
      kind: t('outcomes.kind'),
      name: t('outcomes.name'),
      reached: t('outcomes.reached'),
      preset: t('outcomes.preset'),
    },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('shared:field.required') }),
    submit: (values, changed, version) => {
      const options = { refusals: 'caller', touches: [listOutcomes] } as const;
      if (!outcome) {
        return send(
          createOutcome,
          { ...values, preset: values.preset || null, position: nextPosition(values.kind) },
          { ...options, said: t('outcomes.added', { name: values.name }) },
        );
      }
      const { kind: _, preset, ...others } = changed;
      return send(
        updateOutcome,
        { id: outcome.id, version, ...others, ...(preset !== undefined && { preset: preset || null }) },
        { ...options, said: t('outcomes.saved', { name: values.name }) },
      );
    },
    onDone: onClose,
  });
  return (
    <FormDrawer title={outcome ? t('outcomes.edit') : t('outcomes.add')} form={form} onClose={onClose}>
      {!outcome && (
        <SelectField
          {...form.field('kind')}
          choices={activityKinds.map((value) => ({ value, text: t(`shared:kind.${value}`) }))}
        />
      )}
      <TextField {...form.field('name')} required autoFocus maxLength={80} />
      <CheckField {...form.field('reached')} hint={t('outcomes.reachedHint')} />
      <SelectField
        {...form.field('preset')}
        choices={[
          { value: '', text: t('outcomes.noPreset') },
          ...presetKeys.map((value) => ({ value, text: t(`activity:preset.${value}`) })),
        ]}
      />
    </FormDrawer>
  );
}
