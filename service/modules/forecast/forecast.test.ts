import fc from 'fast-check';
import { updateRecord, findRecord } from '../../kernel/records';
import { findRow } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { buildDeal, buildOffer } from '../../test/deal-builders';
import { testApp, type TestApp } from '../../test/test-app';
import { listOffers, setOfferStatus, updateOffer } from '../offers/offers.contract';
import { Offer } from '../offers/offers.entity';
import { forecastHistory, getForecast, listForecastMoves, setPlan, type Forecast } from './forecast.contract';
import { standing } from './follow-offers';

let app: TestApp;
let head: Person;
let anna: Person;
let boris: Person;
beforeAll(async () => {
  app = await testApp();
  const department = await buildDepartment(app);
  head = await buildUser(app, { role: 'head', departmentId: department.id });
  anna = await buildUser(app, { departmentId: department.id, name: 'Анна' });
  boris = await buildUser(app, { departmentId: department.id, name: 'Борис' });
});
afterAll(() => app.close());

const forecast = async (by = head, filter: object = {}) =>
  (await app.call(getForecast, { from: '2026-03', months: 3, ...filter }, by.token)).body;
const sum = ({ cells }: Forecast, month: string) =>
  cells
    .filter((cell) => cell.month === month)
    .reduce(
      (all, cell) => ({
        count: all.count + cell.count,
        weighted: all.weighted + cell.weighted,
        margin: all.margin + cell.margin,
        won: all.won + cell.won,
      }),
      { count: 0, weighted: 0, margin: 0, won: 0 },
    );

/**
 * Worked out by hand, in rubles:
 *
 * | manager | equipment | month | amount      | margin    | chance | Σ·p        | margin·p  |
 * | Анна    | Очистка   | 03    | 1,000,000.01 | 200,000.00 | 50 %  | 500,000.01 (…000.005 up) | 100,000.00 |
 * | Анна    | Насос     | 03    |    33,333.33 |   −100.01 | 33 %   |  11,000.00 (10,999.9989) | −33.00 (−33.0033) |
 * | Анна    | Очистка   | 04    |   500,000.00 |  50,000.00 | 90 %  | 450,000.00 |  45,000.00 |
 * | Борис   | Очистка   | 03    |        0.01 |      0.01 | 49 %   |       0.00 |      0.00 |
 * | Борис   | Насос     | 03, won | 750,000.50 |  75,000.00 |       |            |           |
 * | Борис   | Насос     | 03, lost | 900,000.00 |          |       |            |           |
 */
describe('the forecast of a hand-computed base', () => {
  beforeAll(async () => {
    const forAnna = await buildDeal(app, await buildCompany(app, { ownerId: anna.id }));
    const forBoris = await buildDeal(app, await buildCompany(app, { ownerId: boris.id }));
    const on = { validUntil: '2026-04-30' };
    const march = { ...on, expectedOn: '2026-03-31' };
    await buildOffer(app, forAnna, { ...march, equipmentType: 'Очистка', amount: 1_000_000_01, margin: 200_000_00 });
    await buildOffer(app, forAnna, {
      ...march,
      equipmentType: 'Насос',
      amount: 33_333_33,
      margin: -100_01,
      probability: 33,
    });
    await buildOffer(app, forAnna, {
      ...on,
      expectedOn: '2026-04-01',
      equipmentType: 'Очистка',
      amount: 500_000_00,
      margin: 50_000_00,
      probability: 90,
    });
    await buildOffer(app, forBoris, { ...march, equipmentType: 'Очистка', amount: 1, margin: 1, probability: 49 });
    const pump = { ...march, equipmentType: 'Насос' };
    const won = await buildOffer(app, forBoris, { ...pump, amount: 750_000_50, margin: 75_000_00 });
    const lost = await buildOffer(app, forBoris, { ...pump, amount: 900_000_00 });
    app.clock.advance({ days: 1 });
    await app.call(setOfferStatus, { id: won.id, version: 1, status: 'won', reason: null }, head.token);
    await app.call(setOfferStatus, { id: lost.id, version: 1, status: 'lost', reason: 'Дорого' }, head.token);
  });

  test('is right to the kopeck by month, manager and type of equipment', async () => {
    const found = await forecast();
    expect(sum(found, '2026-03')).toEqual({
      count: 3,
      weighted: 500_000_01 + 11_000_00 + 0,
      margin: 100_000_00 - 33_00 + 0,
      won: 750_000_50,
    });
    expect(sum(found, '2026-04')).toEqual({ count: 1, weighted: 450_000_00, margin: 45_000_00, won: 0 });
    const cell = (owner: Person, type: string) =>
      found.cells.find((one) => one.month === '2026-03' && one.owner?.id === owner.id && one.type === type);
    expect(cell(anna, 'Насос')).toMatchObject({ amount: 33_333_33, weighted: 11_000_00, margin: -33_00, wonCount: 0 });
    expect(cell(boris, 'Насос')).toMatchObject({ count: 0, wonCount: 1, won: 750_000_50, wonMargin: 75_000_00 });
  });

  test('every number opens the offers it was counted from, as many as it counted', async () => {
    const { cells } = await forecast();
    for (const { month, owner, type, count, wonCount, amount, won } of cells) {
      const filter = { month, owner: owner!.id, type, limit: 200 };
      const { rows } = (await app.call(listOffers, filter, head.token)).body;
      expect(rows).toHaveLength(count + wonCount);
      expect(rows.reduce((all, row) => all + row.amount, 0)).toBe(amount + won);
    }
  });

  test('a manager sees his own, a head his department’s', async () => {
    expect((await forecast(anna)).cells.every(({ owner }) => owner?.id === anna.id)).toBe(true);
    expect(sum(await forecast(boris), '2026-03').won).toBe(750_000_50);
    expect(sum(await forecast(head, { owner: anna.id, type: 'Очистка' }), '2026-03').weighted).toBe(500_000_01);
  });

  test('the history tells how a month came to be what it is, and each move names its offer', async () => {
    const history = async () => (await app.call(forecastHistory, { month: '2026-03' }, head.token)).body.points;
    expect(await history()).toEqual([
      // Before the two were decided: 750,000.50 and 900,000.00 at even odds on top.
      {
        day: '2026-03-12',
        weighted: 500_000_01 + 11_000_00 + 375_000_25 + 450_000_00,
        won: 0,
        moves: 5,
      },
      { day: '2026-03-13', weighted: 511_000_01, won: 750_000_50, moves: 2 },
    ]);
    const { rows } = (await app.call(listOffers, { month: '2026-04' }, head.token)).body;
    app.clock.advance({ days: 1 });
    await app.call(updateOffer, { id: rows[0]!.id, version: rows[0]!.version, expectedOn: '2026-03-30' }, anna.token);
    expect((await history()).at(-1)).toMatchObject({ day: '2026-03-14', weighted: 961_000_01 });
    const moves = (await app.call(listForecastMoves, { month: '2026-03' }, head.token)).body.rows;
    expect(moves[0]).toMatchObject({
      why: 'moved',
      by: { id: anna.id },
      offer: { number: rows[0]!.number },
      weighted: 450_000_00,
    });
    expect(
      moves
        .slice(1, 3)
        .map(({ why }) => why)
        .sort(),
    ).toEqual(['lost', 'won']);
  });

  test('plans are set by whoever leads the manager, and stand beside the fact', async () => {
    const plan = { userId: anna.id, month: '2026-03', version: 0, amount: 2_000_000_00 };
    expect((await app.call(setPlan, plan, anna.token)).status).toBe(403);
    expect((await app.call(setPlan, { ...plan, userId: (await buildUser(app)).id }, head.token)).status).toBe(403);
    expect((await app.call(setPlan, plan, head.token)).body).toMatchObject({ version: 1, amount: 2_000_000_00 });
    expect((await app.call(setPlan, plan, head.token)).status).toBe(409);
    const changed = await app.call(setPlan, { ...plan, version: 1, amount: 1_500_000_00 }, head.token);
    expect(changed.body.amount).toBe(1_500_000_00);
    expect((await forecast(anna)).plans).toMatchObject([
      { month: '2026-03', user: { id: anna.id }, amount: 1_500_000_00 },
    ]);
    expect((await forecast(boris)).plans).toEqual([]);
  });
});

test('whatever is done with offers, the moves add up to what they are', async () => {
  const step = fc.record({
    status: fc.constantFrom<Offer['status']>('open', 'won', 'lost', 'cancelled'),
    month: fc.integer({ min: 1, max: 3 }),
    amount: fc.integer({ min: 0, max: 1_000_000_00 }),
    margin: fc.integer({ min: -1000_00, max: 1_000_000_00 }),
    probability: fc.integer({ min: 0, max: 100 }),
    equipmentType: fc.constantFrom('А', 'Б'),
    deleted: fc.boolean(),
  });
  const deal = await buildDeal(app, await buildCompany(app, { ownerId: anna.id }));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const { id } = await buildOffer(app, deal, { expectedOn: '2027-01-15', validUntil: '2027-01-15' });
      for (const { month, deleted, status, ...values } of steps)
        await app.write(async (ctx) => {
          const offer = await findRecord(ctx, Offer, { id });
          if (!offer) return;
          await updateRecord(ctx, Offer, offer, {
            ...values,
            status,
            expectedOn: `2027-0${month}-15`,
            closedOn: status === 'open' ? null : `2027-0${month}-20`,
            deletedAt: deleted ? ctx.clock.now() : null,
          });
        });
      const stands = standing(await findRow(app.deps.database.read, Offer, { id }));
      const moved = await app.deps.database.read.rows<Record<string, number | string>>(sql`
        select month as month, sum(weighted) as weighted, sum(margin) as margin, sum(won) as won from forecast_move
        where offerId = ${id} group by month, equipmentType
        having sum(weighted) <> 0 or sum(margin) <> 0 or sum(won) <> 0`);
      const expected = stands && (stands.weighted || stands.margin || stands.won) ? [stands] : [];
      expect(moved.map(({ month, ...sums }) => ({ month, ...numbers(sums) }))).toEqual(
        expected.map(({ month, weighted, margin, won }) => ({ month, weighted, margin, won })),
      );
    }),
    { numRuns: 40 },
  );
});

const numbers = (sums: Record<string, number | string>) =>
  Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, Number(value)]));
