import { useTranslation } from 'react-i18next';
import { createContact, getCompany } from '../../../service/modules/companies/companies.contract';
import { lookUpMail, type Correspondent, type SignatureView } from '../../../service/modules/mail/mail.contract';
import { TextField } from '../../../teams-app/shared/forms/fields';
import { ListField } from '../../../teams-app/shared/forms/ListField';
import { useForm } from '../../../teams-app/shared/forms/use-form';
import { PageSkeleton } from '../../../teams-app/shared/frame/PageSkeleton';
import { keyOf, useSend } from '../../../teams-app/shared/queries';
import { useBeside, useCurrentItem } from '../../open-item';
import { InlineForm } from './InlineForm';
import { personFields, toContact, type PersonFields } from './person-fields';
import { useSignature } from './use-signature';

interface AddContactProps {
  person: Correspondent;
  companyId: string;
  onDone: () => void;
}

/** The one who writes becomes a contact of a company that is known. */
export function AddContact(props: AddContactProps) {
  const signature = useSignature(props.person);
  return signature ? <ContactFields {...props} signature={signature} /> : <PageSkeleton rows={3} />;
}

function ContactFields({ person, companyId, signature, onDone }: AddContactProps & { signature: SignatureView }) {
  const { t } = useTranslation(['pane', 'shared']);
  const { open } = useBeside();
  const current = useCurrentItem();
  const send = useSend();
  const form = useForm<PersonFields, { version: number }>({
    record: null,
    read: () => personFields(person, signature),
    labels: { name: t('add.name'), position: t('add.position'), phones: t('add.phones'), email: t('add.email') },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('shared:field.required') }),
    submit: async (values) => {
      current.require(open);
      await send(
        createContact,
        { companyId, ...toContact(values) },
        {
          refusals: 'caller',
          said: t('add.contactSaved', { name: values.name.trim() }),
          touches: [keyOf(getCompany, { id: companyId }), lookUpMail],
        },
      );
    },
    onDone,
  });
  const read = (value: unknown) => (value ? t('add.fromSignature') : undefined);
  return (
    <InlineForm label={t('add.contactTitle')} saveText={t('shared:add')} form={form} onCancel={onDone}>
      <TextField {...form.field('name')} required maxLength={200} hint={read(signature.name)} />
      <TextField {...form.field('position')} maxLength={200} hint={read(signature.position)} />
      <ListField {...form.field('phones')} kind="phone" />
      <TextField {...form.field('email')} maxLength={200} type="email" inputMode="email" />
    </InlineForm>
  );
}
