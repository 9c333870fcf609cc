import { useTranslation } from 'react-i18next';
import { nextContactPresets } from '../../../service/modules/activities/activities.contract';
import { createAbsence, listAbsences, type AbsenceView } from '../../../service/modules/users/users.contract';
import { DateField, TextField } from '../../shared/forms/fields';
import { FormDrawer } from '../../shared/forms/FormDrawer';
import { useForm } from '../../shared/forms/use-form';
import { useWrite } from '../../shared/queries';

export function AbsenceForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['profile', 'shared']);
  const create = useWrite(createAbsence, {
    said: t('absences.added'),
    touches: [listAbsences, nextContactPresets],
    refusals: 'caller',
  });
  const form = useForm({
    record: null as AbsenceView | null,
    read: (absence: AbsenceView | null) => ({
      from: absence?.from ?? '',
      to: absence?.to ?? '',
      reason: absence?.reason ?? '',
    }),
    labels: { from: t('absences.from'), to: t('absences.to'), reason: t('absences.reason') },
    check: ({ from, to }) => ({
      ...(!from && { from: t('shared:field.required') }),
      ...(to && from && to < from && { to: t('absences.order') }),
    }),
    // One day away is the commonest: its end need not be typed.
    submit: ({ from, to, reason }) => create.mutateAsync({ from, to: to || from, reason }),
    onDone: onClose,
  });
  return (
    <FormDrawer title={t('absences.add')} form={form} onClose={onClose}>
      <DateField {...form.field('from')} required />
      <DateField {...form.field('to')} min={form.values.from} />
      <TextField {...form.field('reason')} maxLength={200} placeholder={t('absences.reasonHint')} />
    </FormDrawer>
  );
}
