import { z } from 'zod';
import { endpoint } from '../../service/kernel/endpoint';
import { api } from './api';
import { ApiError } from './api-error';

const read = endpoint({
  id: 'things.read',
  method: 'GET',
  path: '/api/things/{id}/parts',
  access: 'signedIn',
  summary: '',
  input: z.object({ id: z.string(), search: z.string().optional(), limit: z.number().optional() }),
  output: z.object({ ok: z.boolean() }),
});
const change = endpoint({
  id: 'things.change',
  method: 'PATCH',
  path: '/api/things/{id}',
  access: 'signedIn',
  summary: '',
  input: z.object({ id: z.string(), version: z.number(), name: z.string().nullable() }),
  output: z.object({ ok: z.boolean() }),
});

const answer = (body: unknown, init?: ResponseInit) => Promise.resolve(new Response(JSON.stringify(body), init));

afterEach(() => jest.restoreAllMocks());

test('a read puts the id in the path and the rest in the query, without what is not asked', async () => {
  const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(() => answer({ ok: true }));
  await api.call(read, { id: 'a/b', search: 'ромашка & co', limit: undefined });
  const [url, init] = fetched.mock.calls[0]!;
  expect(url).toBe('/api/things/a%2Fb/parts?search=%D1%80%D0%BE%D0%BC%D0%B0%D1%88%D0%BA%D0%B0+%26+co');
  expect(init?.body).toBeUndefined();
});

test('a write sends JSON, keeps nulls and hands over the change to undo', async () => {
  const fetched = jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => answer({ ok: true }, { headers: { 'x-change-id': 'c1' } }));
  const { changeId } = await api.write(change, { id: '1', version: 3, name: null });
  const [url, init] = fetched.mock.calls[0]!;
  expect(url).toBe('/api/things/1');
  expect(JSON.parse(init?.body as string)).toEqual({ version: 3, name: null });
  expect(init?.headers).toMatchObject({ 'x-requested-by': 'ryadom' });
  expect(changeId).toBe('c1');
});

test('a refusal keeps its code, fields and the current record', async () => {
  const body = { code: 'conflict', message: 'stale', fields: { name: 'required' }, current: { version: 4 } };
  jest.spyOn(globalThis, 'fetch').mockImplementation(() => answer(body, { status: 409 }));
  const error = await api.call(change, { id: '1', version: 3, name: 'x' }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 409, isConflict: true, hasFields: true, current: { version: 4 } });
});

test('no answer is a refusal with the code "network"', async () => {
  jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(api.call(read, { id: '1' })).rejects.toMatchObject({ code: 'network', status: 0 });
});
