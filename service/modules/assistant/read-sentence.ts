import type { Locale } from '../../kernel/context';
import type { ActivityKind } from '../activities/activity-kinds';
import { readWhen, type When } from './read-when';
import { afterName, doneWords, nextWords, noNext, notReached, prepositions } from './sentence-words';

/** What one sentence of a manager says. */
export interface Sentence {
  kind: ActivityKind;
  status: 'done' | 'planned';
  /** The company as it was called, in whatever case; null when none was named. */
  company: string | null;
  /** Somebody's name, when the sentence tells him from the company: «с Ивановым из Ромашки». */
  person: string | null;
  reached: boolean;
  note: string | null;
  /** When it was done, said to be in the past. */
  at: Date | null;
  next: { at: Date; precise: boolean; kind: Exclude<ActivityKind, 'note'> } | null;
  /** Why there will be no next contact. */
  none: string | null;
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
  const deed = parts.find(
    (part) => kindOf(doneWords, part) && !/прос(?:ил|ят)|обеща|обязал/i.test(before(part, doneWords)),
  );
  const result: Sentence = {
    kind: (deed ? kindOf(doneWords, deed) : null) ?? 'call',
    status: 'done',
    company: null,
    person: null,
    reached: !notReached.test(text.replaceAll('ё', 'е')),
    note: null,
    at: null,
    next: null,
    none: null,
  };
  const notes: string[] = [];
  const looseDates: { when: When; part: string }[] = [];
  let step: string | null = null;
  for (const part of parts) {
    if (noNext.test(part)) {
      result.none = part;
      continue;
    }
    const nextKind = part === deed ? null : kindOf(nextWords, part);
    if (part === deed) readDeed(part, result, notes, clock);
    else if (nextKind) {
      const when = readWhen(part, clock);
      step = part;
      if (when) {
        result.next ??= { at: when.at, precise: when.precise, kind: nextKind as 'call' };
        const left = said(without(when.rest, nextWords));
        // «перезвонить по счету»: what is to be spoken of belongs to the note.
        if (left.split(' ').length > 1 && !prepositions.test(left.split(' ')[0]!)) notes.push(part);
        else if (!result.company && !deed) nameIn(when.rest, result, nextWords);
      } else notes.push(part);
      if (!result.company && !deed) nameIn(when?.rest ?? part, result, nextWords);
    } else {
      const when = readWhen(part, clock);
      if (when && said(when.rest).length < 25) {
        looseDates.push({ when, part });
        if (said(when.rest)) notes.push(part);
      } else notes.push(part);
    }
  }
  if (!deed && !step && !assumed && !result.none) return null;
  const loose = looseDates[0];
  if (!result.next && loose && (deed || assumed || step)) {
    result.next = { at: loose.when.at, precise: loose.when.precise, kind: 'call' };
    const at = notes.indexOf(loose.part);
    if (at >= 0) notes.splice(at, 1, said(loose.when.rest));
  }
  if (!result.company) leadingName(notes, result);
  if (!deed && !assumed && step && !result.none) {
    // Nothing was done: it is a plan.
    result.status = 'planned';
    result.kind = kindOf(nextWords, step) ?? 'call';
    if (!result.next) return null;
  }
  if (/(?<![\p{L}])(?:встреч|meeting)/iu.test(text) && !result.reached && !deed) result.kind = 'meeting';
  result.note =
    notes
      .map((note) => note.trim())
      .filter(Boolean)
      .join(', ') || null;
  return result;
}

/** The clause of the deed: with whom, when, and what is left of it said. */
function readDeed(part: string, result: Sentence, notes: string[], clock: Clock): void {
  const past =
    /(?<![\p{L}])(?:вчера|позавчера|утром|сегодня|yesterday|ago|назад|прошл)/iu.test(part) ||
    /(?:^|\s)(?:в|во) (?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)/i.test(part);
  const when = past ? readWhen(part, { ...clock, past: true }) : null;
  const usable = when && when.at <= clock.now;
  if (usable) result.at = when.at;
  const later = usable ? null : readWhen(part, clock);
  if (later && !past && later.at > clock.now && !result.next)
    result.next = { at: later.at, precise: later.precise, kind: 'call' };
  const rest = usable ? when.rest : later && !past ? later.rest : part;
  const left = nameIn(rest, result, doneWords);
  if (left) notes.push(left);
}

type Words = readonly (readonly [ActivityKind, RegExp])[];
const kindOf = <T extends Words>(words: T, part: string): T[number][0] | undefined =>
  words.find(([, pattern]) => pattern.test(part))?.[0];
const found = (words: Words, part: string): RegExpExecArray | null => {
  for (const [, pattern] of words) {
    const match = pattern.exec(part);
    if (match) return match;
  }
  return null;
};
const before = (part: string, words: Words) => part.slice(0, found(words, part)?.index ?? 0);
const without = (part: string, words: Words) =>
  part
    .replace(found(words, part)?.[0] ?? '', ' ')
    .replace(/\s+/g, ' ')
    .trim();
/** Without the little words at its ends. */
const said = (text: string) =>
  text
    .replace(
      /^(?:и|а|но|то|на|в|к|до|там|with|and|then|on|at|by)(?![\p{L}])|(?<![\p{L}])(?:и|а|на|в|к|до|and|on|at|by)$/giu,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Finds who it was about in the words around a verb, and answers what is left. Quotes name a company; «из», «в», «у» stand
 * before one, «с Ивановым из Ромашки» tells a person from it.
 */
function nameIn(text: string, result: Sentence, verbs: Words): string {
  const quoted = /[«"“„]([^»"”“]{2,80})[»"”“]/u.exec(text);
  if (quoted && !result.company) {
    result.company = quoted[1]!.trim();
    const around = without(text.replace(quoted[0], ' '), verbs);
    return tail(around);
  }
  const verb = found(verbs, text);
  const ahead = verb ? text.slice(0, verb.index).trim() : '';
  const behind = verb ? text.slice(verb.index + verb[0].length).trim() : text;
  const names = phrases(behind);
  const fromCompany = names.list.find(({ by }) => /^(?:из|в|во|у|от|from|at|of|компани|фирм|company)/i.test(by));
  const first = names.list[0];
  if (!result.company) {
    if (fromCompany && first && fromCompany !== first) {
      result.company = fromCompany.name;
      result.person = first.name;
    } else if (first) result.company = first.name;
    else if (said(ahead) && !/^(?:я|мы|сегодня|вчера|i|we|не|уже|только что|just)$/i.test(said(ahead)))
      result.company = stripPrepositions(said(ahead));
  }
  return names.left;
}

const stripPrepositions = (text: string) =>
  text
    .split(' ')
    .filter((word, index, all) => !(prepositions.test(word) && index < all.length - 1))
    .join(' ') || null;

/** Names after their prepositions, up to a word that no name goes on with; then what is left. */
function phrases(text: string): { list: { by: string; name: string }[]; left: string } {
  const words = text.split(/\s+/).filter(Boolean);
  const list: { by: string; name: string }[] = [];
  let place = 0;
  // «дозвонился только сейчас»: little words between the verb and the name.
  while (
    place < words.length &&
    /^(?:только|что|сейчас|сегодня|опять|снова|еще|раз|им|ему|ей|мне|the|again|just|up|back)$/i.test(words[place]!) &&
    list.length === 0 &&
    !/^что$/i.test(words[place]!)
  )
    place += 1;
  while (place < words.length) {
    const by: string[] = [];
    while (place < words.length && prepositions.test(words[place]!)) by.push(words[place++]!);
    // A name may stand bare right behind the verb: «набрал Ромашку».
    if (by.length === 0 && list.length > 0) break;
    const name: string[] = [];
    while (
      place < words.length &&
      name.length < 4 &&
      !afterName.test(bare(words[place]!)) &&
      !(name.length > 0 && prepositions.test(words[place]!))
    )
      name.push(bare(words[place++]!));
    if (name.length === 0) {
      place -= by.length;
      break;
    }
    list.push({ by: by.at(-1) ?? '', name: name.join(' ') });
  }
  return { list, left: tail(words.slice(place).join(' ')) };
}

const bare = (word: string) => word.replace(/^[«"“(]+|[»"”),.:;!?]+$/g, '');
const tail = (text: string) => {
  const left = text.replace(/^[\s:,.\-–—]+/, '').trim();
  return said(left).length > 2 && !prepositions.test(left) ? left : '';
};

/** «Ромашка: думают, завтра в 10»: the first thing said, when it is short and says nothing else, is whom it was about. */
function leadingName(notes: string[], result: Sentence): void {
  const first = notes[0];
  if (!first) return;
  const words = first.replace(/^[«"“]|[»"”]$/g, '').split(' ');
  const stop = words.findIndex((word, index) => index > 0 && afterName.test(bare(word)));
  const name = (stop < 0 ? words : words.slice(0, stop)).filter(
    (word) => !prepositions.test(word) || words.length === 1,
  );
  if (name.length === 0 || name.length > 4 || afterName.test(bare(words[0]!))) return;
  result.company = name.map(bare).join(' ');
  const left = stop < 0 ? '' : words.slice(stop).join(' ');
  if (left) notes[0] = left;
  else notes.shift();
}

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
      sign === '.' && (i === text.length - 1 || /\s/.test(text[i + 1]!)) && !/(?:^|[\s(])\p{L}{1,3}$/u.test(part);
    const dash = /[-–—]/.test(sign) && /\s/.test(text[i - 1] ?? '') && /\s/.test(text[i + 1] ?? '');
    const colon = sign === ':' && /\s/.test(text[i + 1] ?? ' ');
    if (!quote && (/[,;\n!?]/.test(sign) || dot || dash || colon) && !(sign === ',' && /\d/.test(text[i + 1] ?? ''))) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  parts.push(part);
  return parts
    .flatMap(beforeNext)
    .map((clause) => clause.replace(/^\s*(?:и|а|но|and|then)\s+/iu, '').trim())
    .filter(Boolean);
}

/** «созвонился с Ромашкой перезвонить в четверг»: two clauses without a comma. */
function beforeNext(part: string): string[] {
  const next = found(nextWords, part);
  if (!next || next.index < 3) return [part];
  const head = part.slice(0, next.index);
  // «просили перезвонить», «надо позвонить», «договорились о встрече» begin with their own verb.
  const opened =
    /(?:^|\s)((?:они |он |она |мы )?(?:и |а |но )?(?:просил[аи]?|просят|попросил[аи]?|надо|нужно|договорил[а-я]* (?:о|на|об|про)?|обещал[аи]?|назначил[аи]? ?(?:на)?|следующ[а-я]+|asked(?: me| us)? to|need to|should|agreed to|will|to))\s*$/iu.exec(
      head,
    );
  const cut = opened ? head.length - opened[0].trimStart().length : next.index;
  const first = part.slice(0, cut).trim();
  if (first.length < 3 || !(kindOf(doneWords, first) || first.split(' ').length > 2 || opened)) return [part];
  return [first, part.slice(cut)];
}
