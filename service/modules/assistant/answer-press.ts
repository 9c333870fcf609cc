import { z } from 'zod';
import { card, text, type Card } from '../../kernel/cards';
import type { Ctx } from '../../kernel/context';
import { AppError, invalid } from '../../kernel/errors';
import { idOf } from '../../kernel/id';
import { undo } from '../../kernel/undo';
import { closeConversation } from '../notifications/notifications.public';
import { signedOut } from './answer-message';
import { answerRemoved } from './commands/answer-removed';
import { correctForm, logFromCard, logSentence, saveCorrection } from './commands/log-call';
import { moveForm, moveTo } from './commands/move-contact';
import { giveAnotherWeek } from './commands/redate-offer';
import { answerReminder, showReminder, showReminders } from './commands/remind-me';
import { help, saveSettings, settingsForm } from './commands/settings-help';
import { callLists, giveCompanies, nextToCall, showCalls } from './commands/show-calls';
import { chooseCompany, showCompany } from './commands/show-company';
import { showWeek } from './commands/show-week';
import { nowShows, once, turnOf, type Turn } from './conversation';
import { findAll } from './find-company';

/** What a card sends is as little to be trusted as any form: each verb checks its own. */
const id = z.string().min(1).max(36);
const words = z.string().max(5000).optional();
const verb = <S extends z.ZodObject>(data: S, act: (turn: Turn, data: z.output<S>) => Promise<Card> | Card) => ({
  data,
  act: act as (turn: Turn, data: unknown) => Promise<Card> | Card,
});

const verbs = {
  'calls.show': verb(
    z.object({ list: z.enum(callLists), after: z.string().max(2000).optional() }),
    (turn, { list, after }) => showCalls(turn, list, after),
  ),
  'call.next': verb(z.object({ skip: z.array(id).max(200).default([]) }), async (turn, { skip }) => {
    const companyId = await nextToCall(turn, skip);
    return companyId ? showCompany(turn, companyId) : showCalls(turn, 'today');
  }),
  'company.show': verb(z.object({ companyId: id }), (turn, { companyId }) => showCompany(turn, companyId)),
  'activity.log': verb(
    z.object({ companyId: id, card: z.uuid(), completes: id.optional(), outcome: words, note: words, next: words }),
    logFromCard,
  ),
  'activity.move': verb(z.object({ companyId: id, activityId: id.optional() }), moveForm),
  'calendar.putBack': verb(z.object({ entryId: id, card: id }), (turn, data) => answerRemoved(turn, 'putBack', data)),
  'calendar.cancel': verb(z.object({ entryId: id, card: id }), (turn, data) => answerRemoved(turn, 'cancel', data)),
  'activity.moveTo': verb(
    z.object({
      companyId: id,
      card: id,
      activityId: id.optional(),
      version: z.number().int().optional(),
      at: words,
      next: words,
      nextWords: words,
    }),
    moveTo,
  ),
  'activity.correct': verb(z.object({ activityId: id, companyId: id, changeId: id }), correctForm),
  'activity.save': verb(
    z.object({
      activityId: id,
      companyId: id,
      version: z.number().int(),
      nextId: id.optional(),
      nextVersion: z.number().int().optional(),
      card: id,
      outcome: words,
      note: words,
      next: words,
      nextWords: words,
    }),
    saveCorrection,
  ),
  'sentence.log': verb(
    z.object({ companyId: id, message: z.string().max(4000), assumed: z.boolean().default(false), card: z.uuid() }),
    async (turn, { companyId, message, assumed, card: pressId }) =>
      (await logSentence(turn, message, { pressId, assumed, companyId })) ?? showCompany(turn, companyId),
  ),
  'sentence.elsewhere': verb(
    z.object({ message: z.string().max(4000), called: z.string().max(200), changeId: id, companyId: id }),
    elsewhere,
  ),
  'change.undo': verb(z.object({ changeId: id, companyId: id.optional(), card: id }), takeBack),
  'reminders.show': verb(z.object({}), (turn) => showReminders(turn)),
  'reminder.show': verb(z.object({ reminderId: id }), (turn, { reminderId }) => showReminder(turn, reminderId)),
  'reminder.done': verb(z.object({ reminderId: id, card: id }), (turn, data) => answerReminder(turn, 'done', data)),
  'reminder.snooze': verb(
    z.object({ reminderId: id, card: id, minutes: z.number().int().min(1).max(10_080) }),
    (turn, data) => answerReminder(turn, 'snooze', data),
  ),
  'reminder.tomorrow': verb(z.object({ reminderId: id, card: id }), (turn, data) =>
    answerReminder(turn, 'tomorrow', data),
  ),
  'shortfall.give': verb(
    z.object({ wanted: z.number().int().min(1).max(500), after: z.string().max(10).optional() }),
    (turn, { wanted, after }) => giveCompanies(turn, wanted, after),
  ),
  'offer.redate': verb(z.object({ offerId: id }), giveAnotherWeek),
  'week.show': verb(z.object({}), showWeek),
  'settings.show': verb(z.object({}), (turn) => settingsForm(turn)),
  'settings.save': verb(
    z.object({ version: z.number().int().min(0), card: id, digest: words, shortfall: words }),
    saveSettings,
  ),
  'session.signOut': verb(z.object({}), async (turn) => {
    await closeConversation(turn.ctx, { userId: turn.user.id }, 'signedOut');
    return signedOut(turn);
  }),
  // That the conversation is open again was seen to by whoever received the press.
  'session.signIn': verb(z.object({}), (turn) => help(turn, true)),
};

export const isSignIn = (pressed: string) => pressed === 'session.signIn';

/**
 * Does what a press on a card asks for and answers with the card that takes its place.
 * @throws AppError 400 for data that no card of ours sends, and whatever the use case refuses
 */
export async function answerPress(ctx: Ctx, pressed: { verb: string; data: unknown }): Promise<Card> {
  const turn = turnOf(ctx);
  if (!Object.hasOwn(verbs, pressed.verb)) throw invalid({ verb: 'assistant.unknownPress' });
  const known = verbs[pressed.verb as keyof typeof verbs];
  const checked = known.data.safeParse(pressed.data ?? {});
  if (!checked.success)
    throw invalid({ [checked.error.issues[0]?.path.join('.') || 'data']: 'assistant.unknownPress' });
  return known.act(turn, checked.data);
}

/** Takes the change back, and makes the card that wrote it tell so from now on. */
async function takeBack(turn: Turn, data: { changeId: string; companyId?: string; card: string }): Promise<Card> {
  const { ctx, say } = turn;
  return once(turn, data.card, 'change.undo', async () => {
    try {
      await undo(ctx, data.changeId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const why = say(error.code === 'undo.tooLate' ? 'undo.tooLate' : 'assistant.notUndone', error.extra.details);
      return data.companyId ? showCompany(turn, data.companyId, why) : card([text(why, 'alarm')]);
    }
    const undone = data.companyId
      ? await showCompany(turn, data.companyId, say('assistant.undone'), true)
      : card([text(say('assistant.undone'))]);
    await nowShows(turn, data.changeId, undone);
    return undone;
  });
}

/** It was about another company: what was written is taken back when the right one is chosen, in one go. */
async function elsewhere(
  turn: Turn,
  { message, called, changeId, companyId }: { message: string; called: string; changeId: string; companyId: string },
): Promise<Card> {
  const { ctx, say } = turn;
  const others = (await findAll(ctx, called)).filter(({ id: other }) => other !== companyId);
  if (others.length === 0) return showCompany(turn, companyId, say('assistant.noOther', { called }));
  return once(turn, idOf('elsewhere', changeId), 'sentence.elsewhere', async () => {
    await undo(ctx, changeId);
    return chooseCompany(turn, others, called, (other) => ({
      verb: 'sentence.log',
      data: { companyId: other, message, assumed: true, card: idOf('instead', changeId) },
    }));
  });
}
