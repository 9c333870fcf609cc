import type { OutcomeView } from '../../../service/modules/activities/activities.contract';
import { keepPreference, readPreference } from '../../../teams-app/shared/preferences';
import type { MailItem } from '../../mail-item';

type Way = Pick<MailItem, 'kind' | 'direction'>;
const nameOf = ({ kind, direction }: Way) => `pane.outcome.${kind}.${direction}`;

/**
 * The outcome a form opens with: the one this reader took last for such an item. The first time, it is the first of the
 * dictionary; of letters that came in the second, as the dictionary begins with those that were sent.
 */
export function defaultOutcome(outcomes: readonly OutcomeView[], way: Way): OutcomeView | null {
  const last = readPreference<string | null>(nameOf(way), null);
  const usual = way.kind === 'letter' && way.direction === 'in' ? (outcomes[1] ?? outcomes[0]) : outcomes[0];
  return outcomes.find(({ id }) => id === last) ?? usual ?? null;
}

export function rememberOutcome(way: Way, outcomeId: string | null | undefined): void {
  if (outcomeId) keepPreference(nameOf(way), outcomeId);
}
