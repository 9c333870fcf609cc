import { Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { createCompany, listCompanies } from '../../../service/modules/companies/companies.contract';
import { lookUpMail, type Correspondent, type SignatureView } from '../../../service/modules/mail/mail.contract';
import { TextField } from '../../../teams-app/shared/forms/fields';
import { ListField } from '../../../teams-app/shared/forms/ListField';
import { useForm } from '../../../teams-app/shared/forms/use-form';
import { useSend } from '../../../teams-app/shared/queries';
import { useBeside, useCurrentItem } from '../../open-item';
import { InlineForm } from './InlineForm';
import { personFields, toContact, type PersonFields } from './person-fields';

interface NewCompanyFormProps {
  person: Correspondent;
  signature: SignatureView;
  onDone: (companyId: string) => void;
  onCancel: () => void;
}

interface Fields extends PersonFields {
  company: string;
  inn: string;
  city: string;
  site: string;
}

/** A company and the one who writes from it, in one go; what the signature said is marked. */
export function NewCompanyForm({ person, signature, onDone, onCancel }: NewCompanyFormProps) {
  const { t } = useTranslation(['pane', 'shared']);
  const { open } = useBeside();
  const current = useCurrentItem();
  const send = useSend();
  const required = t('shared:field.required');
  const form = useForm<Fields, { version: number }>({
    record: null,
    read: () => ({
      company: signature.company ?? '',
      inn: signature.inn ?? '',
      city: signature.city ?? '',
      site: signature.site ?? '',
      ...personFields(person, signature),
    }),
    labels: {
      company: t('add.company'),
      inn: t('add.inn'),
      city: t('add.city'),
      site: t('add.site'),
      name: t('add.name'),
      position: t('add.position'),
      phones: t('add.phones'),
      email: t('add.email'),
    },
    check: ({ company, name }) => ({
      company: company.trim() ? undefined : required,
      name: name.trim() ? undefined : required,
    }),
    submit: async ({ company, inn, city, site, ...contact }) => {
      current.require(open);
      const { id } = await send(
        createCompany,
        { name: company.trim(), inn, city, site, contacts: [{ ...toContact(contact), main: true }] },
        {
          refusals: 'caller',
          said: t('add.companySaved', { company: company.trim() }),
          touches: [listCompanies, lookUpMail],
        },
      );
      onDone(id);
    },
    onDone: () => undefined,
  });
  const read = (value: unknown) => (value ? t('add.fromSignature') : undefined);
  return (
    <InlineForm label={t('add.companyTitle')} saveText={t('shared:add')} form={form} onCancel={onCancel}>
      <TextField {...form.field('company')} required maxLength={250} hint={read(signature.company)} />
      <TextField {...form.field('inn')} inputMode="numeric" maxLength={12} hint={read(signature.inn)} />
      <TextField {...form.field('city')} maxLength={100} hint={read(signature.city)} />
      <TextField {...form.field('site')} maxLength={250} inputMode="url" hint={read(signature.site)} />
      <Text as="h3" weight="semibold" style={{ margin: 0 }}>
        {t('add.person')}
      </Text>
      <TextField {...form.field('name')} required maxLength={200} hint={read(signature.name)} />
      <TextField {...form.field('position')} maxLength={200} hint={read(signature.position)} />
      <ListField {...form.field('phones')} kind="phone" />
      {signature.phones.length > 0 && <Text size={200}>{t('add.phonesFromSignature')}</Text>}
      <TextField {...form.field('email')} maxLength={200} type="email" inputMode="email" />
    </InlineForm>
  );
}
