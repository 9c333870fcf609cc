import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../shared/forms/PersonPicker';
import { useMe } from '../../shared/session';

interface ImportOwnerProps {
  value: string | null;
  disabled: boolean;
  fault: string | undefined;
  onChange: (ownerId: string | null) => void;
}

/** Whose the new companies become: anybody's, for those who may hand over; else mine or nobody's. */
export function ImportOwner({ value, disabled, fault, onChange }: ImportOwnerProps) {
  const { t } = useTranslation('imports');
  const me = useMe();
  const scope = me.can['companies.assign'];
  return (
    <Field label={t('owner.label')} hint={t('owner.hint')} validationMessage={fault}>
      {scope && !disabled ? (
        <PersonPicker
          value={value}
          noneText={t('owner.nobody')}
          departmentId={scope === 'department' ? me.department?.id : null}
          onChange={onChange}
        />
      ) : (
        <Select value={value ?? ''} disabled={disabled} onChange={(_, data) => onChange(data.value || null)}>
          <option value="">{t('owner.nobody')}</option>
          <option value={me.id}>{t('owner.me')}</option>
        </Select>
      )}
    </Field>
  );
}
