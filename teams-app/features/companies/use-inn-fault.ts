import { useTranslation } from 'react-i18next';
import { checkInn } from '../../../service/modules/companies/requisites';
import { useDebounced } from '../../shared/use-debounced';

/** What is wrong with an INN, in words; while it is being typed, only once it stands still at its full length. */
export function useInnFault(inn: string): { whileTyping: string | undefined; whenSent: string | undefined } {
  const { t } = useTranslation('companies');
  const settled = useDebounced(inn.trim(), 700);
  const faultOf = (text: string) => {
    const fault = text ? checkInn(text) : null;
    return fault ? t(fault === 'companies.innLength' ? 'create.innLength' : 'create.innWrong') : undefined;
  };
  const isWhole = settled === inn.trim() && [10, 12].includes(settled.length);
  return { whileTyping: isWhole ? faultOf(settled) : undefined, whenSent: faultOf(inn.trim()) };
}
