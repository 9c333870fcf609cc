import { buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import type { Company } from '../companies/companies.entity';
import { linesOf } from './read-lines';
import { createDeal } from '../deals/deals.contract';
import {
  listCatalog,
  readLinesFromText,
  suggestCatalog,
  updateCatalogItem,
  type CatalogLevel,
} from './catalog.contract';

let app: TestApp;
let anna: Person;
let chief: Person;
let company: Company;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
  chief = await buildUser(app, { role: 'administrator' });
  company = await buildCompany(app, { ownerId: anna.id });
});
afterAll(() => app.close());

const enter = (...lines: object[]) => app.call(createDeal, { companyId: company.id, lines } as never, anna.token);
const offered = async (level: CatalogLevel, chosen: object = {}) =>
  (await app.call(suggestCatalog, { level, ...chosen }, anna.token)).body.rows.map(({ text }) => text);

describe('what is entered', () => {
  beforeAll(async () => {
    await enter(
      { type: 'Система очистки', name: 'OUUT', subName: 'X2–200', capacity: '227', price: 1_250_000_00 },
      { type: 'Система очистки', name: 'OUUT', subName: 'X4', capacity: '500' },
      { type: 'Насос', name: 'Гном', subName: '', capacity: '10-10' },
    );
    await enter({ type: 'Насос', name: 'ЦНС', subName: '', capacity: '38' });
    await enter({ type: 'насос', name: 'гном', subName: '', capacity: '10–10' });
  });

  test('is offered the next time, each level narrowed by the one before, the most used first', async () => {
    expect(await offered('type')).toEqual(['Насос', 'Система очистки']);
    expect(await offered('name', { type: 'Система очистки' })).toEqual(['OUUT']);
    expect(await offered('name', { type: 'Насос' })).toEqual(['Гном', 'ЦНС']);
    expect(await offered('subName', { type: 'Система очистки', name: 'ouut' })).toEqual(['X2–200', 'X4']);
    const [whole] = (
      await app.call(
        suggestCatalog,
        { level: 'capacity', type: 'Система очистки', name: 'OUUT', subName: 'X2-200' },
        anna.token,
      )
    ).body.rows;
    expect(whole).toMatchObject({ text: '227', price: 1_250_000_00, unit: 'шт' });
    expect(await offered('capacity', { type: 'Насос', name: 'OUUT' })).toEqual([]);
  });

  test('is found by a part of it, whatever the case and the hyphens; a percent sign is a percent sign', async () => {
    expect(await offered('type', { search: 'очист' })).toEqual(['Система очистки']);
    expect(await offered('subName', { type: 'Система очистки', name: 'OUUT', search: 'х2' })).toEqual([]);
    expect(await offered('subName', { type: 'Система очистки', name: 'OUUT', search: 'x2—' })).toEqual(['X2–200']);
    expect(await offered('type', { search: '%' })).toEqual([]);
  });

  test('is one item however it was typed, with its uses counted', async () => {
    const { rows } = (await app.call(listCatalog, {}, anna.token)).body;
    expect(rows.map(({ type, name, capacity, uses }) => [type, name, capacity, uses])).toEqual([
      ['Насос', 'Гном', '10-10', 2],
      ['Насос', 'ЦНС', '38', 1],
      ['Система очистки', 'OUUT', '227', 1],
      ['Система очистки', 'OUUT', '500', 1],
    ]);
  });

  test('is corrected by the administrator alone, taken out of the choices, and comes back when it is sold again', async () => {
    const [item] = (await app.call(listCatalog, { search: 'цнс' }, chief.token)).body.rows;
    const change = { id: item!.id, version: item!.version, archived: true };
    expect((await app.call(updateCatalogItem, change, anna.token)).status).toBe(403);
    expect(
      (await app.call(updateCatalogItem, { ...change, name: 'Гном', capacity: '10-10' }, chief.token)).body.code,
    ).toBe('catalog.known');
    await app.call(updateCatalogItem, change, chief.token);
    expect(await offered('name', { type: 'Насос' })).toEqual(['Гном']);
    await enter({ type: 'Насос', name: 'ЦНС', capacity: '38' });
    expect(await offered('name', { type: 'Насос' })).toEqual(['Гном', 'ЦНС']);
  });

  test('a letter’s table becomes lines: known items whole, half-known in part, unknown ones as they were written', async () => {
    const text = [
      '№\tНаименование\tКол-во\tЕд. изм.\tЦена, руб.',
      '1\tСистема очистки OUUT X2-200 227\t2\tшт.\t1 300 000,50',
      '2\tНасос Гном 25-20\t1,5\tкомпл\t',
      '3\tВентилятор осевой\t3\tшт\t',
      '\tИтого\t\t\t2 600 001',
    ].join('\n');
    const { rows } = (await app.call(readLinesFromText, { text }, anna.token)).body;
    expect(rows).toMatchObject([
      {
        type: 'Система очистки',
        name: 'OUUT',
        subName: 'X2–200',
        capacity: '227',
        quantity: 2000,
        price: 130_000_050,
        match: 'whole',
      },
      { type: 'Насос', name: 'Гном', subName: '25-20', quantity: 1500, unit: 'компл', match: 'part' },
      { name: 'Вентилятор осевой', quantity: 3000, match: 'none' },
    ]);
  });

  test('a plain list becomes lines too; a text with nothing in it says so', async () => {
    const text = 'Добрый день!\n1. Насос Гном 10-10 – 4 шт\n- система очистки OUUT X4 500, 1 шт.\n';
    const { rows } = (await app.call(readLinesFromText, { text }, anna.token)).body;
    expect(rows.slice(1)).toMatchObject([
      { type: 'Насос', name: 'Гном', capacity: '10-10', quantity: 4000, match: 'whole' },
      { type: 'Система очистки', name: 'OUUT', subName: 'X4', capacity: '500', quantity: 1000, match: 'whole' },
    ]);
    expect((await app.call(readLinesFromText, { text: ' \n 123 \n' }, anna.token)).body.code).toBe(
      'catalog.nothingRead',
    );
  });

  test('a whole letter gives its list, not its greetings', () => {
    const known = [{ type: 'Насос', name: 'ЦНС', subName: '', capacity: '38-110', unit: 'шт', price: 18_450_000 }];
    const letter = [
      'Анна, добрый день!',
      'Просим дать цену и срок с доставкой до завода:',
      'Насос ЦНС 38-110 — 2 шт.',
      'Задвижка DN100 — 8 шт.',
      'Предложение нужно до пятницы, смотрим троих поставщиков.',
      'тел. +7 495 123-45-67',
    ].map((row) => [row]);
    expect(linesOf(letter, known, true)).toMatchObject([
      { type: 'Насос', name: 'ЦНС', capacity: '38-110', quantity: 2000, price: 18_450_000, match: 'whole' },
      { type: 'Задвижка DN100', quantity: 8000, price: null, match: 'none' },
    ]);
    const table = [
      ['Добрый день, нужны:'],
      ['Наименование', 'Кол-во'],
      ['Насос ЦНС 38-110', '3'],
      ['С уважением, Иван'],
    ];
    expect(linesOf(table, known, true)).toMatchObject([{ type: 'Насос', quantity: 3000, match: 'whole' }]);
  });
});
