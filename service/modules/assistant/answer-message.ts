import { idOf } from '../../kernel/id';
import { card, literal, text } from '../../kernel/cards';
import type { Ctx } from '../../kernel/context';
import { closeConversation } from '../notifications/notifications.public';
import { logSentence } from './commands/log-call';
import { moveNamed } from './commands/move-contact';
import { remindMe, showReminders } from './commands/remind-me';
import { help, settingsForm } from './commands/settings-help';
import { nextToCall, showCalls } from './commands/show-calls';
import { chooseCompany, find, openNamed, showCompany } from './commands/show-company';
import { showWeek } from './commands/show-week';
import { once, turnOf, type Reply, type Turn } from './conversation';
import { findNamed } from './find-company';
import { recogniseCommand, retyped } from './recognise-command';
import type { CommandName } from './command-words';

interface Incoming {
  conversationId: string;
  messageId: string;
  text: string;
}

/**
 * Answers one message. The channel may deliver it twice: the second time nothing is written, and what was answered is
 * answered again.
 */
export async function answerMessage(ctx: Ctx, { conversationId, messageId, text: message }: Incoming): Promise<Reply> {
  const turn = turnOf(ctx);
  const pressId = idOf('message', conversationId, messageId);
  return once(turn, pressId, 'message', () => understand(turn, message, idOf('act', pressId)));
}

async function understand(turn: Turn, written: string, pressId: string): Promise<Reply> {
  const { say } = turn;
  const message = written.replace(/[\u00a0\s]+/g, ' ').trim();
  if (!message) return { card: help(turn) };
  const command = recogniseCommand(message);
  const answer = command && (await obey(turn, command.name, command.rest, pressId, message));
  if (answer) return answer;

  // No command: one sentence may say it all, else it is a name.
  for (const reading of new Set([message, retyped(message)])) {
    const logged = await logSentence(turn, reading, { pressId });
    if (logged) return { card: logged };
  }
  const named = await findNamed(turn.ctx, message);
  if ('one' in named) return { card: await showCompany(turn, named.one.id) };
  if (named.several.length) return { card: chooseCompany(turn, named.several, message) };
  return {
    card: card(
      [
        text(say('assistant.notUnderstood', { message: literal(message.slice(0, 100)) })),
        ...(help(turn).body as never[]).slice(1),
      ],
      [],
    ),
  };
}

/** Null when what stands behind the command says it is none («записать» alone, say): then it is read as a sentence. */
async function obey(
  turn: Turn,
  name: CommandName,
  rest: string,
  pressId: string,
  message: string,
): Promise<Reply | null> {
  const { ctx, say, user } = turn;
  const ask = (code: string) => ({ card: card([text(say('assistant.whichCompany')), text(say(code), 'quiet')]) });
  switch (name) {
    case 'callsToday':
      return { card: await showCalls(turn, 'today') };
    case 'callsTomorrow':
      return { card: await showCalls(turn, 'tomorrow') };
    case 'overdue':
      return { card: await showCalls(turn, 'overdue') };
    case 'next': {
      const companyId = await nextToCall(turn, []);
      return { card: companyId ? await showCompany(turn, companyId) : await showCalls(turn, 'today') };
    }
    case 'find':
      return rest ? { card: await find(turn, rest) } : ask('assistant.findHint');
    case 'company':
      return rest ? { card: await openNamed(turn, rest) } : ask('assistant.findHint');
    case 'log': {
      if (!rest) return ask('assistant.whichCompanyHint');
      const logged = await logSentence(turn, rest, { pressId, assumed: true });
      return logged && { card: logged };
    }
    case 'move':
      return rest ? { card: await moveNamed(turn, rest, pressId) } : ask('assistant.moveHint');
    case 'week':
      return { card: await showWeek(turn) };
    case 'remind':
      return { card: rest ? await remindMe(turn, rest, pressId) : await showReminders(turn) };
    case 'reminders':
      return { card: await showReminders(turn) };
    case 'settings':
      return { card: await settingsForm(turn) };
    case 'help':
      return { card: help(turn) };
    case 'hello':
      return { card: help(turn, true) };
    case 'signOut':
      await closeConversation(ctx, { userId: user.id }, 'signedOut');
      return { card: signedOut(turn) };
    case 'signIn':
      return { card: help(turn, true) };
    default:
      throw new Error(`No answer to ${String(name)}: ${message}`);
  }
}

export function signedOut({ say }: Turn) {
  return card(
    [text(say('assistant.signedOut'), 'title'), text(say('assistant.signedOutMore'))],
    [{ type: 'Action.Execute', title: say('assistant.signIn'), verb: 'session.signIn', data: {} }],
  );
}
