import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session';
import { makeMoments, type Moments } from './moments';

/** Moments in the reader's language, by the reader's clock. */
export function useMoments(): Moments {
  const { t, i18n } = useTranslation();
  const { timeZone } = useMe();
  return useMemo(
    () =>
      makeMoments(i18n.language, timeZone, {
        today: t('time.today'),
        tomorrow: t('time.tomorrow'),
        yesterday: t('time.yesterday'),
      }),
    [t, i18n.language, timeZone],
  );
}
