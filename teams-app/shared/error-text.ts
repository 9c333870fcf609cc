import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from './api-error';

/** What to tell about a failure. The service refuses in the reader's language; only silence needs words of ours. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return useCallback(
    (error) => {
      if (!isApiError(error) || error.code === 'unknown') return t('unknown');
      if (error.code === 'network') return t('network');
      return error.message || t('unknown');
    },
    [t],
  );
}
