import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import request from 'supertest';
import { seedDemo } from '../database/seeds/demo';
import { standInIdentity } from '../service/adapters/entra/entra.local';
import { createApp } from '../service/app';
import { createLog } from '../service/kernel/log';
import { lookUpMail } from '../service/modules/mail/mail.contract';
import { signInMicrosoft } from '../service/modules/users/users.contract';
import { testApp, type TestApp } from '../service/test/test-app';
import type { Account, Letter, Mailbox } from './mailbox/letter';
import { playground } from './playground';

/** The demo with its playground, as a page of it asks. */
describe('the playground’s server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ryadom-playground-'));
  const entra = standInIdentity(createLog('silent'));
  let app: TestApp;
  let server: Server;
  beforeAll(async () => {
    mkdirSync(join(folder, 'web/assets'), { recursive: true });
    cpSync(resolve(__dirname, 'mailbox/samples'), join(folder, 'samples/mail'), { recursive: true });
    writeFileSync(join(folder, 'web/index.html'), '<title>Стенд</title>');
    writeFileSync(join(folder, 'web/assets/page-1a.js'), 'page');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    app = await testApp({ adapters: { microsoft: entra } });
    await seedDemo(app.deps);
    const mounted = playground(app.deps, entra, {
      webFolder: join(folder, 'web'),
      addinFolder: join(folder, 'addin'),
      samplesFolder: join(folder, 'samples'),
    });
    server = createServer(createApp(app.deps, { playground: mounted }).callback()).listen(0);
  });
  afterAll(async () => {
    await new Promise((closed) => server.close(closed));
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string) => request(server).get(path);
  const mailbox = async (login: string): Promise<Mailbox> =>
    (await get(`/playground/api/mailbox?account=${login}@ryadom.example`)).body as Mailbox;
  const named = (letters: Letter[], slug: string) => letters.find(({ id }) => id.includes(`~${slug}-`))!;
  const signIn = async (account: string) => {
    const { body } = await request(server).post('/playground/entra/token').send({ account });
    return (await app.call(signInMicrosoft, { token: (body as { token: string }).token })).body.token!;
  };
  /** What the program makes of a letter, as the reader of the mailbox. */
  const lookUp = async (letter: Letter, account: string) => {
    const people = [...(letter.from ? [letter.from] : []), ...letter.to, ...letter.cc];
    const token = await signIn(account);
    return (await app.call(lookUpMail, { key: letter.internetMessageId, people }, token)).body;
  };

  test('gives out a token for a demo account that signs it in, and one for a stranger that does not', async () => {
    expect(await signIn('anna@ryadom.example')).toEqual(expect.any(String));
    const { body } = await request(server).post('/playground/entra/token').send({ account: 'who@ryadom.example' });
    const stranger = await app.call(signInMicrosoft, { token: (body as { token: string }).token });
    expect(stranger).toMatchObject({ status: 403, body: { code: 'users.unknownMicrosoftAccount' } });
  });

  test('names the accounts and has a mailbox for each', async () => {
    const { accounts } = (await get('/playground/api/accounts')).body as { accounts: Account[] };
    expect(accounts[0]).toEqual({
      login: 'anna',
      name: 'Анна Светлова',
      address: 'anna@ryadom.example',
      role: expect.any(String),
    });
    for (const { login } of accounts) {
      const { letters, meetings } = await mailbox(login);
      expect(letters.filter(({ folder: kept }) => kept !== 'samples').length).toBeGreaterThanOrEqual(14);
      expect(meetings).toHaveLength(3);
      expect(new Set(letters.map(({ id }) => id)).size).toBe(letters.length);
    }
    expect((await get('/playground/api/mailbox?account=nobody@ryadom.example')).status).toBe(404);
  });

  test('the letters are of companies the manager really has', async () => {
    const account = 'anna@ryadom.example';
    const { letters } = await mailbox('anna');
    const reasons = async (slug: string) => {
      const { correspondents, refusal } = await lookUp(named(letters, slug), account);
      return {
        refusal,
        seen: correspondents.map(({ companyId, matches }) => [companyId !== null, matches[0]?.because]),
      };
    };
    expect(await reasons('price')).toEqual({ refusal: null, seen: [[true, 'email']] });
    expect(await reasons('new-person')).toEqual({ refusal: null, seen: [[true, 'domain']] });
    expect(await reasons('new-company')).toEqual({ refusal: null, seen: [[false, undefined]] });
    expect(await reasons('colleagues')).toEqual({ refusal: 'noOutsider', seen: [] });
    expect(await reasons('several')).toEqual({
      refusal: null,
      seen: [
        [true, 'email'],
        [true, 'email'],
        [false, undefined],
      ],
    });
    // A colleague's customer is known by name, not opened.
    expect(await reasons('shared')).toEqual({ refusal: null, seen: [[false, 'email']] });
  });

  test('a letter to two colleagues is the same letter in both mailboxes', async () => {
    const [annas, boriss] = [(await mailbox('anna')).letters, (await mailbox('boris')).letters];
    const both = annas.filter(({ folder: kept, internetMessageId }) =>
      boriss.some((letter) => kept === 'inbox' && letter.internetMessageId === internetMessageId),
    );
    expect(both).toHaveLength(1);
    expect((await lookUp(both[0]!, 'boris@ryadom.example')).correspondents[0]!.companyId).not.toBeNull();
  });

  test('attachments come as they were sent, and never as a page', async () => {
    const { letters } = await mailbox('anna');
    const { attachments } = named(letters, 'attachments');
    expect(attachments.map(({ name, inline }) => [name, inline])).toEqual([
      ['Спецификация.xlsx', false],
      ['Чертёж узла 12-07.pdf', false],
      ['Карточка предприятия.rtf', false],
      ['image001.png', true],
    ]);
    for (const { id, size } of attachments) {
      const answer = await get(`/playground/api/attachments/${encodeURIComponent(id)}`).responseType('blob');
      expect(answer.headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
      });
      expect((answer.body as Buffer).length).toBe(size);
    }
    expect((await get('/playground/api/attachments/none')).status).toBe(404);
  });

  test('letters of the samples’ folder lie in everybody’s mailbox with their files', async () => {
    const samples = (await mailbox('dina')).letters.filter(({ folder: kept }) => kept === 'samples');
    expect(samples).toHaveLength(17);
    const invoice = samples.find(({ subject }) => subject === 'Документы')!.attachments[0]!;
    const { body } = await get(`/playground/api/attachments/${encodeURIComponent(invoice.id)}`).responseType('blob');
    expect((body as Buffer).toString('latin1')).toMatch(/^%PDF/);
  });

  test('the pane is the built one with the stand-in of Office.js; without a build it says so', async () => {
    expect((await get('/playground/pane.html')).text).toContain('npm run build');
    mkdirSync(join(folder, 'addin'));
    writeFileSync(
      join(folder, 'addin/pane.html'),
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="/outlook-addin/a.js">',
    );
    const { text, headers } = await get('/playground/pane.html');
    expect(text).toBe('<script src="/playground/office.js"></script><script src="/outlook-addin/a.js">');
    expect(headers['content-type']).toMatch('text/html');
  });

  test('pages and their files are served, nothing beside them', async () => {
    expect((await get('/playground')).headers.location).toBe('/playground/');
    expect((await get('/playground/')).text).toContain('Стенд');
    expect((await get('/playground/assets/page-1a.js')).headers['cache-control']).toContain('immutable');
    for (const path of ['none.html', '..%2fsecret.txt', '%2e%2e%2fsecret.txt', '%', 'api/none'])
      expect((await get(`/playground/${path}`)).status).toBe(404);
    expect((await request(server).post('/playground/api/accounts')).status).toBe(404);
    expect((await get('/playgrounds')).status).toBe(404);
  });
});
