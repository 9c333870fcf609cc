import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompanySuggestions } from '../search/use-company-suggestions';

export interface PickedCompany {
  id: string;
  name: string;
}

interface CompanyFieldProps {
  label: string;
  value: PickedCompany | null;
  onChange: (company: PickedCompany | null) => void;
  fault?: string;
  hint?: string;
  required?: boolean;
  autoFocus?: boolean;
}

/** A company found by anything that finds it elsewhere. */
export function CompanyField({ label, value, onChange, fault, hint, required, autoFocus }: CompanyFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value?.name ?? '');
  const { rows, asked } = useCompanySuggestions(value && text === value.name ? '' : text);
  return (
    <Field label={label} validationMessage={fault} hint={hint} required={required}>
      <Combobox
        freeform
        autoFocus={autoFocus}
        autoComplete="off"
        value={text}
        selectedOptions={value ? [value.id] : []}
        placeholder={t('find.placeholder')}
        onChange={(event) => {
          setText(event.currentTarget.value);
          if (value) onChange(null);
        }}
        onOptionSelect={(_, { optionValue, optionText }) => {
          const picked = rows.find(({ id }) => id === optionValue);
          if (!picked) return;
          setText(optionText ?? picked.name);
          onChange({ id: picked.id, name: picked.name });
        }}
      >
        {rows.map((row) => (
          <Option key={row.id} value={row.id} text={row.name}>
            {[row.name, row.city, row.inn].filter(Boolean).join(' · ')}
          </Option>
        ))}
        {asked && rows.length === 0 && (
          <Option key="none" value="" text={text} disabled>
            {t('field.noMatch')}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
