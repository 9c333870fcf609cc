import { ActivityTypes, CardFactory, type Activity } from 'botbuilder';
import type { Card } from '../kernel/cards';

/** A message of ours as the channel wants it: the summary is what a notification shows of a card. */
export function toMessage({
  card,
  summary,
  text,
}: {
  card?: Card;
  summary?: string;
  text?: string;
}): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    ...(text ? { text } : {}),
    ...(summary ? { summary } : {}),
    ...(card ? { attachments: [CardFactory.adaptiveCard(card)] } : {}),
  };
}

/** An invoke's answer that puts a card in the place of the pressed one (Universal Actions). */
export const cardAnswer = (card: Card) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});

/** The card stays as it is, the words are shown beside it. */
export const errorAnswer = (statusCode: number, code: string, message: string) => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});
