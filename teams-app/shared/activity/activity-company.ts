import type { PersonRef } from '../../../service/kernel/endpoint';

/** What an activity's menu needs to know of its company. */
export interface ActivityCompany {
  id: string;
  name: string;
  timeZone: string;
  contacts: readonly PersonRef[];
}
