import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import type { Correspondent, LoggedView } from '../../../service/modules/mail/mail.contract';
import { useCan } from '../../../teams-app/shared/session';
import { BesideContext } from '../../open-item';

const Attachments = lazy(() => import('./Attachments').then((module) => ({ default: module.Attachments })));
const Contacts = lazy(() => import('./Contacts').then((module) => ({ default: module.Contacts })));
const Deals = lazy(() => import('./Deals').then((module) => ({ default: module.Deals })));
const History = lazy(() => import('./History').then((module) => ({ default: module.History })));
const Documents = lazy(() => import('./Documents').then((module) => ({ default: module.Documents })));

interface FoldsProps {
  card: CompanyCard;
  person: Correspondent | null;
  contactId: string | null;
  /** The open item’s, on this company. */
  logged: LoggedView | null;
}

/** The rest of the card, opened when asked for. */
export function Folds({ card, person, contactId, logged }: FoldsProps) {
  const { t } = useTranslation('pane');
  const can = useCan();
  const attachments = useContext(BesideContext)?.item.attachments ?? [];
  return (
    <Accordion collapsible multiple>
      {attachments.length > 0 && card.can.logActivity && (
        <Fold name="attachments" title={t('attachments', { count: attachments.length })}>
          <Attachments companyId={card.id} activityId={logged?.activityId ?? null} />
        </Fold>
      )}
      {can('deals.read') && (
        <Fold name="deals" title={t('deals')}>
          <Deals card={card} contactId={contactId} activityId={logged?.activityId ?? null} />
        </Fold>
      )}
      <Fold name="contacts" title={t('contacts', { count: card.contacts.length })}>
        <Contacts card={card} person={person} />
      </Fold>
      <Fold name="history" title={t('history')}>
        <History companyId={card.id} />
      </Fold>
      <Fold name="documents" title={t('documents')}>
        <Documents companyId={card.id} />
      </Fold>
    </Accordion>
  );
}

function Fold({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    <AccordionItem value={name}>
      <AccordionHeader size="small">{title}</AccordionHeader>
      <AccordionPanel style={{ marginInline: 0 }}>
        <Suspense fallback={<Spinner size="tiny" />}>{children}</Suspense>
      </AccordionPanel>
    </AccordionItem>
  );
}
