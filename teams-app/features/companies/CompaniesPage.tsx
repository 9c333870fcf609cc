import { Add20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router-dom';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { LinkButton } from '../../shared/frame/LinkButton';
import { Forbidden } from '../../shared/frame/NotFound';
import { Page } from '../../shared/frame/Page';
import { useCan } from '../../shared/session';
import { useMedia } from '../../shared/use-media';
import { CompanyList } from './CompanyList';
import { NewCompanyDrawer } from './NewCompanyDrawer';

/** The list of all companies; `creating` opens the form of a new one over it. */
export function CompaniesPage({ creating }: { creating?: boolean }) {
  const { t } = useTranslation('companies');
  const can = useCan();
  const navigate = useNavigate();
  const { search } = useLocation();
  const isPhone = useMedia(phoneQuery);
  if (!can('companies.read')) return <Forbidden title={t('title')} />;
  return (
    <Page
      title={t('title')}
      fills
      actions={
        can('companies.create') && (
          <LinkButton to={`/companies/new${search}`} appearance="primary" icon={<Add20Regular />} aria-label={t('add')}>
            {isPhone ? undefined : t('add')}
          </LinkButton>
        )
      }
    >
      <CompanyList />
      {creating && can('companies.create') && <NewCompanyDrawer onClose={() => void navigate(`/companies${search}`)} />}
    </Page>
  );
}
