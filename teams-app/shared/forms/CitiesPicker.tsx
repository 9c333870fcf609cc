import { Combobox, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companyCities } from '../../../service/modules/companies/companies.contract';
import { useRead } from '../queries';

/** Enough to find a city by eye; the rest is found by typing. */
const shownAtOnce = 100;

interface CitiesPickerProps {
  value: string[];
  onChange: (cities: string[]) => void;
  className?: string;
  'aria-label': string;
  placeholder: string;
}

/** Cities that companies stand in, several at once, for a filter. */
export function CitiesPicker({ value, onChange, placeholder, ...props }: CitiesPickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const { data } = useRead(companyCities, {}, { staleTime: 5 * 60_000 });
  const wanted = typed?.trim().toLowerCase() ?? '';
  const cities = (data?.rows ?? []).filter((city) => city.toLowerCase().includes(wanted)).slice(0, shownAtOnce);
  return (
    <Combobox
      {...props}
      multiselect
      style={{ minWidth: 0 }}
      input={{ style: { minWidth: 0, width: '100%' } }}
      value={typed ?? value.join(', ')}
      placeholder={placeholder}
      selectedOptions={value}
      onChange={(event) => setTyped(event.target.value)}
      onOpenChange={(_, { open }) => open || setTyped(null)}
      onOptionSelect={(_, { selectedOptions }) => {
        setTyped(null);
        onChange(selectedOptions);
      }}
    >
      {cities.map((city) => (
        <Option key={city} value={city}>
          {city}
        </Option>
      ))}
      {cities.length === 0 && (
        <Option disabled value="-" text={t('field.noMatch')}>
          {t('field.noMatch')}
        </Option>
      )}
    </Combobox>
  );
}
