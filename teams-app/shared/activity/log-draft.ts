import type { ActivityKind } from '../../../service/modules/activities/activity-kinds';
import type { logActivity, OutcomeView, Preset } from '../../../service/modules/activities/activities.contract';
import type { EndpointInput } from '../../../service/kernel/endpoint';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { instantIn, parseMinutes } from '../time/zone-time';
import type { PlannableKind, PresetKey } from './activity-types';

/** What the form needs to know of a company; a row of the call list has enough of it to start at once. */
export interface LogSubject {
  id: string;
  name: string;
  timeZone: string;
  contacts: readonly { id: string; name: string; position: string | null }[];
  mainContactId: string | null;
  /** The earliest first. */
  planned: readonly { id: string; kind: ActivityKind; at: string }[];
  /** The one thing the form was opened for, such as a letter: its kind stands, and what is typed is kept for it alone. */
  about?: { id: string; kind: ActivityKind; outcome: OutcomeView | null };
}

/** What a draft is kept under. */
export const draftIdOf = (subject: LogSubject): string => subject.about?.id ?? subject.id;

export type NextChoice =
  | { mode: 'unset' }
  | { mode: 'preset'; key: PresetKey }
  | { mode: 'own'; date: string; time: string }
  | { mode: 'without'; reason: string };

/** What is being typed. Kept in memory per company, so that looking at another one loses nothing. */
export interface LogDraft {
  kind: ActivityKind;
  outcomeId: string | null;
  note: string;
  contactId: string | null;
  minutes: string;
  /** Whether the planned one is done by this; the reader may say it is another one. */
  completesPlanned: boolean;
  next: NextChoice;
  /** The reader chose the next contact himself: outcomes no longer propose. */
  nextIsOwn: boolean;
  nextKind: PlannableKind;
}

export type LogInput = EndpointInput<typeof logActivity>;
export type DraftFaults = Partial<
  Record<
    'outcome' | 'note' | 'next',
    'noOutcomeYet' | 'noteNeeded' | 'nextNeeded' | 'badDate' | 'pastDate' | 'withoutReason'
  >
>;

const drafts = new Map<string, LogDraft>();
export const keptDraft = (id: string): LogDraft | undefined => drafts.get(id);
export const keepDraft = (id: string, draft: LogDraft): void => void drafts.set(id, draft);
export const forgetDraft = (id: string): void => void drafts.delete(id);

export function newDraft(subject: LogSubject): LogDraft {
  const preset = subject.about?.outcome?.preset;
  return {
    kind: subject.about?.kind ?? subject.planned[0]?.kind ?? 'call',
    outcomeId: subject.about?.outcome?.id ?? null,
    note: '',
    contactId: null,
    minutes: '',
    completesPlanned: true,
    next: preset ? { mode: 'preset', key: preset } : { mode: 'unset' },
    nextIsOwn: false,
    nextKind: 'call',
  };
}

export function subjectOfCard(card: CompanyCard): LogSubject {
  return {
    id: card.id,
    name: card.name,
    timeZone: card.timeZone,
    contacts: card.contacts,
    mainContactId: card.contacts.find((contact) => contact.main)?.id ?? card.contacts[0]?.id ?? null,
    planned: card.planned,
  };
}

/** The planned activity this one does: the earliest of the same kind. */
export function plannedFor(draft: LogDraft, subject: LogSubject): LogSubject['planned'][number] | null {
  return subject.planned.find((planned) => planned.kind === draft.kind) ?? null;
}

/** What stays planned after this is written; with something left, no next contact need be asked for. */
export function stillPlanned(draft: LogDraft, subject: LogSubject): LogSubject['planned'][number] | null {
  const done = draft.completesPlanned ? plannedFor(draft, subject) : null;
  return subject.planned.find((planned) => planned.id !== done?.id) ?? null;
}

/** The moment chosen, null when none is chosen or it cannot be read. */
export function nextMoment(next: NextChoice, presets: readonly Preset[], zone: string): string | null {
  if (next.mode === 'preset') return presets.find((preset) => preset.key === next.key)?.at ?? null;
  if (next.mode !== 'own') return null;
  const minutes = parseMinutes(next.time);
  return next.date && minutes !== null ? instantIn(next.date, minutes, zone) : null;
}

/** The draft as the service takes it, or what is missing. */
export function readDraft(
  draft: LogDraft,
  subject: LogSubject,
  presets: readonly Preset[],
  zone: string,
  now: number,
): { input: LogInput } | { faults: DraftFaults } {
  const faults: DraftFaults = {};
  const note = draft.note.trim();
  if (draft.kind === 'note' && !note) faults.note = 'noteNeeded';
  if (draft.kind !== 'note' && !draft.outcomeId && !note) faults.outcome = 'noOutcomeYet';

  const at = nextMoment(draft.next, presets, zone);
  if (draft.next.mode === 'unset' && !stillPlanned(draft, subject)) faults.next = 'nextNeeded';
  if (draft.next.mode === 'without' && !draft.next.reason.trim()) faults.next = 'withoutReason';
  if (draft.next.mode === 'own' && at === null) faults.next = 'badDate';
  if (at !== null && Date.parse(at) <= now) faults.next = 'pastDate';
  if (Object.keys(faults).length > 0) return { faults };

  return {
    input: {
      id: crypto.randomUUID(),
      companyId: subject.id,
      kind: draft.kind,
      status: 'done',
      outcomeId: draft.outcomeId,
      note,
      // An empty choice is «not given».
      contactId: (draft.contactId ?? subject.mainContactId) || null,
      minutes: /^\d+$/.test(draft.minutes) ? Number(draft.minutes) : null,
      completes: draft.completesPlanned ? (plannedFor(draft, subject)?.id ?? null) : null,
      next:
        draft.next.mode === 'without'
          ? { none: draft.next.reason.trim() }
          : at !== null
            ? { at, kind: draft.nextKind }
            : undefined,
    },
  };
}
