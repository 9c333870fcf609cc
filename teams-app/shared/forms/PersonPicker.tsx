import { Combobox, Option, type ComboboxProps } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listColleagues } from '../../../service/modules/users/users.contract';
import { useRead } from '../queries';

export interface PersonPickerProps {
  value: string | null;
  onChange: (id: string | null) => void;
  /** Words for «nobody» (or «everybody», in a filter) as the first choice; left out, somebody must be chosen. */
  noneText?: string;
  /** Choices that are not a person: «all managers» in a filter. */
  also?: readonly { value: string; text: string }[];
  /** Those who left are offered too: their companies are still somewhere. */
  includeFormer?: boolean;
  /** Only people of this department. */
  departmentId?: string | null;
  /** Not to be offered: whose things are given away. */
  exceptId?: string;
  id?: string;
  size?: ComboboxProps['size'];
  className?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
}

const nobody = '';

/** One of the colleagues, by a few letters of the name. */
export function PersonPicker({
  value,
  onChange,
  noneText,
  also = [],
  includeFormer,
  departmentId,
  exceptId,
  ...props
}: PersonPickerProps) {
  const { t } = useTranslation();
  const { data } = useRead(listColleagues, {}, { staleTime: 5 * 60_000 });
  const [typed, setTyped] = useState<string | null>(null);
  const people = useMemo(
    () =>
      (data?.rows ?? []).filter(
        (person) =>
          person.id === value ||
          (person.id !== exceptId &&
            (includeFormer || person.active) &&
            (!departmentId || person.departmentId === departmentId)),
      ),
    [data, includeFormer, departmentId, exceptId, value],
  );
  const chosen =
    value === null
      ? noneText
      : (also.find((one) => one.value === value)?.text ?? people.find((person) => person.id === value)?.name);
  const wanted = typed?.trim().toLowerCase() ?? '';
  const matching = people.filter(
    (person) => person.name.toLowerCase().includes(wanted) && !also.some((one) => one.value === person.id),
  );

  return (
    <Combobox
      {...props}
      // Fluent gives a combobox 250 px at least; here its place decides.
      style={{ minWidth: 0 }}
      input={{ style: { minWidth: 0, width: '100%' } }}
      value={typed ?? chosen ?? ''}
      selectedOptions={[value ?? nobody]}
      placeholder={t('field.pickPerson')}
      onChange={(event) => setTyped(event.target.value)}
      onOpenChange={(_, { open }) => open || setTyped(null)}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(null);
        if (optionValue !== undefined) onChange(optionValue === nobody ? null : optionValue);
      }}
    >
      {noneText && !wanted && (
        <Option value={nobody} text={noneText}>
          {noneText}
        </Option>
      )}
      {!wanted &&
        also.map((one) => (
          <Option key={one.value} value={one.value} text={one.text}>
            {one.text}
          </Option>
        ))}
      {matching.map((person) => (
        <Option key={person.id} value={person.id} text={person.name}>
          {person.active ? person.name : `${person.name} (${t('owner.former')})`}
        </Option>
      ))}
      {matching.length === 0 && (
        <Option disabled value="-" text={t('field.noMatch')}>
          {t('field.noMatch')}
        </Option>
      )}
    </Combobox>
  );
}
