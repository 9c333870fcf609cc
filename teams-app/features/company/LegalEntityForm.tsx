import { useTranslation } from 'react-i18next';
import {
  companyChanges,
  createLegalEntity,
  deleteLegalEntity,
  getCompany,
  listCompanies,
  updateLegalEntity,
  type LegalEntityView,
} from '../../../service/modules/companies/companies.contract';
import { DeleteButton } from '../../shared/forms/DeleteButton';
import { CheckField, TextField } from '../../shared/forms/fields';
import { FormDrawer } from '../../shared/forms/FormDrawer';
import { useForm } from '../../shared/forms/use-form';
import { keyOf, useWrite } from '../../shared/queries';
import { AccountsField, emptyAccount, type TypedAccount } from './AccountsField';

interface LegalEntityFormProps {
  companyId: string;
  companyName: string;
  /** Null adds new ones. */
  entity: LegalEntityView | null;
  onClose: () => void;
}

const read = (entity: LegalEntityView | null) => ({
  name: entity?.name ?? '',
  inn: entity?.inn ?? '',
  kpp: entity?.kpp ?? '',
  ogrn: entity?.ogrn ?? '',
  director: entity?.director ?? '',
  legalAddress: entity?.legalAddress ?? '',
  actualAddress: entity?.actualAddress ?? '',
  accounts:
    entity?.accounts.map(({ bik, account, corrAccount, bankName }): TypedAccount => ({
      bik,
      account,
      corrAccount: corrAccount ?? '',
      bankName: bankName ?? '',
    })) ?? [],
  main: entity?.main ?? false,
});

export function LegalEntityForm({ companyId, companyName, entity, onClose }: LegalEntityFormProps) {
  const { t } = useTranslation(['company', 'shared']);
  const touches = [keyOf(getCompany, { id: companyId }), companyChanges, listCompanies];
  const create = useWrite(createLegalEntity, { said: t('requisites.added'), touches, refusals: 'caller' });
  const update = useWrite(updateLegalEntity, { said: t('requisites.saved'), touches, refusals: 'caller' });
  const remove = useWrite(deleteLegalEntity, {
    said: t('requisites.deleted', { name: entity?.name ?? '' }),
    touches,
    onWritten: onClose,
  });

  const form = useForm({
    record: entity,
    // The company's own name is what the requisites are called most often.
    read: (record: LegalEntityView | null) => (record ? read(record) : { ...read(null), name: companyName }),
    labels: {
      name: t('requisites.name'),
      inn: t('requisites.inn'),
      kpp: t('requisites.kpp'),
      ogrn: t('requisites.ogrn'),
      director: t('requisites.director'),
      legalAddress: t('requisites.legalAddress'),
      actualAddress: t('requisites.actualAddress'),
      accounts: t('requisites.accounts'),
      main: t('requisites.main'),
    },
    check: ({ name }) => (name.trim() ? {} : { name: t('shared:field.required') }),
    submit: (values, changed, version) => {
      const filled = (accounts: TypedAccount[]) =>
        accounts.filter((account) => JSON.stringify(account) !== JSON.stringify(emptyAccount));
      return entity
        ? update.mutateAsync({
            id: entity.id,
            version,
            ...changed,
            ...(changed.accounts && { accounts: filled(changed.accounts) }),
          })
        : create.mutateAsync({ companyId, ...values, accounts: filled(values.accounts) });
    },
    onDone: onClose,
  });

  return (
    <FormDrawer
      title={entity ? t('requisites.edit') : t('requisites.new')}
      form={form}
      onClose={onClose}
      extra={entity && <DeleteButton onClick={() => remove.mutate({ id: entity.id, version: entity.version })} />}
    >
      <TextField {...form.field('name')} required maxLength={500} />
      <TextField {...form.field('inn')} inputMode="numeric" maxLength={12} autoFocus={!entity} />
      <TextField {...form.field('kpp')} maxLength={9} />
      <TextField {...form.field('ogrn')} inputMode="numeric" maxLength={15} />
      <TextField {...form.field('director')} maxLength={200} />
      <TextField {...form.field('legalAddress')} rows={2} />
      <TextField {...form.field('actualAddress')} rows={2} />
      <AccountsField {...form.field('accounts')} />
      <CheckField {...form.field('main')} />
    </FormDrawer>
  );
}
