import {
  CalendarArrowRight20Regular,
  Call20Regular,
  Eye20Regular,
  Note20Regular,
  Open20Regular,
  PersonArrowRight20Regular,
} from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CompanyRow } from '../../../service/modules/companies/companies.contract';
import type { RowAction } from '../../shared/lists/row-actions';
import type { CompanyActions } from './use-company-actions';

/** The actions of a row, in the order people need them, with their words and pictures. */
export function useActionItems(actions: CompanyActions): (row: CompanyRow) => RowAction[] {
  const { t } = useTranslation('companies');
  return (row) => {
    const all = [
      {
        id: 'call',
        primary: true,
        text: t('action.call'),
        key: 'C',
        icon: <Call20Regular />,
        act: actions.canCall(row) ? actions.call : null,
      },
      { id: 'log', text: t('action.log'), key: 'L', icon: <Note20Regular />, act: actions.log },
      {
        id: 'move',
        text: row.nextContact ? t('action.move') : t('action.plan'),
        key: 'N',
        icon: <CalendarArrowRight20Regular />,
        act: actions.move,
      },
      { id: 'assign', text: t('action.assign'), key: 'A', icon: <PersonArrowRight20Regular />, act: actions.assign },
      { id: 'look', text: t('action.look'), key: '␣', icon: <Eye20Regular />, act: actions.look },
      { id: 'open', text: t('action.open'), key: '⏎', icon: <Open20Regular />, act: actions.open },
    ] as const;
    return all.flatMap(({ act, ...item }) => (act ? [{ ...item, run: () => act(row) }] : []));
  };
}
