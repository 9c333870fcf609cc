import request from 'supertest';
import { z } from 'zod';
import { createApp } from '../app';
import { modules } from '../modules/registry';
import { Department } from '../modules/users/users.entity';
import { buildUser, type Person } from '../test/builders';
import { testApp, type TestApp } from '../test/test-app';
import { authorizeSelf } from './authorize';
import { done, endpoint, type Endpoint } from './endpoint';
import { handle, type Route } from './handle';
import { registerModules } from './module';
import { insertRecord } from './records';
import { findRow } from './rows';

let app: TestApp;
let anna: Person;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
});
afterAll(() => app.close());

/** A route of a module of our own, on the same service. */
const tried = (method: Endpoint['method'], name: string) =>
  endpoint({
    id: `tried.${name}`,
    method,
    path: `/api/tried/${name}`,
    access: 'signedIn',
    summary: 'Tried',
    input: z.object({ name: z.string().default(name) }),
    output: done,
  });
function calling(route: Route, body?: object) {
  const deps = { ...app.deps, modules: registerModules([...modules.list, { name: 'tried', routes: [route] }]) };
  const { method, path } = route.endpoint;
  const call = request(createApp(deps, { checkAnswers: true }).callback())[method.toLowerCase() as 'get'](path);
  return call.set('authorization', `Bearer ${anna.token}`).send(body);
}
const departmentNamed = (name: string) => findRow(app.deps.database.read, Department, { name });

describe('a handler', () => {
  test('that never authorized is a fault of ours, and what it wrote is rolled back', async () => {
    const route = handle(tried('POST', 'unauthorized'), async (ctx, { name }) => {
      await insertRecord(ctx, Department, { name });
      return { ok: true as const };
    });
    const { status, body } = await calling(route, {});
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' });
    expect(await departmentNamed('unauthorized')).toBeNull();
  });

  test('that fails tells nothing of its insides, but a number for the administrator', async () => {
    const route = handle(tried('POST', 'broken'), async (ctx) => {
      authorizeSelf(ctx);
      throw new Error('select * from secret_table');
    });
    const { status, body } = await calling(route, {});
    expect(status).toBe(500);
    expect(body).toEqual({ code: 'internal', message: expect.stringMatching(/номер для администратора: [\w-]{36}/) });
  });

  test('that answers more than its contract says, or less, is caught by the tests', async () => {
    const answering = (name: string, answer: object) =>
      handle(tried('GET', name), async (ctx) => {
        authorizeSelf(ctx);
        return answer as { ok: true };
      });
    const leak = { ok: true, passwordHash: 'scrypt$…' };
    for (const route of [answering('leaky', leak), answering('short', {})])
      expect((await calling(route)).body.code).toBe('internal');
    expect((await calling(answering('right', { ok: true }))).body).toEqual({ ok: true });
  });

  test('of a GET reads on the connection that cannot write', async () => {
    const route = handle(tried('GET', 'writing'), async (ctx, { name }) => {
      authorizeSelf(ctx);
      await insertRecord(ctx, Department, { name });
      return { ok: true as const };
    });
    expect((await calling(route)).status).toBe(500);
    expect(await departmentNamed('writing')).toBeNull();
  });

  test('that writes and is authorized is kept, under a change that can be undone', async () => {
    const route = handle(tried('POST', 'kept'), async (ctx, { name }) => {
      authorizeSelf(ctx);
      await insertRecord(ctx, Department, { name });
      return { ok: true as const };
    });
    const { status, headers } = await calling(route, {});
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-change-id': expect.stringMatching(/^[\w-]{36}$/) });
    expect(await departmentNamed('kept')).not.toBeNull();
  });
});

describe('a request that is none', () => {
  const post = (body: string | object, type = 'application/json') =>
    request(app.server)
      .post('/api/companies')
      .set('accept-language', 'ru')
      .set('authorization', `Bearer ${anna.token}`)
      .set('content-type', type)
      .send(body);

  test.each([
    ['not JSON', '{"name": ', 400, 'badJson'],
    ['a list', '[{"name": "x"}]', 400, 'badJson'],
    ['beyond a megabyte', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413, 'tooLarge'],
    ['empty', '', 400, 'invalid'],
  ])('with a body that is %s', async (_title, body, status, code) => {
    const answer = await post(body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.body.message).toMatch(/[а-я]/);
  });

  test('of an address that is not ours, under /api, is refused as JSON', async () => {
    const { status, body } = await app.http('GET', '/api/no/such', { token: anna.token });
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'notFound' });
    const method = await app.http('PUT', '/api/companies', { token: anna.token, body: {} });
    expect(method.status).toBe(404);
  });

  test('with a field of another type is named by its field', async () => {
    const { status, body } = await post({ name: 5, phones: 'one', hours: null });
    expect(status).toBe(400);
    expect(Object.keys(body.fields).sort()).toEqual(['hours', 'name', 'phones']);
  });
});

test('every answer carries the headers that keep a browser safe', async () => {
  const { headers } = await app.http('GET', '/api/health');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  expect(headers).not.toHaveProperty('x-powered-by');
});
