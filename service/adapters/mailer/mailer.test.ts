import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import nock from 'nock';
import { OutsideFault } from '../../kernel/outside';
import { graphMailer } from './mailer.graph';
import { smtpMailer } from './mailer.smtp';

const letter = {
  id: '0198f3a0-0000-8000-8000-000000000001',
  to: { name: 'Анна Светлова', address: 'anna@firm.example' },
  subject: 'Пора: позвонить',
  text: 'Позвонить в «Ромашку»',
  html: '<p>Позвонить в «Ромашку»</p>',
};
const fault = (work: Promise<void>) =>
  work.then(
    () => 'sent',
    (error: unknown) => (error instanceof OutsideFault ? [error.answer, error.retryAfter] : error),
  );

describe('letters through Graph', () => {
  const mailer = graphMailer({ mailbox: 'crm@firm.example', token: async () => 'app-token' });
  const graph = () => nock('https://graph.microsoft.com').post('/v1.0/users/crm%40firm.example/sendMail');
  afterEach(() => nock.cleanAll());

  test('as the documentation shows it: 202 without a body', async () => {
    let sent: Record<string, unknown> = {};
    graph()
      .matchHeader('authorization', 'Bearer app-token')
      .reply(202, (_uri, body) => {
        sent = body as Record<string, unknown>;
        return '';
      });
    await mailer.send(letter);
    expect(sent).toMatchObject({
      message: {
        subject: letter.subject,
        body: { contentType: 'HTML', content: letter.html },
        toRecipients: [{ emailAddress: { name: 'Анна Светлова', address: 'anna@firm.example' } }],
      },
      saveToSentItems: false,
    });
  });

  test.each([
    [429, { 'retry-after': '17' }, ['busy', 17]],
    [503, {}, ['busy', 10]],
    [504, {}, ['unknown', null]],
    [403, {}, ['refused', null]],
    [400, {}, ['refused', null]],
  ])('%s', async (status, headers, expected) => {
    graph().reply(status, { error: { code: 'x', message: 'y' } }, headers as Record<string, string>);
    expect(await fault(mailer.send(letter))).toEqual(expected);
  });

  test('the line broke: it may have gone out', async () => {
    graph().replyWithError({ code: 'ECONNRESET', message: 'reset' } as never);
    expect(await fault(mailer.send(letter))).toEqual(['unknown', null]);
    graph().replyWithError({ code: 'ECONNREFUSED', message: 'refused' } as never);
    expect(await fault(mailer.send(letter))).toEqual(['busy', 30]);
  });
});

describe('letters through a mail server', () => {
  let server: Server;
  let said: string[];
  /** What the server answers to the recipient. */
  let verdict = '250 OK';
  const sockets = new Set<Socket>();
  beforeEach(async () => {
    said = [];
    server = createServer((socket) => {
      sockets.add(socket);
      let data = false;
      let buffer = '';
      socket.write('220 mail.example ESMTP\r\n');
      socket.on('data', (piece) => {
        buffer += String(piece);
        for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
          const line = buffer.slice(0, end);
          buffer = buffer.slice(end + 2);
          said.push(line);
          if (data) {
            if (line === '.') {
              data = false;
              socket.write('250 queued\r\n');
            }
          } else if (/^EHLO/.test(line)) socket.write('250-mail.example\r\n250 8BITMIME\r\n');
          else if (/^RCPT/.test(line)) socket.write(`${verdict}\r\n`);
          else if (/^DATA/.test(line)) {
            data = true;
            socket.write('354 go on\r\n');
          } else if (/^QUIT/.test(line)) socket.end('221 bye\r\n');
          else socket.write('250 OK\r\n');
        }
      });
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  });
  const mailer = () =>
    smtpMailer({
      url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
      from: 'crm@firm.example',
    });

  test('the same letter has the same Message-ID, and says that a machine wrote it', async () => {
    verdict = '250 OK';
    await mailer().send(letter);
    const text = said.join('\n');
    expect(text).toContain(`Message-ID: <${letter.id}@firm.example>`);
    expect(text).toContain('Auto-Submitted: auto-generated');
    expect(text).toContain('RCPT TO:<anna@firm.example>');
  });

  test('4yz is for later, 5yz for never', async () => {
    verdict = '450 4.2.1 mailbox busy';
    expect(await fault(mailer().send(letter))).toEqual(['busy', 60]);
    verdict = '550 5.1.1 no such user';
    expect(await fault(mailer().send(letter))).toEqual(['refused', null]);
  });

  test('no server: nothing was sent', async () => {
    expect(await fault(smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'crm@firm.example' }).send(letter))).toEqual([
      'busy',
      30,
    ]);
  });
});
