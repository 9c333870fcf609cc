import { useTranslation } from 'react-i18next';
import { contactRoles, companyStatuses, purchasingPowers } from '../../../service/modules/companies/companies.contract';
import { countries } from '../../../service/modules/working-time/working-time.contract';
import { useOwnerNames } from '../../shared/forms/PeoplePicker';
import { useMoments } from '../../shared/time/use-moments';
import { zoneText } from '../../shared/time/zones';
import { isOn, listed, type FilterName } from './company-filter';

const among = <T extends string>(texts: readonly T[], text: string): text is T =>
  (texts as readonly string[]).includes(text);

/** A condition as people say it: «Город: Казань, Омск», «Молчит 30 дней и дольше». */
export function useFilterWords(): (name: FilterName, value: string) => string {
  const { t, i18n } = useTranslation(['companies', 'shared']);
  const { day } = useMoments();
  const ownerName = useOwnerNames();

  const valueWords = (name: FilterName, value: string): string => {
    if (name === 'status' && among(companyStatuses, value)) return t(`shared:status.${value}`);
    if (name === 'country' && among(countries, value)) return t(`shared:country.${value}`);
    if (name === 'purchasingPower' && among(purchasingPowers, value)) return t(`shared:purchasingPower.${value}`);
    if (name === 'contactRole' && among(contactRoles, value)) return t(`shared:contactRole.${value}`);
    if (name === 'owner') return listed(value).map(ownerName).join(', ');
    if (name === 'city') return listed(value).join(', ');
    if (name === 'timeZone') return zoneText(value, i18n.language);
    return value;
  };

  return (name, value) => {
    switch (name) {
      case 'noNext':
        return isOn(value) ? t('filter.noNext') : t('filter.hasNext');
      case 'callableNow':
        return isOn(value) ? t('filter.callableNow') : t('filter.notCallableNow');
      case 'silentDays':
        return t('filter.silentDays', { count: Number(value) });
      case 'postponedAtLeast':
        return t('filter.postponed', { count: Number(value) });
      case 'nextFrom':
        return t('filter.from', { label: t('filter.next'), date: day(value) });
      case 'nextTo':
        return t('filter.to', { label: t('filter.next'), date: day(value) });
      case 'createdFrom':
        return t('filter.from', { label: t('filter.created'), date: day(value) });
      case 'createdTo':
        return t('filter.to', { label: t('filter.created'), date: day(value) });
      case 'inn':
      case 'contactRole':
        return `${t(`filter.field.${name}`)} ${valueWords(name, value)}`;
      default:
        return `${t(`filter.field.${name}`)}: ${valueWords(name, value)}`;
    }
  };
}
