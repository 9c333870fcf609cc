import { buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { listBirthdays } from './companies.contract';

let app: TestApp;
let anna: Person;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
  await buildCompany(app, {
    name: 'Именинная',
    ownerId: anna.id,
    contacts: [
      { name: 'Вчера', birthday: { day: 11, month: 3, year: 1980 } },
      { name: 'Сегодня', position: 'директор', birthday: { day: 12, month: 3, year: 1980 } },
      { name: 'Через неделю', birthday: { day: 19, month: 3, year: null } },
      { name: 'Через две', birthday: { day: 26, month: 3, year: 2000 } },
      { name: 'Первого апреля', birthday: { day: 1, month: 4, year: null } },
      { name: 'Високосный', birthday: { day: 29, month: 2, year: 1996 } },
      { name: 'Новогодний', birthday: { day: 1, month: 1, year: 1990 } },
      { name: 'Никогда' },
    ],
  });
});
beforeEach(() => app.clock.set('2026-03-12T09:00:00.000Z'));
afterAll(() => app.close());

const birthdays = async (days?: number, by = anna) => (await app.call(listBirthdays, { days }, by.token)).body.rows;
const brief = async (days?: number, by = anna) =>
  (await birthdays(days, by)).map(({ name, date, age }) => [name, date, age]);
/** Somebody with a session of that day. */
const readerAt = (iso: string) => {
  app.clock.set(iso);
  return buildUser(app, { role: 'administrator' });
};

describe('coming birthdays', () => {
  test('are of the next two weeks, today’s first, with the age where the year is known', async () => {
    expect(await brief()).toEqual([
      ['Сегодня', '2026-03-12', 46],
      ['Через неделю', '2026-03-19', null],
      ['Через две', '2026-03-26', 26],
    ]);
    expect((await birthdays())[0]).toMatchObject({
      position: 'директор',
      company: { name: 'Именинная' },
      birthday: { day: 12, month: 3, year: 1980 },
    });
    expect((await brief(60)).map(([name]) => name)).toEqual(['Сегодня', 'Через неделю', 'Через две', 'Первого апреля']);
  });

  test('29 February is kept on the 28th in a common year', async () => {
    const common = await readerAt('2026-02-20T09:00:00.000Z');
    expect(await brief(10, common)).toEqual([['Високосный', '2026-02-28', 30]]);
    const leap = await readerAt('2028-02-20T09:00:00.000Z');
    expect(await brief(10, leap)).toEqual([['Високосный', '2028-02-29', 32]]);
  });

  test('go on over New Year', async () => {
    const reader = await readerAt('2026-12-28T09:00:00.000Z');
    expect(await brief(7, reader)).toEqual([['Новогодний', '2027-01-01', 37]]);
  });

  test('begin with the reader’s today: in Vladivostok it is the 13th already', async () => {
    app.clock.set('2026-03-12T15:00:00.000Z');
    const far = await buildUser(app, { role: 'administrator', timeZone: 'Asia/Vladivostok' });
    expect((await birthdays(7, far)).map(({ name }) => name)).toEqual(['Через неделю']);
    expect((await brief(7)).map(([name]) => name)).toEqual(['Сегодня', 'Через неделю']);
  });

  test('are of those companies that the reader may see', async () => {
    expect(await birthdays(60, await buildUser(app))).toEqual([]);
    const chief = await buildUser(app, { role: 'administrator' });
    const { body } = await app.call(listBirthdays, { owner: chief.id }, chief.token);
    expect(body.rows).toEqual([]);
    expect(await birthdays(60, chief)).toHaveLength(4);
  });
});
