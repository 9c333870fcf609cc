import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { legalForms } from '../../kernel/legal-forms';
import { checkInn, splitEmails } from '../companies/companies.public';
import { cityInAddress } from '../working-time/working-time.public';
import type { MailPerson, SignatureView } from './mail.contract';

/** Signatures are short; whatever stands further up is the letter. */
const mostLines = 18;
const longestLine = 300;

/**
 * Reads who wrote a letter out of its signature: the end of the newest letter, above whatever it quotes. What is not
 * there is null; nothing is taken from quoted letters, where the reader's own data stand.
 */
export function readSignature(text: string, from: MailPerson): SignatureView {
  const lines = signatureLines(text);
  const segments = lines.flatMap((line) => line.split(columns)).map((segment) => segment.trim());
  const inn = innIn(lines);
  // Numbers with names of their own are no phones.
  const masked = lines.map((line) => line.replace(numbered, ' '));
  const person = personIn(segments, from.name);
  return {
    name: person ?? from.name,
    position: positionIn(segments, person ?? from.name),
    company: companyIn(segments),
    phones: phonesIn(masked),
    emails: [...new Set([...lines.flatMap((line) => splitEmails(line).valid), from.address])].filter(Boolean),
    site: siteIn(lines),
    inn,
    city: cityIn(lines),
  };
}

// Where it stands ------------------------------------------------------------------------------------------------------

const quoteBegins =
  /^\s*(?:>|-{3,}\s*(?:исходное|пересылаемое|пересланное|original|forwarded)|_{8,}|(?:от кого|от|from|отправитель)\s*:\s*\S|(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)[.,]?\s.{0,80}(?:пишет|написал|wrote)|\d{1,2}[./]\d{1,2}[./]\d{2,4}.{0,100}(?:пишет|написал|пишут)|on .{5,100} wrote:)/iu;
const closing =
  /^\s*(?:--+\s*$|—+\s*$|(?:с|c)\s+(?:(?:наилучшими|лучшими)\s+пожеланиями|уважением|глубоким уважением)|(?:всего доброго|хорошего дня|заранее спасибо|спасибо)[,.!]?\s*$|best regards|kind regards|regards|sincerely|br,)/iu;
const chatter =
  /^\s*(?:отправлено с|sent from|получить outlook|это (?:сообщение|письмо)|данное (?:сообщение|письмо)|this e?-?mail)/iu;

function signatureLines(text: string): string[] {
  const all = text
    .slice(0, 200_000)
    .split(/\r?\n/)
    .map((line) => line.slice(0, longestLine));
  const quoted = all.findIndex((line) => quoteBegins.test(line));
  // A reply written below what it quotes.
  const below = quoted >= 0 && all.slice(0, quoted).every((line) => line.trim() === '');
  const own = below ? all.filter((line) => !/^\s*>/.test(line)) : quoted >= 0 ? all.slice(0, quoted) : all;
  const written = own.filter((line) => line.trim() !== '');
  const small = written.findIndex((line) => chatter.test(line));
  const letter = small > 0 ? written.slice(0, small) : written;
  let at = -1;
  for (let index = letter.length - 1; index >= Math.max(0, letter.length - 2 * mostLines) && at < 0; index -= 1)
    if (closing.test(letter[index]!)) at = index;
  if (at < 0) return letter.slice(-8);
  // «С уважением, Анна Иванова» has the name in the same line.
  const rest = letter[at]!.replace(closing, '').replace(/^[\s,.!—-]+/, '');
  return [...(rest ? [rest] : []), ...letter.slice(at + 1, at + 1 + mostLines)];
}

const columns = /\s*[|•·]\s*|\t+|\s{3,}/u;

// What it says ---------------------------------------------------------------------------------------------------------

const numbered =
  /(?:инн(?:\s*\/\s*кпп)?|кпп|огрн(?:ип)?|окпо|бик|[рк]\s*\/\s*с(?:ч)?|сч[её]т|заказ|договор|заявка|№|исх\.?|вх\.?)[\s.:№#-]*[\d/ -]*\d/giu;

function innIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = /инн(?:\s*\/\s*кпп)?[\s.:№]*(\d{12}|\d{10})(?!\d)/iu.exec(line)?.[1];
    if (found && checkInn(found) === null) return found;
  }
  return null;
}

const extension = /^[\s,;(]*(?:доб(?:авочный)?|вн(?:утр)?|ext)[.:\s№#]*\d{1,6}\)?/iu;

function phonesIn(lines: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const line of lines)
    for (const { number, startsAt, endsAt } of findPhoneNumbersInText(line, 'RU')) {
      const more = extension.exec(line.slice(endsAt))?.[0] ?? '';
      const bracket = startsAt > 0 && line[startsAt - 1] === '(' ? '(' : '';
      const written = `${bracket}${line.slice(startsAt, endsAt)}${more}`.replace(/\s+/g, ' ').trim();
      if (number.isValid() && !found.has(number.number)) found.set(number.number, written);
    }
  return [...found.values()];
}

function siteIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const bare = line.replace(/\S+@\S+/g, ' ');
    const found =
      /(?:https?:\/\/|www\.)[\p{L}\p{N}.-]+\.\p{L}{2,}/iu.exec(bare)?.[0] ??
      /(?<![\p{L}\p{N}.@-])[\p{L}\p{N}][\p{L}\p{N}-]{1,60}\.(?:ru|рф|com|by|kz|org|net|su|example)(?![\p{L}\p{N}])/iu.exec(
        bare,
      )?.[0];
    if (found) return found.toLowerCase();
  }
  return null;
}

/** Only where an address is told: Артём is a town, and a name. */
const addressed = /(?<!\p{L})(?:г\.|город|ул\.|улица|пр\.|пр-т|проспект|пер\.|ш\.|адрес|(?<!\d)\d{6}(?!\d))/iu;

function cityIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const city = addressed.test(line) ? cityInAddress(line.replace(/^\s*адрес\s*:?/iu, '')) : null;
    if (city) return city.name;
  }
  return null;
}

const forms = [...legalForms.map(({ short }) => short), 'LLC', 'Ltd', 'GmbH']
  .sort((a, b) => b.length - a.length)
  .join('|');
const named = new RegExp(
  `(?<![\\p{L}])(?:${forms})\\s+(?:[«"“„][^»"”“]{1,120}[»"”“]+|\\p{Lu}[\\p{L}\\p{N}-]*(?:\\s+\\p{Lu}[\\p{L}\\p{N}-]*){0,4})`,
  'u',
);
const foreign = /\p{Lu}[\p{L}\p{N}&-]*(?:\s\p{Lu}[\p{L}\p{N}&-]*){0,4},?\s(?:LLC|Ltd\.?|GmbH)(?!\p{L})/u;

const companyIn = (segments: readonly string[]): string | null =>
  segments.map((segment) => (named.exec(segment) ?? foreign.exec(segment))?.[0] ?? null).find(Boolean) ?? null;

const job =
  /(?<!\p{L})(?:(?:ген(?:еральный|\.)|исполнительный|коммерческий|технический|финансовый|региональный)?\s*директор|менеджер|начальник|инженер|бухгалтер|специалист|руководитель|заместитель|зам\.|эксперт|закупщик|снабженец|логист|кладовщик|секретарь|помощник|ассистент|юрист|экономист|аналитик|механик|энергетик|технолог|прораб|товаровед|администратор|индивидуальный предприниматель|председатель|управляющий|manager|director|head of|engineer|buyer|specialist|officer|assistant|ceo|cfo)/iu;
const goesOn = /^(?:отдела?|департамента?|службы?|по\s|и\s|управления|группы|of\s|цеха)/iu;

function positionIn(segments: readonly string[], person: string | null): string | null {
  const at = segments.findIndex((segment) => job.test(segment) && segment.length < 120);
  if (at < 0) return null;
  const own = without(segments[at]!, person);
  const more = segments[at + 1];
  const whole = more && goesOn.test(more) && more.length < 80 ? `${own} ${more}` : own;
  return (
    whole
      .replace(named, '')
      .replace(foreign, '')
      .replace(/[\s,;:—–-]+$/u, '')
      .replace(/^[\s,;:—–-]+/u, '') || null
  );
}

const word = '\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?';
const initials = '\\p{Lu}\\.\\s?(?:\\p{Lu}\\.)?';
const fullName = new RegExp(
  `^(?:${word}(?:\\s+${word}){1,2}|${word}\\s+${initials}|${initials}\\s?${word})(?=$|[\\s,(—–-])`,
  'u',
);

/** A line that begins with a person's name; the one that shares a word with the sender's own name first. */
function personIn(segments: readonly string[], sender: string | null): string | null {
  const told = new Set(
    (sender ?? '')
      .toLowerCase()
      .split(/[\s.,]+/)
      .filter((piece) => piece.length > 1),
  );
  const names = segments.flatMap((segment) => {
    const found = fullName.exec(segment.replace(/^[\s,.—–-]+/u, ''))?.[0];
    return found && !job.test(found) && !named.test(segment.slice(0, found.length)) ? [found.trim()] : [];
  });
  const same = names.find((name) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((piece) => told.has(piece)),
  );
  return same ?? (told.size === 0 ? (names[0] ?? null) : null);
}

const without = (segment: string, part: string | null) => (part ? segment.replace(part, '') : segment);
