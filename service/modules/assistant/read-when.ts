import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import type { Locale } from '../../kernel/context';
import { rewriteWhen } from './rewrite-when';

export interface When {
  at: Date;
  /** An hour was said; without one it is ten in the morning. */
  precise: boolean;
  /** The text without what spoke of time. */
  rest: string;
}

const usualHour = 10;
/** «аренда на 3 месяца» is how long, not when. */
const span = /^(?:\d+ ?)?(?:дн|день|дня|недел|месяц|год|лет|час|минут)\p{L}*$/iu;

/**
 * The moment a text speaks of, by the person's own clock; null when it speaks of none. A bare hour between one and seven is
 * in the afternoon: nobody calls a customer at three at night. «В четверг» on a Thursday is the next one.
 *
 * @param past looks back («в среду созвонились») instead of ahead
 */
export function readWhen(
  text: string,
  { now, timeZone, locale, past = false }: { now: Date; timeZone: string; locale: Locale; past?: boolean },
): When | null {
  const today = DateTime.fromJSDate(now, { zone: timeZone });
  const russian = /[а-я]/i.test(text) || (locale === 'ru' && !/[a-z]/i.test(text));
  const rewritten = russian
    ? rewriteWhen(text, today)
    : text.replace(/\bafter lunch\b/gi, 'at 2pm').replace(/\bin the morning\b/gi, 'at 10am');
  const found = (russian ? chrono.ru : chrono.en.casual)
    .parse(rewritten, { instant: now, timezone: today.offset }, { forwardDate: !past })
    .filter(({ text: words }) => /[\p{L}:]/u.test(words) && !span.test(words));
  if (found.length === 0) return null;

  const dated = found.find(({ start }) => start.isCertain('day') || start.isCertain('weekday')) ?? found[0]!;
  const timed = [dated, ...found].find(({ start }) => start.isCertain('hour'));
  // «через два часа» and «через неделю»: the distance is what was said, the rest follows from now.
  const relative = /через|in (?:a|an|\d+|half|two|three|few)/i.test(dated.text);
  const precise =
    Boolean(timed) && !(relative && !/час|минут|hour|minute/i.test(timed!.text) && !/:/.test(timed!.text));
  const day = dated.start;
  let hour = precise ? timed!.start.get('hour')! : usualHour;
  const minute = precise ? (timed!.start.get('minute') ?? 0) : 0;
  const meridiem = /утра|ночи|\bam\b|a\.m\.|через|\bin /i.test(timed?.text ?? '') || timed?.start.isCertain('meridiem');
  if (precise && !meridiem && hour >= 1 && hour < 8) hour += 12;
  // «через минуту» is a minute from now, to the second.
  const second = relative && precise ? (day.get('second') ?? 0) : 0;
  const at = DateTime.fromObject(
    { year: day.get('year')!, month: day.get('month')!, day: day.get('day')!, hour, minute, second },
    { zone: timeZone },
  );
  if (!at.isValid) return null;
  // Nobody calls today by its weekday.
  const named = day.isCertain('weekday') && !day.isCertain('day') && !past;
  const moment = named && at.hasSame(today, 'day') ? at.plus({ weeks: 1 }) : at;
  let rest = rewritten;
  for (const { index, text: words } of [...new Set(timed ? [dated, timed] : [dated])].sort((a, b) => b.index - a.index))
    rest = `${rest.slice(0, index)} ${rest.slice(index + words.length)}`;
  return { at: moment.toJSDate(), precise, rest: rest.replace(/\s+/g, ' ').trim() };
}
