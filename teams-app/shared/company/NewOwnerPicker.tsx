import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../forms/PersonPicker';
import { useMe } from '../session';

interface NewOwnerPickerProps {
  /** Undefined until something is chosen; null is the common base. */
  value: string | null | undefined;
  onChange: (ownerId: string | null) => void;
  exceptId?: string;
  id?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
}

const nobody = '-';

/** Whom companies go to: a colleague within the reader's reach, or nobody; nothing is chosen beforehand. */
export function NewOwnerPicker({ value, onChange, ...props }: NewOwnerPickerProps) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <PersonPicker
      {...props}
      value={value === null ? nobody : (value ?? null)}
      also={[{ value: nobody, text: t('assign.nobody') }]}
      departmentId={me.can['companies.assign'] === 'department' ? me.department?.id : null}
      onChange={(id) => onChange(id === nobody ? null : id)}
    />
  );
}
