import { card, open, text, type Card } from '../../kernel/cards';
import { chatLink } from '../../kernel/links';
import type { Ctx } from '../../kernel/context';
import { translate } from '../../kernel/texts';
import { help } from './commands/settings-help';
import { signedOut } from './answer-message';
import { turnOf } from './conversation';

/** Said once, when the app is installed: what it is good for, what to say, where to set it up. */
export const greeting = (ctx: Ctx): Card => help(turnOf(ctx), true);

/** For somebody who signed out of the chat: how to come back. */
export const farewell = (ctx: Ctx): Card => signedOut(turnOf(ctx));

/** For somebody whose account is nobody's here: what to do about it, and nothing else. */
export function stranger(ctx: Ctx): Card {
  const say = (code: string) => translate(ctx.modules, ctx.locale, code);
  return card(
    [text(say('assistant.stranger'), 'title'), text(say('assistant.strangerMore'))],
    [open(say('assistant.openTab'), chatLink(ctx.settings, '/calls'))],
  );
}
