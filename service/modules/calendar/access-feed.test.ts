import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlookCalendar, type OutlookCalendar } from '../../../playground/test/outlook-calendar';
import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import {
  checkAccess,
  createFeed,
  deleteFeed,
  getCalendar,
  listMailboxes,
  updateCalendar,
  updateMailbox,
} from './calendar.contract';
import { readIcal } from './read-ical';

let world: OutlookCalendar;
let chief: Person;
const group = new Set<string>();
beforeEach(async () => {
  world = await outlookCalendar({ group: () => group });
  group.clear();
  chief = await buildUser(world.app, { role: 'administrator', name: 'Администратор' });
});
afterEach(() => world.close());

describe('access', () => {
  test('the check proves what is reached and what is not', async () => {
    group.add('anna@ryadom.example');
    const anna = await world.person({ name: 'Анна', email: 'anna@ryadom.example' });
    await world.person({ name: 'Борис', email: 'boris@ryadom.example', connect: false });
    world.graph.store.add({ address: 'director@ryadom.example', name: 'Директор' });
    const { body } = await world.app.call(checkAccess, { outside: 'director@ryadom.example' }, chief.token);
    expect(body).toMatchObject({
      grants: [],
      tooWide: false,
      notifies: true,
      rows: [
        { user: { name: 'Анна' }, address: 'anna@ryadom.example', reached: 'yes' },
        { user: null, address: 'director@ryadom.example', reached: 'refused' },
      ],
    });
    const missing = await world.app.call(checkAccess, { outside: 'nobody@ryadom.example' }, chief.token);
    expect(missing.body.rows[1]).toMatchObject({ reached: 'missing' });
    expect(JSON.stringify(missing.body)).not.toContain(anna.token);
  });

  test('whoever is outside the group waits with a word why, and works once he is let in', async () => {
    const anna = await world.person({ email: 'anna@ryadom.example' });
    const company = await buildCompany(world.app, { ownerId: anna.id });
    await buildActivity(world.app, company, { ownerId: anna.id, at: new Date('2026-03-16T11:00:00Z') });
    await world.settle();
    const { rows } = (await world.app.call(listMailboxes, {}, chief.token)).body;
    expect(rows.find(({ user }) => user.id === anna.id)).toMatchObject({
      connected: true,
      health: { fault: 'refused', waiting: 1 },
    });
    group.add('anna@ryadom.example');
    world.app.clock.advance({ hours: 2 });
    await world.settle();
    expect(world.ours(anna)).toHaveLength(1);
  });

  test('the administrator connects and leaves for others; whoever has no address cannot be', async () => {
    group.add('boris@ryadom.example');
    const boris = await world.person({ email: 'boris@ryadom.example', connect: false });
    const on = await world.app.call(updateMailbox, { id: boris.id, version: 0, connected: true }, chief.token);
    expect(on.body).toMatchObject({ connected: true, health: { status: 'connected' } });
    await world.settle();
    const stale = await world.app.call(updateMailbox, { id: boris.id, version: 0, connected: false }, chief.token);
    expect(stale.status).toBe(409);
    const off = await world.app.call(
      updateMailbox,
      { id: boris.id, version: on.body.version, connected: false },
      chief.token,
    );
    expect(off.body.health.status).toBe('leaving');
    await world.settle();
    const nobody = await buildUser(world.app);
    const refused = await world.app.call(updateMailbox, { id: nobody.id, version: 0, connected: true }, chief.token);
    expect(refused).toMatchObject({ status: 422, body: { code: 'calendar.noAddress' } });
    const own = await world.app.call(updateCalendar, { version: 0, connected: true }, nobody.token);
    expect(own.status).toBe(422);
    expect((await world.app.call(getCalendar, {}, nobody.token)).body.connected).toBe(false);
  });
});

describe('the feed', () => {
  const feedOf = async (url: string) => {
    const answer = await fetch(url.replace('https://crm.example', world.app.url));
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };

  test('any calendar program reads the plan from a private address, at the right minute', async () => {
    const anna = await buildUser(world.app, { timeZone: 'Asia/Yekaterinburg' });
    const company = await buildCompany(world.app, {
      name: 'ООО «Ромашка, и сыновья; филиал»',
      ownerId: anna.id,
      contacts: [{ name: 'Иванова Анна', birthday: { day: 29, month: 2, year: null } }],
    });
    await buildActivity(world.app, company, {
      ownerId: anna.id,
      at: new Date('2026-03-16T20:30:00Z'),
      note: 'Обсудить цену\nи сроки',
    });
    await buildActivity(world.app, company, { ownerId: anna.id, status: 'done', at: new Date('2026-03-12T08:00:00Z') });
    await world.app.call(updateCalendar, { version: 0, birthdays: true }, anna.token);
    const { url } = (await world.app.call(createFeed, {}, anna.token)).body;
    const { status, type, text } = await feedOf(url);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    const all = { zone: 'Asia/Yekaterinburg', from: new Date('2026-01-01'), to: new Date('2028-01-01') };
    const { events, unread } = readIcal(text, all);
    expect(unread).toBe(0);
    expect(events).toMatchObject([
      {
        subject: 'Звонок: ООО «Ромашка, и сыновья; филиал»',
        span: { at: new Date('2026-03-16T20:30:00Z'), minutes: 15 },
        reminder: 15,
        attendees: [],
      },
      { subject: 'День рождения: Иванова Анна', span: { date: '2027-02-28', days: 1 } },
    ]);
    expect(events[0]!.description).toContain('Обсудить цену\nи сроки');
    // Read again, it is the same event.
    expect(readIcal((await feedOf(url)).text, all).events.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
  });

  test('a new address ends the one before; closed, blocked or made up, it opens nothing', async () => {
    const anna = await buildUser(world.app);
    const first = (await world.app.call(createFeed, {}, anna.token)).body.url;
    const second = (await world.app.call(createFeed, {}, anna.token)).body.url;
    expect((await feedOf(first)).status).toBe(404);
    expect((await feedOf(second)).status).toBe(200);
    await world.app.call(deleteFeed, {}, anna.token);
    expect((await feedOf(second)).status).toBe(404);
    expect((await feedOf(`${first}x`)).status).toBe(404);
  });
});

test('an .ics file is read for what is to come in it; what is none says so', async () => {
  const anna = await buildUser(world.app, { timeZone: 'Asia/Yekaterinburg' });
  const read = (body: Buffer) =>
    world.app.http('POST', '/api/calendar/read-file', {
      token: anna.token,
      body,
      headers: { 'content-type': 'application/octet-stream' },
    });
  const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/ics', name));
  const invitation = await read(fixture('ru_request_attendees.ics'));
  expect(invitation.body).toEqual({
    rows: [
      {
        subject: 'Демонстрация продукта',
        location: null,
        at: '2026-03-20T11:00:00.000Z',
        minutes: 60,
        cancelled: false,
        people: ["Отдел продаж, ООО ''Ромашка''", 'Тестов Иван'],
      },
    ],
    unread: 0,
  });
  const days = (await read(fixture('ru_allday_multi_and_floating.ics'))).body as { rows: { at: string }[] };
  // Ten in the morning in Yekaterinburg, and nine there, since the file names no zone.
  expect(days.rows.map(({ at }) => at)).toEqual(['2026-05-18T05:00:00.000Z', '2026-06-01T04:00:00.000Z']);
  expect(await read(Buffer.from('Привет'))).toMatchObject({
    status: 400,
    body: { fields: { file: 'это не файл календаря (.ics)' } },
  });
  expect((await read(Buffer.alloc(1_100_000, 'x'))).status).toBe(413);
});
