import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { callCounts, callList } from '../../../service/modules/activities/activities.contract';
import {
  companyCities,
  contactRoles,
  countCompanies,
  createCompany,
  listCompanies,
} from '../../../service/modules/companies/companies.contract';
import { ChecksField, TextField } from '../../shared/forms/fields';
import { FormDrawer } from '../../shared/forms/FormDrawer';
import { ListField } from '../../shared/forms/ListField';
import { CityField, PersonField } from '../../shared/forms/picker-fields';
import { useForm } from '../../shared/forms/use-form';
import { useSend } from '../../shared/queries';
import { useCan, useMe } from '../../shared/session';
import { Lookalikes } from './Lookalikes';
import { emptyCompany, filledFrom, hasContact, toInput, withFormFields, type NewCompany } from './new-company';
import { RegistryLookup } from './RegistryLookup';
import { useInnFault } from './use-inn-fault';
import { useLookalikes } from './use-lookalikes';

const useStyles = makeStyles({
  heading: { margin: '8px 0 0' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
});

/** A new company with its requisites and the first person to talk to; the same one is not made twice. */
export function NewCompanyDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const navigate = useNavigate();
  const me = useMe();
  const can = useCan();
  const send = useSend();
  const [address] = useSearchParams();
  const form = useForm<NewCompany, { version: number }>({
    record: null,
    read: () => emptyCompany(address.get('name') ?? '', me.id),
    labels: {
      name: t('create.name'),
      inn: t('create.inn'),
      kpp: t('create.kpp'),
      ogrn: t('create.ogrn'),
      city: t('create.city'),
      place: t('create.city'),
      address: t('create.address'),
      phones: t('create.phones'),
      emails: t('create.emails'),
      ownerId: t('create.owner'),
      contactName: t('create.contactName'),
      contactPosition: t('create.contactPosition'),
      contactRoles: t('create.contactRoles'),
      contactPhone: t('create.contactPhone'),
      contactEmail: t('create.contactEmail'),
    },
    check: (values) => ({
      name: values.name.trim() ? undefined : t('shared:field.required'),
      inn: innFault.whenSent ?? (isTaken ? t('lookalike.blocking') : undefined),
      contactName: hasContact(values) && !values.contactName.trim() ? t('create.contactNeedsName') : undefined,
    }),
    submit: async (values) => {
      try {
        await send(createCompany, toInput(values), {
          refusals: 'caller',
          said: t('create.saved', { name: values.name.trim() }),
          touches: [listCompanies, countCompanies, companyCities, callList, callCounts],
          onWritten: ({ id }) => void navigate(`/companies/${id}`),
          onUndone: () => void navigate('/companies'),
        });
      } catch (error) {
        throw withFormFields(error);
      }
    },
    onDone: () => {},
  });
  const innFault = useInnFault(form.values.inn);
  const lookalikes = useLookalikes(form.values);
  const isTaken = lookalikes.some(({ blocking }) => blocking);
  const inn = form.field('inn');

  return (
    <FormDrawer title={t('create.title')} form={form} saveText={t('create.save')} onClose={onClose}>
      <TextField {...form.field('name')} required autoFocus maxLength={250} hint={t('create.nameHint')} />
      <TextField
        {...inn}
        fault={inn.fault ?? innFault.whileTyping}
        inputMode="numeric"
        maxLength={12}
        hint={t('create.innHint')}
      />
      <RegistryLookup inn={form.values.inn.trim()} onFill={(entry) => form.set(filledFrom(entry, form.values))} />
      <Lookalikes rows={lookalikes} />
      <div className={styles.pair}>
        <TextField {...form.field('kpp')} maxLength={9} />
        <TextField {...form.field('ogrn')} inputMode="numeric" maxLength={15} />
      </div>
      <CityField
        {...form.field('city')}
        hint={t('create.cityHint')}
        onChange={(city) => form.set({ city, place: null })}
        onKnown={({ name, region, country, timeZone }) =>
          form.set({ city: name, place: { region, country, timeZone } })
        }
      />
      <TextField {...form.field('address')} maxLength={500} />
      <ListField {...form.field('phones')} kind="phone" />
      <ListField {...form.field('emails')} kind="email" />
      {can('companies.assign') && <PersonField {...form.field('ownerId')} noneText={t('shared:owner.none')} />}
      <Text as="h3" size={400} weight="semibold" className={styles.heading}>
        {t('create.contact')}
      </Text>
      <div className={styles.pair}>
        <TextField {...form.field('contactName')} maxLength={200} />
        <TextField {...form.field('contactPosition')} maxLength={200} />
      </div>
      <ChecksField
        {...form.field('contactRoles')}
        choices={contactRoles.map((value) => ({ value, text: t(`shared:contactRole.${value}`) }))}
      />
      <div className={styles.pair}>
        <TextField {...form.field('contactPhone')} type="tel" inputMode="tel" maxLength={80} />
        <TextField {...form.field('contactEmail')} type="email" inputMode="email" maxLength={200} />
      </div>
    </FormDrawer>
  );
}
