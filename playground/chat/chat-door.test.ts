import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import bodyParser from '@koa/bodyparser';
import Koa from 'koa';
import { botHost } from '../../service/bot/bot-host';
import { messagesRoute } from '../../service/bot/messages-route';
import { notify } from '../../service/modules/notifications/notify';
import { buildUser } from '../../service/test/builders';
import { testApp } from '../../service/test/test-app';
import { ChatDoor } from './chat-door';
import type { ChatState } from '../pages/chat/ask-chat';

/** The chat of the demo over one address, as `npm start` serves it. */
test('each person is greeted once, answered, and found again after a restart of the stand-in', async () => {
  const host = botHost({ appId: '', appPassword: '', tenantId: '' });
  const app = await testApp({ adapters: { chat: host } });
  const accounts = ['anna', 'boris'].map((login) => ({
    login,
    address: `${login}@firm.example`,
    name: login,
    role: '',
  }));
  const users: { id: string }[] = [];
  for (const { address, name } of accounts) users.push(await buildUser(app, { email: address, name }));
  let door = new ChatDoor(async () => accounts);
  const koa = new Koa();
  koa.use(bodyParser());
  koa.use(messagesRoute(app.deps, host));
  koa.use((http) =>
    http.path.startsWith('/playground/connector/')
      ? door.connector(http, http.path.slice('/playground/connector/'.length))
      : door.answer(http, http.path.slice(1)),
  );
  const server = createServer(koa.callback()).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = async (login: string) =>
    (await (await fetch(`${base}/chat?account=${login}@firm.example`)).json()) as ChatState;
  const post = async (path: string, body: object) =>
    (
      await fetch(`${base}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).status;

  expect((await read('anna')).messages).toHaveLength(1);
  expect(await post('say', { account: 'anna@firm.example', text: 'моя неделя' })).toBe(200);
  expect((await read('anna')).messages.map(({ from }) => from)).toEqual(['bot', 'person', 'bot']);
  // What was said to one greets nobody else.
  expect((await read('boris')).messages).toHaveLength(1);
  expect((await fetch(`${base}/chat?account=nobody@firm.example`)).status).toBe(404);

  door = new ChatDoor(async () => accounts);
  await app.write((ctx) =>
    notify(ctx, { userId: users[0]!.id, kind: 'reminder', about: 'after', compose: () => ({ title: 'Пора' }) }),
  );
  await app.drainJobs();
  expect((await read('anna')).messages.map(({ summary }) => summary)).toEqual(['Пора']);
  expect((await read('boris')).messages).toEqual([]);

  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await app.close();
});
