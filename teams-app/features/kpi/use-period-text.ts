import { useTranslation } from 'react-i18next';
import type { Kpi } from '../../../service/modules/kpi/kpi.contract';
import { useMoments } from '../../shared/time/use-moments';

/** «9–15 марта 2026 г.», «март 2026 г.», «1 квартал 2026 г.», «2026». */
export function usePeriodText(): (period: Pick<Kpi, 'kind' | 'start' | 'end'>) => string {
  const { t, i18n } = useTranslation('kpi');
  const { month } = useMoments();
  return ({ kind, start, end }) => {
    if (kind === 'year') return start.slice(0, 4);
    if (kind === 'month') return month(start);
    if (kind === 'quarter')
      return t('quarter', { quarter: Math.ceil(Number(start.slice(5, 7)) / 3), year: start.slice(0, 4) });
    const range = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return range.formatRange(new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`));
  };
}
