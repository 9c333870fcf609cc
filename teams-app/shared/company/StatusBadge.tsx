import { Badge } from '@fluentui/react-components';
import { CheckmarkStarburst16Filled } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CompanyStatus } from '../../../service/modules/companies/companies.contract';

export function StatusBadge({ status }: { status: CompanyStatus }) {
  const { t } = useTranslation();
  return status === 'client' ? (
    <Badge appearance="tint" color="success" icon={<CheckmarkStarburst16Filled />}>
      {t('status.client')}
    </Badge>
  ) : (
    <Badge appearance="tint" color="informative">
      {t('status.pool')}
    </Badge>
  );
}
