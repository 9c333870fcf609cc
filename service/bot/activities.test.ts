import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import nock from 'nock';
import { botInTeams, buttons, wordsOf, type BotInTeams } from '../../playground/test/bot-in-teams';
import { sql } from '../kernel/sql';
import { buildActivity, buildCompany, buildUser } from '../test/builders';

const fixtures = join(__dirname, 'fixtures');
const parsed = (file: string) =>
  JSON.parse(readFileSync(join(fixtures, file), 'utf8').replace(/^\uFEFF/, '')) as Record<string, unknown>;
const anna = { address: 'anna@firm.example', name: 'Анна Светлова' };

describe('activities as Teams sends them', () => {
  let teams: BotInTeams;
  beforeAll(async () => {
    teams = await botInTeams();
  });
  afterAll(() => teams.close());

  const files = [
    ...readdirSync(fixtures).filter((file) => file.endsWith('.json') && !file.startsWith('RESPONSE')),
    ...readdirSync(join(fixtures, 'officedev')).map((file) => `officedev/${file}`),
  ];
  test.each(files)('%s is taken and breaks nothing', async (file) => {
    const activity = parsed(file);
    const writes = () =>
      teams.app.deps.database.read.row<{ found: number }>(sql`select count(*) as found from activity`);
    const before = await writes();
    const { status } = await teams.channel.deliver({
      ...activity,
      serviceUrl: teams.channel.activity(teams.channel.chatOf(anna)).serviceUrl,
    });
    // Invokes of a kind we do not have are told so; everything else is done.
    expect([200, 501]).toContain(status);
    if (status === 501) expect(activity.type).toBe('invoke');
    expect(await writes()).toEqual(before);
  });

  test('a press of a stranger’s card from another product is refused in words', async () => {
    await buildUser(teams.app, {
      entraKey: '7f3c0000-0000-4000-8000-0000000000aa:11111111-2222-3333-4444-555555555555',
    });
    const activity = parsed('invoke_adaptiveCard_action_execute.json');
    const answer = await teams.channel.deliver({
      ...activity,
      serviceUrl: teams.channel.activity(teams.channel.chatOf(anna)).serviceUrl,
    });
    expect(answer).toMatchObject({ status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error' } });
  });

  test('the bot’s mention and hard spaces are not part of what was said', async () => {
    const { serviceUrl } = teams.channel.activity(teams.channel.chatOf(anna)) as { serviceUrl: string };
    const written: string[] = [];
    teams.faults.next = ({ method, path }) => {
      if (method === 'POST') written.push(path);
      return null;
    };
    for (const file of ['message_personal_mention.json', 'message_personal_plain_nbsp.json'])
      expect((await teams.channel.deliver({ ...parsed(file), serviceUrl })).status).toBe(200);
    expect(written).toHaveLength(2);
    teams.faults.next = null;
  });
});

describe('pressed twice, late, or by nobody', () => {
  let teams: BotInTeams;
  let manager: Awaited<ReturnType<typeof buildUser>>;
  beforeEach(async () => {
    teams = await botInTeams();
    manager = await buildUser(teams.app, { email: anna.address });
    await teams.channel.install(anna);
  });
  afterEach(() => teams.close());

  const written = () =>
    teams.app.deps.database.read.rows<{ status: string; note: string | null }>(
      sql`select status, note from activity where deletedAt is null order by createdAt, id`,
    );

  test('a double press writes once and answers alike', async () => {
    const company = await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    const card = await teams.ask(anna, 'компания Ромашка');
    const log = buttons(card).find(({ verb }) => verb === 'activity.log')!;
    const inputs = { outcome: '', note: 'думают', next: '2026-03-20T09:00:00.000Z' };
    const presses = await Promise.all([1, 2, 3].map(() => teams.channel.press(anna, card.id, log, inputs)));
    expect(presses.map(({ error }) => error)).toEqual([null, null, null]);
    expect(await written()).toEqual([
      { status: 'done', note: 'думают' },
      { status: 'planned', note: null },
    ]);
    expect(company.id).toBeTruthy();
  });

  test('a message delivered again is written once, and answered', async () => {
    await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    const { messageId } = await teams.channel.say(anna, 'созвонился с Ромашкой, думают');
    await teams.channel.say(anna, 'созвонился с Ромашкой, думают', { messageId });
    expect(await written()).toHaveLength(1);
    const answers = teams.channel
      .chatOf(anna)
      .messages.filter(({ from, cards }) => from === 'bot' && wordsOf({ cards } as never).includes('Звонок записан'));
    expect(answers).toHaveLength(2);
  });

  test('delivered again after it was undone, a message is answered and writes nothing', async () => {
    await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    const { messageId } = await teams.channel.say(anna, 'созвонился с Ромашкой, думают');
    await teams.press(anna, 'change.undo');
    await teams.channel.say(anna, 'созвонился с Ромашкой, думают', { messageId });
    expect(await written()).toEqual([]);
    expect(wordsOf(teams.last(anna))).toContain('Звонок записан');
    // Its way back was gone already.
    expect(wordsOf((await teams.press(anna, 'change.undo')).message)).toContain('Отмен');
    expect(await written()).toEqual([]);
  });

  test('a stale card refreshes: what was done in the tab meanwhile is not written again', async () => {
    const company = await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    const planned = await buildActivity(teams.app, company, { at: new Date('2026-03-12T08:00:00Z') });
    const card = await teams.ask(anna, 'компания Ромашка');
    const done = await teams.app.http('POST', '/api/activities', {
      token: manager.token,
      body: { companyId: company.id, kind: 'call', completes: planned.id, note: 'во вкладке' },
    });
    expect(done.status).toBe(200);
    const log = buttons(card).find(({ verb }) => verb === 'activity.log')!;
    const { error } = await teams.channel.press(anna, card.id, log, { note: 'в чате', next: '' });
    expect(error).toBeNull();
    expect(wordsOf(teams.last(anna))).toContain('уже отмечен');
    expect(await written()).toEqual([{ status: 'done', note: 'во вкладке' }]);
  });

  test('a moved contact is not moved from an old card', async () => {
    const company = await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    await buildActivity(teams.app, company, { at: new Date('2026-03-12T08:00:00Z') });
    const form = (await teams.press(anna, 'activity.move', {}, await teams.ask(anna, 'компания Ромашка'))).message;
    const old = structuredClone(form);
    await teams.ask(anna, 'перенести Ромашку на 20 марта в 12');
    const stale = buttons(old).find(({ verb }) => verb === 'activity.moveTo')!;
    await teams.channel.press(anna, form.id, stale, { next: '2026-03-25T09:00:00.000Z', nextWords: '' });
    const row = await teams.app.deps.database.read.row<{ at: string }>(sql`select at from activity`);
    expect(new Date(row!.at).toISOString()).toBe('2026-03-20T09:00:00.000Z');
    expect(wordsOf(form)).toBeTruthy();
  });

  test('undone twice is undone once; undone after another’s change is not undone', async () => {
    const company = await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    const card = await teams.ask(anna, 'созвонился с Ромашкой, думают, завтра в 10');
    const undo = buttons(card).find(({ verb }) => verb === 'change.undo')!;
    await teams.channel.press(anna, card.id, undo);
    expect(await written()).toEqual([]);
    await teams.channel.press(anna, card.id, undo);
    expect(await written()).toEqual([]);

    const again = await teams.ask(anna, 'созвонился с Ромашкой, согласны, завтра в 11');
    const row = await teams.app.deps.database.read.row<{ id: string; version: number }>(
      sql`select id, version from activity where status = 'done' and deletedAt is null`,
    );
    await teams.app.http('PATCH', `/api/activities/${row!.id}`, {
      token: manager.token,
      body: { version: row!.version, note: 'иначе' },
    });
    const late = buttons(again).find(({ verb }) => verb === 'change.undo')!;
    await teams.channel.press(anna, again.id, late);
    expect(wordsOf(teams.last(anna))).toContain('Отменить нельзя');
    expect((await written())[0]).toEqual({ status: 'done', note: 'иначе' });
    expect(company.id).toBeTruthy();
  });

  test('another’s card does nothing for whoever may not see the company', async () => {
    const company = await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    const stranger = { address: 'boris@firm.example', name: 'Борис' };
    await buildUser(teams.app, { email: stranger.address });
    await teams.channel.install(stranger);
    const card = await teams.ask(anna, 'компания Ромашка');
    const log = buttons(card).find(({ verb }) => verb === 'activity.log')!;
    const { error } = await teams.channel.press(stranger, 'none', log, { note: 'чужое' });
    expect(error).toContain('не видна');
    expect(await written()).toEqual([]);
    expect(company.id).toBeTruthy();
  });

  test('made-up data writes nothing', async () => {
    for (const [verb, data] of [
      ['activity.log', { companyId: 'x' }],
      ['activity.log', { companyId: { $ne: 1 }, card: 'y' }],
      ['constructor', {}],
      ['change.undo', { changeId: 'none', card: 'z' }],
      ['reminder.done', { reminderId: 'none', card: 'z' }],
    ] as const)
      await teams.channel.press(anna, 'none', { verb, data });
    expect(await written()).toEqual([]);
  });

  test('a person nobody knows is told so, and shown nothing', async () => {
    await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    const nobody = { address: 'nobody@firm.example', name: 'Никто' };
    await teams.channel.install(nobody);
    expect(wordsOf(teams.last(nobody))).toContain('не знаю');
    expect(wordsOf(await teams.ask(nobody, 'мои звонки сегодня'))).not.toContain('Ромашка');
  });
});

describe('the token of the channel', () => {
  const appId = '11111111-0000-4000-8000-000000000001';
  const tenantId = '7f3c0000-0000-4000-8000-0000000000aa';
  let teams: BotInTeams;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let foreign: typeof keys;

  const token = (key: CryptoKey, claims: Record<string, unknown> = {}, { expired = false } = {}) => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({
      serviceurl: (teams.channel.activity(teams.channel.chatOf(anna)) as { serviceUrl: string }).serviceUrl,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'channel-key', typ: 'JWT' })
      .setIssuer((claims.iss as string | undefined) ?? 'https://api.botframework.com')
      .setAudience((claims.aud as string | undefined) ?? appId)
      .setNotBefore(now - 7200)
      .setExpirationTime(expired ? now - 3600 : now + 3600)
      .sign(key);
  };

  beforeAll(async () => {
    keys = await generateKeyPair('RS256');
    foreign = await generateKeyPair('RS256');
    const jwk = {
      ...(await exportJWK(keys.publicKey)),
      kid: 'channel-key',
      use: 'sig',
      alg: 'RS256',
      endorsements: ['msteams'],
    };
    nock('https://login.botframework.com')
      .persist()
      .get('/v1/.well-known/openidconfiguration')
      .reply(200, {
        issuer: 'https://api.botframework.com',
        jwks_uri: 'https://login.botframework.com/v1/.well-known/keys',
        id_token_signing_alg_values_supported: ['RS256'],
      })
      .get('/v1/.well-known/keys')
      .reply(200, { keys: [jwk] });
    // The bot's own token, to answer with.
    nock('https://login.microsoftonline.com')
      .persist()
      .get(/.*/)
      .reply(200, (uri) => {
        if (uri.includes('discovery/instance'))
          return {
            tenant_discovery_endpoint: `https://login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`,
            metadata: [
              {
                preferred_network: 'login.microsoftonline.com',
                preferred_cache: 'login.windows.net',
                aliases: ['login.microsoftonline.com'],
              },
            ],
          };
        return {
          issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
          token_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
          authorization_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/authorize`,
          jwks_uri: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
        };
      })
      .post(/.*/)
      .reply(200, { token_type: 'Bearer', expires_in: 3600, access_token: 'bots-own-token' });
    teams = await botInTeams({ bot: { appId, appPassword: 'a-secret-of-the-test', tenantId } });
    await buildUser(teams.app, { email: anna.address });
  });
  afterAll(async () => {
    await teams.close();
    nock.cleanAll();
  });

  const deliver = (authorization?: string) => {
    const activity = { ...teams.channel.activity(teams.channel.chatOf(anna)), type: 'message', text: 'привет' };
    return teams.channel.deliver(activity, authorization ? { authorization } : {});
  };

  test('none, forged, expired, for another bot, of another issuer: 401 and not a word said', async () => {
    const { requests } = teams.channel;
    expect((await deliver()).status).toBe(401);
    expect((await deliver('Bearer made-up')).status).toBe(401);
    expect((await deliver(`Bearer ${await token(foreign.privateKey)}`)).status).toBe(401);
    expect((await deliver(`Bearer ${await token(keys.privateKey, {}, { expired: true })}`)).status).toBe(401);
    expect(
      (await deliver(`Bearer ${await token(keys.privateKey, { aud: '22222222-0000-4000-8000-000000000002' })}`)).status,
    ).toBe(401);
    expect((await deliver(`Bearer ${await token(keys.privateKey, { iss: 'https://evil.example' })}`)).status).toBe(401);
    expect(
      (await deliver(`Bearer ${await token(keys.privateKey, { serviceurl: 'https://evil.example/' })}`)).status,
    ).toBe(401);
    expect(requests).toEqual([]);
  });

  test('the right one is taken', async () => {
    teams.channel.chatOf(anna).installed = true;
    const { status } = await deliver(`Bearer ${await token(keys.privateKey)}`);
    expect(status).toBe(200);
    expect(wordsOf(teams.last(anna))).toContain('Здравствуйте');
  });

  test('somebody of another tenant is not answered', async () => {
    const before = teams.channel.requests.length;
    const activity = teams.channel.activity(teams.channel.chatOf(anna));
    const { status } = await teams.channel.deliver(
      {
        ...activity,
        type: 'message',
        text: 'привет',
        channelData: { tenant: { id: '99999999-0000-4000-8000-000000000009' } },
      },
      { authorization: `Bearer ${await token(keys.privateKey)}` },
    );
    expect(status).toBe(200);
    expect(teams.channel.requests).toHaveLength(before);
  });
});
