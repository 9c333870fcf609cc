import type { Locale } from '../../kernel/context';
import { foldedWords } from '../../kernel/search-text';
import type { ActivityKind } from '../activities/activity-kinds';
import { readWhen, type When } from './read-when';
import { nameStems, sameStem, stem } from './russian-stem';
import { afterName, doneWords, nextWords, noNext, notReached, prepositions } from './sentence-words';

/** What one sentence of a manager says. */
export interface Sentence {
  kind: ActivityKind;
  status: 'done' | 'planned';
  /** The words among which the company is called: the clause of the deed without its verb and its date. */
  mention: string;
  /** The company as grammar has it, in whatever case; null when none seems to be named. */
  company: string | null;
  /** Somebody's name, when the sentence tells him from the company: «с Ивановым из Ромашки». */
  person: string | null;
  reached: boolean;
  /** When it was done, said to be in the past. */
  at: Date | null;
  next: { at: Date; precise: boolean; kind: Exclude<ActivityKind, 'note'> } | null;
  /** Why there will be no next contact. */
  none: string | null;
  /** What was said, once it is known whom it was said of. */
  noteWithout: (companyName: string | null) => string | null;
}

interface Clock {
  now: Date;
  timeZone: string;
  locale: Locale;
}

/**
 * «созвонился с Ромашкой, ждут КП, перезвонить в четверг в 11»: what was done and with whom, what was said, what is next.
 * By rules, not by guessing: the sentence falls into clauses, each of which is about the deed, the next step or what was
 * said. Null when it speaks of no deed and no step.
 *
 * @param assumed the sentence is known to be one («записать Ромашка, думают»): without a verb it was a call
 */
export function readSentence(text: string, clock: Clock, { assumed = false } = {}): Sentence | null {
  const parts = clauses(text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('ё', 'е'));
  const deed = parts.find((part) => kindOf(doneWords, part) && !promised.test(before(part, doneWords)));
  const result: Omit<Sentence, 'noteWithout' | 'company' | 'person'> = {
    kind: (deed ? kindOf(doneWords, deed) : null) ?? 'call',
    status: 'done',
    mention: '',
    reached: !parts.some((part) => notReached.test(part)),
    at: null,
    next: null,
    none: null,
  };
  // What was said, in order; the clause that names the company stands at its own place.
  const notes: { text: string; mention: boolean }[] = [];
  const loose: { when: When; note: (typeof notes)[number] }[] = [];
  let step: string | null = null;
  const say = (said: string, mention = false) => {
    const note = { text: said, mention };
    notes.push(note);
    return note;
  };

  for (const part of parts) {
    if (noNext.test(part)) {
      result.none = part;
      const left = part.replace(noNext, ' ').trim();
      if (left && part === parts[0]) say(left, true);
      continue;
    }
    const nextKind = part === deed ? null : kindOf(nextWords, part);
    if (part === deed) {
      const { rest, at, next } = readDeed(part, clock);
      result.at = at;
      result.next ??= next;
      say(without(rest, doneWords), true);
    } else if (nextKind) {
      const when = readWhen(part, clock);
      const left = tidy(without(without(when?.rest ?? part, nextWords), nextWords));
      if (when)
        result.next = result.next && step ? result.next : { at: when.at, precise: when.precise, kind: nextKind };
      if (!step && !deed) say(left, true);
      else if (left.split(' ').length > 1 || !when) say(when ? left : part);
      step ??= part;
    } else {
      const when = readWhen(part, clock);
      const note = say(when ? when.rest : part, part === parts[0]);
      if (when) loose.push({ when, note });
    }
  }
  if (!deed && !step && !assumed && result.none === null) return null;

  const [promise] = loose;
  if (!result.next && result.none === null && promise && promise.when.at > clock.now)
    result.next = { at: promise.when.at, precise: promise.when.precise, kind: 'call' };
  // A date that was not taken for the next step stays with what was said.
  if (!deed && !assumed && step && result.none === null && notes.every(({ mention }) => mention)) {
    // Nothing was done and nothing was said: it is a plan.
    if (!result.next) return null;
    result.status = 'planned';
    result.kind = result.next.kind;
  }

  const mentions = notes.filter(({ mention }) => mention);
  result.mention = mentions.map(({ text: words }) => words).join(' ');
  const guess = mentions.map(({ text: words }) => guessName(words)).find(({ company }) => company) ?? {
    company: null,
    person: null,
  };
  return {
    ...result,
    ...guess,
    noteWithout: (companyName) =>
      notes
        .map(({ text: words, mention }) => (mention ? withoutName(words, companyName) : tidy(words)))
        .filter(Boolean)
        .join(', ') || null,
  };
}

const promised = /прос(?:ил|ят)|обеща|обязал/i;

/** The clause of the deed: when it was, or what it sets for later, and the words left of it. */
function readDeed(part: string, clock: Clock): { rest: string; at: Date | null; next: Sentence['next'] } {
  const past =
    /(?<![\p{L}])(?:вчера|позавчера|утром|сегодня|yesterday|ago|назад|прошл)/iu.test(part) ||
    /(?:^|\s)(?:в|во) (?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)\p{L}* \p{L}/iu.test(part);
  const was = past ? readWhen(part, { ...clock, past: true }) : null;
  if (was && was.at <= clock.now) return { rest: was.rest, at: was.at, next: null };
  const later = readWhen(part, clock);
  if (later && later.at > clock.now)
    return { rest: later.rest, at: null, next: { at: later.at, precise: later.precise, kind: 'call' } };
  // «сегодня утром» before it is noon: today, whenever.
  return { rest: later?.rest ?? part.replace(/(?<![\p{L}])(?:сегодня|today)(?![\p{L}])/iu, ' '), at: null, next: null };
}

type Words = readonly (readonly [ActivityKind, RegExp])[];
const kindOf = <T extends Words>(words: T, part: string): T[number][0] | undefined =>
  words.find(([, pattern]) => pattern.test(part))?.[0];
const found = (words: Words, part: string): RegExpExecArray | null =>
  words
    .map(([, pattern]) => pattern.exec(part))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index)[0] ?? null;
const before = (part: string, words: Words) => part.slice(0, found(words, part)?.index ?? 0);
/** A verb goes; «встреча с Ромашкой прошла хорошо» keeps what stands between. */
const without = (part: string, words: Words) => {
  const match = found(words, part);
  if (!match) return part;
  const [whole] = match;
  const kept = whole.includes(' ')
    ? whole.replace(/^(?:встреча|созвон)|(?:прошла|состоялась|состоялся|была|был|сорвалась|отменилась|прошел)$/giu, '')
    : '';
  return `${part.slice(0, match.index)} ${kept === whole ? '' : kept} ${part.slice(match.index + whole.length)}`
    .replace(/\s+/g, ' ')
    .trim();
};

const edge =
  'и|а|но|то|на|в|во|к|с|со|до|от|из|для|там|уже|только|еще|раз|опять|снова|всё|with|and|then|on|at|by|to|the|a|they|in|again|from';
const edges = new RegExp(`^(?:(?:${edge})(?![\\p{L}])[\\s,]*)+|(?:[\\s,]*(?<![\\p{L}])(?:${edge}))+$`, 'giu');
/** Without the little words at its ends. */
const tidy = (text: string) =>
  text
    .replace(/^[\s:,.\-–—]+|[\s:,\-–—]+$/g, '')
    .replace(edges, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What is left when the company's name and the words that lead to it are taken out. */
function withoutName(text: string, companyName: string | null): string {
  const stems = companyName ? nameStems(companyName) : [];
  const words = text.split(/\s+/).filter(Boolean);
  const isName = words.map((word) => foldedWords(word).some((part) => stems.some((one) => sameStem(one, stem(part)))));
  const legalForm = words.map((word) => /^(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ТОО|компани\p{L}*|фирм\p{L}*)$/iu.test(bare(word)));
  const kept = words.filter((word, index) => {
    if (isName[index]) return false;
    const leads = (at: number): boolean => isName[at] === true || (legalForm[at] === true && leads(at + 1));
    return !((prepositions.test(word) || legalForm[index]) && leads(index + 1));
  });
  return tidy(kept.join(' '));
}

/**
 * Who it was about, by grammar: quotes name a company, «из», «в», «у» stand before one, «с Ивановым из Ромашки» tells a
 * person from it; else whoever is named first.
 */
function guessName(text: string): { company: string | null; person: string | null } {
  const quoted = /[«"“„]([^»"”“]{2,80})[»"”“]/u.exec(text);
  if (quoted) return { company: quoted[1]!.trim(), person: null };
  const names: { by: string; name: string }[] = [];
  const words = text.split(/\s+/).filter(Boolean);
  let place = 0;
  while (place < words.length) {
    let by = '';
    while (place < words.length && prepositions.test(words[place]!)) by = words[place++]!;
    const name: string[] = [];
    while (
      place < words.length &&
      name.length < 4 &&
      !afterName.test(bare(words[place]!)) &&
      !(name.length > 0 && prepositions.test(words[place]!))
    )
      name.push(bare(words[place++]!));
    if (name.length === 0) break;
    names.push({ by, name: name.join(' ') });
  }
  const company = names.find(({ by }) => /^(?:из|в|во|у|от|from|at|of|компани|фирм|company)/i.test(by)) ?? names[0];
  const person = company && names[0] !== company && /^(?:с|со|with|to)$/i.test(names[0]!.by) ? names[0]!.name : null;
  return { company: company?.name ?? null, person };
}

const bare = (word: string) => word.replace(/^[«"“(]+|[»"”),.:;!?]+$/g, '');

/** Clauses: at commas and their kin outside quotes, and before a word of what is next. */
function clauses(text: string): string[] {
  const parts: string[] = [];
  let quote = false;
  let part = '';
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]!;
    if (/[«“„]/.test(sign)) quote = true;
    else if (/[»”]/.test(sign)) quote = false;
    else if (sign === '"') quote = !quote;
    const dot =
      sign === '.' &&
      (i === text.length - 1 || /\s/.test(text[i + 1]!)) &&
      !/(?:^|[\s(])(?:ул|г|д|стр|им|тел|тыс|руб|шт|след|кв|оф)$/iu.test(part);
    const dash = /[-–—]/.test(sign) && /\s/.test(text[i - 1] ?? '') && /\s/.test(text[i + 1] ?? '');
    const colon = sign === ':' && /\s/.test(text[i + 1] ?? ' ');
    if (
      !quote &&
      (/[,;\n!?]/.test(sign) || dot || dash || colon) &&
      !(sign === ',' && /\d/.test(text[i + 1] ?? '') && /\d/.test(text[i - 1] ?? ''))
    ) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  parts.push(part);
  return parts
    .flatMap((clause) => (noNext.test(clause) ? [clause] : beforeNext(clause)))
    .map((clause) => clause.replace(/^\s*(?:и|а|но|and|then)\s+/iu, '').trim())
    .filter(Boolean);
}

const opener =
  /(?:^|\s)((?:они |он |она |мы )?(?:и |а |но )?(?:просил[аи]?|просят|просит|попросил[аи]?|надо|нужно|договорил[а-я]* (?:о|на|об|про)?|обещал[аи]?|назначил[аи]? ?(?:на)?|следующ[а-я]+|след|asked(?: me| us)? to|need to|should|agreed to|will|to))\.?\s*$/iu;

/** «созвонился с Ромашкой перезвонить в четверг»: two clauses without a comma. */
function beforeNext(part: string): string[] {
  const done = found(doneWords, part);
  const from = done ? done.index + done[0].length : 0;
  const next = found(nextWords, part.slice(from));
  if (!next) return [part];
  const index = from + next.index;
  const head = part.slice(0, index);
  // «просили перезвонить», «надо позвонить», «договорились о встрече» begin with their own verb.
  const opened = opener.exec(head);
  const cut = opened ? head.length - opened[0].trimStart().length : index;
  const first = part.slice(0, cut).trim();
  if (first.length < 3 || !(done || (opened && first.split(' ').length > 3))) return [part];
  return [first, part.slice(cut)];
}
