import { useMemo } from 'react';
import { listOutcomes, type OutcomeView } from '../../../service/modules/activities/activities.contract';
import type { ActivityKind } from '../../../service/modules/activities/activity-kinds';
import { useRead } from '../queries';

/** The outcomes an activity of this kind may have, in the administrator's order. */
export function useOutcomes(kind: ActivityKind): OutcomeView[] {
  const { data } = useRead(listOutcomes, {}, { staleTime: 10 * 60_000 });
  return (data?.rows ?? []).filter((outcome) => outcome.kind === kind).sort((a, b) => a.position - b.position);
}

/** Every outcome's name by its id, the archived too: the history still speaks of them. */
export function useOutcomeNames(): ReadonlyMap<string, string> {
  const { data } = useRead(listOutcomes, { archived: true }, { staleTime: 10 * 60_000 });
  return useMemo(() => new Map((data?.rows ?? []).map(({ id, name }) => [id, name])), [data]);
}
