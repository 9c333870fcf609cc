import nock from 'nock';
import { createLog } from '../../kernel/log';
import { dadataRegistry } from './registry.http';
import { localRegistry } from './registry.local';

const host = 'https://suggestions.dadata.ru';
const path = '/suggestions/api/4_1/rs/findById/party';
const inn = '7707083893';
const token = 'an-api-key';

const registry = (options = {}) => dadataRegistry(token, createLog('silent'), options);
const answers = (status: number, body: nock.Body) => nock(host).post(path).reply(status, body);

/** A party as dadata documents it, with what we read of it and some of what we do not. */
const party = (data: object = {}) => ({
  value: 'ПАО СБЕРБАНК',
  unrestricted_value: 'ПАО СБЕРБАНК',
  data: {
    kpp: '773601001',
    management: { name: 'Иванов Иван Иванович', post: 'ПРЕЗИДЕНТ' },
    branch_type: 'MAIN',
    type: 'LEGAL',
    state: { status: 'ACTIVE', code: null, registration_date: 677376000000, liquidation_date: null },
    name: {
      full_with_opf: 'ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО "СБЕРБАНК РОССИИ"',
      short_with_opf: 'ПАО СБЕРБАНК',
      short: 'СБЕРБАНК',
    },
    inn,
    ogrn: '1027700132195',
    address: {
      value: 'г Москва, ул Вавилова, д 19',
      unrestricted_value: '117312, г Москва, Академический р-н, ул Вавилова, д 19',
      data: { postal_code: '117312', city: 'Москва', settlement: null },
    },
    ...data,
  },
});

beforeAll(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.isDone()).toBe(true);
  nock.cleanAll();
});
afterAll(() => nock.restore());

describe('dadata', () => {
  test('is asked by INN with our key, and its party becomes our entry', async () => {
    nock(host, { reqheaders: { authorization: `Token ${token}`, 'content-type': /application\/json/ } })
      .post(path, { query: inn, count: 10 })
      .reply(200, { suggestions: [party()] });
    expect(await registry().findByInn(inn)).toEqual([
      {
        name: 'ПАО СБЕРБАНК',
        inn,
        kpp: '773601001',
        ogrn: '1027700132195',
        legalAddress: '117312, г Москва, Академический р-н, ул Вавилова, д 19',
        director: 'Иванов Иван Иванович',
        city: 'Москва',
        status: 'active',
      },
    ]);
  });

  test('an entrepreneur has no KPP, no management and perhaps no address; a village is a city to us', async () => {
    const name = { short_with_opf: null, full_with_opf: 'Индивидуальный предприниматель Петров' };
    const village = { unrestricted_value: 'с Кукушкино', data: { city: null, settlement: 'Кукушкино' } };
    answers(200, {
      suggestions: [
        party({ inn: '500100732259', kpp: null, management: null, address: null, name }),
        party({ address: village, state: { status: 'LIQUIDATED' } }),
        party({ address: { unrestricted_value: null, data: null }, state: { status: 'SOMETHING_NEW' } }),
      ],
    });
    expect(await registry().findByInn(inn)).toMatchObject([
      { name: name.full_with_opf, kpp: null, director: null, legalAddress: null, city: null, status: 'active' },
      { legalAddress: 'с Кукушкино', city: 'Кукушкино', status: 'liquidated' },
      { legalAddress: null, city: null, status: 'active' },
    ]);
  });

  test('knows nobody by that INN', async () => {
    answers(200, { suggestions: [] });
    expect(await registry().findByInn(inn)).toEqual([]);
  });

  test.each<[string, () => unknown]>([
    [
      'the key is wrong or the day’s limit is spent',
      () => answers(403, { family: 'CLIENT_ERROR', reason: 'Forbidden' }),
    ],
    ['there are too many requests', () => answers(429, '')],
    ['it is broken', () => answers(500, '<html>Internal error</html>')],
    ['a proxy answers in its place', () => answers(200, '<html>Please log in to the network</html>')],
    ['the answer is of another shape', () => answers(200, { result: 'ok' })],
    ['the answer is half', () => answers(200, '{"suggestions": [{"value": "ПАО')],
    ['the party is empty', () => answers(200, { suggestions: [{ data: null }] })],
    ['the connection fails', () => nock(host).post(path).replyWithError('ECONNRESET')],
  ])('is unavailable when %s', async (_title, happens) => {
    happens();
    await expect(registry().findByInn(inn)).rejects.toMatchObject({ status: 503, code: 'registry.unavailable' });
  });

  test('is not waited for longer than it is given', async () => {
    nock(host)
      .post(path)
      .delay(60_000)
      .reply(200, { suggestions: [party()] });
    const asked = registry({ timeoutMilliseconds: 20 }).findByInn(inn);
    await expect(asked).rejects.toMatchObject({ status: 503, code: 'registry.unavailable' });
    nock.abortPendingRequests();
  });
});

describe('the stand-in', () => {
  test('knows one company, calls those ending in 8 liquidated, and no others', async () => {
    const local = localRegistry();
    expect(local.standIn).toBe(true);
    expect(registry().standIn).toBe(false);
    expect(await local.findByInn(inn)).toMatchObject([{ inn, status: 'active' }]);
    expect(await local.findByInn('7728168978')).toMatchObject([{ inn: '7728168978', status: 'liquidated' }]);
    expect(await local.findByInn('7736050003')).toEqual([]);
  });
});
