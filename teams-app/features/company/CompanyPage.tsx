import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router-dom';
import { getCompany } from '../../../service/modules/companies/companies.contract';
import { isApiError } from '../../shared/api-error';
import { BackButton } from '../../shared/frame/BackButton';
import { LinkButton } from '../../shared/frame/LinkButton';
import { Message } from '../../shared/frame/Message';
import { Page } from '../../shared/frame/Page';
import { PageSkeleton } from '../../shared/frame/PageSkeleton';
import { LoadFailed } from '../../shared/lists/ListState';
import { useRead } from '../../shared/queries';
import { AssignmentsTab } from './AssignmentsTab';
import { CardTab } from './CardTab';
import { ChangesTab } from './ChangesTab';
import { CompanyHeader } from './CompanyHeader';
import { DocumentsTab } from './DocumentsTab';

const useStyles = makeStyles({
  tabs: { flexShrink: 0, paddingInline: '8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

const tabs = ['card', 'documents', 'changes', 'assignments'] as const;
type TabName = (typeof tabs)[number];

export function CompanyPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  const [params, setParams] = useSearchParams();
  const tab: TabName = tabs.find((name) => name === params.get('tab')) ?? 'card';
  const { data: card, error, refetch } = useRead(getCompany, { id }, { staleTime: 15_000 });

  const gone = isApiError(error) && (error.status === 404 || error.status === 403);
  return (
    <Page
      title={gone ? t('missing') : (card?.name ?? t('shared:nav.companies'))}
      lead={card && !gone && <BackButton to="/companies" />}
      fills
    >
      {gone && (
        <Message
          title={t('missing')}
          text={t('missingHint')}
          action={<LinkButton to="/companies">{t('toList')}</LinkButton>}
        />
      )}
      {error && !gone && !card && <LoadFailed error={error} retry={() => void refetch()} />}
      {!card && !error && <PageSkeleton rows={10} />}
      {card && !gone && (
        <>
          <CompanyHeader card={card} />
          <TabList
            className={styles.tabs}
            size="small"
            aria-label={t('tabs.label')}
            selectedValue={tab}
            onTabSelect={(_, data) =>
              setParams(data.value === 'card' ? {} : { tab: data.value as string }, { replace: true })
            }
          >
            {tabs.map((name) => (
              <Tab key={name} value={name}>
                {t(`tabs.${name}`)}
              </Tab>
            ))}
          </TabList>
          {tab === 'card' && <CardTab key={card.id} card={card} />}
          {tab === 'documents' && <DocumentsTab key={card.id} card={card} />}
          {tab === 'changes' && <ChangesTab card={card} />}
          {tab === 'assignments' && <AssignmentsTab assignments={card.assignments} />}
        </>
      )}
    </Page>
  );
}
