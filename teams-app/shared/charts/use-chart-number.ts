import { useTranslation } from 'react-i18next';
import { moneyText, numberText } from '../format/money';
import type { ChartData } from './chart-data';

/** How a chart's numbers are scaled and said: rubles and percents, short on the axis, whole beside it. */
export function useChartNumber(unit: ChartData['unit']) {
  const { i18n } = useTranslation();
  const language = i18n.language;
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  return {
    /** Kopecks are drawn as rubles. */
    scaled: (value: number | null | undefined): number => (unit === 'money' ? (value ?? 0) / 100 : (value ?? 0)),
    /** Of a drawn value: «1,3 млн», «70», «45 %». */
    short: (value: number | Date | string | { valueOf(): number }): string => {
      const text = compact.format(Number(value));
      return unit === 'percent' ? `${text} %` : text;
    },
    /** Of a value of the data: «1 250 000 ₽». */
    whole: (value: number | null | undefined): string => {
      if (value === null || value === undefined) return '—';
      if (unit === 'money') return moneyText(value, language);
      return unit === 'percent' ? `${numberText(value, language)} %` : numberText(value, language);
    },
  };
}
