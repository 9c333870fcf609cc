import { Combobox, Option, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCities, type CityRow } from '../../../service/modules/working-time/working-time.contract';
import { useRead } from '../queries';
import { useDebounced } from '../use-debounced';

interface CityPickerProps {
  value: string;
  /** `known` comes with the zone, region and country; a city typed by hand comes alone. */
  onChange: (city: string, known: CityRow | null) => void;
  id?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
}

/** A city by the start of its name; one we do not know may be typed too. */
export function CityPicker({ value, onChange, ...props }: CityPickerProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const search = useDebounced(value.trim());
  const { data } = useRead(
    findCities,
    { search },
    { enabled: open, staleTime: Infinity, placeholderData: (previous) => previous },
  );
  const rows = data?.rows ?? [];
  return (
    <Combobox
      {...props}
      freeform
      value={value}
      selectedOptions={[value]}
      placeholder={t('field.pickCity')}
      onOpenChange={(_, data) => setOpen(data.open)}
      onChange={(event) => onChange(event.target.value, null)}
      onOptionSelect={(_, { optionValue }) => {
        const known = rows.find((row) => keyOf(row) === optionValue);
        if (known) onChange(known.name, known);
      }}
    >
      {rows.map((row) => (
        <Option key={keyOf(row)} value={keyOf(row)} text={row.name}>
          <span>
            {row.name}{' '}
            <Text size={200} style={{ opacity: 0.75 }}>
              {row.region}
            </Text>
          </span>
        </Option>
      ))}
    </Combobox>
  );
}

/** There is more than one Kirov. */
const keyOf = (row: CityRow) => `${row.name}|${row.region}`;
