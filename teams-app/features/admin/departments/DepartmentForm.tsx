import { useTranslation } from 'react-i18next';
import {
  createDepartment,
  listDepartments,
  updateDepartment,
  type DepartmentView,
} from '../../../../service/modules/users/users.contract';
import { TextField } from '../../../shared/forms/fields';
import { FormDrawer } from '../../../shared/forms/FormDrawer';
import { useForm } from '../../../shared/forms/use-form';
import { useSend } from '../../../shared/queries';

const read = (department: DepartmentView | null) => ({ name: department?.name ?? '' });

export function DepartmentForm({ department, onClose }: { department: DepartmentView | null; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'shared']);
  const send = useSend();
  const form = useForm({
    record: department,
    read,
    labels: { name: t('departments.name') },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('shared:field.required') }),
    submit: ({ name }, _, version) => {
      const options = { refusals: 'caller', touches: [listDepartments] } as const;
      return department
        ? send(
            updateDepartment,
            { id: department.id, version, name },
            { ...options, said: t('departments.saved', { name }) },
          )
        : send(createDepartment, { name }, { ...options, said: t('departments.added', { name }) });
    },
    onDone: onClose,
  });
  return (
    <FormDrawer title={department ? t('departments.edit') : t('departments.add')} form={form} onClose={onClose}>
      <TextField {...form.field('name')} required autoFocus maxLength={120} />
    </FormDrawer>
  );
}
