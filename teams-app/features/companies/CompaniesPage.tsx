import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/frame/Page';

/** The list of all companies; `creating` opens the form of a new one over it. */
export function CompaniesPage(_props: { creating?: boolean }) {
  const { t } = useTranslation();
  return <Page title={t('nav.companies')}>{null}</Page>;
}
