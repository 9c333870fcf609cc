import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/frame/Page';

export function AdminPage() {
  const { t } = useTranslation();
  return <Page title={t('nav.admin')}>{null}</Page>;
}
