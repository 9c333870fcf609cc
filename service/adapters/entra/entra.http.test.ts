import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import nock from 'nock';
import { createLog } from '../../kernel/log';
import { entraIdentity } from './entra.http';

/**
 * Tokens as «Access token claims reference» has them, keys as the discovery document's jwks_uri answers, on-behalf-of
 * and /me as their pages do. Made here, signed with keys of ours.
 */
const tenantId = '5b0c2f4e-1111-4222-8333-444455556666';
const clientId = '7d1e3a5c-aaaa-4bbb-8ccc-ddddeeeeffff';
const login = 'https://login.microsoftonline.com';
const now = new Date('2026-03-12T09:00:00Z');
const seconds = now.getTime() / 1000;

const identity = (more: { clientSecret?: string; timeoutMilliseconds?: number } = {}) =>
  entraIdentity(
    { tenantId, clientId, authority: login, host: 'crm.company.example', clientSecret: null, ...more },
    createLog('silent'),
  );

let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
let others: typeof keys;
beforeAll(async () => {
  nock.disableNetConnect();
  keys = await generateKeyPair('RS256');
  others = await generateKeyPair('RS256');
});
afterEach(() => nock.cleanAll());
afterAll(() => nock.restore());

const published = async (kid: string, { publicKey } = keys) => ({
  kid,
  use: 'sig',
  kty: 'RSA',
  ...(await exportJWK(publicKey)),
});
const serveKeys = async (...kids: string[]) =>
  nock(login)
    .get(`/${tenantId}/discovery/v2.0/keys`)
    .reply(200, { keys: await Promise.all(kids.map((kid) => published(kid))) });

const claims: JWTPayload = {
  aud: clientId,
  iss: `${login}/${tenantId}/v2.0`,
  iat: seconds,
  nbf: seconds,
  exp: seconds + 3600,
  name: 'Анна Светлова',
  oid: 'a1b2c3d4-0000-4000-8000-00000000000a',
  preferred_username: 'Anna@Company.example',
  scp: 'access_as_user',
  tid: tenantId,
  ver: '2.0',
};
const sign = (changes: JWTPayload = {}, { kid = 'key-1', key = keys.privateKey } = {}) =>
  new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(key);
const refused = { status: 401, code: 'users.badMicrosoftToken' };

describe('a token of our tenant for us', () => {
  test.each<[string, JWTPayload]>([
    ['version 2', {}],
    ['version 1', { ver: '1.0', iss: `https://sts.windows.net/${tenantId}/`, aud: `api://${clientId}` }],
    ['of a Teams tab', { aud: `api://crm.company.example/${clientId}` }],
    ['with other scopes besides', { scp: 'profile access_as_user' }],
    ['of a clock four minutes ahead', { nbf: seconds + 240, iat: seconds + 240 }],
    ['ended four minutes ago', { exp: seconds - 240 }],
  ])('%s is right', async (_title, changes) => {
    await serveKeys('key-1');
    expect(await identity().verify(await sign(changes), now)).toEqual({
      key: `${tenantId}:${claims.oid as string}`,
      name: 'Анна Светлова',
      addresses: ['anna@company.example'],
    });
  });
});

describe('a token is refused', () => {
  test.each<[string, JWTPayload]>([
    ['that has ended', { exp: seconds - 301 }],
    ['that is not in force yet', { nbf: seconds + 301 }],
    ['that never ends', { exp: undefined }],
    ['for another application', { aud: '00000003-0000-0000-c000-000000000000' }],
    ['for another host', { aud: `api://evil.example/${clientId}` }],
    ['of another tenant', { tid: 'ffffffff-1111-4222-8333-444455556666' }],
    ['issued by another tenant', { iss: `${login}/ffffffff-1111-4222-8333-444455556666/v2.0` }],
    ['issued for all tenants', { iss: `${login}/common/v2.0` }],
    [
      'issued by somebody who is called alike',
      { iss: `https://login.microsoftonline.com.evil.example/${tenantId}/v2.0` },
    ],
    ['that speaks for a program', { scp: undefined, roles: ['Everything.ReadWrite'], idtyp: 'app' }],
    ['with another scope', { scp: 'access_as_user_too' }],
    ['of nobody', { oid: undefined }],
  ])('%s', async (_title, changes) => {
    await serveKeys('key-1');
    await expect(identity().verify(await sign(changes), now)).rejects.toMatchObject(refused);
  });

  test.each<[string, () => Promise<string>]>([
    ['signed with another key under the same id', () => sign({}, { key: others.privateKey })],
    ['not signed at all', async () => new UnsecuredJWT(claims).encode()],
    [
      'signed with the public key as if it were a secret',
      async () =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
          .sign(new TextEncoder().encode(await exportSPKI(keys.publicKey))),
    ],
    [
      'whose words were changed after signing',
      async () => {
        const [head, , signature] = (await sign()).split('.');
        return [head, Buffer.from(JSON.stringify({ ...claims, oid: 'another' })).toString('base64url'), signature].join(
          '.',
        );
      },
    ],
    ['that is no token', async () => 'not-a-token-at-all-but-long-enough'],
  ])('%s', async (_title, make) => {
    await serveKeys('key-1');
    await expect(identity().verify(await make(), now)).rejects.toMatchObject(refused);
  });
});

describe('the keys', () => {
  test('are fetched once; a key id never seen is looked for once, not each time', async () => {
    const served = await serveKeys('key-1');
    const entra = identity();
    for (let i = 0; i < 5; i += 1) await entra.verify(await sign(), now);
    // Within the cooldown nobody is asked again: nock would refuse a second request.
    for (let i = 0; i < 5; i += 1)
      await expect(entra.verify(await sign({}, { kid: `made-up-${i}` }), now)).rejects.toMatchObject(refused);
    expect(served.isDone()).toBe(true);
  });

  test('rolled over by Microsoft are found, once the cooldown is over', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'clearTimeout', 'queueMicrotask'] });
    try {
      const entra = identity();
      await serveKeys('key-1');
      await entra.verify(await sign(), now);
      jest.setSystemTime(Date.now() + 60_000);
      await serveKeys('key-1', 'key-2');
      await expect(entra.verify(await sign({}, { kid: 'key-2' }), now)).resolves.toHaveProperty('name');
    } finally {
      jest.useRealTimers();
    }
  });

  test.each<[string, () => void]>([
    ['the connection fails', () => nock(login).get(/keys/).replyWithError('ECONNRESET')],
    ['Microsoft is broken', () => nock(login).get(/keys/).reply(503, 'busy')],
    ['a proxy answers', () => nock(login).get(/keys/).reply(200, '<html>')],
  ])('cannot be had when %s: that is not the token’s fault', async (_title, happens) => {
    happens();
    await expect(identity().verify(await sign(), now)).rejects.toMatchObject({
      status: 503,
      code: 'users.microsoftUnavailable',
    });
  });
});

describe('the addresses of an account', () => {
  const account = { key: 'k', name: 'Анна', addresses: ['anna@company.example'] };
  const discovery = () => {
    nock(login)
      .get('/common/discovery/instance')
      .query(true)
      .optionally()
      .reply(200, {
        tenant_discovery_endpoint: `${login}/${tenantId}/v2.0/.well-known/openid-configuration`,
        'api-version': '1.1',
        metadata: [
          {
            preferred_network: 'login.microsoftonline.com',
            preferred_cache: 'login.windows.net',
            aliases: ['login.microsoftonline.com'],
          },
        ],
      });
    nock(login)
      .get(`/${tenantId}/v2.0/.well-known/openid-configuration`)
      .optionally()
      .reply(200, {
        token_endpoint: `${login}/${tenantId}/oauth2/v2.0/token`,
        authorization_endpoint: `${login}/${tenantId}/oauth2/v2.0/authorize`,
        jwks_uri: `${login}/${tenantId}/discovery/v2.0/keys`,
        issuer: `${login}/${tenantId}/v2.0`,
      });
  };
  const grant = () =>
    nock(login)
      .post(`/${tenantId}/oauth2/v2.0/token`, (body: Record<string, string>) => {
        return (
          body.grant_type === 'urn:ietf:params:oauth:grant-type:jwt-bearer' &&
          body.requested_token_use === 'on_behalf_of' &&
          body.assertion === 'the-persons-token'
        );
      })
      .query(true)
      .reply(200, {
        token_type: 'Bearer',
        scope: 'User.Read',
        expires_in: 3600,
        ext_expires_in: 3600,
        access_token: 'graph-token',
      });
  const me = () =>
    nock('https://graph.microsoft.com', { reqheaders: { authorization: 'Bearer graph-token' } })
      .get('/v1.0/me')
      .query({ $select: 'mail,userPrincipalName,proxyAddresses' });

  test('are the directory’s, asked for on the person’s behalf', async () => {
    discovery();
    grant();
    me().reply(200, {
      mail: 'A.Svetlova@company.example',
      userPrincipalName: 'anna@company.onmicrosoft.com',
      proxyAddresses: ['SMTP:A.Svetlova@company.example', 'smtp:anna@company.example', 'X500:/o=Exchange'],
    });
    expect(await identity({ clientSecret: 'a-secret' }).addressesOf('the-persons-token', account)).toEqual([
      'a.svetlova@company.example',
      'anna@company.onmicrosoft.com',
      'anna@company.example',
    ]);
  });

  test('are the token’s where we hold no secret', async () => {
    expect(await identity().addressesOf('the-persons-token', account)).toEqual(account.addresses);
  });

  test.each<[string, () => void]>([
    [
      'consent is missing',
      () => nock(login).post(/token/).query(true).reply(400, { error: 'invalid_grant', suberror: 'consent_required' }),
    ],
    ['Graph refuses', () => (grant(), me().reply(403, { error: { code: 'Forbidden', message: 'no' } }))],
  ])('are the token’s when %s', async (_title, happens) => {
    discovery();
    happens();
    expect(await identity({ clientSecret: 'a-secret' }).addressesOf('the-persons-token', account)).toEqual(
      account.addresses,
    );
  });

  test('are not waited for longer than it takes to be patient', async () => {
    discovery();
    nock(login).post(/token/).query(true).delay(60_000).reply(200, {});
    const patient = identity({ clientSecret: 'a-secret', timeoutMilliseconds: 50 });
    expect(await patient.addressesOf('the-persons-token', account)).toEqual(account.addresses);
    nock.abortPendingRequests();
  });
});
