import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { callCounts, callList } from '../../../../service/modules/activities/activities.contract';
import {
  assignCompanies,
  countCompanies,
  getCompany,
  listCompanies,
} from '../../../../service/modules/companies/companies.contract';
import { listUsers } from '../../../../service/modules/users/users.contract';
import { api } from '../../../shared/api';
import { invalidate } from '../../../shared/queries';

const atOnce = 200;

/** Hands everything a person has over to another, page by page; answers how many went. */
export function useGiveCompanies(fromId: string) {
  const client = useQueryClient();
  const [done, setDone] = useState<number | null>(null);
  const give = async (ownerId: string | null, why: string): Promise<number> => {
    let given = 0;
    setDone(0);
    try {
      // What is handed over leaves the list, so its first page is the next portion.
      for (;;) {
        const { rows } = await api.call(listCompanies, { owner: fromId, limit: atOnce });
        if (rows.length === 0) return given;
        const { assigned } = await api.call(assignCompanies, { ids: rows.map(({ id }) => id), ownerId, why });
        if (assigned === 0) return given;
        given += assigned;
        setDone(given);
      }
    } finally {
      setDone(null);
      await invalidate(client, [listUsers, listCompanies, countCompanies, getCompany, callList, callCounts]);
    }
  };
  return { done, give };
}
