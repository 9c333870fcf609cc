import { listOutcomes, type OutcomeView } from '../../../service/modules/activities/activities.contract';
import type { ActivityKind } from '../../../service/modules/activities/activity-kinds';
import { useRead } from '../queries';

/** The outcomes an activity of this kind may have, in the administrator's order. */
export function useOutcomes(kind: ActivityKind): OutcomeView[] {
  const { data } = useRead(listOutcomes, {}, { staleTime: 10 * 60_000 });
  return (data?.rows ?? []).filter((outcome) => outcome.kind === kind).sort((a, b) => a.position - b.position);
}
