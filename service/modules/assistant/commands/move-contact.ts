import { card, choice, field, literal, press, text, type Card } from '../../../kernel/cards';
import { AppError } from '../../../kernel/errors';
import { findRow } from '../../../kernel/rows';
import { Activity, changeActivity, readCard } from '../../activities/activities.public';
import { nextChoices, resultCard } from '../cards/company-card';
import { newCardId, once, type Turn } from '../conversation';
import { findNamed } from '../find-company';
import { readWhen } from '../read-when';
import { chooseCompany, showCompany } from './show-company';

/** «перенести Ромашку на пятницу 15:00». */
export async function moveNamed(turn: Turn, rest: string, pressId: string): Promise<Card> {
  const { ctx, user, say } = turn;
  const when = readWhen(rest, { now: ctx.clock.now(), timeZone: user.timeZone, locale: user.locale });
  const called = (when?.rest ?? rest)
    .replace(/(?<![\p{L}])(?:на|к|до|звонок|встречу|контакт|to|till|until|call)(?![\p{L}])/giu, ' ')
    .trim();
  if (!called) return card([text(say('assistant.whichCompany')), text(say('assistant.moveHint'), 'quiet')]);
  const named = await findNamed(ctx, called);
  if (!('one' in named))
    return chooseCompany(turn, named.several, called, (companyId) =>
      when
        ? { verb: 'activity.moveTo', data: { companyId, at: when.at.toISOString(), card: pressId } }
        : { verb: 'activity.move', data: { companyId } },
    );
  if (!when) return moveForm(turn, { companyId: named.one.id });
  return moveTo(turn, { companyId: named.one.id, at: when.at.toISOString(), card: pressId });
}

/** Asks for the new date of what is planned next, or of the one named. */
export async function moveForm(
  turn: Turn,
  { companyId, activityId }: { companyId: string; activityId?: string },
): Promise<Card> {
  const { ctx, say, when } = turn;
  const company = await readCard(ctx, { id: companyId });
  const planned = company.planned.find(({ id }) => id === activityId) ?? company.planned[0];
  if (!planned) return showCompany(turn, companyId, say('assistant.nothingPlanned'));
  const choices = (await nextChoices(turn, companyId)).filter(({ value }) => value !== 'none');
  return card(
    [
      text(literal(company.name), 'title'),
      text(say('assistant.plannedFor', { when: when(planned.at) }), 'quiet'),
      choice('next', say('assistant.moveTo'), choices, { value: choices[1]?.value ?? '' }),
      field('nextWords', say('assistant.orInWords'), {
        isMultiline: false,
        placeholder: say('assistant.orInWordsHint'),
      }),
    ],
    [
      press(
        say('assistant.move'),
        'activity.moveTo',
        { companyId, activityId: planned.id, version: planned.version, card: newCardId(turn) },
        { style: 'positive' },
      ),
      press(say('assistant.cancel'), 'company.show', { companyId }, { associatedInputs: 'none' }),
    ],
  );
}

interface MoveForm {
  companyId: string;
  activityId?: string;
  version?: number;
  card: string;
  at?: string;
  next?: string;
  nextWords?: string;
}

export async function moveTo(turn: Turn, form: MoveForm): Promise<Card> {
  return once(turn, form.card, 'activity.moveTo', async () => {
    const { ctx, user, say, when } = turn;
    const spoken = form.nextWords?.trim()
      ? readWhen(form.nextWords, { now: ctx.clock.now(), timeZone: user.timeZone, locale: user.locale })
      : null;
    if (form.nextWords?.trim() && !spoken)
      throw new AppError(400, 'assistant.noSuchTime', { details: { words: form.nextWords } });
    const at = spoken?.at.toISOString() ?? form.at ?? form.next;
    if (!at) throw new AppError(400, 'assistant.noSuchTime', { details: { words: '' } });
    const company = await readCard(ctx, { id: form.companyId });
    const planned = form.activityId ? await findRow(ctx.db, Activity, { id: form.activityId }) : null;
    const first = company.planned[0];
    if (form.activityId && (planned?.status !== 'planned' || planned.version !== form.version))
      return showCompany(turn, form.companyId, say('assistant.changedMeanwhile'));
    const target = planned ?? first;
    if (!target) return showCompany(turn, form.companyId, say('assistant.nothingPlanned'));
    const { activity } = await changeActivity(ctx, { id: target.id, version: target.version, at });
    return resultCard(turn, {
      title: say('assistant.moved'),
      company,
      lines: [
        [say('assistant.nextContact'), when(activity.at)],
        [say('assistant.movedTimes'), activity.postponed ? String(activity.postponed) : null],
      ],
      changeId: ctx.changeId,
    });
  });
}
