import { Checkbox, Field, Input, makeStyles, Select, Textarea, type InputProps } from '@fluentui/react-components';
import { DateInput } from './DateInput';
import { GroupField } from './GroupField';
import type { FieldBinding } from './use-form';

interface Extra {
  required?: boolean;
  hint?: string;
  disabled?: boolean;
}

type TextFieldProps = FieldBinding<string> &
  Extra & {
    rows?: number;
    type?: InputProps['type'];
    inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
    placeholder?: string;
    autoFocus?: boolean;
    maxLength?: number;
  };

export function TextField({ label, value, onChange, fault, required, hint, rows, ...input }: TextFieldProps) {
  return (
    <Field label={label} required={required} hint={hint} validationMessage={fault}>
      {rows ? (
        <Textarea
          name={input.name}
          value={value}
          rows={rows}
          resize="vertical"
          disabled={input.disabled}
          placeholder={input.placeholder}
          onChange={(_, data) => onChange(data.value)}
        />
      ) : (
        <Input {...input} value={value} autoComplete="off" onChange={(_, data) => onChange(data.value)} />
      )}
    </Field>
  );
}

interface Choice<T extends string> {
  value: T;
  text: string;
}

export function SelectField<T extends string>({
  label,
  value,
  onChange,
  fault,
  required,
  hint,
  choices,
  name,
  disabled,
}: FieldBinding<T> & Extra & { choices: readonly Choice<T>[] }) {
  return (
    <Field label={label} required={required} hint={hint} validationMessage={fault}>
      <Select name={name} value={value} disabled={disabled} onChange={(_, data) => onChange(data.value as T)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function CheckField({ label, value, onChange, fault, hint, disabled }: FieldBinding<boolean> & Extra) {
  return (
    <Field hint={hint} validationMessage={fault}>
      <Checkbox
        label={label}
        checked={value}
        disabled={disabled}
        onChange={(_, data) => onChange(data.checked === true)}
      />
    </Field>
  );
}

const useStyles = makeStyles({ checks: { display: 'flex', flexWrap: 'wrap' } });

/** Several of a few: roles of a contact. */
export function ChecksField<T extends string>({
  label,
  value,
  onChange,
  fault,
  hint,
  choices,
}: FieldBinding<T[]> & Extra & { choices: readonly Choice<T>[] }) {
  const styles = useStyles();
  return (
    <GroupField label={label} fault={fault} hint={hint} className={styles.checks}>
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={choice.text}
          checked={value.includes(choice.value)}
          onChange={(_, data) =>
            onChange(data.checked ? [...value, choice.value] : value.filter((one) => one !== choice.value))
          }
        />
      ))}
    </GroupField>
  );
}

/** A calendar date, `YYYY-MM-DD`, empty when not chosen. */
export function DateField({
  label,
  value,
  onChange,
  fault,
  required,
  hint,
  name,
  min,
  max,
}: FieldBinding<string> & Extra & { min?: string; max?: string }) {
  return (
    <Field label={label} required={required} hint={hint} validationMessage={fault}>
      <DateInput name={name} value={value} min={min} max={max} onChange={onChange} />
    </Field>
  );
}
