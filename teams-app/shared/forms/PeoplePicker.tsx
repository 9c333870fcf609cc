import { Combobox, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listColleagues } from '../../../service/modules/users/users.contract';
import { useRead } from '../queries';
import { useMe } from '../session';

interface PeoplePickerProps {
  value: string[];
  onChange: (ids: string[]) => void;
  placeholder: string;
  className?: string;
  id?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
}

/** The owner of what belongs to nobody, in a filter. */
export const nobody = 'none';

/** Several colleagues, or «nobody», for a filter; one's own name stands first, those who left are found too. */
export function PeoplePicker({ value, onChange, placeholder, ...props }: PeoplePickerProps) {
  const { t } = useTranslation();
  const me = useMe();
  const nameOf = useOwnerNames();
  const { data } = useRead(listColleagues, {}, { staleTime: 5 * 60_000 });
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed?.trim().toLowerCase() ?? '';
  const others = (data?.rows ?? []).filter((person) => person.id !== me.id);
  const ids = [
    me.id,
    nobody,
    ...others.filter(({ active }) => active).map(({ id }) => id),
    ...others.filter(({ active }) => !active).map(({ id }) => id),
  ];
  const matching = ids.filter((id) => nameOf(id).toLowerCase().includes(wanted));
  return (
    <Combobox
      {...props}
      multiselect
      style={{ minWidth: 0 }}
      input={{ style: { minWidth: 0, width: '100%' } }}
      value={typed ?? value.map(nameOf).join(', ')}
      placeholder={placeholder}
      selectedOptions={value}
      onChange={(event) => setTyped(event.target.value)}
      onOpenChange={(_, { open }) => open || setTyped(null)}
      onOptionSelect={(_, { selectedOptions }) => {
        setTyped(null);
        onChange(selectedOptions);
      }}
    >
      {matching.map((id) => (
        <Option key={id} value={id}>
          {nameOf(id)}
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

/** An owner of a filter in words. */
export function useOwnerNames(): (id: string) => string {
  const { t } = useTranslation();
  const me = useMe();
  const { data } = useRead(listColleagues, {}, { staleTime: 5 * 60_000 });
  return (id) => {
    if (id === nobody) return t('owner.none');
    const person = data?.rows.find((one) => one.id === id);
    if (!person) return id === me.id ? me.name : '…';
    return person.active ? person.name : `${person.name} (${t('owner.former')})`;
  };
}
