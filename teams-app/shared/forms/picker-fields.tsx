import { Field } from '@fluentui/react-components';
import type { CityRow } from '../../../service/modules/working-time/working-time.contract';
import { CityPicker } from './CityPicker';
import { PersonPicker } from './PersonPicker';
import type { FieldBinding } from './use-form';

export function PersonField({
  label,
  fault,
  required,
  hint,
  value,
  onChange,
  noneText,
}: FieldBinding<string | null> & { required?: boolean; hint?: string; noneText?: string }) {
  return (
    <Field label={label} required={required} hint={hint} validationMessage={fault}>
      <PersonPicker value={value} onChange={onChange} noneText={noneText} />
    </Field>
  );
}

export function CityField({
  label,
  fault,
  hint,
  value,
  onChange,
  onKnown,
}: FieldBinding<string> & { hint?: string; onKnown?: (city: CityRow) => void }) {
  return (
    <Field label={label} hint={hint} validationMessage={fault}>
      <CityPicker
        value={value}
        onChange={(city, known) => {
          onChange(city);
          if (known) onKnown?.(known);
        }}
      />
    </Field>
  );
}
