import { Checkbox, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { WorkingHours } from '../../../service/modules/companies/companies.contract';
import { TimeInput } from '../forms/TimeInput';
import { GroupField } from '../forms/GroupField';
import type { FieldBinding } from '../forms/use-form';
import { minutesText, parseMinutes } from '../time/zone-time';
import { maskOf, weekdays, workedDays } from './hours';

const useStyles = makeStyles({
  times: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  time: { width: '112px' },
  days: { display: 'flex', flexWrap: 'wrap' },
});

/** When the company answers the phone, by its own clock. */
export function HoursField({ label, value, onChange, fault }: FieldBinding<WorkingHours>) {
  const { t } = useTranslation('company');
  const styles = useStyles();
  const time = (name: 'from' | 'to' | 'breakFrom' | 'breakTo', words: string) => (
    <TimeInput
      className={styles.time}
      aria-label={words}
      value={value[name] === null ? '' : minutesText(value[name])}
      onChange={(text) => {
        const minutes = parseMinutes(text);
        if (name === 'breakFrom' || name === 'breakTo') onChange({ ...value, [name]: minutes });
        else if (minutes !== null) onChange({ ...value, [name]: minutes });
      }}
    />
  );
  const days = workedDays(value.days);
  return (
    <GroupField label={label} fault={fault}>
      <div className={styles.times}>
        {time('from', t('hours.from'))}–{time('to', t('hours.to'))}
      </div>
      <div className={styles.times} style={{ marginTop: 4 }}>
        <span>{t('hours.break')}</span>
        {time('breakFrom', `${t('hours.break')}: ${t('hours.from')}`)}–
        {time('breakTo', `${t('hours.break')}: ${t('hours.to')}`)}
      </div>
      <div className={styles.days} role="group" aria-label={t('hours.days')}>
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            label={t(`hours.day.${day}`)}
            checked={days.includes(day)}
            onChange={(_, data) =>
              onChange({
                ...value,
                days: maskOf(data.checked ? [...days, day] : days.filter((one) => one !== day)),
              })
            }
          />
        ))}
      </div>
    </GroupField>
  );
}
