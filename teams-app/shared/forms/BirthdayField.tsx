import { Input, makeStyles, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { monthNames } from '../time/birthday';
import { GroupField } from './GroupField';
import type { FieldBinding } from './use-form';

/** As it is typed: any part may still be missing. */
export interface TypedBirthday {
  day: string;
  month: string;
  year: string;
}

const useStyles = makeStyles({
  root: { display: 'flex', gap: '8px' },
  day: { width: '72px', '& input': { minWidth: 0 } },
  month: { flexGrow: 1, minWidth: 0 },
  year: { width: '88px', '& input': { minWidth: 0 } },
});

export function BirthdayField({
  label,
  value,
  onChange,
  fault,
  hint,
}: FieldBinding<TypedBirthday> & { hint?: string }) {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const digits = (text: string) => text.replace(/\D/g, '');
  return (
    <GroupField label={label} fault={fault} hint={hint} className={styles.root}>
      <Input
        className={styles.day}
        aria-label={t('field.day')}
        placeholder={t('field.day')}
        inputMode="numeric"
        maxLength={2}
        value={value.day}
        onChange={(_, data) => onChange({ ...value, day: digits(data.value) })}
      />
      <Select
        className={styles.month}
        aria-label={t('field.month')}
        value={value.month}
        onChange={(_, data) => onChange({ ...value, month: data.value })}
      >
        <option value="">—</option>
        {monthNames(i18n.language).map((name, index) => (
          <option key={name} value={index + 1}>
            {name}
          </option>
        ))}
      </Select>
      <Input
        className={styles.year}
        aria-label={t('field.year')}
        placeholder={t('field.year')}
        inputMode="numeric"
        maxLength={4}
        value={value.year}
        onChange={(_, data) => onChange({ ...value, year: digits(data.value) })}
      />
    </GroupField>
  );
}
