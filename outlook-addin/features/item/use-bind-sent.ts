import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { bindMail, lookUpMail, mailState, type LookUp } from '../../../service/modules/mail/mail.contract';
import { api } from '../../../teams-app/shared/api';
import { invalidate } from '../../../teams-app/shared/queries';
import { note } from '../../../teams-app/shared/diagnostics/notes';
import { readHeader } from '../../office/letter-content';
import { pendingHeader } from '../../office/log-on-send';
import { useCurrentItem, type Beside } from '../../open-item';

/**
 * A letter of ours that was to be logged on sending has got an id since: the service is told. True when it was to be
 * logged and is not.
 */
export function useBindSent({ open, item }: Beside, lookUp: LookUp | undefined): boolean {
  const current = useCurrentItem();
  const client = useQueryClient();
  const [lost, setLost] = useState(false);
  const { key, threadKey } = item;
  const wanted = item.kind === 'letter' && item.direction === 'out' && lookUp?.logged.length === 0;
  useEffect(() => {
    if (!wanted || !key) return;
    const bind = async () => {
      const pending = await current.during(open, () => readHeader(pendingHeader));
      if (!pending) return;
      const { logged } = await current.during(open, () =>
        api.call(bindMail, { pending: `pending:${pending}`, key, threadKey }),
      );
      setLost(logged.length === 0);
      await invalidate(client, [mailState, lookUpMail]);
    };
    bind().catch(() => note('log on send: not bound'));
  }, [wanted, key, threadKey, open, current, client]);
  return lost && wanted;
}
