import { Button } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { CompanyDeals } from '../../shared/deals/CompanyDeals';
import { DealForm } from '../../shared/deals/DealForm';
import { Section } from '../../shared/frame/Section';
import { useCan } from '../../shared/session';

/** The company's inquiries and deals, and a new one. */
export function DealsSection({ card }: { card: CompanyCard }) {
  const { t } = useTranslation(['deals', 'shared']);
  const can = useCan();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  if (!can('deals.read')) return null;
  return (
    <Section
      title={t('companySection.title')}
      action={
        can('deals.write') && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            aria-label={t('companySection.add')}
            onClick={() => setAdding(true)}
          >
            {t('shared:add')}
          </Button>
        )
      }
    >
      <CompanyDeals companyId={card.id} link={(to, text) => <Link to={to}>{text}</Link>} />
      {adding && (
        <DealForm
          deal={null}
          company={{ id: card.id, name: card.name }}
          onClose={() => setAdding(false)}
          onDone={({ id }) => void navigate(`/deals/${id}`)}
        />
      )}
    </Section>
  );
}
