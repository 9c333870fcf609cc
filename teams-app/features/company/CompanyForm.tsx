import { useTranslation } from 'react-i18next';
import { callCounts, callList } from '../../../service/modules/activities/activities.contract';
import {
  companyChanges,
  companyCities,
  companyStatuses,
  getCompany,
  listCompanies,
  purchasingPowers,
  updateCompany,
  type CompanyView,
} from '../../../service/modules/companies/companies.contract';
import { countries } from '../../../service/modules/working-time/working-time.contract';
import { HoursField } from '../../shared/company/HoursField';
import { areHoursRight } from '../../shared/company/hours';
import { useHoursText } from '../../shared/company/use-hours-text';
import { moneyText, parseMoney } from '../../shared/format/money';
import { SelectField, TextField } from '../../shared/forms/fields';
import { FormDrawer } from '../../shared/forms/FormDrawer';
import { filledLines, ListField } from '../../shared/forms/ListField';
import { CityField } from '../../shared/forms/picker-fields';
import { TimeZoneField } from '../../shared/forms/TimeZoneField';
import { useForm } from '../../shared/forms/use-form';
import { keyOf, useWrite } from '../../shared/queries';

const read = (company: CompanyView) => ({
  name: company.name,
  status: company.status,
  city: company.city ?? '',
  region: company.region ?? '',
  country: company.country,
  timeZone: company.timeZone,
  address: company.address ?? '',
  site: company.site ?? '',
  phones: company.phones.map((phone) => phone.text),
  emails: company.emails,
  hours: company.hours,
  purchasingPower: company.purchasingPower,
  annualPurchases: company.annualPurchases === null ? '' : moneyText(company.annualPurchases, 'ru').replace(/\s?₽/, ''),
  purchasingNote: company.purchasingNote ?? '',
  notes: company.notes ?? '',
  source: company.source ?? '',
});
type Values = ReturnType<typeof read>;

/** Everything the card's header and facts show. */
export function CompanyForm({ card, onClose }: { card: CompanyView; onClose: () => void }) {
  const { t } = useTranslation(['company', 'shared']);
  const hoursText = useHoursText();
  const save = useWrite(updateCompany, {
    said: t('facts.saved'),
    touches: [keyOf(getCompany, { id: card.id }), companyChanges, companyCities, listCompanies, callList, callCounts],
    refusals: 'caller',
  });
  const form = useForm({
    record: card,
    read: (record: CompanyView | null) => read(record ?? card),
    labels: {
      name: t('facts.name'),
      status: t('facts.status'),
      city: t('facts.city'),
      region: t('facts.region'),
      country: t('facts.country'),
      timeZone: t('facts.timeZone'),
      address: t('facts.address'),
      site: t('facts.site'),
      phones: t('facts.phones'),
      emails: t('facts.emails'),
      hours: t('facts.hours'),
      purchasingPower: t('facts.purchasingPower'),
      annualPurchases: t('facts.annualPurchases'),
      purchasingNote: t('facts.purchasingNote'),
      notes: t('facts.notes'),
      source: t('facts.source'),
    },
    check: ({ name, annualPurchases, hours }) => ({
      ...(!name.trim() && { name: t('shared:field.required') }),
      ...(annualPurchases.trim() && parseMoney(annualPurchases) === null && { annualPurchases: t('facts.badMoney') }),
      ...(!areHoursRight(hours) && { hours: t('hours.bad') }),
    }),
    submit: (_values, changed, version) => save.mutateAsync({ id: card.id, version, ...toInput(changed) }),
    onDone: onClose,
  });

  return (
    <FormDrawer title={t('facts.edit')} form={form} onClose={onClose} show={(name, value) => showValue(name, value)}>
      <TextField {...form.field('name')} required maxLength={250} />
      <SelectField
        {...form.field('status')}
        choices={companyStatuses.map((value) => ({ value, text: t(`shared:status.${value}`) }))}
      />
      <CityField
        {...form.field('city')}
        onKnown={({ name, region, timeZone, country }) =>
          form.set({ city: name, region, timeZone, ...countryOf(country) })
        }
      />
      <TextField {...form.field('region')} maxLength={100} />
      <SelectField
        {...form.field('country')}
        choices={countries.map((value) => ({ value, text: t(`shared:country.${value}`) }))}
      />
      <TimeZoneField {...form.field('timeZone')} />
      <HoursField {...form.field('hours')} />
      <TextField {...form.field('address')} rows={2} />
      <ListField {...form.field('phones')} kind="phone" />
      <ListField {...form.field('emails')} kind="email" />
      <TextField {...form.field('site')} type="url" maxLength={250} />
      <SelectField
        {...form.field('purchasingPower')}
        choices={purchasingPowers.map((value) => ({ value, text: t(`shared:purchasingPower.${value}`) }))}
      />
      <TextField {...form.field('annualPurchases')} inputMode="decimal" hint={t('facts.annualPurchasesHint')} />
      <TextField {...form.field('purchasingNote')} rows={2} />
      <TextField {...form.field('notes')} rows={4} />
      <TextField {...form.field('source')} maxLength={100} />
    </FormDrawer>
  );

  /** How a value reads when two people changed the same field. */
  function showValue(name: keyof Values, value: Values[keyof Values]): string {
    if (name === 'hours') return hoursText(value as Values['hours']);
    if (name === 'status') return t(`shared:status.${value as Values['status']}`);
    if (name === 'country') return t(`shared:country.${value as Values['country']}`);
    if (name === 'purchasingPower') return t(`shared:purchasingPower.${value as Values['purchasingPower']}`);
    const text = Array.isArray(value) ? value.join(', ') : String(value);
    return text || t('shared:conflict.empty');
  }
}

function toInput({ annualPurchases, phones, emails, ...rest }: Partial<Values>) {
  return {
    ...rest,
    ...(phones && { phones: filledLines(phones) }),
    ...(emails && { emails: filledLines(emails) }),
    ...(annualPurchases !== undefined && {
      annualPurchases: annualPurchases.trim() ? parseMoney(annualPurchases) : null,
    }),
  };
}

/** A city of a country we keep no calendar for leaves the country as it is. */
function countryOf(country: string): Partial<Pick<Values, 'country'>> {
  const known = countries.find((one) => one === country);
  return known ? { country: known } : {};
}
