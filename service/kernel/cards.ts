/**
 * The words Adaptive Cards are written in (schema 1.5, adaptivecards.io/explorer). Plain data: what shows them is
 * somebody else's business. Every text wraps, colours mean the host's theme, and a card has six actions at most
 * (store validation guidelines, Adaptive Cards).
 */
export interface Card {
  type: 'AdaptiveCard';
  [key: string]: unknown;
}
export type Element = Record<string, unknown> & { type: string };
export type Action = Record<string, unknown> & { type: string };

type Look = 'title' | 'plain' | 'quiet' | 'late' | 'alarm' | 'good';

const looks: Record<Look, object> = {
  title: { weight: 'Bolder', size: 'Medium' },
  plain: {},
  quiet: { isSubtle: true, size: 'Small', spacing: 'None' },
  late: { color: 'Attention', size: 'Small', spacing: 'None' },
  alarm: { color: 'Attention', weight: 'Bolder' },
  good: { color: 'Good', weight: 'Bolder' },
};

export const mostActions = 6;

/** `speak` is what a screen reader and a notification say of the card. */
export function card(
  body: readonly (Element | null)[],
  actions: readonly (Action | null)[] = [],
  speak?: string,
): Card {
  const given = actions.filter((action) => action !== null);
  if (given.length > mostActions) throw new Error(`A card with ${given.length} actions`);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    ...(speak ? { speak } : {}),
    body: body.filter((element) => element !== null),
    ...(given.length ? { actions: given } : {}),
  };
}

/** What is typed by people must not become bold letters and links. */
export const literal = (text: string) => text.replace(/([\\*_[\]()#`~>|])/g, '\\$1');

export const text = (words: string, look: Look = 'plain', more: object = {}): Element => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  ...looks[look],
  ...more,
});

export const facts = (pairs: readonly (readonly [string, string | null | undefined])[]): Element | null => {
  const given = pairs.filter((pair): pair is readonly [string, string] => Boolean(pair[1]));
  return given.length ? { type: 'FactSet', facts: given.map(([title, value]) => ({ title, value })) } : null;
};

/** A row that can be pressed as a whole. */
export const row = (items: readonly (Element | null)[], press?: Action, more: object = {}): Element => ({
  type: 'Container',
  spacing: 'Medium',
  separator: true,
  items: items.filter((item) => item !== null),
  ...(press ? { selectAction: press } : {}),
  ...more,
});

/** A press the service hears of; its answer takes the card's place (Universal Actions). */
export const press = (title: string, verb: string, data: object, more: object = {}): Action => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  ...more,
});

export const open = (title: string, url: string): Action => ({ type: 'Action.OpenUrl', title, url });

export const choice = (
  id: string,
  label: string,
  choices: readonly { title: string; value: string }[],
  more: object = {},
): Element => ({ type: 'Input.ChoiceSet', id, label, choices, wrap: true, style: 'compact', ...more });

export const field = (id: string, label: string, more: object = {}): Element => ({
  type: 'Input.Text',
  id,
  label,
  isMultiline: true,
  maxLength: 2000,
  ...more,
});
