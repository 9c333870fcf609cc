import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlookCalendar, startOf, type OutlookCalendar } from '../../../playground/test/outlook-calendar';
import { noFaults } from '../../../playground/graph/graph-faults';
import { findRow } from '../../kernel/rows';
import { buildCompany, type Person } from '../../test/builders';
import { logActivity, updateActivity } from '../activities/activities.contract';
import { getCompany } from '../companies/companies.contract';
import { getCalendar, retryCalendar } from './calendar.contract';
import { Mailbox } from './calendar.entity';

let world: OutlookCalendar;
let anna: Person;
const open = async (options: Parameters<typeof outlookCalendar>[0] = {}) => {
  world = await outlookCalendar(options);
  anna = await world.person();
};
afterEach(() => world.close());

const mailbox = async () => (await findRow(world.app.deps.database.read, Mailbox, { id: anna.id }))!;
const plan = async (at = '2026-03-16T11:00:00Z') => {
  const company = await buildCompany(world.app, { ownerId: anna.id });
  await world.app.call(logActivity, { companyId: company.id, kind: 'call', status: 'planned', at }, anna.token);
  await world.settle();
  return company;
};
const nextOf = async (id: string) => (await world.app.call(getCompany, { id }, anna.token)).body.nextContact!.at;
/** Dragged in Outlook; who hears of it is another matter. */
const drag = (iso: string, index = 0) =>
  world.graph.store.change(world.mailboxOf(anna), world.ours(anna)[index]!, {
    start: { dateTime: iso, timeZone: 'UTC' },
    end: { dateTime: iso.replace(':00:00', ':15:00'), timeZone: 'UTC' },
  });
const tick = async (kind: string) => {
  const job = { transaction: (work: Parameters<typeof world.app.write>[0]) => world.app.write(work) };
  await world.app.deps.modules.jobs.get(kind)!.run(job as never, {});
  await world.settle();
};
const post = (body: unknown, path = 'notifications') => world.app.http('POST', `/api/calendar/${path}`, { body });
const sample = (name: string, subscriptionId: string, changes: object = {}) => {
  const path = join(__dirname, 'fixtures/graph', name);
  const { value } = JSON.parse(readFileSync(path, 'utf8')) as { value: object[] };
  return { value: value.map((one) => ({ ...one, subscriptionId, ...changes })) };
};
/** The secret is only Microsoft's and ours: the stand-in tells it. */
const subscription = () => [...world.graph.subscriptions.all.values()][0]!;

test('Microsoft tries out whether we are there, and hears its own words again', async () => {
  await open();
  const answer = await fetch(
    `${world.app.url}/api/calendar/notifications?validationToken=${encodeURIComponent('Validation: Testing <b>&')}`,
    { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'Validation: Testing <b>&',
  ]);
});

test('the sample’s notifications are taken, each mailbox is read once', async () => {
  await open();
  await plan();
  const before = (await mailbox()).pullsAsked;
  const { clientState, id } = subscription();
  const answer = await post(sample('notification_event_created_updated_deleted.json', id, { clientState }));
  expect(answer.status).toBe(202);
  expect((await mailbox()).pullsAsked).toBe(before + 1);
});

test('a wrong secret, an unknown subscription, encrypted contents: 202, and nothing is done', async () => {
  await open();
  const before = (await mailbox()).pullsAsked;
  const { clientState, id } = subscription();
  for (const body of [
    sample('notification_wrong_clientstate.json', id),
    sample('notification_event_created_updated_deleted.json', id, { clientState: null }),
    sample('notification_event_created_updated_deleted.json', 'somebody-elses', { clientState }),
    sample('notification_event_created_updated_deleted.json', id, { clientState, encryptedContent: { data: 'x' } }),
  ])
    expect((await post(body)).status).toBe(202);
  expect((await mailbox()).pullsAsked).toBe(before);
  expect((await post({ value: 'nonsense' })).status).toBe(400);
});

test('lifecycle: renewed when asked, made anew when removed, everything compared when news were missed', async () => {
  await open();
  const company = await plan();
  const until = subscription().until;
  world.app.clock.advance({ hours: 1 });
  await world.graph.subscriptions.lifecycle(subscription().id, 'reauthorizationRequired');
  await world.settle();
  expect(Date.parse(subscription().until)).toBeGreaterThan(Date.parse(until));

  const first = subscription().id;
  drag('2026-03-17T11:00:00');
  await world.graph.subscriptions.lifecycle(first, 'subscriptionRemoved');
  await world.settle();
  expect(subscription().id).not.toBe(first);
  expect(await nextOf(company.id)).toBe('2026-03-17T11:00:00.000Z');

  world.graph.faults = { ...noFaults, unheard: 1 };
  drag('2026-03-18T11:00:00');
  await world.settle();
  expect(await nextOf(company.id)).toBe('2026-03-17T11:00:00.000Z');
  await world.graph.subscriptions.lifecycle(subscription().id, 'missed');
  await world.settle();
  expect(await nextOf(company.id)).toBe('2026-03-18T11:00:00.000Z');
});

test('a subscription is renewed at half its life; ended unheard, another is made and what happened is read', async () => {
  await open();
  const company = await plan();
  world.app.clock.advance({ days: 4 });
  await tick('calendar.clocks');
  expect(Date.parse(subscription().until)).toBeGreaterThan(world.app.clock.now().getTime() + 6 * 86_400_000);
  world.graph.subscriptions.all.clear();
  drag('2026-03-20T11:00:00');
  world.app.clock.advance({ days: 4 });
  await tick('calendar.clocks');
  expect(subscription()).toBeDefined();
  expect(await nextOf(company.id)).toBe('2026-03-20T11:00:00.000Z');
});

test('a day without notifications is made good by one night', async () => {
  await open();
  const companies = [];
  for (let day = 16; day < 21; day += 1) companies.push(await plan(`2026-03-${day}T11:00:00Z`));
  world.graph.faults = { ...noFaults, unheard: 1 };
  drag('2026-03-24T09:00:00', 0);
  world.graph.store.remove(world.mailboxOf(anna), world.ours(anna)[1]!);
  const third = world.ours(anna)[1]!;
  world.graph.store.change(world.mailboxOf(anna), third, { categories: ['Сделано'] });
  world.graph.store.copy(world.mailboxOf(anna), world.ours(anna)[2]!);
  await world.settle();
  expect(await nextOf(companies[0]!.id)).toBe('2026-03-16T11:00:00.000Z');
  world.app.clock.advance({ days: 1 });
  await tick('calendar.nightly');
  expect(await nextOf(companies[0]!.id)).toBe('2026-03-24T09:00:00.000Z');
  const { health } = (await world.app.call(getCalendar, {}, anna.token)).body;
  expect(health).toMatchObject({ status: 'connected', removed: 1, waiting: 0, failed: 0, fault: null });
  // Four of ours: the dragged one, two as they were or done, one deleted; and the copy is nobody's of ours.
  expect(world.ours(anna)).toHaveLength(4);
});

test('where Microsoft cannot reach us, the calendars are asked every five minutes', async () => {
  await open({ notifies: false });
  const company = await plan();
  drag('2026-03-17T11:00:00');
  await world.settle();
  expect(await nextOf(company.id)).toBe('2026-03-16T11:00:00.000Z');
  world.app.clock.advance({ minutes: 5 });
  await tick('calendar.clocks');
  expect(await nextOf(company.id)).toBe('2026-03-17T11:00:00.000Z');
  const { health } = (await world.app.call(getCalendar, {}, anna.token)).body;
  expect(health.notified).toBe(false);
});

test('an outage: nothing is lost, the health page says what happens in plain words, a press tries again', async () => {
  await open();
  const company = await plan();
  world.graph.faults = { ...noFaults, throttled: 1 };
  const { version, planned } = (await world.app.call(getCompany, { id: company.id }, anna.token)).body;
  expect(version).toBeGreaterThan(0);
  await world.app.call(
    updateActivity,
    { id: planned[0]!.id, version: planned[0]!.version, at: '2026-03-19T11:00:00Z' },
    anna.token,
  );
  await world.settle();
  const sick = (await world.app.call(getCalendar, {}, anna.token)).body.health;
  expect(sick).toMatchObject({ fault: 'busy', waiting: 1 });
  expect(sick.said).toContain('429');
  expect(Date.parse(sick.restUntil!)).toBeGreaterThan(world.app.clock.now().getTime());
  // It rests as long as it was asked to, whoever wakes it.
  const asked = world.graph.load.requests;
  await plan('2026-03-20T11:00:00Z');
  expect(world.graph.load.requests).toBe(asked);
  world.graph.faults = { ...noFaults };
  await world.app.call(retryCalendar, {}, anna.token);
  await world.settle();
  expect(world.ours(anna).map(startOf)).toEqual(['2026-03-19T11:00:00.000Z', '2026-03-20T11:00:00.000Z']);
  expect((await world.app.call(getCalendar, {}, anna.token)).body.health).toMatchObject({ fault: null, waiting: 0 });
});

test('where every write finds the event changed, it is written in the end, and the service does not run in circles', async () => {
  await open();
  const company = await plan();
  world.graph.faults = { ...noFaults, touched: 1 };
  const { planned } = (await world.app.call(getCompany, { id: company.id }, anna.token)).body;
  const { id, version } = planned[0]!;
  const before = world.graph.load.requests;
  await world.app.call(updateActivity, { id, version, at: '2026-03-19T11:00:00Z' }, anna.token);
  await world.settle();
  expect(world.graph.load.requests - before).toBeLessThan(60);
  expect(world.ours(anna).map(startOf)).toEqual(['2026-03-19T11:00:00.000Z']);
});

test('a link of changes that is forgotten, or leads round in a circle, is begun anew', async () => {
  await open();
  const company = await plan();
  drag('2026-03-17T11:00:00');
  world.graph.forgetChanges();
  await world.settle();
  expect(await nextOf(company.id)).toBe('2026-03-17T11:00:00.000Z');
  for (let other = 0; other < 250; other += 1)
    world.graph.store.create(world.mailboxOf(anna), {
      subject: 'Своё',
      start: { dateTime: '2026-03-20T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-03-20T11:00:00', timeZone: 'UTC' },
    });
  world.graph.faults = { ...noFaults, repeated: 1 };
  drag('2026-03-18T11:00:00');
  await world.settle();
  expect(await nextOf(company.id)).toBe('2026-03-18T11:00:00.000Z');
});
