import {
  card,
  choice,
  facts,
  field,
  literal,
  open,
  press,
  row,
  text,
  type Card,
  type Element,
} from '../../../kernel/cards';
import { chatLink } from '../../../kernel/links';
import type { CompanyCard } from '../../companies/companies.contract';
import { proposeDates, readOutcomes } from '../../activities/activities.public';
import { newCardId, type Turn } from '../conversation';

const noNextValue = 'none';

/** What one may choose for the next contact: dates that fit both sides, or none. */
export async function nextChoices({ ctx, user, say }: Turn, companyId: string) {
  const dated = (at: string) =>
    new Intl.DateTimeFormat(user.locale, {
      timeZone: user.timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(at));
  const { rows } = await proposeDates(ctx, { companyId });
  return [
    ...rows.map(({ key, at }) => ({ title: `${say(`assistant.preset.${key}`)} · ${dated(at)}`, value: at })),
    { title: say('assistant.noNext'), value: noNextValue },
  ];
}

/** The local time at the company, and whether it answers now. */
function clockOf({ ctx, user, say }: Turn, { timeZone, callWindow }: CompanyCard): string {
  const time = new Intl.DateTimeFormat(user.locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ctx.clock.now());
  return `${time} · ${say(callWindow.callable ? 'assistant.callable' : 'assistant.notCallable')}`;
}

/** Who it is, what was last, what is next. */
export function companyHead(turn: Turn, company: CompanyCard): Element[] {
  const { say, when } = turn;
  const next = company.planned[0];
  const contact = company.contacts.find(({ id }) => id === next?.contact?.id) ?? company.contacts[0];
  const phone = contact?.phones[0] ?? company.phones[0];
  const last = company.activities[0];
  const elements: (Element | null)[] = [
    text(literal(company.name), 'title'),
    text(
      [say(`assistant.status.${company.status}`), company.city && literal(company.city), clockOf(turn, company)]
        .filter(Boolean)
        .join(' · '),
      'quiet',
    ),
    facts([
      [say('assistant.contact'), contact && literal([contact.name, contact.position].filter(Boolean).join(', '))],
      [say('assistant.phone'), phone && (phone.e164 ? `[${phone.text}](tel:${phone.e164})` : literal(phone.text))],
      [
        say('assistant.nextContact'),
        next
          ? `${when(next.at)}${next.postponed ? ` · ${say('assistant.postponed', { times: next.postponed })}` : ''}`
          : say('assistant.noneSet'),
      ],
      [
        say('assistant.last'),
        last && literal([when(last.at), last.outcome?.name, last.note].filter(Boolean).join(' · ').slice(0, 300)),
      ],
    ]),
  ];
  return elements.filter((element) => element !== null);
}

/** The company with the form to write a call down: outcome and next contact are two taps, a note when there is one. */
export async function companyCard(
  turn: Turn,
  company: CompanyCard,
  { notice, undone = false }: { notice?: string; undone?: boolean } = {},
): Promise<Card> {
  const { ctx, say } = turn;
  const link = open(say('notices.open'), chatLink(ctx.settings, `/companies/${company.id}`));
  const top = [notice ? text(notice, undone ? 'good' : 'alarm') : null, ...companyHead(turn, company)];
  if (!company.can.logActivity) return card(top, [link], company.name);

  const outcomes = (await readOutcomes(ctx, { archived: false })).rows.filter(({ kind }) => kind === 'call');
  const choices = await nextChoices(turn, company.id);
  const planned = company.planned[0];
  const about = {
    companyId: company.id,
    card: newCardId(turn),
    ...(planned ? { completes: planned.id, version: planned.version } : {}),
  };
  return card(
    [
      ...top,
      row([
        choice(
          'outcome',
          say('assistant.outcome'),
          outcomes.map(({ id, name }) => ({ title: name, value: id })),
          {
            value: outcomes[0]?.id ?? '',
          },
        ),
        field('note', say('assistant.said'), { placeholder: say('assistant.saidHint') }),
        choice('next', say('assistant.nextContact'), choices, { value: choices[1]?.value ?? '' }),
      ]),
    ],
    [
      press(say('assistant.log'), 'activity.log', about, { style: 'positive' }),
      planned ? press(say('assistant.move'), 'activity.move', about) : null,
      press(say('assistant.nextCall'), 'call.next', { skip: [company.id] }, { associatedInputs: 'none' }),
      link,
    ],
    company.name,
  );
}

/** What was written, with the way back. */
export function resultCard(
  turn: Turn,
  result: {
    title: string;
    company: { id: string; name: string };
    lines: readonly (readonly [string, string | null | undefined])[];
    changeId?: string;
    correct?: object;
    others?: { title: string; verb: string; data: object } | null;
  },
): Card {
  const { ctx, say } = turn;
  const cardId = newCardId(turn);
  return card(
    [text(`✔ ${result.title}`, 'good'), text(literal(result.company.name), 'title'), facts(result.lines)],
    [
      press(say('assistant.nextCall'), 'call.next', { skip: [result.company.id] }),
      result.changeId
        ? press(say('assistant.undo'), 'change.undo', {
            changeId: result.changeId,
            companyId: result.company.id,
            card: cardId,
          })
        : null,
      result.correct ? press(say('assistant.correct'), 'activity.correct', result.correct) : null,
      result.others ? press(result.others.title, result.others.verb, result.others.data) : null,
      open(say('notices.open'), chatLink(ctx.settings, `/companies/${result.company.id}`)),
    ],
    `${result.title}: ${result.company.name}`,
  );
}
