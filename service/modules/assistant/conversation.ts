import { authorizeSelf } from '../../kernel/authorize';
import type { Card } from '../../kernel/cards';
import { signedIn, type Ctx, type Identity } from '../../kernel/context';
import { newId } from '../../kernel/id';
import { findRow, insertRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { recipient, type Recipient } from '../notifications/notifications.public';
import { CardPress } from './assistant.entity';

/** What the assistant says back. */
export interface Reply {
  text?: string;
  card?: Card;
  /** Said aloud and shown in the notification. */
  summary?: string;
}

/** One turn of a conversation. */
export interface Turn {
  readonly ctx: Ctx;
  readonly user: Identity;
  readonly say: Recipient['say'];
  readonly count: Recipient['count'];
  /** «сегодня 14:00», «чт, 19 марта, 11:00», by the person's clock. */
  readonly when: (at: Date | string) => string;
}

export function turnOf(ctx: Ctx): Turn {
  // Talking to the assistant is everybody's own; what is asked of it is authorized where it is done.
  authorizeSelf(ctx);
  const user = signedIn(ctx);
  const { say, count } = recipient(ctx, user);
  return { ctx, user, say, count, when: (at) => sayWhen(new Date(at), ctx.clock.now(), user, say) };
}

function sayWhen(
  at: Date,
  now: Date,
  { timeZone, locale }: { timeZone: string; locale: 'ru' | 'en' },
  say: Recipient['say'],
): string {
  const day = (moment: Date) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment);
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  const ahead = Math.round((Date.parse(day(at)) - Date.parse(day(now))) / 86_400_000);
  if (ahead === 0) return `${say('assistant.today')} ${time}`;
  if (ahead === 1) return `${say('assistant.tomorrow')} ${time}`;
  if (ahead === -1) return `${say('assistant.yesterday')} ${time}`;
  const otherYear = day(at).slice(0, 4) !== day(now).slice(0, 4);
  const date = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(otherYear ? { year: 'numeric' } : {}),
  }).format(at);
  return `${date}, ${time}`;
}

export const newCardId = ({ ctx }: Turn) => newId(ctx.clock.now());

/**
 * Does what a card or a message asks for, once: in one transaction with the note that it was done. Asked again, the answer
 * is the one given then.
 */
export async function once<T>(turn: Turn, pressId: string, verb: string, work: () => Promise<T>): Promise<T> {
  const { ctx, user } = turn;
  const known = await findRow(ctx.db, CardPress, { id: pressId });
  if (known?.userId === user.id) return known.result as T;
  const result = await work();
  await insertRows(ctx.db, CardPress, [
    { id: pressId, userId: user.id, verb, changeId: ctx.changeId, result, at: ctx.clock.now() },
  ]);
  return result;
}

/**
 * What the cards of a change show from now on when they are pressed again: it was undone, for one. A message is no card: it
 * is answered as it was, and what its card offers is safe to press.
 */
export async function nowShows({ ctx, user }: Turn, changeId: string, card: Card): Promise<void> {
  await ctx.db.run(sql`update card_press set result = ${JSON.stringify(card)}
    where changeId = ${changeId} and userId = ${user.id} and verb <> 'message'`);
}
