import { makeCompany, makeInn } from '../../database/seeds/generate';
import {
  countCompanies,
  deleteContact,
  getCompany,
  listCompanies,
  updateCompany,
} from '../modules/companies/companies.contract';
import { companySearch } from '../modules/companies/company-index';
import { parsePhone } from '../modules/companies/companies.public';
import { buildCompany, buildUser, type Person } from '../test/builders';
import { testApp, type TestApp } from '../test/test-app';
import { gramsOf } from './search-index';
import { searchDocument, searchTerms } from './search-text';
import { raw, sql } from './sql';

/** The same hits on both engines: expected by hand for a dozen companies, by the definition of a hit for all sixty. */
interface Sought {
  name: string;
  city: string;
  site?: string;
  phone?: string;
  email?: string;
  inn?: string;
  contacts?: { name: string; phone?: string; email?: string }[];
}

const byHand: Sought[] = [
  {
    name: 'ООО «Ёлка-Сервис»',
    city: 'Казань',
    site: 'https://elka-servis.ru',
    phone: '+7 (843) 555-12-34',
    email: 'Info@elka-servis.ru',
    inn: makeInn(16, 777),
    contacts: [{ name: 'Пётр Ёлкин', phone: '8 916 111-22-33', email: 'p.elkin@mail.example' }],
  },
  { name: 'АО "Ромашка"', city: 'Самара' },
  { name: 'Ромашка Плюс, ООО', city: 'Тула' },
  { name: 'ПАО «О’Кей»', city: 'Тула' },
  { name: '100% Гарантия', city: 'Тула' },
  { name: 'А_Б Групп', city: 'Тула' },
  { name: 'Звезда*Восток', city: 'Тула' },
  { name: '[Скобка] и партнёры', city: 'Тула' },
  { name: 'Названа "Внутри" кавычек', city: 'Тула' },
  { name: 'Laboratoria LLC', city: 'Минск' },
  { name: 'Ум', city: 'Тула' },
  { name: 'Я и Ко', city: 'Тула' },
];
const made = Array.from({ length: 48 }, (_, number): Sought => {
  const { contacts, ...company } = makeCompany(number + 1, number % 4);
  return { ...company, contacts };
});
const all = [...byHand, ...made];

const expected: [string, string[]][] = [
  ['елка', ['ООО «Ёлка-Сервис»']],
  ['Ёлка', ['ООО «Ёлка-Сервис»']],
  ['СЕРВИС ЁЛКА', ['ООО «Ёлка-Сервис»']],
  ['лка-серв', ['ООО «Ёлка-Сервис»']],
  ['елкасервис', []],
  ['петр елкин', ['ООО «Ёлка-Сервис»']],
  ['ёлками', []],
  ['555-12-34', ['ООО «Ёлка-Сервис»']],
  ['5551234', ['ООО «Ёлка-Сервис»']],
  ['8 (843) 555', ['ООО «Ёлка-Сервис»']],
  ['+7 843 555 12 34', ['ООО «Ёлка-Сервис»']],
  ['89161112233', ['ООО «Ёлка-Сервис»']],
  ['916111', ['ООО «Ёлка-Сервис»']],
  [makeInn(16, 777), ['ООО «Ёлка-Сервис»']],
  [makeInn(16, 777).slice(2, 9), ['ООО «Ёлка-Сервис»']],
  ['info@elka-servis.ru', ['ООО «Ёлка-Сервис»']],
  ['@elka-serv', ['ООО «Ёлка-Сервис»']],
  ['elkin@', ['ООО «Ёлка-Сервис»']],
  ['ромашка', ['АО "Ромашка"', 'Ромашка Плюс, ООО']],
  ['омашк', ['АО "Ромашка"', 'Ромашка Плюс, ООО']],
  ['ооо ромашка', ['АО "Ромашка"', 'Ромашка Плюс, ООО']],
  ['"РОМАШКА", ПАО', ['АО "Ромашка"', 'Ромашка Плюс, ООО']],
  ['hjvfirf', ['АО "Ромашка"', 'Ромашка Плюс, ООО']],
  ['ромашка тула', ['Ромашка Плюс, ООО']],
  ['ромашка,самара', ['АО "Ромашка"']],
  ["о'кей", ['ПАО «О’Кей»']],
  ['окей', ['ПАО «О’Кей»']],
  ['100%', ['100% Гарантия']],
  ['а_б', ['А_Б Групп']],
  ['звезда*', ['Звезда*Восток']],
  ['звезда восток', ['Звезда*Восток']],
  ['[скобка]', ['[Скобка] и партнёры']],
  ['"внутри" кавычек', ['Названа "Внутри" кавычек']],
  ['laboratoria', ['Laboratoria LLC']],
  ['дфищкфещкшф', ['Laboratoria LLC']],
  ['llc', ['Laboratoria LLC']],
  ['ум', ['Ум']],
  ['я', ['Я и Ко']],
  ['я ко', ['Я и Ко']],
  ['%', []],
  ['_', []],
  ['*', []],
  ['"', []],
  ['[', []],
  ['" OR "', []],
  ["'; drop table company; --", []],
  ['ничего подобного', []],
];

let app: TestApp;
let chief: Person;
beforeAll(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator' });
  for (const { name, city, site, phone, email, inn, contacts = [] } of all)
    await buildCompany(app, {
      name,
      city,
      site,
      inn,
      phones: phone ? [phone] : [],
      emails: email ? [email] : [],
      contacts: contacts.map((person) => ({
        name: person.name,
        phones: person.phone ? [person.phone] : [],
        emails: person.email ? [person.email] : [],
      })),
    });
});
afterAll(() => app.close());

const found = async (search: string) =>
  (await app.call(listCompanies, { search, limit: 200 }, chief.token)).body.rows.map(({ name }) => name);

const dialled = (phone?: string) => phone && (parsePhone(phone, 'RU').e164 ?? phone);
const documents = all.map(({ name, city, site, phone, email, inn, contacts = [] }) => ({
  name,
  document: searchDocument([
    ...[name, city, site, dialled(phone), email, inn && name, inn],
    ...contacts.flatMap((person) => [person.name, dialled(person.phone), person.email]),
  ]),
}));
const defined = (search: string) => {
  const terms = searchTerms(search);
  return documents
    .filter(({ document }) => terms.length > 0 && terms.every((some) => some.some((text) => document.includes(text))))
    .map(({ name }) => name);
};

describe('searching sixty companies', () => {
  test.each(expected)('%j', async (search, names) => {
    const hits = await found(search);
    expect(hits.filter((name) => byHand.some((company) => company.name === name)).sort()).toEqual([...names].sort());
    expect([...hits].sort()).toEqual(defined(search).sort());
    const { value } = (await app.call(countCompanies, { search }, chief.token)).body;
    expect(value).toBe(hits.length);
  });

  test('finds each by every fragment of its name, phones, mail and INN', async () => {
    for (const { name, phone, email, inn } of all.filter((_, index) => index % 5 === 0))
      for (const text of [name, phone, email, inn])
        for (const from of [0, 3]) {
          const fragment = text?.slice(from, from + 7).trim();
          if (fragment && searchTerms(fragment).length > 0) {
            const hits = await found(fragment);
            expect({ fragment, hits: [...hits].sort() }).toEqual({ fragment, hits: defined(fragment).sort() });
          }
        }
  });
});

describe('the index follows the records', () => {
  test('a changed name, a contact who left: found by what is there, not by what was', async () => {
    const company = await buildCompany(app, { name: 'Прежнее-название', contacts: [{ name: 'Недолгова Прасковья' }] });
    await app.call(updateCompany, { id: company.id, version: 1, name: 'Нынешнее-название' }, chief.token);
    expect(await found('прежнее')).toEqual([]);
    expect(await found('нынешнее')).toEqual(['Нынешнее-название']);
    const { contacts } = (await app.call(getCompany, { id: company.id }, chief.token)).body;
    expect(await found('недолгова')).toEqual(['Нынешнее-название']);
    await app.call(deleteContact, { id: contacts[0]!.id, version: 1 }, chief.token);
    expect(await found('недолгова')).toEqual([]);
  });

  test('a card with forty people is found by the last of them', async () => {
    const people = makeCompany(9001, 40).contacts.map(({ name, email }, index) => ({
      name: `${name}${index}`,
      emails: [`${index}.${email}`],
    }));
    const { name } = await buildCompany(app, { name: 'Многолюдная', contacts: people });
    expect(await found(people.at(-1)!.name)).toEqual([name]);
    expect(await found(people.at(-1)!.emails[0]!)).toEqual([name]);
  });
});

test('of more hits than anybody reads the oldest are taken', async () => {
  const hits = (most?: number) =>
    app.deps.database.read.rows<{ name: string }>(
      sql`select c.name as name from company c where ${companySearch.matches(searchTerms('ооо'), raw('c.rowKey'), most)!} order by c.rowKey`,
    );
  const every = await hits();
  expect(every.length).toBeGreaterThan(10);
  expect(await hits(7)).toEqual(every.slice(0, 7));
  expect(await hits(1000)).toEqual(every);
});

test('a trigram is a number of thirty bits, the same for the same text', () => {
  const grams = gramsOf('ромашка 😀 ooo');
  expect(grams).toEqual(gramsOf('ромашка 😀 ooo'));
  for (const gram of grams) expect(Number.isInteger(gram) && gram >= 0 && gram < 2 ** 30).toBe(true);
  expect(gramsOf('ab')).toEqual([]);
  expect(gramsOf('aaaa')).toHaveLength(1);
});
