import { useTranslation } from 'react-i18next';
import { updateActivity } from '../../../service/modules/activities/activities.contract';
import { activityKinds, plannableKinds, type ActivityKind } from '../../../service/modules/activities/activity-kinds';
import type { ActivityView, ContactView } from '../../../service/modules/companies/companies.contract';
import { FormDrawer } from '../forms/FormDrawer';
import { SelectField, TextField } from '../forms/fields';
import { useForm } from '../forms/use-form';
import { useWrite } from '../queries';
import { touchedByActivity } from './touched';
import { useOutcomes } from './use-outcomes';

interface ActivityFormProps {
  activity: ActivityView;
  contacts: readonly Pick<ContactView, 'id' | 'name'>[];
  onClose: () => void;
}

/** Corrects what was written down. When it is to happen is changed by moving it. */
export function ActivityForm({ activity, contacts, onClose }: ActivityFormProps) {
  const { t } = useTranslation(['activity', 'shared']);
  const save = useWrite(updateActivity, {
    said: t('shared:saved'),
    touches: touchedByActivity(activity.companyId),
    refusals: 'caller',
  });
  const form = useForm({
    record: activity,
    read: (record: ActivityView | null) => ({
      kind: (record?.kind ?? 'call') as ActivityKind,
      outcomeId: record?.outcome?.id ?? '',
      note: record?.note ?? '',
      contactId: record?.contact?.id ?? '',
      minutes: record?.minutes == null ? '' : String(record.minutes),
    }),
    labels: {
      kind: t('kind'),
      outcomeId: t('outcome'),
      note: t('note'),
      contactId: t('contact'),
      minutes: t('minutes'),
    },
    submit: (_values, { outcomeId, contactId, minutes, ...changed }, version) =>
      save.mutateAsync({
        id: activity.id,
        version,
        ...changed,
        ...(outcomeId !== undefined && { outcomeId: outcomeId || null }),
        ...(contactId !== undefined && { contactId: contactId || null }),
        ...(minutes !== undefined && { minutes: /^\d+$/.test(minutes) ? Number(minutes) : null }),
      }),
    onDone: onClose,
  });
  const outcomes = useOutcomes(form.values.kind);
  const planned = activity.status === 'planned';
  const kinds: readonly ActivityKind[] = planned ? plannableKinds : activityKinds;
  const none = { value: '', text: t('noContact') };
  const { onChange: changeKind, ...kind } = form.field('kind');

  return (
    <FormDrawer title={t('editTitle')} form={form} onClose={onClose}>
      <SelectField
        {...kind}
        onChange={(value) => {
          changeKind(value);
          // Another kind has other outcomes.
          form.set({ kind: value, outcomeId: '' });
        }}
        choices={kinds.map((value) => ({ value, text: t(`shared:kind.${value}`) }))}
      />
      {!planned && outcomes.length > 0 && (
        <SelectField
          {...form.field('outcomeId')}
          choices={[none, ...outcomes.map(({ id, name }) => ({ value: id, text: name }))]}
        />
      )}
      <TextField {...form.field('note')} rows={5} />
      <SelectField
        {...form.field('contactId')}
        choices={[none, ...contacts.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      {!planned && <TextField {...form.field('minutes')} inputMode="numeric" />}
    </FormDrawer>
  );
}
