import { makeInn } from '../../../database/seeds/generate';
import { buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { findLookalikes, updateCompany, type Lookalike } from './companies.contract';

let app: TestApp;
let anna: Person;
let boris: Person;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app, { name: 'Анна Светлова' });
  boris = await buildUser(app, { name: 'Борис Лугов' });
});
afterAll(() => app.close());

const look = async (asked: Record<string, string>, by = anna): Promise<Lookalike[]> =>
  (await app.call(findLookalikes, asked, by.token)).body.rows;
const because = async (asked: Record<string, string>) =>
  (await look(asked)).map(({ name, because: reasons, blocking }) => ({ name, reasons, blocking }));

describe('before a company is created, those like it are shown', () => {
  test('by its name, without legal form, quotes, case and ё', async () => {
    await buildCompany(app, { name: 'ООО «Ёлка-Сервис»', city: 'Казань', ownerId: anna.id });
    for (const name of ['елка сервис', 'АО "ЁЛКА-СЕРВИС"', 'Елка-Сервис, ООО'])
      expect(await because({ name })).toEqual([{ name: 'ООО «Ёлка-Сервис»', reasons: ['name'], blocking: false }]);
    expect(await look({ name: 'Елка' })).toEqual([]);
    expect(await look({ name: 'ООО' })).toEqual([]);
  });

  test('another manager’s is named with him, but cannot be opened', async () => {
    await buildCompany(app, { name: 'Чужая находка', city: 'Омск', ownerId: boris.id });
    expect(await look({ name: 'чужая находка' })).toMatchObject([
      { name: 'Чужая находка', city: 'Омск', owner: { id: boris.id, name: 'Борис Лугов' }, visible: false },
    ]);
    expect(await look({ name: 'чужая находка' }, boris)).toMatchObject([{ visible: true }]);
  });

  test('by a phone of the company or of anybody in it, however written', async () => {
    await buildCompany(app, { name: 'С телефоном', phones: ['+7 (495) 111-22-33'] });
    await buildCompany(app, { name: 'С человеком', contacts: [{ name: 'Пётр', phones: ['8 916 111 22 33'] }] });
    expect(await because({ phone: '8(495)1112233' })).toMatchObject([{ name: 'С телефоном', reasons: ['phone'] }]);
    expect(await because({ phone: '+79161112233' })).toMatchObject([{ name: 'С человеком', reasons: ['phone'] }]);
    expect(await look({ phone: '+7 495 111-22-34' })).toEqual([]);
  });

  test('by the domain of a corporate mailbox, never by a free mail service', async () => {
    await buildCompany(app, { name: 'С почтой', emails: ['info@pochta-svoya.example', 'boss@mail.ru'] });
    expect(await because({ email: 'Sales@Pochta-Svoya.example' })).toMatchObject([
      { name: 'С почтой', reasons: ['emailDomain'] },
    ]);
    for (const email of ['somebody@mail.ru', 'boss@mail.ru', 'a@gmail.com']) expect(await look({ email })).toEqual([]);
  });

  test('the same INN and KPP block; the same INN with another KPP is a branch worth seeing', async () => {
    const inn = makeInn(77, 100);
    await buildCompany(app, { name: 'Головная', inn, kpp: '770001001' });
    expect(await because({ inn, kpp: '770001001' })).toEqual([{ name: 'Головная', reasons: ['inn'], blocking: true }]);
    expect(await because({ inn, kpp: '780001001' })).toEqual([{ name: 'Головная', reasons: ['inn'], blocking: false }]);
    expect(await because({ inn })).toEqual([{ name: 'Головная', reasons: ['inn'], blocking: false }]);
    expect(await look({ inn: inn.slice(0, 9) })).toEqual([]);
  });

  test('one found in several ways is shown once, with all of them', async () => {
    const inn = makeInn(77, 101);
    await buildCompany(app, { name: 'ООО «Отовсюду»', inn, phones: ['+7 495 222-33-44'], emails: ['a@otovsyudu.ru'] });
    const asked = { name: 'отовсюду', inn, phone: '84952223344', email: 'b@otovsyudu.ru' };
    expect(await because(asked)).toEqual([
      { name: 'ООО «Отовсюду»', reasons: ['inn', 'name', 'phone', 'emailDomain'], blocking: true },
    ]);
  });

  test('a phone that was taken off the card points there no more', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id, phones: ['+7 495 333-44-55'] });
    expect(await look({ phone: '+7 495 333-44-55' })).toHaveLength(1);
    await app.call(updateCompany, { id, version: 1, phones: ['+7 495 333-44-56'] }, anna.token);
    expect(await look({ phone: '+7 495 333-44-55' })).toEqual([]);
  });

  test('nothing asked, nothing found', async () => {
    expect(await look({})).toEqual([]);
    expect(await look({ name: '«»', inn: 'abc', phone: 'нет', email: 'нет' })).toEqual([]);
  });
});
