import { useState } from 'react';
import type { OutcomeView, Preset } from '../../../service/modules/activities/activities.contract';
import { useMe } from '../session';
import {
  draftIdOf,
  keepDraft,
  keptDraft,
  newDraft,
  readDraft,
  type DraftFaults,
  type LogDraft,
  type LogInput,
  type LogSubject,
} from './log-draft';

/** What is being typed for a company: kept while one looks at others, checked before it is sent. */
export function useLogDraft(subject: LogSubject) {
  const { timeZone } = useMe();
  const [draft, setDraft] = useState<LogDraft>(() => keptDraft(draftIdOf(subject)) ?? newDraft(subject));
  const [faults, setFaults] = useState<DraftFaults>({});

  const change = (some: Partial<LogDraft>) => {
    const next = { ...draft, ...some };
    setDraft(next);
    keepDraft(draftIdOf(subject), next);
    setFaults({});
  };

  return {
    draft,
    faults,
    change,
    /** An outcome proposes its preset, until the reader has chosen a date himself. */
    chooseOutcome: (outcome: OutcomeView | null) => {
      const proposed = outcome?.preset;
      change({
        outcomeId: outcome?.id ?? null,
        ...(!draft.nextIsOwn && { next: proposed ? { mode: 'preset', key: proposed } : { mode: 'unset' } }),
      });
    },
    /** The input to send, or null with the faults set. */
    check: (presets: readonly Preset[]): { input: LogInput } | { faults: DraftFaults } => {
      const read = readDraft(draft, subject, presets, timeZone, Date.now());
      if ('faults' in read) setFaults(read.faults);
      return read;
    },
  };
}
