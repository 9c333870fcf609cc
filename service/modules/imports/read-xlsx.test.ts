import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { detectFileFormat } from './detect-format';
import { openTable, type TableRow } from './read-table';

let path: string;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-xlsx-'));
  path = join(folder, 'book.xlsx');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function bookOf(fill: (book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook();
  fill(book);
  await book.xlsx.writeFile(path);
  return openTable(path, await detectFileFormat(path, 'book.xlsx'));
}

async function cellsOf(rows: AsyncIterable<TableRow>): Promise<string[][]> {
  const collected: string[][] = [];
  for await (const row of rows) collected.push('cells' in row ? row.cells : [row.fault]);
  return collected;
}

describe('a workbook', () => {
  it('gives its cells as a person would retype them', async () => {
    const table = await bookOf((book) => {
      const sheet = book.addWorksheet('Контрагенты');
      sheet.addRow([
        'Компания',
        'ИНН',
        'Счёт',
        'Дата',
        'Сумма',
        'Доля',
        'Сайт',
        'Формула',
        'Итог',
        'Дата формулой',
        'Да',
      ]);
      const row = sheet.addRow([
        { richText: [{ text: 'ООО ' }, { text: '«Три кита»', font: { bold: true } }] },
        105037005,
        '40702810138250123017',
        new Date(Date.UTC(1980, 3, 15)),
        1234.5,
        0.1 + 0.2,
        { text: 'trikita.example', hyperlink: 'https://trikita.example' },
        { formula: 'A1&"!"', result: 'текст' },
        { formula: '1/0', result: { error: '#DIV/0!' } },
        { formula: 'TODAY()', result: 29326 as never },
        true,
      ]);
      row.getCell(10).numFmt = 'dd.mm.yyyy';
      sheet.addRow(['Ёлка\nи ветка', 7707083893, 79160001001, null, 12, 1e-7, 1e21]);
    });
    expect(table).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null });
    expect(await cellsOf(table.rows())).toEqual([
      [
        'ООО «Три кита»',
        '105037005',
        '40702810138250123017',
        '1980-04-15',
        '1234.5',
        '0.3',
        'trikita.example',
        'текст',
        '',
        '1980-04-15',
        '1',
      ],
      ['Ёлка\nи ветка', '7707083893', '79160001001', '', '12', '0.0000001', '1000000000000000000000'],
    ]);
    expect(await table.countRows()).toBe(2);
  });

  it('is read from the first sheet with a table; hidden sheets come last', async () => {
    const table = await bookOf((book) => {
      book.addWorksheet('Инструкция').addRow(['Заполните следующий лист']);
      book.addWorksheet('Справочник', { state: 'veryHidden' }).addRows([
        ['код', 'имя'],
        [1, 'а'],
      ]);
      book.addWorksheet('Данные').addRows([
        ['Компания', 'Город'],
        ['Три кита', 'Тула'],
      ]);
    });
    expect(table.headers).toEqual(['Компания', 'Город']);
  });

  it('may have blank rows, a merged title and a gap before its header', async () => {
    const table = await bookOf((book) => {
      const sheet = book.addWorksheet('Реестр');
      sheet.mergeCells('A2:D2');
      sheet.getCell('A2').value = 'Реестр организаций на 2026 год';
      sheet.getRow(4).values = ['Наименование', 'ИНН', 'Город', 'Телефон'];
      sheet.getRow(5).values = ['1', '2', '3', '4'];
      sheet.getRow(7).values = ['Три кита', 7707083893];
    });
    expect(table.headers).toEqual(['Наименование', 'ИНН', 'Город', 'Телефон']);
    const rows: TableRow[] = [];
    for await (const row of table.rows()) rows.push(row);
    expect(rows).toEqual([{ row: 4, cells: ['Три кита', '7707083893'] }]);
  });

  it('counts its days from 1904 when it was made on an old Mac', async () => {
    const table = await bookOf((book) => {
      book.properties.date1904 = true;
      book.addWorksheet('A').addRows([
        ['Компания', 'Дата'],
        ['Три кита', new Date(Date.UTC(2026, 1, 28))],
      ]);
    });
    expect(await cellsOf(table.rows())).toEqual([['Три кита', '2026-02-28']]);
  });

  it('may be written with prefixed names, without addresses, with texts in place: as the OpenXML SDK does', async () => {
    const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const text = (value: string) => `<x:c t="inlineStr"><x:is><x:t>${value}</x:t></x:is></x:c>`;
    writeFileSync(
      path,
      zipOf({
        'xl/workbook.xml': `<x:workbook ${main} xmlns:r="r"><x:sheets><x:sheet name="A" sheetId="1" r:id="R1"/></x:sheets></x:workbook>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="p"><Relationship Id="R1" Target="/xl/worksheets/active.xml"/></Relationships>',
        'xl/worksheets/active.xml': `<?xml version="1.0"?><x:worksheet ${main}><x:sheetData>
          <x:row>${text('Account Name')}${text('ИНН')}</x:row>
          <x:row><x:c t="inlineStr"><x:is><x:r><x:t>Три </x:t></x:r><x:r><x:t>кита &amp; Ко</x:t></x:r></x:is></x:c><x:c><x:v>7707083893</x:v></x:c></x:row>
          <x:row r="9"><x:c r="B9" t="d"><x:v>2026-01-05T00:00:00</x:v></x:c></x:row>
          </x:sheetData></x:worksheet>`,
      }),
    );
    const table = await openTable(path, await detectFileFormat(path, 'active.xlsx'));
    expect(table.headers).toEqual(['Account Name', 'ИНН']);
    expect(await cellsOf(table.rows())).toEqual([
      ['Три кита & Ко', '7707083893'],
      ['', '2026-01-05'],
    ]);
  });

  it('is refused when it is damaged or is no workbook', async () => {
    await bookOf((book) => book.addWorksheet('A').addRows(Array.from({ length: 500 }, (_, i) => [`Компания ${i}`, i])));
    const whole = readFileSync(path);
    for (const bytes of [
      whole.subarray(0, whole.length / 2),
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }),
    ]) {
      writeFileSync(path, bytes);
      const opened = detectFileFormat(path, 'book.xlsx').then((detected) => openTable(path, detected));
      await expect(opened).rejects.toMatchObject({ code: 'imports.unreadableExcel' });
    }
  });
});

/** A zip of stored texts; the check sums are left out, nobody looks. */
function zipOf(parts: Record<string, string>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const title = Buffer.from(name);
    const data = Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    files.push(local, title, data);
    directory.push(entry, title);
    offset += local.length + title.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}
