import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createUser,
  listColleagues,
  listDepartments,
  listUsers,
  locales,
  updateUser,
  type RoleView,
  type UserView,
} from '../../../../service/modules/users/users.contract';
import { SelectField, TextField } from '../../../shared/forms/fields';
import { FormDrawer } from '../../../shared/forms/FormDrawer';
import { TimeZoneField } from '../../../shared/forms/TimeZoneField';
import { useForm } from '../../../shared/forms/use-form';
import { useRead, useSend } from '../../../shared/queries';
import { makePassword } from './make-password';
import { SecretField } from './SecretField';

interface UserFormProps {
  /** Null makes a new one. */
  user: UserView | null;
  roles: readonly RoleView[];
  onClose: () => void;
}

// Made once, so that the form of a new user is not another one at every look.
const newUser = (password: string) => (user: UserView | null) => ({
  name: user?.name ?? '',
  login: user?.login ?? '',
  roleId: user?.roleId ?? '',
  departmentId: user?.departmentId ?? '',
  email: user?.email ?? '',
  phone: user?.phone ?? '',
  timeZone: user?.timeZone ?? 'Europe/Moscow',
  locale: user?.locale ?? ('ru' as UserView['locale']),
  password: user ? '' : password,
});

export function UserForm({ user, roles, onClose }: UserFormProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const send = useSend();
  const { data: departments } = useRead(listDepartments, {});
  const [read] = useState(() => newUser(makePassword()));
  const form = useForm({
    record: user,
    read,
    labels: {
      name: t('users.form.name'),
      login: t('users.form.login'),
      roleId: t('users.form.role'),
      departmentId: t('users.form.department'),
      email: t('users.form.email'),
      phone: t('users.form.phone'),
      timeZone: t('users.form.timeZone'),
      locale: t('users.form.language'),
      password: t('users.form.password'),
    },
    check: (values) => ({
      name: values.name.trim() ? undefined : t('shared:field.required'),
      login: values.login.trim() ? undefined : t('shared:field.required'),
      roleId: values.roleId ? undefined : t('users.form.roleNeeded'),
      password: !user && values.password.length < 8 ? t('users.secret.tooShort') : undefined,
    }),
    submit: ({ departmentId, ...values }, changed, version) => {
      const touches = [listUsers, listColleagues, listDepartments];
      if (!user) {
        return send(
          createUser,
          { ...values, departmentId: departmentId || null },
          { refusals: 'caller', said: t('users.added', { name: values.name }), touches },
        );
      }
      const { password: _, departmentId: moved, ...others } = changed;
      const department = moved === undefined ? {} : { departmentId: moved || null };
      return send(
        updateUser,
        { id: user.id, version, ...others, ...department },
        { refusals: 'caller', said: t('users.saved', { name: values.name }), touches },
      );
    },
    onDone: onClose,
  });
  const secret = form.field('password');

  return (
    <FormDrawer title={user ? t('users.form.edit') : t('users.form.new')} form={form} onClose={onClose}>
      <TextField {...form.field('name')} required autoFocus maxLength={120} />
      <TextField {...form.field('login')} required hint={t('users.form.loginHint')} maxLength={100} />
      {!user && <SecretField {...secret} />}
      <SelectField
        {...form.field('roleId')}
        required
        choices={[
          ...(form.values.roleId ? [] : [{ value: '', text: t('users.form.pickRole') }]),
          ...roles.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <SelectField
        {...form.field('departmentId')}
        choices={[
          { value: '', text: t('users.noDepartment') },
          ...(departments?.rows ?? []).map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <TextField {...form.field('email')} type="email" inputMode="email" maxLength={200} />
      <TextField {...form.field('phone')} type="tel" inputMode="tel" maxLength={40} />
      <TimeZoneField {...form.field('timeZone')} />
      <SelectField
        {...form.field('locale')}
        choices={locales.map((value) => ({ value, text: t(`users.form.languages.${value}`) }))}
      />
    </FormDrawer>
  );
}
