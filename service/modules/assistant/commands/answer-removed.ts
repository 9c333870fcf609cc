import { card, text, type Card } from '../../../kernel/cards';
import { cancelEntry, putBackEntry } from '../../calendar/calendar.public';
import { once, type Turn } from '../conversation';

/** What it means that an event was deleted in Outlook: it comes back there, or nothing is to be done any more. */
export async function answerRemoved(
  turn: Turn,
  how: 'putBack' | 'cancel',
  { entryId, card: pressId }: { entryId: string; card: string },
): Promise<Card> {
  const { ctx, say } = turn;
  return once(turn, pressId, `calendar.${how}`, async () => {
    await (how === 'putBack' ? putBackEntry : cancelEntry)(ctx, { id: entryId });
    return card([text(`✔ ${say(how === 'putBack' ? 'assistant.putBack' : 'assistant.calledOff')}`, 'good')]);
  });
}
