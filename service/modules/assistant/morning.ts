import { card, facts, literal, open, press, text } from '../../kernel/cards';
import { chatLink } from '../../kernel/links';
import type { Ctx } from '../../kernel/context';
import { toNumber } from '../../kernel/dialect';
import { idOf } from '../../kernel/id';
import { defineJob, enqueue } from '../../kernel/jobs';
import { inList, raw, sql } from '../../kernel/sql';
import { countCalls, readCallList } from '../activities/activities.public';
import { comingBirthdays } from '../companies/companies.public';
import { kpiOf, periodOf, weekPace } from '../kpi/kpi.public';
import { notify, settingsOf, usualSettings } from '../notifications/notifications.public';
import { findOffers } from '../offers/offers.public';
import { absenceDays, identityOf } from '../users/users.public';
import { addDays, isOfficeDay, loadCalendar, zoneClock } from '../working-time/working-time.public';
import { callRows } from './cards/call-list-card';
import { turnOf, type Turn } from './conversation';

/**
 * What comes of itself, each at the person's own hour and on the person's working days: the morning digest and the birthdays, on
 * Wednesday afternoon and Friday morning what the week lacks, on Monday the heads' week.
 */
const kinds = ['digest', 'shortfall', 'headsWeek'] as const;
type Kind = (typeof kinds)[number];

/** A service that slept through the hour still says good morning for so long, in minutes. */
const grace = 180;
/** More often than that is a habit, and the head should know. */
const postponedOften = 3;
const wednesday = 1 << 2;
const friday = 1 << 4;
const monday = 1;

interface Person {
  id: string;
  timeZone: string;
  digestMinute: number | null;
}

/** Whose hour has come: leaves one job a person, kind and day; asked every five minutes, by any number of processes. */
export const lookAtClocks = defineJob({
  kind: 'assistant.clocks',
  run: async (job) => {
    const { database, clock } = job.deps;
    const people = await database.read.rows<Person>(sql`
      select u.id as id, u.timeZone as timeZone, s.digestMinute as digestMinute from user_account u
      left join notice_settings s on s.id = u.id where u.status = 'active' and u.deletedAt is null`);
    const now = clock.now();
    const due = people.flatMap((person) =>
      dueNow(person, now).map((kind) => ({ person, kind, ...zoneClock(now, person.timeZone) })),
    );
    const wanted = due.map(({ person, kind, date }) => ({
      id: idOf('assistant', kind, person.id, date),
      kind,
      userId: person.id,
      date,
    }));
    for (let from = 0; from < wanted.length; from += 500) {
      const some = wanted.slice(from, from + 500);
      await job.transaction(async (ctx) => {
        const known = await ctx.db.rows<{ id: string }>(
          sql`select id from job where ${inList(
            raw('id'),
            some.map(({ id }) => id),
          )}`,
        );
        const left = new Set(known.map(({ id }) => id));
        for (const { id, kind, userId, date } of some)
          if (!left.has(id)) await enqueue(ctx, 'assistant.say', { kind, userId, date }, { key: id });
      });
    }
  },
});

function dueNow({ timeZone, digestMinute }: Person, now: Date): Kind[] {
  const { minute, dayBit } = zoneClock(now, timeZone);
  const morning = digestMinute ?? usualSettings.digestMinute;
  const since = (start: number) => minute >= start && minute < start + grace;
  return kinds.filter((kind) => {
    if (kind === 'digest') return since(morning);
    if (kind === 'headsWeek') return dayBit === monday && since(morning);
    return (dayBit === wednesday && since(15 * 60)) || (dayBit === friday && since(10 * 60));
  });
}

/** Says one of them to one person, with his rights, unless he has the day off. */
export const sayOne = defineJob({
  kind: 'assistant.say',
  run: async (job, payload) => {
    const { kind, userId, date } = payload as { kind: Kind; userId: string; date: string };
    const user = await identityOf(job.deps, userId);
    if (!user?.grants.has('companies.read')) return;
    await job.transaction(
      async (ctx) => {
        if (!(await worksOn(ctx, userId, date))) return;
        const turn = turnOf(ctx);
        if (kind === 'digest') await sayGoodMorning(turn, date);
        else if (kind === 'shortfall') await sayShortfall(turn, date);
        else await sayHeadsWeek(turn, date);
      },
      { user, locale: user.locale },
    );
  },
});

async function worksOn(ctx: Ctx, userId: string, date: string): Promise<boolean> {
  const absent = await absenceDays(ctx, userId, date);
  return isOfficeDay(await loadCalendar(ctx), date) && !absent(date);
}

async function sayGoodMorning(turn: Turn, date: string): Promise<void> {
  const { ctx, user, say, count } = turn;
  const settings = await settingsOf(ctx, user.id);
  const counts = await countCalls(ctx, { owner: user.id });
  const { rows: birthdays } = await comingBirthdays(ctx, { days: settings.birthdayDays, owner: user.id });
  await sayBirthdays(turn, birthdays, addDays(date, settings.birthdayDays));

  const calls = counts.today.value + counts.overdue.value;
  const overdue = await overdueOffers(turn);
  if (calls === 0 && birthdays.length === 0 && overdue.length === 0) return;
  const { rows } = await readCallList(ctx, { owner: user.id, date, limit: 5 });
  const pace = await weekPace(ctx, user);
  const celebrate = birthdays
    .slice(0, 5)
    .map(({ name, company, date: day }) => `${literal(name)}, ${literal(company.name)} — ${dayAndMonth(turn, day)}`);
  const title = say('assistant.morning', { companies: count('assistant.companies', calls) });
  const plain = [
    say('assistant.morningLine', { today: counts.today.value, overdue: counts.overdue.value }),
    say('assistant.morningWeek', { done: pace.calls.done, norm: pace.calls.norm }),
    ...overdue.map(({ line }) => line),
    ...celebrate,
  ];
  await notify(ctx, {
    userId: user.id,
    kind: 'digest',
    about: `digest:${date}`,
    link: '/calls',
    compose: () => ({
      title,
      body: plain.join('\n'),
      card: card(
        [
          text(title, 'title'),
          text(plain.slice(0, 2).join(' · '), 'quiet'),
          ...callRows(turn, rows),
          overdue.length ? text(`**${say('assistant.overdueOffers')}**`, 'alarm', { spacing: 'Medium' }) : null,
          ...overdue.map(({ line }) => text(line, 'quiet')),
          celebrate.length ? text(`**${say('assistant.birthdays')}**`, 'plain', { spacing: 'Medium' }) : null,
          ...celebrate.map((line) => text(line, 'quiet')),
        ],
        [
          calls ? press(say('assistant.startCalling'), 'call.next', {}) : null,
          press(say('assistant.list.today'), 'calls.show', { list: 'today' }),
          counts.overdue.value ? press(say('assistant.list.overdue'), 'calls.show', { list: 'overdue' }) : null,
          overdue[0]
            ? press(say('assistant.redate', { number: overdue[0].number }), 'offer.redate', { offerId: overdue[0].id })
            : null,
          press(say('assistant.settings'), 'settings.show', {}),
          open(say('notices.open'), chatLink(ctx.settings, '/calls')),
        ],
        title,
      ),
    }),
  });
}

/** Open offers whose term ran out, the longest ago first. No sums: money is not said by a bot (the store's rule). */
async function overdueOffers({ ctx, user }: Turn): Promise<{ id: string; number: string; line: string }[]> {
  if (!user.grants.has('deals.read')) return [];
  const { rows } = await findOffers(ctx, { owner: user.id, overdue: true, sort: 'due', limit: 5 });
  return rows.map(({ id, number, company }) => ({ id, number, line: `${literal(number)} · ${literal(company.name)}` }));
}

const dayAndMonth = ({ user }: Turn, day: string) =>
  new Intl.DateTimeFormat(user.locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** Each birthday once, so many days ahead. */
async function sayBirthdays(
  turn: Turn,
  rows: Awaited<ReturnType<typeof comingBirthdays>>['rows'],
  lastDay: string,
): Promise<void> {
  const { ctx, user, say } = turn;
  for (const one of rows.filter(({ date }) => date <= lastDay).slice(0, 50))
    await notify(ctx, {
      userId: user.id,
      kind: 'birthday',
      about: `birthday:${one.contactId}:${one.date}`,
      link: `/companies/${one.company.id}`,
      companyId: one.company.id,
      compose: () => ({
        title: say('assistant.birthday', { name: one.name, day: dayAndMonth(turn, one.date) }),
        body: [one.company.name, one.position].filter(Boolean).join(', '),
      }),
    });
}

async function sayShortfall(turn: Turn, date: string): Promise<void> {
  const { ctx, user, say, count } = turn;
  if (!user.grants.has('activities.write')) return;
  const pace = await weekPace(ctx, user);
  const calls = Math.max(0, pace.calls.norm - pace.calls.done);
  const meetings = Math.max(0, pace.meetings.norm - pace.meetings.done);
  const offers = Math.max(0, pace.offers.norm - pace.offers.done);
  const mine = await ctx.db.row(
    sql`select min(id) as id from company where ownerId = ${user.id} and deletedAt is null having count(*) > 0`,
  );
  if (!mine || calls + meetings + offers === 0) return;
  const parts = [
    calls ? count('assistant.calls', calls) : null,
    meetings ? count('assistant.meetings', meetings) : null,
    offers ? count('assistant.offers', offers) : null,
  ];
  const title = say('assistant.shortfall', { what: parts.filter(Boolean).join(', ') });
  await notify(ctx, {
    userId: user.id,
    kind: 'shortfall',
    about: `shortfall:${date}`,
    link: '/calls?callableNow=true',
    compose: () => ({
      title,
      body: say('assistant.shortfallWhy', { done: pace.calls.done, norm: pace.calls.norm }),
      card: card(
        [
          text(title, 'title'),
          facts([
            [say('assistant.weekCalls'), `${pace.calls.done} / ${pace.calls.norm}`],
            [say('assistant.weekMeetings'), `${pace.meetings.done} / ${pace.meetings.norm}`],
            [say('assistant.weekOffers'), `${pace.offers.done} / ${pace.offers.norm}`],
          ]),
        ],
        [
          calls
            ? press(say('assistant.give', { companies: count('assistant.companies', calls) }), 'shortfall.give', {
                wanted: Math.min(calls, 500),
              })
            : null,
          press(say('assistant.list.today'), 'calls.show', { list: 'today' }),
          open(say('notices.open'), chatLink(ctx.settings, '/calls')),
        ],
        title,
      ),
    }),
  });
}

/** Next contacts that were put off again and again, by their manager. */
async function serialPostponed(ctx: Ctx, people: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db.rows<{ ownerId: string; found: number | string }>(sql`
    select ownerId, count(*) as found from company
    where ${inList(raw('ownerId'), people)} and nextPostponed > ${postponedOften} and deletedAt is null group by ownerId`);
  return new Map(rows.map(({ ownerId, found }) => [ownerId, toNumber(found)]));
}

/** Last week of everybody whose companies one may hand over, told to heads and administrators. */
async function sayHeadsWeek(turn: Turn, date: string): Promise<void> {
  const { ctx, user, say } = turn;
  const reach = user.grants.get('companies.assign');
  if (!reach || reach === 'own') return;
  const people = (
    await ctx.db.rows<{ id: string; name: string; timeZone: string }>(sql`
      select u.id as id, u.name as name, u.timeZone as timeZone from user_account u
      where u.status = 'active' and u.deletedAt is null and exists (select 1 from company c where c.ownerId = u.id and c.deletedAt is null)
      order by u.name, u.id`)
  ).filter(({ id }) => reach === 'all' || user.department.has(id));
  if (people.length === 0) return;
  const rows = await kpiOf(ctx, people, periodOf('week', addDays(date, -7)));
  const postponed = await serialPostponed(
    ctx,
    people.map(({ id }) => id),
  );
  const lines = rows.map((row) => ({ row, postponed: postponed.get(row.user.id) ?? 0 }));
  const short = rows.filter(({ calls, norm }) => calls < norm.calls).length;
  const title = short
    ? say('assistant.headsWeekShort', { short, of: lines.length })
    : say('assistant.headsWeekFine', { of: lines.length });
  const said = lines.map(({ row, postponed: count }): [string, string] => [
    literal(row.user.name),
    [
      say('assistant.headsLine', {
        calls: row.calls,
        callsNorm: row.norm.calls,
        meetings: row.meetings,
        meetingsNorm: row.norm.meetings,
        offers: row.offers,
        offersNorm: row.norm.offers,
        processed: row.base ? Math.floor((100 * row.processed) / row.base) : 0,
      }),
      ...(count ? [say('assistant.headsPostponed', { count })] : []),
    ].join(', '),
  ]);
  await notify(ctx, {
    userId: user.id,
    kind: 'headsWeek',
    about: `headsWeek:${date}`,
    link: `/kpi?day=${addDays(date, -7)}`,
    compose: () => ({
      title,
      body: said.map(([name, words]) => `${name}: ${words}`).join('\n'),
      card: card(
        [text(title, 'title'), facts(said.slice(0, 50))],
        [open(say('notices.open'), chatLink(ctx.settings, `/kpi?day=${addDays(date, -7)}`))],
        title,
      ),
    }),
  });
}

/** Cards are remembered for as long as anybody may press them again: a Teams card lives for weeks. */
const keepPressesDays = 60;
export const forgetPresses = defineJob({
  kind: 'assistant.forget',
  run: (job) =>
    job.transaction(async (ctx) => {
      const old = new Date(ctx.clock.now().getTime() - keepPressesDays * 86_400_000);
      await ctx.db.run(sql`delete from card_press where at < ${old}`);
    }),
});
