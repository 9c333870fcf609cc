import { useTranslation } from 'react-i18next';
import { fieldWord } from '../../shared/changes/change-words';

const known = [
  'innLength',
  'innCheckDigit',
  'kppForm',
  'ogrnLength',
  'ogrnCheckDigit',
  'bikDigits',
  'accountDigits',
  'accountKey',
  'corrAccountKey',
] as const;

/** What is doubtful about imported numbers, in words: field → code of the service. */
export function useDoubtText(): (doubts: Record<string, string>) => string {
  const { t } = useTranslation('company');
  return (doubts) =>
    Object.entries(doubts)
      .map(([field, code]) => {
        const reason = known.find((one) => code.endsWith(`.${one}`));
        return reason ? t(`doubt.${reason}`) : t('doubt.other', { field: fieldWord(field.split('.')[0]!) });
      })
      .join('; ');
}
