import { Field, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import {
  createReminder,
  listReminders,
  repeats,
  updateReminder,
  type ReminderView,
} from '../../../service/modules/reminders/reminders.contract';
import { DateField, SelectField, TextField } from '../forms/fields';
import { FormDrawer } from '../forms/FormDrawer';
import { TimeInput } from '../forms/TimeInput';
import { useForm } from '../forms/use-form';
import { useSend } from '../queries';
import { addDays, dateIn, instantIn, minutesText, parseMinutes, wallTime } from '../time/zone-time';
import { useMoments } from '../time/use-moments';
import { useNow } from '../time/use-now';

const useStyles = makeStyles({
  when: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 120px', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface ReminderFormProps {
  /** Left out: a new one. */
  reminder?: ReminderView;
  company?: { id: string; name: string };
  onClose: () => void;
}

/** A private reminder, on a company or on nothing. */
export function ReminderForm({ reminder, company, onClose }: ReminderFormProps) {
  const { t } = useTranslation(['reminders', 'shared']);
  const styles = useStyles();
  const { zone, moment } = useMoments();
  const now = useNow();
  const send = useSend();
  const on = reminder?.company ?? company ?? null;
  const form = useForm({
    record: reminder ?? null,
    read: (one: ReminderView | null) => {
      const wall = one && wallTime(one.ringsAt, zone);
      return {
        title: one?.title ?? '',
        date: one ? dateIn(one.ringsAt, zone) : addDays(dateIn(now, zone), 1),
        time: wall ? minutesText(wall.minutes) : '10:00',
        repeat: one?.repeat ?? ('none' as ReminderView['repeat']),
      };
    },
    labels: { title: t('what'), date: t('date'), time: t('time'), repeat: t('repeat') },
    check: ({ title, date, time }) => {
      const minutes = parseMinutes(time);
      const past = date && minutes !== null && Date.parse(instantIn(date, minutes, zone)) < now;
      return {
        ...(!title.trim() && { title: t('shared:field.required') }),
        ...(!date && { date: t('shared:field.required') }),
        ...(minutes === null && { time: t('timeNeeded') }),
        ...(past && { time: t('past') }),
      };
    },
    submit: ({ title, date, time, repeat }) => {
      const at = instantIn(date, parseMinutes(time)!, zone);
      const options = { touches: [listReminders], refusals: 'caller' as const };
      return reminder
        ? send(
            updateReminder,
            { id: reminder.id, version: reminder.version, title, at, repeat },
            { ...options, said: t('said.saved') },
          )
        : send(
            createReminder,
            { id: crypto.randomUUID(), title, at, repeat, companyId: on?.id },
            { ...options, said: t('said.added', { moment: moment(at) }) },
          );
    },
    onDone: onClose,
  });
  const time = form.field('time');
  return (
    <FormDrawer title={reminder ? t('editTitle') : t('addTitle')} form={form} onClose={onClose}>
      {on && <Text weight="semibold">{on.name}</Text>}
      <TextField {...form.field('title')} required autoFocus maxLength={500} placeholder={t('whatHint')} />
      <div className={styles.when}>
        <DateField {...form.field('date')} required min={dateIn(now, zone)} />
        <Field label={time.label} required validationMessage={time.fault}>
          <TimeInput value={time.value} onChange={time.onChange} />
        </Field>
      </div>
      <SelectField
        {...form.field('repeat')}
        choices={repeats.map((value) => ({ value, text: t(`repeats.${value}`) }))}
      />
      <Text size={200} className={styles.quiet}>
        {t('private')}
      </Text>
    </FormDrawer>
  );
}
