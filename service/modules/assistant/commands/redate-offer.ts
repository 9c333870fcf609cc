import { card, press, text, type Card } from '../../../kernel/cards';
import { AppError } from '../../../kernel/errors';
import { loadOffer, redateOffer } from '../../offers/offers.public';
import type { Turn } from '../conversation';

/** An offer whose term ran out gets another week, from the morning's card. */
export async function giveAnotherWeek({ ctx, user, say }: Turn, { offerId }: { offerId: string }): Promise<Card> {
  try {
    const offer = await loadOffer(ctx, offerId, 'deals.write');
    // Pressed twice, or done in the tab meanwhile: its days are ahead by now and stay as they are.
    const due = offer.dueOn < ctx.clock.now().toISOString().slice(0, 10);
    const { number, validUntil } = due
      ? await redateOffer(ctx, { id: offerId, version: offer.version, by: 'week' })
      : offer;
    const day = new Intl.DateTimeFormat(user.locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    return card(
      [text(say('assistant.redated', { number, day: day.format(new Date(`${validUntil}T00:00:00Z`)) }), 'good')],
      [press(say('assistant.list.today'), 'calls.show', { list: 'today' })],
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return card([text(say('assistant.redateGone'), 'alarm')]);
  }
}
