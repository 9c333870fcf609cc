import { entity, id, instant, json, text } from '../../kernel/columns';

/**
 * A card, or a message, that was acted on. Its id is the card's own: whatever comes again from it — a double press, a press on
 * a copy that had not noticed, a delivery repeated by the channel — finds what was answered and writes nothing.
 */
export interface CardPress {
  id: string;
  userId: string;
  verb: string;
  changeId: string;
  result: unknown;
  at: Date;
}

export const CardPress = entity<CardPress>({
  name: 'card_press',
  columns: { id: id(), userId: id(), verb: text(60), changeId: id(), result: json(), at: instant() },
});
