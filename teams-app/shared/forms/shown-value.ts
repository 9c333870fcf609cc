import { useTranslation } from 'react-i18next';

/** Any field's value in words, good enough to compare two of them. */
export function useShownValue(): (value: unknown) => string {
  const { t } = useTranslation();
  const show = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('conflict.empty');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'none');
    if (Array.isArray(value)) return value.length > 0 ? value.map(show).join(', ') : t('conflict.empty');
    if (typeof value === 'object') {
      return Object.values(value)
        .filter((part) => part !== null && part !== '')
        .map(show)
        .join(' ');
    }
    return String(value);
  };
  return show;
}
