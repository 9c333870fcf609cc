import { Field, Select } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneChoices } from '../time/zones';
import type { FieldBinding } from './use-form';

export function TimeZoneField({ label, value, onChange, fault, hint }: FieldBinding<string> & { hint?: string }) {
  const { i18n } = useTranslation();
  const choices = useMemo(() => zoneChoices(value, i18n.language), [value, i18n.language]);
  return (
    <Field label={label} hint={hint} validationMessage={fault}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {choices.map(({ zone, text }) => (
          <option key={zone} value={zone}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
