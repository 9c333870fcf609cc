import { card, literal, open, press, row, text, type Card } from '../../../kernel/cards';
import { chatLink } from '../../../kernel/links';
import type { CallRow } from '../../activities/activities.contract';
import type { Turn } from '../conversation';

/** Companies to call, one a row: who, where and what time it is there, whom to ask for, what was last said. */
export function callRows({ ctx, user, say, when }: Turn, rows: readonly CallRow[]) {
  return rows.map((one) => {
    const time = new Intl.DateTimeFormat(user.locale, {
      timeZone: one.timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(ctx.clock.now());
    const place = [one.city && literal(one.city), time, one.callWindow.callable ? null : say('assistant.notCallable')];
    const who = [one.contact?.name, one.phone?.text].filter(Boolean).join(' · ');
    const due = one.nextContact
      ? `${when(one.nextContact.at)}${one.nextContact.postponed ? ` · ${say('assistant.postponed', { times: one.nextContact.postponed })}` : ''}`
      : null;
    return row(
      [
        text(`**${literal(one.name)}**`),
        text(place.filter(Boolean).join(' · '), 'quiet'),
        due ? text(due, one.bucket === 'overdue' ? 'late' : 'quiet') : null,
        who ? text(literal(who), 'quiet') : null,
        one.lastNote ? text(literal(one.lastNote.slice(0, 140)), 'quiet') : null,
      ],
      press(one.name, 'company.show', { companyId: one.id }),
    );
  });
}

export function callListCard(
  turn: Turn,
  list: {
    title: string;
    subtitle?: string;
    rows: readonly CallRow[];
    /** Verb and data for the rows after these. */
    more?: { verb: string; data: object } | null;
    /** The same list in the tab. */
    link: string;
    empty: string;
    others?: { title: string; verb: string; data: object }[];
  },
): Card {
  const { ctx, say } = turn;
  return card(
    [
      text(list.title, 'title'),
      list.subtitle ? text(list.subtitle, 'quiet') : null,
      ...(list.rows.length ? callRows(turn, list.rows) : [text(list.empty)]),
    ],
    [
      list.rows.length ? press(say('assistant.startCalling'), 'call.next', {}) : null,
      list.more ? press(say('assistant.more'), list.more.verb, list.more.data) : null,
      ...(list.others ?? []).map(({ title, verb, data }) => press(title, verb, data)),
      open(say('notices.open'), chatLink(ctx.settings, list.link)),
    ],
    list.title,
  );
}
