import { card, literal, open, press, row, text, type Card } from '../../../kernel/cards';
import { chatLink } from '../../../kernel/links';
import { findRow } from '../../../kernel/rows';
import { finishReminder, ownReminders, remind, Reminder, snoozeReminder } from '../../reminders/reminders.public';
import type { ReminderView, Repeat } from '../../reminders/reminders.contract';
import { DateTime } from 'luxon';
import { newCardId, once, type Turn } from '../conversation';
import { findNamed } from '../find-company';
import { readWhen } from '../read-when';
import { foldedWords } from '../../../kernel/search-text';

const repeatWords: readonly (readonly [Repeat, RegExp])[] = [
  [
    'workdays',
    /(?<![\p{L}])(?:по будням|кажд[а-я]+ рабоч[а-я]+ день|every (?:working day|workday|weekday))(?![\p{L}])/iu,
  ],
  ['daily', /(?<![\p{L}])(?:каждый день|ежедневно|every day|daily)(?![\p{L}])/iu],
  [
    'weekly',
    /(?<![\p{L}])(?:каждую неделю|еженедельно|раз в неделю|кажд(?:ый|ую|ое) (?=понедельник|вторник|сред|четверг|пятниц|суббот|воскрес)|every week|weekly|every (?=monday|tuesday|wednesday|thursday|friday|saturday|sunday))/iu,
  ],
  ['monthly', /(?<![\p{L}])(?:каждый месяц|ежемесячно|раз в месяц|every month|monthly)(?![\p{L}])/iu],
  ['yearly', /(?<![\p{L}])(?:каждый год|ежегодно|раз в год|every year|yearly)(?![\p{L}])/iu],
];

/** «напомни завтра в 10 отправить договор Ромашке»: when, about what, and the company when one of ours is named. */
export async function remindMe(turn: Turn, rest: string, pressId: string): Promise<Card> {
  const { ctx, user, say } = turn;
  const repeat = repeatWords.find(([, words]) => words.test(rest));
  const plain = repeat ? rest.replace(repeat[1], repeat[0] === 'weekly' ? 'в ' : ' ') : rest;
  const when = readWhen(plain, { now: ctx.clock.now(), timeZone: user.timeZone, locale: user.locale });
  if (!when && !repeat) return card([text(say('assistant.remindWhen')), text(say('assistant.remindHint'), 'quiet')]);
  const what = (when?.rest ?? plain)
    .replace(/^(?:мне|me|to|о|об|про|about|что|чтобы)(?![\p{L}])/iu, '')
    .replace(/[\s,]+$/, '')
    .trim();
  const text_ = what || say('assistant.remindNothing');
  return once(turn, pressId, 'reminder.create', async () => {
    const reminder = await remind(ctx, {
      id: pressId,
      title: text_.charAt(0).toUpperCase() + text_.slice(1, 500),
      at: (when?.at ?? tomorrowMorning(turn)).toISOString(),
      repeat: repeat?.[0] ?? 'none',
      companyId: await companyIn(turn, what),
    });
    return reminderCard(turn, reminder, say('assistant.remindSet'), ctx.changeId);
  });
}

/** A company of one's own whose name is among the words; a word that fits several names none. */
async function companyIn({ ctx, user }: Turn, what: string): Promise<string | null> {
  const names = [...what.matchAll(/[«"“„]([^»"”“]{2,80})[»"”“]|(?<=\s)\p{Lu}[\p{L}\d-]{3,}/gu)].map(
    (match) => match[1] ?? match[0],
  );
  for (const name of names) {
    if (foldedWords(name).length === 0) continue;
    const named = await findNamed(ctx, name);
    if ('one' in named && named.one.owner?.id === user.id) return named.one.id;
  }
  return null;
}

const tomorrowMorning = ({ ctx, user }: Turn) =>
  DateTime.fromJSDate(ctx.clock.now(), { zone: user.timeZone })
    .plus({ days: 1 })
    .set({ hour: 9, minute: 0, second: 0, millisecond: 0 })
    .toJSDate();

function reminderCard(turn: Turn, reminder: ReminderView, title: string, changeId: string): Card {
  const { ctx, say, when } = turn;
  return card(
    [
      text(`✔ ${title}`, 'good'),
      text(literal(reminder.title), 'title'),
      text(
        [
          when(reminder.ringsAt),
          reminder.repeat === 'none' ? null : say(`assistant.repeat.${reminder.repeat}`),
          reminder.company && literal(reminder.company.name),
        ]
          .filter(Boolean)
          .join(' · '),
        'quiet',
      ),
    ],
    [
      press(say('assistant.undo'), 'change.undo', { changeId, card: newCardId(turn) }),
      press(say('assistant.reminders'), 'reminders.show', {}),
      open(
        say('notices.open'),
        chatLink(ctx.settings, reminder.company ? `/companies/${reminder.company.id}` : '/reminders'),
      ),
    ],
    title,
  );
}

export async function showReminders(turn: Turn): Promise<Card> {
  const { ctx, say, when } = turn;
  const { rows, ringing, next } = await ownReminders(ctx, { done: false, limit: 5 });
  return card(
    [
      text(say('assistant.reminders'), 'title'),
      ringing ? text(say('assistant.ringing', { count: ringing }), 'alarm') : null,
      ...(rows.length
        ? rows.map((one) =>
            row(
              [
                text(literal(one.title), one.status === 'ringing' ? 'alarm' : 'plain'),
                text(
                  [when(one.ringsAt), one.company && literal(one.company.name)].filter(Boolean).join(' · '),
                  'quiet',
                ),
              ],
              press(one.title.slice(0, 60), 'reminder.show', { reminderId: one.id }),
            ),
          )
        : [text(say('assistant.noReminders')), text(say('assistant.remindHint'), 'quiet')]),
    ],
    [open(say(next ? 'assistant.more' : 'notices.open'), chatLink(ctx.settings, '/reminders'))],
  );
}

/** One reminder with what can be done about it. */
export async function showReminder(turn: Turn, reminderId: string): Promise<Card> {
  const { ctx, say, when } = turn;
  const reminder = await findRow(ctx.db, Reminder, { id: reminderId });
  if (!reminder || reminder.userId !== turn.user.id || reminder.deletedAt) return showReminders(turn);
  const about = { reminderId, card: newCardId(turn) };
  return card(
    [text(literal(reminder.title), 'title'), text(when(reminder.ringsAt), 'quiet')],
    [
      press(say('reminders.done'), 'reminder.done', about),
      press(say('reminders.inHour'), 'reminder.snooze', { ...about, minutes: 60 }),
      press(say('reminders.tomorrow'), 'reminder.tomorrow', about),
    ],
  );
}

/** Pressed on a reminder that rang. */
export async function answerReminder(
  turn: Turn,
  verb: 'done' | 'snooze' | 'tomorrow',
  { reminderId, card: pressId, minutes }: { reminderId: string; card: string; minutes?: number },
): Promise<Card> {
  const { ctx, say, user } = turn;
  return once(turn, pressId, `reminder.${verb}`, async () => {
    const reminder = await findRow(ctx.db, Reminder, { id: reminderId });
    if (!reminder || reminder.userId !== user.id || reminder.deletedAt || reminder.status === 'done')
      return card([text(say('assistant.reminderOver'))]);
    const { version } = reminder;
    const after =
      verb === 'done'
        ? await finishReminder(ctx, { id: reminderId, version })
        : await snoozeReminder(ctx, {
            id: reminderId,
            version,
            ...(verb === 'tomorrow' ? { at: tomorrowMorning(turn).toISOString() } : { minutes: minutes ?? 60 }),
          });
    const title =
      after.status === 'done'
        ? say('assistant.reminderDone')
        : say('assistant.reminderLater', { when: turn.when(after.ringsAt) });
    return reminderCard(turn, after, title, ctx.changeId);
  });
}
