import { Combobox, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { suggestCatalog, type CatalogLevel } from '../../../service/modules/catalog/catalog.contract';
import { useRead } from '../queries';
import { useDebounced } from '../use-debounced';

interface CatalogInputProps {
  level: CatalogLevel;
  /** What is chosen on the levels before. */
  chosen: { type?: string; name?: string; subName?: string };
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** A whole item was picked: what it last cost and how it is counted. */
  onItem?: (item: { price: number | null; unit: string }) => void;
  autoFocus?: boolean;
  maxLength: number;
}

/** A level of the catalogue: what was entered before is offered, anything else may be typed. */
export function CatalogInput({
  level,
  chosen,
  label,
  value,
  onChange,
  onItem,
  autoFocus,
  maxLength,
}: CatalogInputProps) {
  const [open, setOpen] = useState(false);
  const search = useDebounced(value.trim());
  const { data } = useRead(
    suggestCatalog,
    { level, ...chosen, search: search || undefined },
    { enabled: open, placeholderData: (before) => before },
  );
  const rows = data?.rows ?? [];
  return (
    <Combobox
      freeform
      aria-label={label}
      placeholder={label}
      autoFocus={autoFocus}
      autoComplete="off"
      value={value}
      selectedOptions={[]}
      open={open && rows.length > 0}
      onOpenChange={(_, data) => setOpen(data.open)}
      input={{ maxLength, style: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } }}
      style={{ minWidth: 0, width: '100%' }}
      onChange={(event) => onChange(event.currentTarget.value)}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue === undefined) return;
        onChange(optionValue);
        const picked = rows.find(({ text }) => text === optionValue);
        if (picked && level === 'capacity') onItem?.(picked);
      }}
    >
      {rows.map(({ text }) => (
        <Option key={text} value={text}>
          {text}
        </Option>
      ))}
    </Combobox>
  );
}
