import fc from 'fast-check';
import { findRecord, insertRecord, removeRecord, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import { buildActivity, buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { buildDeal, buildOffer } from '../../test/deal-builders';
import { testApp, type TestApp } from '../../test/test-app';
import { deleteActivity, logActivity, updateActivity } from '../activities/activities.contract';
import { Activity, Outcome } from '../activities/activities.entity';
import { assignCompany } from '../companies/assign-companies';
import type { Company } from '../companies/companies.entity';
import { listDeals } from '../deals/deals.contract';
import { Deal } from '../deals/deals.entity';
import { listOffers } from '../offers/offers.contract';
import type { Offer } from '../offers/offers.entity';
import { undoChange } from '../system/system.contract';
import { Absence } from '../users/users.entity';
import { recountEverybody } from './count-all';
import { burstsOf } from './flags';
import {
  getKpi,
  getKpiSettings,
  listBase,
  listContacts,
  myPace,
  setKpiRule,
  setNorm,
  type KpiRow,
  type PeriodKind,
} from './kpi.contract';
import { periodOf } from './periods';

let app: TestApp;
let head: Person;
let chief: Person;
let departmentId: string;
let reached: Outcome;
let missed: Outcome;
beforeAll(async () => {
  app = await testApp();
  departmentId = (await buildDepartment(app)).id;
  head = await buildUser(app, { role: 'head', departmentId });
  chief = await buildUser(app, { role: 'administrator' });
  const outcome = (name: string) => app.write(async (ctx) => (await findRecord(ctx, Outcome, { kind: 'call', name }))!);
  reached = await outcome('Поговорили');
  missed = await outcome('Не дозвонился');
});
afterAll(() => app.close());

const said = 'Обсудили сроки и комплектацию';
const manager = () => buildUser(app, { departmentId });
/** Done at an hour of Moscow's clock. */
const call = (company: Company, at: string, values: Partial<Activity> = {}) =>
  buildActivity(app, company, {
    status: 'done',
    at: new Date(`2026-${at}+03:00`),
    outcomeId: reached.id,
    note: said,
    ...values,
  });
const kpi = async (who: Person, kind: PeriodKind = 'week', day = '2026-03-12', by = head): Promise<KpiRow> =>
  (await app.call(getKpi, { kind, day, owner: who.id }, by.token)).body.rows[0]!;

describe('what counts', () => {
  test('is evidenced: a talk the exchange measured, or an outcome with what was said', async () => {
    const anna = await manager();
    const company = () => buildCompany(app, { ownerId: anna.id });
    // Counts.
    await call(await company(), '03-10T10:00');
    await call(await company(), '03-10T10:10', { outcomeId: null, note: null, talkSeconds: 20 });
    // Does not.
    await call(await company(), '03-10T11:00', { outcomeId: null });
    await call(await company(), '03-10T11:10', { note: '  коротко  ' });
    await call(await company(), '03-10T11:20', { note: null });
    await call(await company(), '03-10T11:30', { outcomeId: missed.id });
    await call(await company(), '03-10T11:40', { outcomeId: null, note: null, talkSeconds: 19 });
    await call(await company(), '03-10T11:50', { status: 'cancelled' });
    expect(await kpi(anna)).toMatchObject({ calls: 2, companies: 2 });
    const { rows } = (
      await app.call(
        listContacts,
        { kind: 'week', start: '2026-03-09', userId: anna.id, list: 'uncounted' },
        head.token,
      )
    ).body;
    expect(rows.map(({ uncounted }) => uncounted)).toEqual([
      'noOutcome',
      'notReached',
      'noNote',
      'shortNote',
      'noOutcome',
    ]);
  });

  test('a company once a day and kind, by the manager’s clock; the second says so', async () => {
    const anna = await manager();
    const vera = await buildUser(app, { departmentId, timeZone: 'Asia/Vladivostok' });
    const company = await buildCompany(app, { ownerId: anna.id });
    await call(company, '03-10T10:00');
    await call(company, '03-10T16:00');
    await call(company, '03-10T17:00', { kind: 'meeting' });
    await call(company, '03-11T00:00');
    expect(await kpi(anna)).toMatchObject({ calls: 2, meetings: 1, companies: 1 });
    const { rows } = (
      await app.call(
        listContacts,
        { kind: 'week', start: '2026-03-09', userId: anna.id, list: 'uncounted' },
        head.token,
      )
    ).body;
    expect(rows.map(({ uncounted }) => uncounted)).toEqual(['sameDay']);
    // 18:00 of Sunday in Moscow is one in the morning of Monday in Vladivostok: her week has begun.
    const far = await buildCompany(app, { ownerId: vera.id });
    await call(far, '03-08T18:00', { ownerId: vera.id });
    expect((await kpi(vera)).calls).toBe(1);
    expect((await kpi(vera, 'week', '2026-03-08')).calls).toBe(0);
  });

  test('follows every write: corrected, moved, deleted and taken back', async () => {
    const anna = await manager();
    const company = await buildCompany(app, { ownerId: anna.id });
    const logged = await app.call(
      logActivity,
      { companyId: company.id, kind: 'call', outcomeId: reached.id, note: said },
      anna.token,
    );
    expect((await app.call(myPace, {}, anna.token)).body.calls.done).toBe(1);
    const { id, version } = logged.body.activity;
    const shortened = await app.call(updateActivity, { id, version, note: 'ок' }, anna.token);
    expect((await kpi(anna)).calls).toBe(0);
    await app.call(undoChange, { changeId: shortened.changeId }, anna.token);
    expect(await kpi(anna)).toMatchObject({ calls: 1, companies: 1 });
    const again = await app.write((ctx) => findRecord(ctx, Activity, { id }));
    await app.call(deleteActivity, { id, version: again!.version }, anna.token);
    expect(await kpi(anna)).toMatchObject({ calls: 0, companies: 0 });
  });

  test('a changed rule counts everything anew, in the background', async () => {
    const anna = await manager();
    await call(await buildCompany(app, { ownerId: anna.id }), '03-10T11:30', { outcomeId: missed.id });
    expect((await kpi(anna)).calls).toBe(0);
    const { rule } = (await app.call(getKpiSettings, {}, chief.token)).body;
    const { counting: _, ...values } = rule;
    const changed = await app.call(setKpiRule, { ...values, countUnreached: true }, chief.token);
    expect(changed.body).toMatchObject({ countUnreached: true, counting: 0 });
    await app.drainJobs();
    expect((await app.call(getKpiSettings, {}, chief.token)).body.rule.counting).toBeNull();
    expect((await kpi(anna)).calls).toBe(1);
    await app.call(setKpiRule, { ...values, version: changed.body.version }, chief.token);
    await app.drainJobs();
    expect((await kpi(anna)).calls).toBe(0);
  });
});

/**
 * Worked out by hand. The week of Monday the 9th of March 2026: the Monday is a holiday (moved from Sunday the 8th), four
 * working days. Anna is away on Friday: three days. 70/5/20 a week → calls 70·3/5 = 42, meetings 3, offers 12.
 * On Thursday, at an even pace: three of her days have come, 42.
 */
describe('a hand-computed week', () => {
  let anna: Person;
  let companies: Company[];
  beforeAll(async () => {
    app.clock.set('2026-03-01T09:00:00.000Z');
    anna = await manager();
    companies = [];
    for (let index = 0; index < 5; index += 1) companies.push(await buildCompany(app, { ownerId: anna.id }));
    app.clock.set('2026-03-12T09:00:00.000Z');
    // Given to her in the middle of the week: attention, but not her base.
    const late = await buildCompany(app, { ownerId: anna.id });
    await app.write((ctx) =>
      insertRecord(ctx, Absence, { userId: anna.id, fromDay: '2026-03-13', toDay: '2026-03-20', reason: null }),
    );
    const [one, two, three] = companies as [Company, Company, Company];
    await call(one, '03-10T10:00');
    await call(two, '03-10T10:20');
    await call(one, '03-11T10:00');
    await call(three, '03-11T12:00', { kind: 'meeting' });
    await call(late, '03-12T10:00');
    await call(two, '03-12T11:00', { kind: 'negotiation' });
    const deal = await buildDeal(app, one, { day: '2026-03-10' });
    const on = { day: '2026-03-10', validUntil: '2026-04-10', expectedOn: '2026-04-10' };
    await buildOffer(app, deal, { ...on, amount: 1_000_000_01 });
    await buildOffer(app, deal, { ...on, amount: 500_00, status: 'lost', closedOn: '2026-03-11', reason: 'Дорого' });
    await buildOffer(app, deal, {
      ...on,
      amount: 900_00,
      status: 'cancelled',
      closedOn: '2026-03-11',
      reason: 'Ошибка',
    });
    await buildOffer(app, deal, {
      ...on,
      day: '2026-02-20',
      amount: 750_000_50,
      margin: 75_000_00,
      status: 'won',
      closedOn: '2026-03-12',
    });
    await buildDeal(app, two, { day: '2026-03-02', meaning: 'won', closedOn: '2026-03-12', amount: 750_000_50 });
  });

  const week: Partial<KpiRow> = {
    calls: 4,
    meetings: 1,
    negotiations: 1,
    companies: 4,
    offers: 2,
    offersAmount: 1_000_500_01,
    offersWon: 1,
    wonAmount: 750_000_50,
    wonMargin: 75_000_00,
    deals: 1,
    dealsWon: 1,
    dealsAmount: 750_000_50,
    norm: { calls: 42, meetings: 3, offers: 12 },
    byNow: { calls: 42, meetings: 3, offers: 12 },
    base: 5,
    processed: 3,
    flagged: 0,
  };

  test('comes out to the call and the kopeck, for the head, the manager and in the chat', async () => {
    expect(await kpi(anna)).toMatchObject(week);
    expect(await kpi(anna, 'week', '2026-03-12', anna)).toMatchObject(week);
    expect((await app.call(myPace, {}, anna.token)).body).toEqual({
      calls: { done: 4, norm: 42, byNow: 42 },
      meetings: { done: 1, norm: 3, byNow: 3 },
      offers: { done: 2, norm: 12, byNow: 12 },
    });
  });

  test('and the month, the quarter and the year with it', async () => {
    // March 2026 has 21 working days; Anna is away for six of them: 15 fifths of 70.
    expect(await kpi(anna, 'month')).toMatchObject({
      calls: 4,
      companies: 4,
      deals: 2,
      // Her companies came on the 1st at noon, after the month began.
      base: 0,
      processed: 0,
      norm: { calls: 210, meetings: 15, offers: 60 },
      // By Thursday the 12th: the 2nd to the 6th, the 10th, 11th, 12th.
      byNow: { calls: 112, meetings: 8, offers: 32 },
      flagged: null,
    });
    expect(await kpi(anna, 'quarter')).toMatchObject({ calls: 4, offers: 3, wonAmount: 750_000_50 });
    expect(await kpi(anna, 'year')).toMatchObject({ calls: 4, offers: 3, companies: 4 });
    const { weeks } = (await app.call(getKpi, { kind: 'year', day: '2026-03-12', owner: anna.id }, head.token)).body;
    expect(weeks.filter(({ calls }) => calls > 0)).toEqual([
      { userId: anna.id, start: '2026-03-09', calls: 4, meetings: 1, offers: 2 },
    ]);
  });

  test('every number opens its rows, and their count equals it', async () => {
    const period = { kind: 'week', start: '2026-03-09', userId: anna.id, limit: 200 } as const;
    for (const list of ['calls', 'meetings', 'negotiations'] as const)
      expect((await app.call(listContacts, { ...period, list }, head.token)).body.rows).toHaveLength(week[list]!);
    const companiesOf = async (list: 'companies' | 'processed' | 'untouched' | 'base') =>
      (await app.call(listBase, { ...period, list }, head.token)).body.rows.map(({ id }) => id);
    expect(await companiesOf('companies')).toHaveLength(week.companies!);
    expect(await companiesOf('processed')).toHaveLength(week.processed!);
    expect(await companiesOf('base')).toHaveLength(week.base!);
    expect((await companiesOf('untouched')).sort()).toEqual(
      companies
        .slice(3)
        .map(({ id }) => id)
        .sort(),
    );
    const days = { from: '2026-03-09', to: '2026-03-15' };
    const made = (await app.call(listOffers, { author: anna.id, counted: true, ...days }, head.token)).body.rows;
    expect([made.length, made.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([week.offers, week.offersAmount]);
    const closed = { closedFrom: days.from, closedTo: days.to };
    const won = (await app.call(listOffers, { owner: anna.id, status: 'won', ...closed }, head.token)).body.rows;
    expect(won.map(({ amount }) => amount)).toEqual([week.wonAmount]);
    expect((await app.call(listDeals, { owner: anna.id, ...days }, head.token)).body.rows).toHaveLength(week.deals!);
  });

  test('is a head’s for his department, a manager’s for himself, nobody else’s', async () => {
    const boris = await buildUser(app);
    expect((await app.call(getKpi, { owner: anna.id }, boris.token)).body.rows).toEqual([]);
    const period = { kind: 'week', start: '2026-03-09', userId: anna.id } as const;
    expect((await app.call(listContacts, { ...period, list: 'calls' }, boris.token)).status).toBe(403);
    expect((await app.call(listBase, { ...period, list: 'untouched' }, boris.token)).status).toBe(403);
  });

  test('norms are dated and personal: what was asked of March stays asked of March', async () => {
    const norm = { version: 0, calls: 100, meetings: 10, offers: 30 };
    expect((await app.call(setNorm, { ...norm, userId: null, from: '2026-03-12' }, head.token)).status).toBe(403);
    await app.call(setNorm, { ...norm, userId: null, from: '2026-03-16' }, chief.token);
    const vera = await manager();
    expect((await kpi(vera)).norm).toEqual({ calls: 56, meetings: 4, offers: 16 });
    expect((await kpi(vera, 'week', '2026-03-16')).norm).toEqual({ calls: 100, meetings: 10, offers: 30 });
    await app.call(
      setNorm,
      { userId: vera.id, from: '2026-03-18', version: 0, calls: 50, meetings: 0, offers: 0 },
      head.token,
    );
    // Two days of everybody's, three of her own: 2·20 + 3·10.
    expect((await kpi(vera, 'week', '2026-03-16')).norm).toEqual({ calls: 70, meetings: 4, offers: 12 });
  });
});

test('calls in a burst and out of hours are shown, not hidden', async () => {
  const anna = await manager();
  for (let minute = 10; minute < 16; minute += 1)
    await call(await buildCompany(app, { ownerId: anna.id }), `03-10T10:${minute}`);
  await call(await buildCompany(app, { ownerId: anna.id }), '03-10T23:30');
  expect(await kpi(anna)).toMatchObject({ calls: 7, flagged: 7 });
  const { rows } = (
    await app.call(listContacts, { kind: 'week', start: '2026-03-09', userId: anna.id, list: 'flagged' }, head.token)
  ).body;
  expect(rows.map(({ flags }) => flags.join())).toEqual(['outOfHours', ...Array.from({ length: 6 }, () => 'burst')]);
});

test('a burst is so many within the span, wherever it begins', () => {
  const minutes = (...at: number[]) => at.map((minute) => minute * 60_000);
  expect([...burstsOf(minutes(0, 1, 2, 30, 60, 61, 62), 3, 10 * 60_000)]).toEqual([0, 1, 2, 4, 5, 6]);
  expect([...burstsOf(minutes(0, 11, 22), 2, 10 * 60_000)]).toEqual([]);
});

test('a period is the week from Monday, the month, the quarter, the year of a day', () => {
  expect(periodOf('week', '2026-03-15')).toMatchObject({ start: '2026-03-09', end: '2026-03-15' });
  expect(periodOf('week', '2027-01-01')).toMatchObject({ start: '2026-12-28', end: '2027-01-03' });
  expect(periodOf('month', '2028-02-10')).toMatchObject({ start: '2028-02-01', end: '2028-02-29' });
  expect(periodOf('quarter', '2026-12-31')).toMatchObject({ start: '2026-10-01', end: '2026-12-31' });
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.constantFrom<PeriodKind>('week', 'month', 'quarter', 'year'),
      (date, kind) => {
        const day = date.toISOString().slice(0, 10);
        const { start, end } = periodOf(kind, day);
        expect(start <= day && day <= end).toBe(true);
        expect(periodOf(kind, end)).toEqual(periodOf(kind, start));
      },
    ),
  );
});

test('whatever is written, the figures kept are those counted anew from the records', async () => {
  const own = await testApp();
  const people = [await buildUser(own), await buildUser(own, { timeZone: 'Asia/Vladivostok' })];
  own.clock.set('2026-02-25T21:30:00.000Z');
  const companies: Company[] = [];
  for (let index = 0; index < 4; index += 1)
    companies.push(await buildCompany(own, { ownerId: people[index % 2]!.id }));
  own.clock.set('2026-03-31T20:30:00.000Z');
  const deal = await buildDeal(own, companies[0]!);
  const outcomes = await own.deps.database.read.rows<{ id: string; kind: string }>(sql`select id, kind from outcome`);
  const admin = await buildUser(own, { role: 'administrator' });

  // Nothing done lies in the future: the last hour is half an hour ago, of the last day of a quarter.
  const hour = fc.integer({ min: 0, max: 24 * 36 + 20 });
  const who = fc.integer({ min: 0, max: 1 });
  const which = fc.nat();
  const step = fc.oneof(
    fc.record({
      act: fc.constant('talk' as const),
      hour,
      who,
      which,
      kind: fc.constantFrom('call', 'meeting', 'negotiation', 'note'),
      note: fc.constantFrom(null, 'ок', said),
      outcome: fc.nat(),
      talkSeconds: fc.constantFrom(null, 5, 60),
    }),
    fc.record({ act: fc.constant('change' as const), hour, which, note: fc.constantFrom(null, said), who }),
    fc.record({ act: fc.constant('drop' as const), which }),
    fc.record({ act: fc.constant('give' as const), who, which, hour }),
    fc.record({
      act: fc.constant('offer' as const),
      who,
      hour,
      amount: fc.nat(1_000_000),
      status: fc.constantFrom<Offer['status']>('open', 'won', 'lost', 'cancelled'),
    }),
    fc.record({ act: fc.constant('deal' as const), who, hour, won: fc.boolean(), amount: fc.nat(1_000_000) }),
  );
  const moment = (hours: number) => new Date(Date.parse('2026-02-23T00:00:00Z') + hours * 3_600_000);
  const dayOf = (hours: number) => moment(hours).toISOString().slice(0, 10);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      for (const one of steps) {
        const activities = await own.write((ctx) =>
          ctx.db.rows<{ id: string }>(sql`select id from activity where deletedAt is null order by id`),
        );
        const pick = 'which' in one && activities.length ? activities[one.which % activities.length]!.id : null;
        if (one.act === 'talk') {
          const fitting = outcomes.filter(({ kind }) => kind === one.kind);
          await buildActivity(own, companies[one.which % 4]!, {
            kind: one.kind as Activity['kind'],
            status: 'done',
            at: moment(one.hour),
            note: one.note,
            outcomeId: fitting.length && one.outcome % 4 ? fitting[one.outcome % fitting.length]!.id : null,
            talkSeconds: one.talkSeconds,
            ownerId: people[one.who]!.id,
          });
        } else if (one.act === 'give') {
          await own.write(async (ctx) => {
            const current = await ctx.db.row<Company>(
              sql`select * from company where id = ${companies[one.which % 4]!.id}`,
            );
            const asAdmin = { ...ctx, user: { id: admin.id } } as unknown as typeof ctx;
            await assignCompany(asAdmin, current!, people[one.who]!.id, null);
          });
        } else if (one.act === 'offer') {
          await buildOffer(own, deal, {
            authorId: people[one.who]!.id,
            ownerId: people[1 - one.who]!.id,
            day: dayOf(one.hour),
            amount: one.amount,
            status: one.status,
            closedOn: one.status === 'open' ? null : dayOf(one.hour),
          });
        } else if (one.act === 'deal') {
          const made = await buildDeal(own, companies[0]!, { ownerId: people[one.who]!.id, day: dayOf(one.hour) });
          if (one.won)
            await own.write((ctx) =>
              updateRecord(ctx, Deal, made, { meaning: 'won', closedOn: dayOf(one.hour), amount: one.amount }),
            );
        } else if (pick)
          await own.write(async (ctx) => {
            const activity = (await findRecord(ctx, Activity, { id: pick }))!;
            if (one.act === 'drop') await removeRecord(ctx, Activity, activity);
            else
              await updateRecord(ctx, Activity, activity, {
                at: moment(one.hour),
                note: one.note,
                ownerId: people[one.who]!.id,
              });
          });
      }
      const kept = await snapshot(own);
      await own.write((ctx) => recountEverybody(ctx));
      expect(kept).toEqual(await snapshot(own));
    }),
    { numRuns: 15 },
  );
  await own.close();
}, 120_000);

/** All that is kept, without rows of nothing but noughts: a period that was emptied keeps its row. */
async function snapshot(of: TestApp) {
  const contacts = await of.deps.database.read.rows(
    sql`select userId, companyId, day, kind, activityId from kpi_contact order by userId, companyId, day, kind`,
  );
  const periods = await of.deps.database.read.rows<Record<string, unknown>>(sql`
    select userId, kind, start, calls, meetings, negotiations, companies, processed, offers, offersAmount, offersWon,
      wonAmount, wonMargin, deals, dealsWon, dealsAmount from kpi_period order by kind, start, userId`);
  return {
    contacts,
    periods: periods.filter(({ userId: _1, kind: _2, start: _3, ...figures }) =>
      Object.values(figures).some((figure) => Number(figure) !== 0),
    ),
  };
}
