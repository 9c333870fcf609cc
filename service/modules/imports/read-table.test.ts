import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { detectFileFormat } from './detect-format';
import { openTable, type TableRow } from './read-table';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'read-table-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function openText(text: string, encoding = 'utf-8') {
  return openBytes(iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') }));
}

async function openBytes(bytes: Buffer, name = 'list.csv') {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return openTable(path, await detectFileFormat(path, name));
}

const fixture = async (name: string) => {
  const path = join(__dirname, 'fixtures', name);
  return openTable(path, await detectFileFormat(path, name));
};

async function all(rows: AsyncIterable<TableRow>): Promise<TableRow[]> {
  const collected: TableRow[] = [];
  for await (const row of rows) collected.push(row);
  return collected;
}

describe('a table', () => {
  it('has its header in row 1 and its records after it, blank ones counted and left out', async () => {
    const table = await openText('Компания;ИНН\r\nТри кита;7707083893\r\n\r\n;\r\nЁлка;7702070139\r\n;\r\n\r\n');
    expect(table).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ';', headers: ['Компания', 'ИНН'] });
    expect(await all(table.rows())).toEqual([
      { row: 2, cells: ['Три кита', '7707083893'] },
      { row: 5, cells: ['Ёлка', '7702070139'] },
    ]);
    expect(await table.countRows()).toBe(2);
  });

  it('is read again from any row', async () => {
    const table = await openText(
      `№;Компания\n${Array.from({ length: 1000 }, (_, i) => `${i};Компания ${i}`).join('\n')}`,
    );
    const [first] = await all(table.rows(901));
    expect(first).toEqual({ row: 901, cells: ['899', 'Компания 899'] });
    expect(await all(table.rows(901))).toHaveLength(101);
    for await (const row of table.rows()) if (row.row === 5) break;
    expect(await table.countRows()).toBe(1000);
  });

  it.each(['utf-16le', 'utf-16be'])('may come from Excel in %s, with a line for Excel first', async (encoding) => {
    const table = await openText('sep=\t\r\nКомпания\tГород\r\nТри кита\tТула\r\n', encoding);
    expect(table).toMatchObject({ encoding, delimiter: '\t', headers: ['Компания', 'Город'] });
    expect(await all(table.rows())).toEqual([{ row: 2, cells: ['Три кита', 'Тула'] }]);
  });

  it('may have a title above it and numbered columns under its header', async () => {
    const table = await openText(
      'Список клиентов;;;\n\nПериод:;2026;;\nКомпания;ИНН;Город;Телефон\n1;2;3;4\nТри кита;7707083893;Тула;\n',
    );
    expect(table.headers).toEqual(['Компания', 'ИНН', 'Город', 'Телефон']);
    expect(await all(table.rows())).toEqual([{ row: 3, cells: ['Три кита', '7707083893', 'Тула', ''] }]);
  });

  it('may have the same header twice, headers in two lines, none for a column', async () => {
    const table = await openText('Телефон;"Краткое\nназвание";;Телефон;Телефон\n1;2;3;4;5\n6;7;8;9;0\n');
    expect(table.headers).toEqual(['Телефон', 'Краткое название', '', 'Телефон (2)', 'Телефон (3)']);
  });

  it('may have no header at all', async () => {
    const table = await openText('Три кита;7707083893;info@trikita.example\nЁлка;7702070139;\n');
    expect(table.headers).toEqual(['', '', '']);
    expect((await all(table.rows())).map(({ row }) => row)).toEqual([2, 3]);
  });

  it('may have one column', async () => {
    const table = await openText('Компания\nРомашка, Лютик и К\nМак\n');
    expect(table).toMatchObject({ delimiter: null, headers: ['Компания'] });
    expect(await all(table.rows())).toEqual([
      { row: 2, cells: ['Ромашка, Лютик и К'] },
      { row: 3, cells: ['Мак'] },
    ]);
  });

  it('loses nothing around a broken record', async () => {
    const table = await openText(
      [
        'Компания;Примечание;Город',
        '"Первая";"да";Тула',
        '"Вторая";"начало',
        'продолжение;Тверь',
        '"Третья";"ещё "раз""',
        'конец";Омск',
        '"Четвёртая";"нет";Томск',
      ].join('\n'),
    );
    expect(await all(table.rows())).toEqual([
      { row: 2, cells: ['Первая', 'да', 'Тула'] },
      { row: 3, fault: 'imports.unclosedQuote' },
      { row: 4, fault: 'imports.brokenRow' },
      { row: 5, cells: ['Третья', 'ещё "раз"\nконец', 'Омск'] },
      { row: 6, cells: ['Четвёртая', 'нет', 'Томск'] },
    ]);
  });

  it('is refused when there is no text in it', async () => {
    await expect(openText(';;;\n;;;\n')).rejects.toMatchObject({ code: 'imports.empty' });
  });
});

describe('cards', () => {
  it('become rows: mixed versions, one charset or several', async () => {
    const table = await fixture('contacts-ru.vcf');
    const rows = await all(table.rows());
    expect(rows).toHaveLength(20);
    const [first, second] = rows.map((row) => ('cells' in row ? named(table.headers, row.cells) : row));
    expect(first).toMatchObject({
      ORG: 'ГБОУ Гимназия № 1505',
      FN: 'Мария Условнова',
      'N: middle': 'Сергеевна',
      'TEL: work': '(495) 963-76-77',
      'TEL: cell': '+7 999 000-50-00',
    });
    expect(second).toMatchObject({ ORG: 'ГБОУ Преображенская школа №1690', 'TEL: cell': '79990005001' });
  });

  it('are read with folded lines, soft breaks, groups, agents, photos and every form of a type', async () => {
    const table = await fixture('cards-of-all-kinds.vcf');
    const cards = (await all(table.rows())).map((row) => ('cells' in row ? named(table.headers, row.cells) : row));
    expect(cards).toEqual([
      {
        ORG: 'ООО «Лес»',
        'ORG: department': 'Отдел закупок',
        FN: 'Ольга Лисицына',
        'N: last': 'Лисицына',
        'N: first': 'Ольга',
        'N: middle': 'Игоревна',
        TITLE: 'закупщик',
        'TEL: work': '8 (343) 000-50-01',
        'TEL: cell': '+79120005001',
        'TEL: fax': '8 (343) 000-50-09',
        BDAY: '19800415',
      },
      {
        ORG: 'АО "Бор; и сыновья"',
        'ORG: department': 'Склад',
        FN: 'Пётр Сосновский',
        'N: last': 'Сосновский',
        'N: first': 'Пётр',
        EMAIL: 'petr@bor.example; petr@mail.example',
        NOTE: 'Примечание в две строки: сосна; ель\nи вторая строка, с равенством = внутри',
      },
      {
        ORG: 'Роща, ООО',
        FN: 'Вера Берёзова',
        'N: last': 'Берёзова',
        'N: first': 'Вера',
        'TEL: cell': '+7 913 000-50-03',
        'TEL: other': '+7 (383) 000-50-03',
        EMAIL: 'vera@roshcha.example',
        ADR: '630000, Россия, Новосибирская область, Новосибирск, ул. Лесная, 3, офис 4',
        'ADR: city': 'Новосибирск',
        'ADR: region': 'Новосибирская область',
        URL: 'https://roshcha.example',
        BDAY: '1604-04-15',
        NOTE: 'Очень длинное примечание, сложенное по правилам на две строки\nи с переносом внутри',
      },
      {
        ORG: 'Oak Inc.',
        FN: 'Clara Example',
        'N: last': 'Example',
        'N: first': 'Clara',
        'TEL: work': '+7-495-000-50-04 ext. 102',
        'TEL: cell': '+7-916-000-50-04',
        EMAIL: 'clara@oak.example',
        BDAY: '--0415',
      },
      { ORG: 'Цветочный мир', 'TEL: other': '+7 4872 00-50-05', EMAIL: 'info@mir.example' },
      { row: 7, fault: 'imports.cardNotClosed' },
      { FN: 'Has Agent', 'N: last': 'Agent', 'N: first': 'Has', 'TEL: cell': '+7 916 000-50-07' },
    ]);
  });

  const named = (headers: string[], cells: string[]) =>
    Object.fromEntries(headers.flatMap((header, i) => (cells[i] ? [[header, cells[i]]] : [])));
});
