import { createECDH, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nock from 'nock';
import { OutsideFault } from '../../kernel/outside';
import { pushKeys, webPusher } from './push.http';

const folder = mkdtempSync(join(tmpdir(), 'ryadom-push-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => nock.cleanAll());

const keys = pushKeys(join(folder, 'keys.json'));
const push = webPusher(keys, 'mailto:crm@firm.example');
const browser = () => {
  const own = createECDH('prime256v1');
  return {
    endpoint: 'https://push.example/send/abc',
    keys: { p256dh: own.generateKeys().toString('base64url'), auth: randomBytes(16).toString('base64url') },
  };
};
const message = { title: 'Пора', body: 'Позвонить', url: '/reminders', tag: '0198f3a0-0000-8000-8000-000000000001' };

test('the keys are made once and stay', () => {
  expect(pushKeys(join(folder, 'keys.json'))).toEqual(keys);
  expect(push.publicKey).toBe(keys.publicKey);
});

test('encrypted for the browser, signed by us, kept for half a day (RFC 8030, 8188, 8292)', async () => {
  let headers: Record<string, string> = {};
  let body = '';
  nock('https://push.example')
    .post('/send/abc')
    .reply(201, function (_uri, sent) {
      headers = this.req.headers as unknown as Record<string, string>;
      body = String(sent);
      return '';
    });
  await push.send(browser(), message);
  expect(String(headers['content-encoding'])).toBe('aes128gcm');
  expect(String(headers.authorization)).toMatch(/^vapid t=.+, k=.+/);
  expect(Number(headers.ttl)).toBe(12 * 3600);
  expect(body).not.toContain('Позвонить');
});

test.each([
  [410, {}, 'gone', null],
  [404, {}, 'gone', null],
  [429, { 'retry-after': '5' }, 'busy', 5],
  [503, {}, 'busy', 30],
  [400, {}, 'refused', null],
])('%s', async (status, headers, answer, retryAfter) => {
  nock('https://push.example')
    .post('/send/abc')
    .reply(status, '', headers as Record<string, string>);
  const error = await push.send(browser(), message).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OutsideFault);
  expect(error).toMatchObject({ answer, retryAfter });
});
