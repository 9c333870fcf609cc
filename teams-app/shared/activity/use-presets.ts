import { nextContactPresets, type Preset } from '../../../service/modules/activities/activities.contract';
import { useRead } from '../queries';

/** Dates proposed for a company; «in two hours» grows old, so they are asked for again after a minute. */
export function usePresets(companyId: string): Preset[] {
  const { data } = useRead(nextContactPresets, { companyId }, { staleTime: 60_000 });
  return data?.rows ?? [];
}
