import { useTranslation } from 'react-i18next';
import type { WorkingHours } from '../../../service/modules/companies/companies.contract';
import { minutesText } from '../time/zone-time';
import { daysText } from './hours';

/** «пн–пт 09:00–18:00, обед 12:00–13:00» */
export function useHoursText(): (hours: WorkingHours) => string {
  const { t } = useTranslation('company');
  return ({ from, to, breakFrom, breakTo, days }) => {
    const when = days === 127 ? t('hours.everyDay') : daysText(days, (day) => t(`hours.day.${day}`));
    const lunch =
      breakFrom !== null && breakTo !== null
        ? `, ${t('hours.withBreak', { from: minutesText(breakFrom), to: minutesText(breakTo) })}`
        : '';
    return `${when} ${minutesText(from)}–${minutesText(to)}${lunch}`;
  };
}
