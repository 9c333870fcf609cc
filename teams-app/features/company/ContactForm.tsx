import { useTranslation } from 'react-i18next';
import {
  companyChanges,
  contactRoles,
  createContact,
  deleteContact,
  getCompany,
  listBirthdays,
  updateContact,
  type ContactView,
} from '../../../service/modules/companies/companies.contract';
import { BirthdayField, type TypedBirthday } from '../../shared/forms/BirthdayField';
import { DeleteButton } from '../../shared/forms/DeleteButton';
import { CheckField, ChecksField, TextField } from '../../shared/forms/fields';
import { FormDrawer } from '../../shared/forms/FormDrawer';
import { filledLines, ListField } from '../../shared/forms/ListField';
import { useForm } from '../../shared/forms/use-form';
import { keyOf, useWrite } from '../../shared/queries';
import { isDate } from '../../shared/time/birthday';

interface ContactFormProps {
  companyId: string;
  /** Null adds a new one. */
  contact: ContactView | null;
  onClose: () => void;
}

const read = (contact: ContactView | null) => ({
  name: contact?.name ?? '',
  position: contact?.position ?? '',
  roles: contact?.roles ?? [],
  phones: contact?.phones.map((phone) => phone.text) ?? [],
  emails: contact?.emails ?? [],
  birthday: {
    day: String(contact?.birthday?.day ?? ''),
    month: String(contact?.birthday?.month ?? ''),
    year: String(contact?.birthday?.year ?? ''),
  } as TypedBirthday,
  note: contact?.note ?? '',
  main: contact?.main ?? false,
});
type Values = ReturnType<typeof read>;

export function ContactForm({ companyId, contact, onClose }: ContactFormProps) {
  const { t } = useTranslation(['company', 'shared']);
  const touches = [keyOf(getCompany, { id: companyId }), companyChanges, listBirthdays];
  const create = useWrite(createContact, { said: t('contacts.added'), touches, refusals: 'caller' });
  const update = useWrite(updateContact, { said: t('contacts.saved'), touches, refusals: 'caller' });
  const remove = useWrite(deleteContact, {
    said: t('contacts.deleted', { name: contact?.name ?? '' }),
    touches,
    onWritten: onClose,
  });

  const form = useForm({
    record: contact,
    read,
    labels: {
      name: t('contacts.name'),
      position: t('contacts.position'),
      roles: t('contacts.roles'),
      phones: t('contacts.phones'),
      emails: t('contacts.emails'),
      birthday: t('contacts.birthday'),
      note: t('contacts.note'),
      main: t('contacts.main'),
    },
    check: ({ name, birthday }) => ({
      ...(!name.trim() && { name: t('shared:field.required') }),
      ...(birthdayOf(birthday) === 'bad' && { birthday: t('contacts.badBirthday') }),
    }),
    submit: (values, changed, version) =>
      contact
        ? update.mutateAsync({ id: contact.id, version, ...toInput(changed) })
        : create.mutateAsync({ companyId, ...toInput(values), name: values.name }),
    onDone: onClose,
  });

  return (
    <FormDrawer
      title={contact ? t('contacts.edit') : t('contacts.new')}
      form={form}
      onClose={onClose}
      extra={contact && <DeleteButton onClick={() => remove.mutate({ id: contact.id, version: contact.version })} />}
    >
      <TextField {...form.field('name')} required autoFocus maxLength={200} />
      <TextField {...form.field('position')} maxLength={200} />
      <ChecksField
        {...form.field('roles')}
        choices={contactRoles.map((role) => ({ value: role, text: t(`shared:contactRole.${role}`) }))}
      />
      <ListField {...form.field('phones')} kind="phone" />
      <ListField {...form.field('emails')} kind="email" />
      <BirthdayField {...form.field('birthday')} hint={t('contacts.birthdayHint')} />
      <TextField {...form.field('note')} rows={3} />
      <CheckField {...form.field('main')} />
    </FormDrawer>
  );
}

function toInput({ phones, emails, birthday, ...rest }: Partial<Values>) {
  const day = birthday && birthdayOf(birthday);
  return {
    ...rest,
    ...(phones && { phones: filledLines(phones) }),
    ...(emails && { emails: filledLines(emails) }),
    ...(day !== undefined && day !== 'bad' && { birthday: day }),
  };
}

/** Nothing typed is no birthday; a date without its month is a mistake. */
function birthdayOf({ day, month, year }: TypedBirthday) {
  if (!day && !month && !year) return null;
  const birthday = { day: Number(day), month: Number(month), year: year ? Number(year) : null };
  return isDate(birthday) && (birthday.year === null || birthday.year >= 1900) ? birthday : 'bad';
}
