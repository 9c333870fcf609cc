import { useTranslation } from 'react-i18next';
import {
  companyChanges,
  createConsignee,
  deleteConsignee,
  getCompany,
  updateConsignee,
  type ConsigneeView,
} from '../../../service/modules/companies/companies.contract';
import { DeleteButton } from '../../shared/forms/DeleteButton';
import { TextField } from '../../shared/forms/fields';
import { FormDrawer } from '../../shared/forms/FormDrawer';
import { CityField } from '../../shared/forms/picker-fields';
import { useForm } from '../../shared/forms/use-form';
import { keyOf, useWrite } from '../../shared/queries';

interface ConsigneeFormProps {
  companyId: string;
  consignee: ConsigneeView | null;
  onClose: () => void;
}

export function ConsigneeForm({ companyId, consignee, onClose }: ConsigneeFormProps) {
  const { t } = useTranslation(['company', 'shared']);
  const touches = [keyOf(getCompany, { id: companyId }), companyChanges];
  const create = useWrite(createConsignee, { said: t('consignees.added'), touches, refusals: 'caller' });
  const update = useWrite(updateConsignee, { said: t('consignees.saved'), touches, refusals: 'caller' });
  const remove = useWrite(deleteConsignee, {
    said: t('consignees.deleted', { name: consignee?.name ?? '' }),
    touches,
    onWritten: onClose,
  });

  const form = useForm({
    record: consignee,
    read: (record: ConsigneeView | null) => ({
      name: record?.name ?? '',
      address: record?.address ?? '',
      city: record?.city ?? '',
      timeZone: record?.timeZone ?? '',
      kpp: record?.kpp ?? '',
      contactName: record?.contactName ?? '',
      phone: record?.phone?.text ?? '',
      note: record?.note ?? '',
    }),
    labels: {
      name: t('consignees.name'),
      address: t('consignees.address'),
      city: t('consignees.city'),
      timeZone: t('facts.timeZone'),
      kpp: t('consignees.kpp'),
      contactName: t('consignees.contactName'),
      phone: t('consignees.phone'),
      note: t('consignees.note'),
    },
    check: ({ name, address }) => ({
      ...(!name.trim() && { name: t('shared:field.required') }),
      ...(!address.trim() && { address: t('shared:field.required') }),
    }),
    submit: (values, changed, version) =>
      consignee
        ? update.mutateAsync({ id: consignee.id, version, ...changed })
        : create.mutateAsync({ companyId, ...values }),
    onDone: onClose,
  });

  return (
    <FormDrawer
      title={consignee ? t('consignees.edit') : t('consignees.new')}
      form={form}
      onClose={onClose}
      extra={
        consignee && <DeleteButton onClick={() => remove.mutate({ id: consignee.id, version: consignee.version })} />
      }
    >
      <TextField {...form.field('name')} required autoFocus maxLength={300} />
      <CityField {...form.field('city')} onKnown={({ name, timeZone }) => form.set({ city: name, timeZone })} />
      <TextField {...form.field('address')} required rows={2} />
      <TextField {...form.field('kpp')} maxLength={9} />
      <TextField {...form.field('contactName')} maxLength={200} />
      <TextField {...form.field('phone')} type="tel" maxLength={80} />
      <TextField {...form.field('note')} rows={2} />
    </FormDrawer>
  );
}
