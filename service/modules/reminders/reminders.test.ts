import fc from 'fast-check';
import { DateTime } from 'luxon';
import { listAudit } from '../system/system.contract';
import { undoChange } from '../system/system.contract';
import { buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, testClock, type TestApp } from '../../test/test-app';
import { listNotices } from '../notifications/notifications.contract';
import { nextTime } from './next-time';
import * as contract from './reminders.contract';

let app: TestApp;
let manager: Person;
beforeEach(async () => {
  app = await testApp({ clock: testClock() });
  manager = await buildUser(app);
});
afterEach(() => app.close());

const create = (input: Parameters<typeof app.call<typeof contract.createReminder>>[1], token = manager.token) =>
  app.call(contract.createReminder, input, token);
const list = async (token = manager.token) => (await app.call(contract.listReminders, {}, token)).body;
const told = async () => (await app.call(listNotices, {}, manager.token)).body.rows.map(({ title }) => title);

test('it rings at its moment, once, and waits to be done', async () => {
  const company = await buildCompany(app, { name: 'ООО «Ромашка»', ownerId: manager.id });
  const made = await create({ title: 'Отправить договор', at: '2026-03-12T12:00:00Z', companyId: company.id });
  expect(made.body).toMatchObject({ status: 'waiting', company: { name: 'ООО «Ромашка»' } });
  await app.drainJobs();
  expect(await told()).toEqual([]);
  app.clock.set('2026-03-12T12:00:00.000Z');
  await app.drainJobs();
  await app.drainJobs();
  expect(await told()).toEqual(['Отправить договор']);
  expect(await list()).toMatchObject({ ringing: 1, rows: [{ status: 'ringing' }] });
  const { id, version } = made.body;
  expect((await app.call(contract.finishReminder, { id, version }, manager.token)).body.status).toBe('done');
  expect(await list()).toMatchObject({ ringing: 0, rows: [] });
  expect((await app.call(contract.listReminders, { done: true }, manager.token)).body.rows).toHaveLength(1);
});

test('put off, it rings again then and not before; moved, not at the old moment', async () => {
  const { id, version } = (await create({ title: 'Позвонить', at: '2026-03-12T10:00:00Z' })).body;
  app.clock.set('2026-03-12T10:00:00.000Z');
  await app.drainJobs();
  const snoozed = await app.call(contract.snoozeReminder, { id, version, minutes: 60 }, manager.token);
  expect(snoozed.body).toMatchObject({
    status: 'waiting',
    ringsAt: '2026-03-12T11:00:00.000Z',
    dueAt: '2026-03-12T10:00:00.000Z',
  });
  const moved = await app.call(
    contract.updateReminder,
    { id, version: version + 1, at: '2026-03-12T13:00:00Z' },
    manager.token,
  );
  expect(moved.status).toBe(200);
  app.clock.set('2026-03-12T12:00:00.000Z');
  await app.drainJobs();
  expect(await told()).toEqual(['Позвонить']);
  app.clock.set('2026-03-12T13:00:00.000Z');
  await app.drainJobs();
  expect(await told()).toEqual(['Позвонить', 'Позвонить']);
});

test('a repeating one comes again by the person’s own clock, on working days past the weekend', async () => {
  // Friday evening.
  const { id, version } = (await create({ title: 'Отчёт', at: '2026-03-13T15:00:00Z', repeat: 'workdays' })).body;
  app.clock.set('2026-03-13T15:05:00.000Z');
  await app.drainJobs();
  const done = await app.call(contract.finishReminder, { id, version }, manager.token);
  expect(done.body).toMatchObject({ status: 'waiting', ringsAt: '2026-03-16T15:00:00.000Z' });
});

test('it is private: others neither see nor change it, and the history does not tell what it says', async () => {
  const boss = await buildUser(app, { role: 'administrator' });
  const { id, version } = (await create({ title: 'Личное дело', at: '2026-03-20T10:00:00Z' })).body;
  expect((await list(boss.token)).rows).toEqual([]);
  for (const call of [
    () => app.call(contract.updateReminder, { id, version, title: 'Чужое' }, boss.token),
    () => app.call(contract.deleteReminder, { id, version }, boss.token),
    () => app.call(contract.finishReminder, { id, version }, boss.token),
  ])
    expect((await call()).status).toBe(404);
  const history = await app.call(listAudit, {}, boss.token);
  expect(JSON.stringify(history.body)).not.toContain('Личное дело');
});

test('on what one may not see there is nothing to be reminded of; in the past neither', async () => {
  const other = await buildUser(app);
  const company = await buildCompany(app, { ownerId: other.id });
  expect((await create({ title: 'Чужая', at: '2026-03-20T10:00:00Z', companyId: company.id })).status).toBe(404);
  const late = await create({ title: 'Поздно', at: '2026-03-12T08:00:00Z' });
  expect(late).toMatchObject({ status: 400, body: { fields: { at: 'этот момент уже прошёл' } } });
});

test('sent twice it is one; deleted by mistake it comes back', async () => {
  const id = '7b6f3a52-2d5e-4c3e-9d51-0a7c6f6e5d10';
  await create({ id, title: 'Позвонить', at: '2026-03-20T10:00:00Z' });
  await create({ id, title: 'Позвонить', at: '2026-03-20T10:00:00Z' });
  expect((await list()).rows).toHaveLength(1);
  const gone = await app.call(contract.deleteReminder, { id, version: 1 }, manager.token);
  expect((await list()).rows).toHaveLength(0);
  await app.call(undoChange, { changeId: gone.changeId }, manager.token);
  expect((await list()).rows).toHaveLength(1);
  app.clock.set('2026-03-20T10:00:00.000Z');
  await app.drainJobs();
  expect(await told()).toEqual(['Позвонить']);
});

describe('when it comes next', () => {
  const all = () => true;
  test('the 31st is the last day of a shorter month and the 31st again after it', () => {
    const first = new Date('2026-01-31T07:00:00Z');
    const days = [];
    let now = first;
    for (let step = 0; step < 4; step += 1) {
      now = nextTime(first, 'monthly', now, 'Europe/Moscow', all)!;
      days.push(now.toISOString().slice(0, 10));
    }
    expect(days).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
  });

  test('always after now, at the same local hour, whatever the clock does', () => {
    const zones = ['Europe/Moscow', 'Asia/Vladivostok', 'Europe/Berlin', 'America/New_York'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 900 * 24 * 60 }),
        fc.constantFrom('daily', 'weekly', 'monthly', 'yearly') as fc.Arbitrary<'daily'>,
        fc.constantFrom(...zones),
        (first, minutes, repeat, zone) => {
          const now = new Date(first.getTime() + minutes * 60_000);
          const next = nextTime(first, repeat, now, zone, all)!;
          expect(next.getTime()).toBeGreaterThan(now.getTime());
          const [then, at] = [first, next].map((moment) => DateTime.fromJSDate(moment, { zone }));
          // An hour that the clock leaps over is the one after it.
          if (at!.hour !== then!.hour) expect(at!.hour - then!.hour).toBe(1);
          const step = { daily: 1, weekly: 7, monthly: 31, yearly: 366 }[repeat];
          expect(next.getTime() - now.getTime()).toBeLessThanOrEqual((step * 24 + 2) * 3_600_000);
        },
      ),
    );
  });
});
