import { standInIdentity, type StandInIdentity } from '../../adapters/entra/entra.local';
import { createLog } from '../../kernel/log';
import { sql } from '../../kernel/sql';
import { buildUser } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { getMe, listUsers, signInMicrosoft, signInOptions, updateUser } from './users.contract';

let app: TestApp;
let entra: StandInIdentity;
let serial = 0;
beforeAll(async () => {
  entra = standInIdentity(createLog('silent'));
  app = await testApp({ adapters: { microsoft: entra } });
});
afterAll(() => app.close());

const newAddress = () => `person${(serial += 1)}@company.example`;
const tokenOf = (address: string, name = 'Анна Светлова') => entra.issueToken({ address, name }, app.clock.now());
const enter = async (token: string) => app.call(signInMicrosoft, { token });
const enterAs = async (address: string) => enter(await tokenOf(address));

describe('signing in with Microsoft', () => {
  test('the first time by the address, in any case; from then on by the account, whatever the address becomes', async () => {
    const address = newAddress();
    const anna = await buildUser(app, { email: address.toUpperCase() });
    const first = await enterAs(address);
    expect(first).toMatchObject({ status: 200, body: { user: { id: anna.id } } });
    expect((await app.call(getMe, {}, first.body.token)).body.id).toBe(anna.id);

    await app.write((ctx) => ctx.db.run(sql`update user_account set email = null where id = ${anna.id}`));
    expect((await enterAs(address)).body.user.id).toBe(anna.id);
    const history = await app.deps.database.read.rows(
      sql`select id from audit_entry where recordId = ${anna.id} and fields like ${'%entraKey%'}`,
    );
    expect(history).toHaveLength(1);
  });

  test('an account nobody of ours has opens nothing, and is told whom to ask', async () => {
    expect(await enterAs('stranger@company.example')).toMatchObject({
      status: 403,
      body: { code: 'users.unknownMicrosoftAccount', details: { address: 'stranger@company.example' } },
    });
  });

  test('an address that two people have, or one whose account is another, is for a person to sort out', async () => {
    const shared = newAddress();
    await buildUser(app, { email: shared });
    await buildUser(app, { email: shared });
    expect((await enterAs(shared)).status).toBe(403);
    const taken = newAddress();
    await buildUser(app, { email: taken, entraKey: 'tenant:another-account' });
    expect((await enterAs(taken)).status).toBe(403);
  });

  test('a blocked person stays out, a first password is done with', async () => {
    const blocked = newAddress();
    await buildUser(app, { email: blocked, status: 'blocked' });
    expect((await enterAs(blocked)).body.code).toBe('users.blocked');
    const fresh = newAddress();
    await buildUser(app, { email: fresh, mustChangePassword: true });
    expect((await enterAs(fresh)).body.user.mustChangePassword).toBe(false);
  });

  test('a forged token opens nothing, nor does one of another stand-in or one that has ended', async () => {
    const address = newAddress();
    await buildUser(app, { email: address });
    const stranger = standInIdentity(createLog('silent'));
    const refusal = { status: 401, body: { code: 'users.badMicrosoftToken' } };
    expect(await enter(await stranger.issueToken({ address, name: '' }, app.clock.now()))).toMatchObject(refusal);
    expect(await enter(`${await tokenOf(address)}x`)).toMatchObject(refusal);
    const old = await tokenOf(address);
    app.clock.advance({ hours: 2 });
    expect(await enter(old)).toMatchObject(refusal);
  });

  test('the administrator sees who is linked and takes the link away; the next sign-in makes it anew', async () => {
    const address = newAddress();
    const anna = await buildUser(app, { email: address });
    const chief = await buildUser(app, { role: 'administrator' });
    await enterAs(address);
    const seen = async () =>
      (await app.call(listUsers, {}, chief.token)).body.rows.find((user) => user.id === anna.id)!;
    expect((await seen()).microsoft).toBe(true);
    const { id, version } = await seen();
    await app.call(updateUser, { id, version, unlinkMicrosoft: true }, chief.token);
    expect((await seen()).microsoft).toBe(false);
    expect((await enterAs(address)).body.user.id).toBe(anna.id);
  });

  test('a browser’s session is a cookie, a pane’s a token', async () => {
    const address = newAddress();
    await buildUser(app, { email: address });
    const body = { token: await tokenOf(address) };
    const answer = await app.http('POST', '/api/sign-in/microsoft', { body, headers: { 'x-session': 'cookie' } });
    expect(answer.body.token).toBe('');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^ryadom_session=.+httponly/i);
  });

  test('clients learn how; where no tenant is connected there is no such door', async () => {
    expect((await app.call(signInOptions, {})).body.microsoft).toMatchObject({
      standIn: true,
      tokenUrl: '/playground/entra/token',
    });
    const plain = await testApp();
    expect((await plain.call(signInOptions, {})).body).toEqual({ microsoft: null });
    expect((await plain.call(signInMicrosoft, { token: 'x'.repeat(30) })).status).toBe(404);
    await plain.close();
  });
});
