import { get as httpGet } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { botInTeams, wordsOf, type BotInTeams } from '../../../playground/test/bot-in-teams';
import { OutsideFault } from '../../kernel/outside';
import type { Push } from '../../adapters/push/push.port';
import { assignCompanies } from '../companies/companies.contract';
import { logActivity } from '../activities/activities.contract';
import { buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { testClock } from '../../test/test-app';
import * as contract from './notifications.contract';
import { notify } from './notify';

const anna = { address: 'anna@firm.example', name: 'Анна Светлова' };
let teams: BotInTeams;
let manager: Person;
beforeEach(async () => {
  teams = await botInTeams({ clock: testClock() });
  manager = await buildUser(teams.app, { email: anna.address, name: anna.name });
});
afterEach(() => teams.close());

const tell = (about: string, kind: 'reminder' | 'shortfall' = 'reminder') =>
  teams.app.write((ctx) =>
    notify(ctx, {
      userId: manager.id,
      kind,
      about,
      link: '/calls',
      compose: () => ({ title: 'Пора', body: 'Позвонить' }),
    }),
  );
const deliveries = async () =>
  (await teams.app.call(contract.listDeliveries, {}, manager.token)).body.rows
    .map(({ channel, status }) => `${channel} ${status}`)
    .sort();
const said = () => teams.channel.chatOf(anna).messages.filter(({ from }) => from === 'bot');

describe('one notice, every way once', () => {
  test('told twice, it is said once: in the tab and in Teams', async () => {
    await teams.channel.install(anna);
    const greeted = said().length;
    await tell('a');
    await tell('a');
    await teams.app.drainJobs();
    expect(said()).toHaveLength(greeted + 1);
    expect(wordsOf(said().at(-1)!)).toContain('Пора');
    const list = await teams.app.call(contract.listNotices, {}, manager.token);
    expect(list.body).toMatchObject({ unread: 1, rows: [{ title: 'Пора', body: 'Позвонить', readAt: null }] });
    await teams.app.call(contract.readNotices, {}, manager.token);
    expect((await teams.app.call(contract.listNotices, {}, manager.token)).body.unread).toBe(0);
  });

  test('without Teams a letter brings it, once', async () => {
    await tell('a');
    await teams.app.drainJobs();
    expect(teams.mailer.letters).toMatchObject([{ to: { address: anna.address }, subject: 'Пора' }]);
    expect(teams.mailer.letters[0]!.html).toContain('https://crm.example/calls');
    expect(await deliveries()).toEqual(['email sent', 'teams replaced']);
  });

  test('the app was thrown out: the chat is marked, a letter goes, and it is not tried again', async () => {
    await teams.channel.install(anna);
    teams.faults.next = () => ({ status: 403 });
    await tell('a');
    await teams.app.drainJobs();
    expect(teams.mailer.letters).toHaveLength(1);
    const settings = await teams.app.call(contract.getNoticeSettings, {}, manager.token);
    expect(settings.body.ways).toMatchObject({ teams: 'gone', email: 'ready', standIn: { teams: true, email: true } });
    const before = teams.channel.requests.length;
    await tell('b');
    await teams.app.drainJobs();
    expect(teams.channel.requests).toHaveLength(before);
    // Whoever speaks to the bot again is spoken to again.
    teams.faults.next = null;
    await teams.ask(anna, 'привет');
    expect((await teams.app.call(contract.getNoticeSettings, {}, manager.token)).body.ways.teams).toBe('ready');
  });

  test('Teams asks to wait: it comes later, once', async () => {
    await teams.channel.install(anna);
    const greeted = said().length;
    teams.faults.next = () => ({ status: 429, retryAfter: 30 });
    await tell('a');
    await teams.app.drainJobs();
    expect(await deliveries()).toContain('teams waiting');
    teams.faults.next = null;
    teams.app.clock.advance({ minutes: 0 });
    await teams.app.drainJobs();
    expect(said()).toHaveLength(greeted);
    teams.app.clock.advance({ minutes: 1 });
    await teams.app.drainJobs();
    expect(said()).toHaveLength(greeted + 1);
    expect(teams.mailer.letters).toHaveLength(0);
  });

  test('taken or not, nobody knows: it is not sent again, a letter goes', async () => {
    await teams.channel.install(anna);
    const greeted = said().length;
    teams.faults.next = () => ({ status: 504, afterwards: true });
    await tell('a');
    await teams.app.drainJobs();
    teams.faults.next = null;
    teams.app.clock.advance({ hours: 1 });
    await teams.app.drainJobs();
    expect(said()).toHaveLength(greeted + 1);
    expect(teams.mailer.letters).toHaveLength(1);
    expect(await deliveries()).toContain('teams unknown');
  });

  test('signed out of the chat, nothing is said there until signed in again', async () => {
    await teams.channel.install(anna);
    expect(wordsOf(await teams.ask(anna, 'выход'))).toContain('Вы вышли');
    expect(wordsOf(await teams.ask(anna, 'мои звонки'))).toContain('Вы вышли');
    const before = said().length;
    await tell('a');
    await teams.app.drainJobs();
    expect(said()).toHaveLength(before);
    expect((await teams.press(anna, 'session.signIn')).error).toBeNull();
    await tell('b');
    await teams.app.drainJobs();
    expect(said()).toHaveLength(before + 1);
  });
});

describe('as the person chooses', () => {
  test('off is off; one’s own ways are kept for each kind', async () => {
    const change = (channels: object, version: number) =>
      teams.app.call(contract.updateNoticeSettings, { version, channels }, manager.token);
    expect((await change({ reminder: [] }, 0)).status).toBe(200);
    await tell('a');
    await teams.app.drainJobs();
    expect((await teams.app.call(contract.listNotices, {}, manager.token)).body.rows).toEqual([]);
    expect((await change({ reminder: ['email'] }, 1)).status).toBe(200);
    await tell('b');
    await teams.app.drainJobs();
    expect(await deliveries()).toEqual(['email sent']);
    const stale = await change({ reminder: ['tab'] }, 1);
    expect(stale.status).toBe(409);
    expect((await change({ reminder: ['pigeon'] }, 2)).status).toBe(400);
  });

  test('in quiet hours it waits for the morning; what one set for oneself does not', async () => {
    await teams.channel.install(anna);
    const greeted = said().length;
    // 21:30 in Moscow.
    teams.app.clock.set('2026-03-12T18:30:00.000Z');
    await tell('later', 'shortfall');
    await tell('now', 'reminder');
    await teams.app.drainJobs();
    expect(said()).toHaveLength(greeted + 1);
    teams.app.clock.set('2026-03-13T04:59:00.000Z');
    await teams.app.drainJobs();
    expect(said()).toHaveLength(greeted + 1);
    teams.app.clock.set('2026-03-13T05:00:00.000Z');
    await teams.app.drainJobs();
    expect(said()).toHaveLength(greeted + 2);
  });

  test('another person’s deliveries are for whoever manages people', async () => {
    const boss = await buildUser(teams.app, { role: 'administrator' });
    await tell('a');
    await teams.app.drainJobs();
    expect(
      (await teams.app.call(contract.listDeliveries, { userId: manager.id }, boss.token)).body.rows.length,
    ).toBeGreaterThan(0);
    expect((await teams.app.call(contract.listDeliveries, { userId: boss.id }, manager.token)).status).toBe(403);
  });
});

describe('what happens is told', () => {
  test('companies handed over in one go are told of once, to their new manager alone', async () => {
    const department = await buildDepartment(teams.app);
    const head = await buildUser(teams.app, { role: 'head', departmentId: department.id });
    const other = await buildUser(teams.app, { departmentId: department.id });
    const companies = [];
    for (let number = 0; number < 3; number += 1) companies.push(await buildCompany(teams.app, { ownerId: head.id }));
    const handed = await teams.app.call(
      assignCompanies,
      { ids: companies.map(({ id }) => id), ownerId: other.id } as never,
      head.token,
    );
    expect(handed.status).toBe(200);
    expect((await teams.app.call(contract.listNotices, {}, other.token)).body.rows).toMatchObject([
      { kind: 'assigned', title: 'Вам переданы компании: 3' },
    ]);
    expect((await teams.app.call(contract.listNotices, {}, head.token)).body.rows).toEqual([]);
  });

  test('a colleague’s call on one’s company, not one’s own', async () => {
    const company = await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    const operator = await buildUser(teams.app, { role: 'operator', name: 'Егор Рощин' });
    const log = (token: string) =>
      teams.app.call(logActivity, { companyId: company.id, kind: 'call', note: 'звонили нам' }, token);
    expect((await log(operator.token)).status).toBe(200);
    expect((await log(manager.token)).status).toBe(200);
    expect((await teams.app.call(contract.listNotices, {}, manager.token)).body.rows).toMatchObject([
      { kind: 'colleague', title: 'Егор Рощин: ООО «Ромашка»', body: 'звонили нам' },
    ]);
  });
});

describe('the open tab', () => {
  test('hears of a notice within two seconds, and of its own alone', async () => {
    const stranger = await buildUser(teams.app);
    const server = createServer(teams.app.server).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    const listen = (token: string) => {
      const heard: string[] = [];
      const call = httpGet(
        { port, host: '127.0.0.1', path: '/api/live', headers: { authorization: `Bearer ${token}` } },
        (answer) => {
          expect(answer.headers['content-type']).toContain('text/event-stream');
          answer.on('data', (piece: Buffer) => heard.push(String(piece)));
        },
      );
      return { heard, call };
    };
    const [mine, others] = [listen(manager.token), listen(stranger.token)];
    const until = async (done: () => boolean) => {
      const patience = Date.now() + 2000;
      while (!done() && Date.now() < patience) await new Promise((go) => setTimeout(go, 10));
    };
    await until(() => mine.heard.length > 0 && others.heard.length > 0);
    await tell('live');
    await until(() => mine.heard.join('').includes('event: notice'));
    expect(mine.heard.join('')).toContain('"title":"Пора"');
    expect(others.heard.join('')).not.toContain('Пора');
    mine.call.destroy();
    others.call.destroy();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
});

describe('a browser with its tab closed', () => {
  test('every browser rings; one that is gone is forgotten', async () => {
    const rung: string[] = [];
    const push: Push = {
      publicKey: 'key',
      send: async ({ endpoint }, { title }) => {
        if (endpoint.includes('gone')) throw new OutsideFault('gone', '410');
        rung.push(`${endpoint} ${title}`);
      },
    };
    await teams.close();
    teams = await botInTeams({ adapters: { push } });
    manager = await buildUser(teams.app, { email: anna.address });
    const subscribe = (endpoint: string) =>
      teams.app.call(
        contract.subscribePush,
        { endpoint, keys: { p256dh: 'p', auth: 'a' }, device: 'Chromium' },
        manager.token,
      );
    await subscribe('https://push.example/one');
    await subscribe('https://push.example/one');
    await subscribe('https://push.example/gone');
    expect((await subscribe('http://push.example/plain')).status).toBe(400);
    await tell('a');
    await teams.app.drainJobs();
    expect(rung).toEqual(['https://push.example/one Пора']);
    expect((await teams.app.call(contract.getNoticeSettings, {}, manager.token)).body.ways.push.devices).toBe(1);
    await teams.app.call(contract.unsubscribePush, { endpoint: 'https://push.example/one' }, manager.token);
    expect((await teams.app.call(contract.getNoticeSettings, {}, manager.token)).body.ways.push.devices).toBe(0);
  });
});
