import { localRegistry } from '../../adapters/registry/registry.local';
import { unavailable } from '../../kernel/errors';
import { buildUser } from '../../test/builders';
import { testApp } from '../../test/test-app';
import { lookUpRegistry } from './companies.contract';

const sberbank = '7707083893';

async function ask(options: Parameters<typeof testApp>[0], inn: string) {
  const app = await testApp(options);
  try {
    const anna = await buildUser(app);
    return await app.call(lookUpRegistry, { inn }, anna.token);
  } finally {
    await app.close();
  }
}

describe('requisites by INN', () => {
  test('without a registry the form is not helped, and says so', async () => {
    expect((await ask({}, sberbank)).body).toEqual({ enabled: false, standIn: false, rows: [] });
  });

  test('the stand-in calls itself one', async () => {
    const { body } = await ask({ adapters: { registry: localRegistry() } }, sberbank);
    expect(body).toMatchObject({
      enabled: true,
      standIn: true,
      rows: [{ inn: sberbank, kpp: '773601001', ogrn: '1027700132195', status: 'active' }],
    });
  });

  test('a wrong INN is not even asked about', async () => {
    const asked: string[] = [];
    const registry = { standIn: false, findByInn: async (inn: string) => (asked.push(inn), []) };
    const { status, body } = await ask({ adapters: { registry } }, '7707083894');
    expect(status).toBe(400);
    expect(Object.keys(body.fields!)).toEqual(['inn']);
    expect(asked).toEqual([]);
  });

  test('a registry that does not answer is told as such', async () => {
    const findByInn = () => Promise.reject(unavailable('registry.unavailable'));
    const { status, body } = await ask({ adapters: { registry: { standIn: false, findByInn } } }, sberbank);
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'registry.unavailable' });
    expect(body.message).toMatch(/Заполните реквизиты вручную/);
  });
});
