import { callCounts, companyTimeline, listPlanned } from '../../../service/modules/activities/activities.contract';
import { companyChanges, getCompany, listCompanies } from '../../../service/modules/companies/companies.contract';
import { keyOf } from '../queries';

/**
 * What is no longer true after something was done or planned with a company. The call list is not among it: it must not
 * move under the cursor.
 */
export const touchedByActivity = (companyId: string) => [
  callCounts,
  companyTimeline,
  listPlanned,
  listCompanies,
  companyChanges,
  keyOf(getCompany, { id: companyId }),
];
