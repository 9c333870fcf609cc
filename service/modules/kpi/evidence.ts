import type { uncountedReasons } from './kpi.contract';

/** What the rule looks at. */
export interface Evidence {
  kind: string;
  outcomeId: string | null;
  /** Of the outcome: was anybody reached? Null without an outcome. */
  reached: boolean | null;
  note: string | null;
  talkSeconds: number | null;
}

export interface Rule {
  talkSeconds: number;
  noteLength: number;
  countUnreached: boolean;
}

export const usualRule = { talkSeconds: 20, noteLength: 10, countUnreached: false, burstCalls: 6, burstMinutes: 10 };

/** Kinds that count as contacts, each in its own column. */
export const countedKinds = { call: 'calls', meeting: 'meetings', negotiation: 'negotiations' } as const;
export type CountedKind = keyof typeof countedKinds;

/**
 * Why a contact does not count; null when it does. A call counts when the exchange measured a talk of 20 seconds, or
 * when its outcome and ten characters of what was said are written down; a meeting and a negotiation, which no exchange
 * hears, by what is written down.
 */
export function lacking(
  { kind, outcomeId, reached, note, talkSeconds }: Evidence,
  rule: Rule,
): Exclude<(typeof uncountedReasons)[number], 'sameDay'> | null {
  if (kind === 'call' && talkSeconds !== null && talkSeconds >= rule.talkSeconds) return null;
  if (!outcomeId) return 'noOutcome';
  if (reached === false && !rule.countUnreached) return 'notReached';
  const said = [...(note ?? '').trim()].length;
  if (said >= rule.noteLength) return null;
  return said === 0 ? 'noNote' : 'shortNote';
}
