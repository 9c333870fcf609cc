import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import {
  cadences,
  createSchedule,
  listSchedules,
  type ScheduleView,
  type TemplateView,
} from '../../../service/modules/reports/reports.contract';
import { SelectField } from '../../shared/forms/fields';
import { FormDrawer } from '../../shared/forms/FormDrawer';
import { PeoplePicker } from '../../shared/forms/PeoplePicker';
import { TimeInput } from '../../shared/forms/TimeInput';
import { useForm } from '../../shared/forms/use-form';
import { useSend } from '../../shared/queries';
import { useMe } from '../../shared/session';
import { useWeekdays } from './use-weekdays';

interface Values {
  cadence: ScheduleView['cadence'];
  day: string;
  time: string;
  recipients: string[];
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** When a report makes itself, and for whom. */
export function ScheduleForm({ template, onClose }: { template: TemplateView; onClose: () => void }) {
  const { t } = useTranslation(['reports', 'shared']);
  const me = useMe();
  const weekdays = useWeekdays();
  const send = useSend();
  const form = useForm<Values, { version: number }>({
    record: null,
    read: () => ({ cadence: 'weekly', day: '1', time: '09:00', recipients: [me.id] }),
    labels: {
      cadence: t('schedule.cadence'),
      day: t('schedule.weekday'),
      time: t('schedule.time'),
      recipients: t('schedule.recipients'),
    },
    check: ({ recipients, time }) => ({
      recipients: recipients.some((id) => id !== 'none') ? undefined : t('schedule.needPeople'),
      time: /^\d{2}:\d{2}$/.test(time) ? undefined : t('shared:field.required'),
    }),
    submit: ({ cadence, day, time, recipients }) =>
      send(
        createSchedule,
        {
          templateId: template.id,
          cadence,
          day: cadence === 'daily' ? 1 : Number(day),
          minute: minuteOf(time),
          recipients: recipients.filter((id) => id !== 'none'),
        },
        { refusals: 'caller', said: t('schedule.saved'), touches: [listSchedules] },
      ),
    onDone: onClose,
  });
  const { values } = form;
  const days: string[] =
    values.cadence === 'weekly' ? weekdays : Array.from({ length: 28 }, (_, index) => String(index + 1));
  return (
    <FormDrawer title={`${t('schedule.title')}: ${template.name}`} form={form} onClose={onClose}>
      <SelectField
        {...form.field('cadence')}
        choices={cadences.map((cadence) => ({ value: cadence, text: t(`schedule.cadences.${cadence}`) }))}
      />
      {values.cadence !== 'daily' && (
        <Field label={t(values.cadence === 'weekly' ? 'schedule.weekday' : 'schedule.monthday')}>
          <Select value={values.day} onChange={(_, { value }) => form.set({ day: value })}>
            {days.map((name, index) => (
              <option key={name} value={index + 1}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t('schedule.time')} validationMessage={form.field('time').fault}>
        <TimeInput value={values.time} onChange={(time) => form.set({ time })} />
      </Field>
      <Field
        label={t('schedule.recipients')}
        hint={t('schedule.recipientsHint')}
        validationMessage={form.field('recipients').fault}
      >
        <PeoplePicker
          placeholder={t('schedule.recipients')}
          value={values.recipients}
          onChange={(recipients) => form.set({ recipients })}
        />
      </Field>
    </FormDrawer>
  );
}
