import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listOutcomes, nextContactPresets } from '../../../service/modules/activities/activities.contract';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { readQuery } from '../../../teams-app/shared/queries';

/** Fetches what the log form needs while the card is being read, so that pressing the button opens it at once. */
export function useLogFormAhead({ id, can }: CompanyCard): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!can.logActivity) return;
    void import('./LogPanel');
    void client.prefetchQuery({ ...readQuery(listOutcomes, {}), staleTime: 10 * 60_000 });
    void client.prefetchQuery({ ...readQuery(nextContactPresets, { companyId: id }), staleTime: 60_000 });
  }, [client, id, can.logActivity]);
}
