import { outlookCalendar, startOf, type OutlookCalendar } from '../../../playground/test/outlook-calendar';
import { buildActivity, buildCompany, buildReminder, buildUser, type Person } from '../../test/builders';
import { deleteActivity, logActivity, updateActivity } from '../activities/activities.contract';
import { assignCompanies, getCompany, updateCompany } from '../companies/companies.contract';
import { listNotices } from '../notifications/notifications.contract';
import { finishReminder, listReminders } from '../reminders/reminders.contract';
import { undoChange } from '../system/system.contract';
import { updateUser } from '../users/users.contract';
import type { StoredEvent } from '../../../playground/graph/calendar-store';
import { sql } from '../../kernel/sql';
import { crmIdProperty } from '../../adapters/calendar/graph-event';
import {
  cancelEntry,
  companyCalendar,
  getCalendar,
  listCalendarEntries,
  putBackEntry,
  updateCalendar,
} from './calendar.contract';

let world: OutlookCalendar;
let anna: Person;
beforeEach(async () => {
  world = await outlookCalendar();
  anna = await world.person({ name: 'Анна' });
});
afterEach(() => world.close());

/** Something planned at a company of Anna's, and in her calendar. */
const plan = async (at = '2026-03-16T11:00:00Z', more: object = {}) => {
  const company = await buildCompany(world.app, {
    name: 'ООО «Ромашка»',
    ownerId: anna.id,
    phones: ['+7 843 200-10-20'],
  });
  const answer = await world.app.call(
    logActivity,
    { companyId: company.id, kind: 'call', status: 'planned', at, note: 'Обсудить цену', ...more },
    anna.token,
  );
  expect(answer.status).toBe(200);
  await world.settle();
  return { company, activity: answer.body.activity };
};
const cardOf = async (companyId: string, person = anna) =>
  (await world.app.call(getCompany, { id: companyId }, person.token)).body;
const there = (person = anna) => world.ours(person);
const change = (event: StoredEvent, given: Record<string, unknown>) =>
  world.graph.store.change(world.mailboxOf(anna), event, given);
const drag = (event: StoredEvent, start: string, end: string) =>
  change(event, {
    start: { dateTime: start, timeZone: 'Russian Standard Time' },
    end: { dateTime: end, timeZone: 'Russian Standard Time' },
  });
const remove = (event: StoredEvent) => world.graph.store.remove(world.mailboxOf(anna), event);
const choose = async (changes: object, person = anna) => {
  const { version } = (await world.app.call(getCalendar, {}, person.token)).body;
  const answer = await world.app.call(updateCalendar, { version, ...changes }, person.token);
  expect(answer.status).toBe(200);
  await world.settle();
  return answer.body;
};
const notices = async () => (await world.app.call(listNotices, {}, anna.token)).body.rows;

test('a planned call stands in its manager’s calendar, free, with a reminder, and nobody is invited', async () => {
  await plan();
  const [event, ...others] = world.ours(anna);
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    subject: 'Звонок: ООО «Ромашка»',
    span: { at: new Date('2026-03-16T11:00:00Z'), minutes: 15 },
    originalZone: 'Russian Standard Time',
    showAs: 'free',
    reminder: 15,
    attendees: [],
  });
  expect(event!.body).toContain('Обсудить цену');
  expect(event!.body).toContain('https://crm.example/companies/');
});

test('dragged in Outlook, the next contact follows, counted as put off; and the other way round', async () => {
  const { company, activity } = await plan();
  const [event] = world.ours(anna);
  world.graph.store.change(world.mailboxOf(anna), event!, {
    start: { dateTime: '2026-03-17T15:30:00', timeZone: 'Russian Standard Time' },
    end: { dateTime: '2026-03-17T16:00:00', timeZone: 'Russian Standard Time' },
  });
  await world.settle();
  const card = (await world.app.call(getCompany, { id: company.id }, anna.token)).body;
  expect(card.nextContact).toMatchObject({ at: '2026-03-17T12:30:00.000Z', postponed: 1 });

  const [planned] = card.planned;
  await world.app.call(
    updateActivity,
    { id: activity.id, version: planned!.version, at: '2026-03-18T08:00:00Z' },
    anna.token,
  );
  await world.settle();
  expect(world.ours(anna).map(startOf)).toEqual(['2026-03-18T08:00:00.000Z']);
  // He had made it longer.
  expect(world.ours(anna)[0]!.span).toMatchObject({ minutes: 30 });
});

describe('what is done in the program', () => {
  test('a finished call gets its tick, rings no more, and stands where it was done', async () => {
    const { company, activity } = await plan();
    await world.app.call(
      logActivity,
      { companyId: company.id, kind: 'call', completes: activity.id, note: 'Ждут предложение' },
      anna.token,
    );
    await world.settle();
    expect(there()).toMatchObject([
      { subject: '✓ Звонок: ООО «Ромашка»', reminder: null, span: { at: new Date('2026-03-12T09:00:00Z') } },
    ]);
    expect(there()[0]!.body).toContain('Итог: Ждут предложение');
  });

  test('undone, it is planned again, with its reminder', async () => {
    const { company, activity } = await plan();
    const log = await world.app.call(
      logActivity,
      { companyId: company.id, kind: 'call', completes: activity.id },
      anna.token,
    );
    await world.settle();
    await world.app.call(undoChange, { changeId: log.changeId }, anna.token);
    await world.settle();
    expect(there()).toMatchObject([
      { subject: 'Звонок: ООО «Ромашка»', reminder: 15, span: { at: new Date('2026-03-16T11:00:00Z') } },
    ]);
  });

  test('cancelled or deleted, it is out of the calendar', async () => {
    const one = await plan();
    const other = await plan('2026-03-17T11:00:00Z');
    await world.app.call(
      updateActivity,
      { id: one.activity.id, version: one.activity.version, cancel: 'Не нужно' },
      anna.token,
    );
    const head = await buildUser(world.app, { role: 'administrator' });
    await world.app.call(deleteActivity, { id: other.activity.id, version: other.activity.version }, head.token);
    await world.settle();
    expect(there()).toEqual([]);
  });

  test('handed over, it leaves one calendar and comes to the other', async () => {
    const { company } = await plan();
    const boris = await world.person({ timeZone: 'Asia/Vladivostok' });
    const head = await buildUser(world.app, { role: 'administrator' });
    await world.app.call(assignCompanies, { ids: [company.id], ownerId: boris.id }, head.token);
    await world.settle();
    expect(there()).toEqual([]);
    expect(there(boris)).toMatchObject([
      { subject: 'Звонок: ООО «Ромашка»', originalZone: 'Vladivostok Standard Time' },
    ]);
  });

  test('the name, the phone and the last words follow', async () => {
    const { company } = await plan();
    const { version } = await cardOf(company.id);
    await world.app.call(updateCompany, { id: company.id, version, name: 'АО «Василёк»' }, anna.token);
    await world.app.call(
      logActivity,
      { companyId: company.id, kind: 'note', note: 'Директор <в отпуске> до 20-го' },
      anna.token,
    );
    await world.app.call(logActivity, { companyId: company.id, kind: 'call', note: 'Ждут <КП>' }, anna.token);
    await world.settle();
    const [event] = there();
    expect(event!.subject).toBe('Звонок: АО «Василёк»');
    expect(event!.body).toContain('tel:+78432001020');
    expect(event!.body).toContain('В прошлый раз, 12 марта: Ждут &lt;КП&gt;');
  });
});

describe('what is done in Outlook', () => {
  test('an event marked as done writes the call down, once', async () => {
    const { company } = await plan();
    change(there()[0]!, { categories: ['Красная', 'Сделано'] });
    await world.settle();
    await world.settle();
    const card = await cardOf(company.id);
    expect(card.planned).toEqual([]);
    expect(card.activities).toMatchObject([{ kind: 'call', status: 'done', at: '2026-03-12T09:00:00.000Z' }]);
    expect(there()).toMatchObject([{ subject: '✓ Звонок: ООО «Ромашка»', categories: ['Красная', 'Сделано'] }]);
  });

  test('and when that is undone, the word is taken off again, the other colours stay', async () => {
    const { company } = await plan();
    change(there()[0]!, { categories: ['Красная', 'Сделано'] });
    await world.settle();
    const [done] = (await cardOf(company.id)).activities;
    const history = await world.app.deps.database.read.rows<{ changeId: string }>(
      // The last change of it was the worker's, in her name.
      sql`select changeId from audit_entry where recordId = ${done!.id} order by id desc`,
    );
    await world.app.call(undoChange, { changeId: history[0]!.changeId }, anna.token);
    await world.settle();
    expect((await cardOf(company.id)).planned).toHaveLength(1);
    expect(there()).toMatchObject([{ subject: 'Звонок: ООО «Ромашка»', categories: ['Красная'] }]);
  });

  test('dragged among the whole days it keeps its hour, and a date is a date', async () => {
    const { company } = await plan('2026-03-16T21:30:00Z');
    change(there()[0]!, {
      isAllDay: true,
      start: { dateTime: '2026-03-20T00:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-03-21T00:00:00', timeZone: 'UTC' },
    });
    await world.settle();
    // Half past midnight in Moscow, of the twentieth.
    expect((await cardOf(company.id)).nextContact!.at).toBe('2026-03-19T21:30:00.000Z');
    expect(there()[0]!.span).toEqual({ date: '2026-03-20', days: 1 });
  });

  test('a copy is her own: ours stays, hers is not touched', async () => {
    const { company } = await plan();
    const copy = world.graph.store.copy(world.mailboxOf(anna), there()[0]!);
    drag(copy, '2026-04-01T10:00:00', '2026-04-01T11:00:00');
    await world.settle();
    world.app.clock.advance({ hours: 1 });
    await nightly();
    expect(there()).toHaveLength(1);
    expect(there()[0]!.id).not.toBe(copy.id);
    const kept = world.mailboxOf(anna).events.get(copy.id)!;
    expect(startOf(kept)).toBe('2026-04-01T07:00:00.000Z');
    expect(kept.properties[crmIdProperty.toLowerCase()]).toBe('-');
    expect((await cardOf(company.id)).nextContact!.at).toBe('2026-03-16T11:00:00.000Z');
  });

  test('a day gone by is not taken: the event goes back, and she is told why', async () => {
    const { company } = await plan();
    drag(there()[0]!, '2026-03-10T10:00:00', '2026-03-10T10:15:00');
    await world.settle();
    expect((await cardOf(company.id)).nextContact!.at).toBe('2026-03-16T11:00:00.000Z');
    expect(there().map(startOf)).toEqual(['2026-03-16T11:00:00.000Z']);
    expect(await notices()).toMatchObject([
      { title: 'Изменение из Outlook не принято: ООО «Ромашка»', body: 'этот день уже прошёл' },
    ]);
  });

  test('whom she invites herself is hers to write to: we touch that event no more', async () => {
    const { company, activity } = await plan();
    change(there()[0]!, { attendees: [{ emailAddress: { address: 'client@romashka.example' } }] });
    await world.settle();
    const { planned } = await cardOf(company.id);
    await world.app.call(
      updateActivity,
      { id: activity.id, version: planned[0]!.version, at: '2026-03-19T11:00:00Z' },
      anna.token,
    );
    await world.settle();
    await choose({ connected: false });
    expect(world.graph.letters).toEqual([]);
    expect(world.mailboxOf(anna).events.size).toBe(1);
  });
});

describe('deleted in Outlook', () => {
  const deleted = async () => {
    const { company, activity } = await plan();
    remove(there()[0]!);
    await world.settle();
    return { company, activity };
  };
  const entries = async () => (await world.app.call(listCalendarEntries, {}, anna.token)).body.rows;

  test('it stays planned, and she is asked', async () => {
    const { company } = await deleted();
    expect((await cardOf(company.id)).nextContact).toMatchObject({ at: '2026-03-16T11:00:00.000Z' });
    expect(await notices()).toMatchObject([{ kind: 'calendar', title: 'Удалено в Outlook: ООО «Ромашка»' }]);
    expect(await entries()).toMatchObject([{ status: 'removed', title: 'Звонок', company: { name: 'ООО «Ромашка»' } }]);
    const { rows } = (await world.app.call(companyCalendar, { companyId: company.id }, anna.token)).body;
    expect(rows).toMatchObject([{ status: 'removed', own: true }]);
    // Not asked twice, nor put back by the night.
    await nightly();
    expect(there()).toEqual([]);
    expect(await notices()).toHaveLength(1);
  });

  test('put back, it is one event again, however often she presses', async () => {
    await deleted();
    const [entry] = await entries();
    for (let press = 0; press < 2; press += 1) await world.app.call(putBackEntry, { id: entry!.id }, anna.token);
    await world.settle();
    expect(there().map(startOf)).toEqual(['2026-03-16T11:00:00.000Z']);
    expect(await entries()).toEqual([]);
  });

  test('called off, nothing is planned any more', async () => {
    const { company } = await deleted();
    const [entry] = await entries();
    await world.app.call(cancelEntry, { id: entry!.id }, anna.token);
    await world.settle();
    const card = await cardOf(company.id);
    expect(card.planned).toEqual([]);
    expect(card.activities).toMatchObject([{ status: 'cancelled' }]);
    expect(await entries()).toEqual([]);
  });

  test('moved in the program since, it comes back at its new time', async () => {
    const { activity } = await deleted();
    await world.app.call(
      updateActivity,
      { id: activity.id, version: activity.version, at: '2026-03-18T11:00:00Z' },
      anna.token,
    );
    await world.settle();
    expect(there().map(startOf)).toEqual(['2026-03-18T11:00:00.000Z']);
  });

  test('brought back from the bin, the question is over', async () => {
    await plan();
    const [event] = there();
    remove(event!);
    await world.settle();
    world.mailboxOf(anna).events.set(event!.id, event!);
    change(event!, {});
    await world.settle();
    expect(await entries()).toEqual([]);
    expect(there()).toHaveLength(1);
  });

  test('she may choose that it means calling off, or that it is put back', async () => {
    await choose({ onDelete: 'putBack' });
    const { company } = await deleted();
    expect(there()).toHaveLength(1);
    await choose({ onDelete: 'cancel' });
    remove(there()[0]!);
    await world.settle();
    expect((await cardOf(company.id)).planned).toEqual([]);
  });
});

describe('what she chooses', () => {
  test('kinds: what is switched off leaves, what is switched on comes', async () => {
    await plan('2026-03-16T11:00:00Z', { kind: 'meeting' });
    await plan('2026-03-17T11:00:00Z');
    await buildReminder(world.app, anna, { title: 'Отправить договор', dueAt: new Date('2026-03-18T11:00:00Z') });
    await buildCompany(world.app, {
      ownerId: anna.id,
      contacts: [{ name: 'Иванова Анна', birthday: { day: 13, month: 3, year: 1990 } }],
    });
    await world.settle();
    const subjects = () => there().map(({ subject }) => subject);
    expect(subjects()).toEqual(['Встреча: ООО «Ромашка»', 'Звонок: ООО «Ромашка»', 'Отправить договор']);
    await choose({ calls: false, tasks: false, birthdays: true });
    expect(subjects()).toEqual(['День рождения: Иванова Анна, исполняется 36', 'Встреча: ООО «Ромашка»']);
    expect(there()[0]).toMatchObject({ span: { date: '2026-03-13', days: 1 }, reminder: 3 * 1440 - 540 });
    await choose({ calls: true });
    expect(subjects()).toHaveLength(3);
  });

  test('a reminder goes both ways, too', async () => {
    const made = await buildReminder(world.app, anna, { title: 'Договор', dueAt: new Date('2026-03-18T11:00:00Z') });
    await world.settle();
    drag(there()[0]!, '2026-03-19T10:00:00', '2026-03-19T10:15:00');
    await world.settle();
    const [moved] = (await world.app.call(listReminders, {}, anna.token)).body.rows;
    expect(moved).toMatchObject({ dueAt: '2026-03-19T07:00:00.000Z' });
    await world.app.call(finishReminder, { id: made.id, version: moved!.version }, anna.token);
    await world.settle();
    expect(there()).toMatchObject([{ subject: '✓ Договор', reminder: null }]);
  });

  test('from the program to Outlook only: what she drags goes back, what she deletes stays deleted, unasked', async () => {
    await choose({ direction: 'outward' });
    const { company } = await plan();
    drag(there()[0]!, '2026-03-20T10:00:00', '2026-03-20T10:30:00');
    await world.settle();
    expect(there().map(startOf)).toEqual(['2026-03-16T11:00:00.000Z']);
    expect((await cardOf(company.id)).nextContact!.postponed).toBe(0);
    remove(there()[0]!);
    await world.settle();
    expect(there()).toEqual([]);
    expect(await notices()).toEqual([]);
  });

  test('leaving takes out what is ours and nothing else; coming back brings it again, once', async () => {
    await plan();
    await plan('2026-03-17T11:00:00Z');
    const copy = world.graph.store.copy(world.mailboxOf(anna), there()[0]!);
    world.graph.store.create(world.mailboxOf(anna), {
      subject: 'Зубной врач',
      start: { dateTime: '2026-03-16T11:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-03-16T12:00:00', timeZone: 'UTC' },
    });
    await choose({ connected: false });
    expect([...world.mailboxOf(anna).events.values()].map(({ subject }) => subject).sort()).toEqual(
      [copy.subject, 'Зубной врач'].sort(),
    );
    expect(world.graph.subscriptions.all.size).toBe(0);
    await choose({ connected: true });
    expect(there()).toHaveLength(2);
    expect(world.mailboxOf(anna).events.size).toBe(4);
  });

  test('whoever is blocked has no calendar of ours any more', async () => {
    await plan();
    const chief = await buildUser(world.app, { role: 'administrator' });
    await world.app.call(updateUser, { id: anna.id, version: anna.version, status: 'blocked' }, chief.token);
    await world.settle();
    expect(world.mailboxOf(anna).events.size).toBe(0);
  });
});

test('a calendar that is connected late is filled slowly, the nearest first, nothing of the past', async () => {
  const boris = await world.person({ connect: false });
  const company = await buildCompany(world.app, { ownerId: boris.id });
  for (let day = -3; day < 117; day += 1)
    await buildActivity(world.app, company, {
      ownerId: boris.id,
      at: new Date(Date.UTC(2026, 2, 12 + day, 11)),
    });
  await choose({ connected: true }, boris);
  expect(there(boris)).toHaveLength(50);
  expect(startOf(there(boris)[0]!)).toBe('2026-03-12T11:00:00.000Z');
  world.app.clock.advance({ hours: 1 });
  await world.settle();
  expect(there(boris)).toHaveLength(100);
  world.app.clock.advance({ hours: 1 });
  await world.settle();
  expect(there(boris)).toHaveLength(117);
  expect(world.graph.letters).toEqual([]);
});

/** What the clock does at night. */
async function nightly(): Promise<void> {
  const jobs = world.app.deps.modules.jobs;
  const job = { transaction: (work: Parameters<typeof world.app.write>[0]) => world.app.write(work) };
  await jobs.get('calendar.nightly')!.run(job as never, {});
  await world.settle();
}
