import type { Card } from '../../../kernel/cards';
import { countCalls, readCallList } from '../../activities/activities.public';
import { addDays, localDateOf } from '../../working-time/working-time.public';
import { callListCard } from '../cards/call-list-card';
import type { Turn } from '../conversation';

export const callLists = ['today', 'tomorrow', 'overdue'] as const;
type CallListName = (typeof callLists)[number];

const pageSize = 5;

/** «мои звонки сегодня», «завтра», «просроченные»: one's own, the most overdue first. */
export async function showCalls(turn: Turn, list: CallListName, after?: string): Promise<Card> {
  const { ctx, user, say, count } = turn;
  const today = localDateOf(ctx.clock.now(), user.timeZone);
  const filter = {
    owner: user.id,
    ...(list === 'overdue' ? { bucket: 'overdue' as const } : { date: list === 'today' ? today : addDays(today, 1) }),
  };
  const page = await readCallList(ctx, { ...filter, limit: pageSize, after });
  const counts = await countCalls(ctx, { owner: user.id });
  const words = (name: 'today' | 'tomorrow' | 'overdue') =>
    `${say(`assistant.list.${name}`)}: ${counts[name].value}${counts[name].capped ? '+' : ''}`;
  const total = list === 'today' ? counts.today.value + counts.overdue.value : counts[list].value;
  return callListCard(turn, {
    title: `${say(`assistant.title.${list}`)} — ${count('assistant.companies', total)}`,
    subtitle: [words('overdue'), words('today'), words('tomorrow')].join(' · '),
    rows: page.rows,
    more: page.next ? { verb: 'calls.show', data: { list, after: page.next } } : null,
    link: list === 'overdue' ? '/calls?bucket=overdue' : list === 'tomorrow' ? '/calls?bucket=tomorrow' : '/calls',
    empty: say(`assistant.empty.${list}`),
    others: callLists
      .filter((other) => other !== list)
      .map((other) => ({ title: say(`assistant.list.${other}`), verb: 'calls.show', data: { list: other } })),
  });
}

/** The first that may be called now of what is overdue and for today, leaving out those passed over. */
export async function nextToCall({ ctx, user }: Turn, skip: readonly string[]): Promise<string | null> {
  const today = localDateOf(ctx.clock.now(), user.timeZone);
  for (const callableNow of [true, undefined]) {
    const { rows } = await readCallList(ctx, { owner: user.id, date: today, callableNow, limit: 20 + skip.length });
    const found = rows.find(({ id }) => !skip.includes(id));
    if (found) return found.id;
  }
  return null;
}

/** Companies to make up what the week lacks: callable now, those due first, then those without a date. */
export async function giveCompanies(turn: Turn, wanted: number, after?: string): Promise<Card> {
  const { ctx, user, say, count } = turn;
  const filter = { owner: user.id, callableNow: true };
  const due = await readCallList(ctx, { ...filter, limit: Math.min(wanted, 100) });
  const spare =
    due.rows.length < wanted
      ? (await readCallList(ctx, { ...filter, bucket: 'none', limit: Math.min(wanted - due.rows.length, 100) })).rows
      : [];
  const rows = [...due.rows, ...spare].slice(0, wanted);
  const from = Number(after ?? 0);
  return callListCard(turn, {
    title: say('assistant.given', { companies: count('assistant.companies', rows.length) }),
    subtitle: say('assistant.givenWhy'),
    rows: rows.slice(from, from + pageSize),
    more:
      from + pageSize < rows.length
        ? { verb: 'shortfall.give', data: { wanted, after: String(from + pageSize) } }
        : null,
    link: '/calls?callableNow=true',
    empty: say('assistant.empty.given'),
  });
}
