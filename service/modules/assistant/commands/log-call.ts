import { card, choice, field, literal, press, row, text, type Card } from '../../../kernel/cards';
import { AppError } from '../../../kernel/errors';
import { findRow } from '../../../kernel/rows';
import {
  Activity,
  changeActivity,
  logActivity,
  readCard,
  readOutcomes,
  viewActivity,
} from '../../activities/activities.public';
import type { OutcomeView } from '../../activities/activities.contract';
import type { CompanyCard, NextContactView } from '../../companies/companies.contract';
import { foldedWords } from '../../../kernel/search-text';
import { nextChoices, resultCard } from '../cards/company-card';
import { once, type Turn } from '../conversation';
import { contactNamed, findMentioned } from '../find-company';
import { readSentence, type Sentence } from '../read-sentence';
import { readWhen } from '../read-when';
import { stem } from '../russian-stem';
import { chooseCompany, showCompany } from './show-company';

/** The form of a company's card: outcome, note, next contact. */
export interface LogForm {
  companyId: string;
  card: string;
  completes?: string;
  outcome?: string;
  note?: string;
  next?: string;
}

export async function logFromCard(turn: Turn, form: LogForm): Promise<Card> {
  return once(turn, form.card, 'activity.log', async () => {
    const { ctx, say } = turn;
    const planned = form.completes ? await findRow(ctx.db, Activity, { id: form.completes }) : null;
    // Somebody was quicker, in the tab or in Outlook: what the card showed is over.
    if (form.completes && planned?.status !== 'planned')
      return showCompany(turn, form.companyId, say('assistant.alreadyLogged'));
    const { activity, nextContact } = await logActivity(ctx, {
      id: form.card,
      companyId: form.companyId,
      kind: 'call',
      status: 'done',
      outcomeId: form.outcome || null,
      note: form.note?.trim() || null,
      completes: form.completes,
      next: nextOf(turn, form.next),
    });
    return logged(turn, await readCard(ctx, { id: form.companyId }), activity, nextContact);
  });
}

function nextOf({ say }: Turn, chosen: string | undefined) {
  if (!chosen) return undefined;
  if (chosen === 'none') return { none: say('assistant.noNextReason') };
  return { at: chosen, kind: 'call' as const, note: null };
}

type Logged = Awaited<ReturnType<typeof logActivity>>['activity'];

function logged(
  turn: Turn,
  company: CompanyCard,
  activity: Logged,
  nextContact: NextContactView | null,
  others: Parameters<typeof resultCard>[1]['others'] = null,
): Card {
  const { ctx, say, when } = turn;
  return resultCard(turn, {
    title: say(
      activity.status === 'planned' ? `assistant.planned.${activity.kind}` : `assistant.done.${activity.kind}`,
    ),
    company,
    lines: [
      [say('assistant.contact'), activity.contact && literal(activity.contact.name)],
      [say('assistant.when'), activity.status === 'planned' ? when(activity.at) : null],
      [say('assistant.outcome'), activity.outcome && literal(activity.outcome.name)],
      [say('assistant.note'), activity.note && literal(activity.note)],
      [
        say('assistant.nextContact'),
        activity.status === 'planned' ? null : nextContact ? when(nextContact.at) : say('assistant.noneSet'),
      ],
    ],
    changeId: ctx.changeId,
    correct: { activityId: activity.id, companyId: company.id, changeId: ctx.changeId },
    others,
  });
}

/**
 * A sentence: finds whom it is about, writes down what was done and what is next, and answers with what it understood.
 * When several may be meant it asks, with nothing written yet.
 */
export async function logSentence(
  turn: Turn,
  message: string,
  { pressId, assumed = false, companyId }: { pressId: string; assumed?: boolean; companyId?: string },
): Promise<Card | null> {
  const { ctx, user, say } = turn;
  const sentence = readSentence(
    message,
    { now: ctx.clock.now(), timeZone: user.timeZone, locale: user.locale },
    { assumed },
  );
  if (!sentence) return null;
  if (companyId)
    return once(turn, pressId, 'sentence.log', () => writeSentence(turn, message, sentence, companyId, pressId));
  const named = await findMentioned(ctx, sentence);
  if (!('one' in named) && !sentence.company)
    return card([text(say('assistant.whichCompany')), text(say('assistant.whichCompanyHint'), 'quiet')]);
  if (!('one' in named))
    return chooseCompany(turn, named.several, sentence.company ?? sentence.mention, (id) => ({
      verb: 'sentence.log',
      data: { companyId: id, message, assumed, card: pressId },
    }));
  return once(turn, pressId, 'sentence.log', () => writeSentence(turn, message, sentence, named.one.id, pressId));
}

async function writeSentence(
  turn: Turn,
  message: string,
  sentence: Sentence,
  companyId: string,
  pressId: string,
): Promise<Card> {
  const { ctx, say } = turn;
  const company = await readCard(ctx, { id: companyId });
  const contact = sentence.person ? contactNamed(company.contacts, sentence.person) : null;
  const { rows: outcomes } = await readOutcomes(ctx, { archived: false });
  const planned = company.planned[0];
  const now = ctx.clock.now();
  const done = sentence.status === 'done';
  // A call that was due is the one now made; another plan of a later day stays.
  const completes =
    done && planned && planned.kind === sentence.kind && new Date(planned.at) <= endOfDay(now) ? planned.id : undefined;
  const { activity, nextContact } = await logActivity(ctx, {
    id: pressId,
    companyId,
    contactId: contact?.id,
    kind: sentence.kind,
    status: sentence.status,
    at: done ? sentence.at?.toISOString() : sentence.next!.at.toISOString(),
    outcomeId: done ? (outcomeOf(outcomes, sentence, message)?.id ?? null) : null,
    note: sentence.noteWithout(company.name),
    completes,
    next: !done
      ? undefined
      : sentence.none
        ? { none: sentence.none.slice(0, 300) }
        : sentence.next
          ? { at: sentence.next.at.toISOString(), kind: sentence.next.kind, note: null }
          : undefined,
  });
  return logged(turn, company, activity, nextContact, {
    title: say('assistant.otherCompany'),
    verb: 'sentence.elsewhere',
    data: { message, called: sentence.company ?? sentence.mention, changeId: ctx.changeId, companyId },
  });
}

const endOfDay = (now: Date) => new Date(now.getTime() + 24 * 3_600_000);

/** The outcome whose words are in the sentence; else the first that was reached, or was not, as the sentence says. */
function outcomeOf(outcomes: readonly OutcomeView[], { kind, reached }: Sentence, message: string): OutcomeView | null {
  const said = new Set(foldedWords(message).map(stem));
  const fitting = outcomes.filter((outcome) => outcome.kind === kind && outcome.reached === reached);
  const hits = (name: string) => {
    const words = foldedWords(name).filter((word) => word.length > 2);
    const met = words.filter((word) => [...said].some((other) => sameRoot(stem(word), other))).length;
    return words.length ? met / words.length : 0;
  };
  const scored = fitting.map((outcome) => ({ outcome, hits: hits(outcome.name) })).sort((a, b) => b.hits - a.hits);
  return (scored[0] && scored[0].hits >= 0.5 ? scored[0].outcome : fitting[0]) ?? null;
}

const sameRoot = (a: string, b: string) =>
  a.length > 3 && b.length > 3 && (a.startsWith(b.slice(0, 5)) || b.startsWith(a.slice(0, 5)));

/** What was just written, to be set right: it opens with what is there. */
export async function correctForm(
  turn: Turn,
  { activityId, companyId, changeId }: { activityId: string; companyId: string; changeId: string },
): Promise<Card> {
  const { ctx, say } = turn;
  const activity = await viewActivity(ctx, activityId);
  const company = await readCard(ctx, { id: companyId });
  const outcomes = (await readOutcomes(ctx, { archived: false })).rows.filter(({ kind }) => kind === activity.kind);
  const next = company.planned[0];
  const choices = [
    ...(next ? [{ title: `${say('assistant.asItIs')} · ${turn.when(next.at)}`, value: 'same' }] : []),
    ...(await nextChoices(turn, companyId)).filter(({ value }) => value !== 'none'),
  ];
  return card(
    [
      text(literal(company.name), 'title'),
      row([
        activity.status === 'done' && outcomes.length
          ? choice(
              'outcome',
              say('assistant.outcome'),
              outcomes.map(({ id, name }) => ({ title: name, value: id })),
              {
                value: activity.outcome?.id ?? '',
              },
            )
          : null,
        field('note', say('assistant.said'), { value: activity.note ?? '' }),
        choice('next', say('assistant.nextContact'), choices, { value: next ? 'same' : '' }),
        field('nextWords', say('assistant.orInWords'), {
          isMultiline: false,
          placeholder: say('assistant.orInWordsHint'),
        }),
      ]),
    ],
    [
      press(
        say('assistant.save'),
        'activity.save',
        {
          activityId,
          companyId,
          version: activity.version,
          nextId: next?.id,
          nextVersion: next?.version,
          card: turn.ctx.changeId,
          changeId,
        },
        { style: 'positive' },
      ),
      press(say('assistant.cancel'), 'company.show', { companyId }, { associatedInputs: 'none' }),
    ],
  );
}

interface CorrectForm {
  activityId: string;
  companyId: string;
  version: number;
  nextId?: string;
  nextVersion?: number;
  card: string;
  outcome?: string;
  note?: string;
  next?: string;
  nextWords?: string;
}

export async function saveCorrection(turn: Turn, form: CorrectForm): Promise<Card> {
  const { ctx, user } = turn;
  return once(turn, form.card, 'activity.save', async () => {
    const spoken = form.nextWords?.trim()
      ? readWhen(form.nextWords, { now: ctx.clock.now(), timeZone: user.timeZone, locale: user.locale })
      : null;
    if (form.nextWords?.trim() && !spoken)
      throw new AppError(400, 'assistant.noSuchTime', { details: { words: form.nextWords } });
    const at = spoken?.at.toISOString() ?? (form.next && form.next !== 'same' ? form.next : null);
    const { activity } = await changeActivity(ctx, {
      id: form.activityId,
      version: form.version,
      note: form.note?.trim() || null,
      ...(form.outcome ? { outcomeId: form.outcome } : {}),
    });
    let last = activity;
    if (at && form.nextId && form.nextVersion && form.nextId !== form.activityId)
      await changeActivity(ctx, { id: form.nextId, version: form.nextVersion, at });
    else if (at && form.nextId === form.activityId)
      last = (await changeActivity(ctx, { id: form.activityId, version: activity.version, at })).activity;
    else if (at) await logActivity(ctx, { companyId: form.companyId, kind: 'call', status: 'planned', at, note: null });
    const company = await readCard(ctx, { id: form.companyId });
    const next = company.planned[0];
    return logged(
      turn,
      company,
      last,
      next ? { activityId: next.id, at: next.at, kind: next.kind, postponed: next.postponed } : null,
    );
  });
}
