import { Switch, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { bearerForSend } from '../../../teams-app/shared/api';
import { useNotify } from '../../../teams-app/shared/toasts/notify-context';
import { canLogOnSend, readOnSend, setOnSend } from '../../office/log-on-send';
import { useBeside, useCurrentItem } from '../../open-item';

/** «Log when sent»: the wish travels with the draft, the sending handler carries it out. */
export function SendSwitch({ card, contactId }: { card: CompanyCard; contactId: string | null }) {
  const { t } = useTranslation('pane');
  const { open } = useBeside();
  const current = useCurrentItem();
  const notify = useNotify();
  const [companyId, setCompanyId] = useState<string | null>(null);
  const able = canLogOnSend();

  useEffect(() => {
    if (!able) return;
    current.during(open, readOnSend).then(
      (wish) => setCompanyId(wish?.companyId ?? null),
      () => undefined,
    );
  }, [able, current, open]);

  const turn = async (on: boolean) => {
    const wish = on
      ? {
          pending: crypto.randomUUID(),
          companyId: card.id,
          contactId,
          server: window.location.origin,
          token: bearerForSend(),
        }
      : null;
    try {
      await current.during(open, () => setOnSend(wish));
      setCompanyId(on ? card.id : null);
    } catch {
      notify.info(t('onSendFailed'));
    }
  };
  if (!able) return <Text size={200}>{t('noOnSend')}</Text>;
  return (
    <Switch label={t('logOnSend')} checked={companyId === card.id} onChange={(_, { checked }) => void turn(checked)} />
  );
}
