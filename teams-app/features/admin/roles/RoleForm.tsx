import { useTranslation } from 'react-i18next';
import { createRole, listRoles, updateRole, type RoleView } from '../../../../service/modules/users/users.contract';
import { SelectField, TextField } from '../../../shared/forms/fields';
import { FormDrawer } from '../../../shared/forms/FormDrawer';
import { useForm } from '../../../shared/forms/use-form';
import { useSend } from '../../../shared/queries';

interface RoleFormProps {
  /** Null makes a new one. */
  role: RoleView | null;
  roles: readonly RoleView[];
  onClose: () => void;
}

const read = (role: RoleView | null) => ({ name: role?.name ?? '', like: '' });

/** A role's name; a new one begins with the rights of another. */
export function RoleForm({ role, roles, onClose }: RoleFormProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const send = useSend();
  const form = useForm({
    record: role,
    read,
    labels: { name: t('roles.form.name'), like: t('roles.form.like') },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('shared:field.required') }),
    submit: ({ name, like }, _, version) => {
      const options = { refusals: 'caller', touches: [listRoles] } as const;
      if (role)
        return send(updateRole, { id: role.id, version, name }, { ...options, said: t('roles.renamed', { name }) });
      const grants = roles.find(({ id }) => id === like)?.grants ?? {};
      return send(createRole, { name, grants }, { ...options, said: t('roles.added', { name }) });
    },
    onDone: onClose,
  });
  return (
    <FormDrawer title={role ? t('roles.form.edit') : t('roles.form.new')} form={form} onClose={onClose}>
      <TextField {...form.field('name')} required autoFocus maxLength={120} />
      {!role && (
        <SelectField
          {...form.field('like')}
          choices={[
            { value: '', text: t('roles.form.nothing') },
            ...roles.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
    </FormDrawer>
  );
}
