import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../service/modules/imports/imports.contract';
import { numberText } from '../../shared/format/money';

export const results = ['created', 'updated', 'skipped', 'refused'] as const;

/** «Создано 12 компаний, отклонено 3 строки»; of a dry run «Будет создано…». What there is none of is not told. */
export function useCountsText(): (view: Pick<ImportView, 'counts' | 'dryRun'>) => string {
  const { t, i18n } = useTranslation('imports');
  return ({ counts, dryRun }) => {
    const some = results.filter((result) => counts[result] > 0);
    const text = (some.length > 0 ? some : (['created'] as const))
      .map((result) =>
        t(`counts.${result}`, { count: counts[result], value: numberText(counts[result], i18n.language) }),
      )
      .join(', ');
    const whole = dryRun ? t('counts.dry', { counts: text }) : text;
    return whole.charAt(0).toUpperCase() + whole.slice(1);
  };
}
