import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import XlsxPopulate, { type Workbook } from 'xlsx-populate';
import { fillXlsx, serialOf, type ReportData, type ReportRow } from './fill-xlsx';
import { openWorkbook, readTemplate } from './read-template';

const sample = readFileSync(join(__dirname, 'fixtures/report_template_sales_ru.xlsx'));
const options = { main: 'deals' as const, mapping: {} };
const deal = (n: number): ReportRow => ({
  n,
  company: `ООО «Ромашка ${n}» & Ко`,
  inn: '0707083893',
  deal: 'Система очистки',
  stage: 'В работе',
  sum: 100_000_01,
  vat: 18_032_79,
  closed: '2026-03-12',
});
const data = (count: number): ReportData => ({
  single: { period_from: '2026-03-01', period_to: '2026-03-31', manager: 'Светлова Анна' },
  lists: { deals: Array.from({ length: count }, (_, index) => deal(index + 1)) },
});
const opened = async (bytes: Buffer) => XlsxPopulate.fromDataAsync(bytes);
const made = async (build: (workbook: Workbook) => void) => {
  const workbook = await XlsxPopulate.fromBlankAsync();
  build(workbook);
  return Buffer.from(await workbook.outputAsync());
};

describe('the sample of a sales report', () => {
  test('names only what is known', async () => {
    const read = readTemplate(await openWorkbook(sample), 'deals');
    expect(read).toMatchObject({ lists: ['deals'], unknown: [], blocks: [{ first: 6, last: 6 }] });
  });

  test('is filled: a row each, numbers and dates as such, an INN with its nought, sums over all rows', async () => {
    const filled = await fillXlsx(sample, data(3), options);
    const sheet = (await opened(filled.bytes)).sheet(0);
    expect(sheet.cell(2, 2).value()).toBe('01.03.2026 – 31.03.2026');
    expect([6, 7, 8].map((row) => sheet.cell(row, 1).value())).toEqual([1, 2, 3]);
    expect(sheet.cell(8, 2).value()).toBe('ООО «Ромашка 3» & Ко');
    expect(sheet.cell(6, 3).value()).toBe('0707083893');
    expect(sheet.cell(7, 6).value()).toBe(100_000.01);
    expect(sheet.cell(7, 8).value()).toBe(serialOf('2026-03-12'));
    // 2026-03-12 is the 46,093rd day since the end of 1899.
    expect(serialOf('2026-03-12')).toBe(46_093);
    expect(sheet.cell(9, 5).value()).toBe('Итого:');
    expect(sheet.cell(9, 6).formula()).toBe('SUM(F6:F8)');
    expect(filled.preview[0]!.rows[8]!.slice(4)).toEqual(['Итого:', '300\u00a0000,03', '54\u00a0098,37', '']);
    expect(filled.preview.map(({ name }) => name)).toEqual(['Отчёт по продажам', 'Воронка']);
  });

  test('keeps its looks: widths, formats of every row, merged title, the frozen header', async () => {
    const before = await JSZip.loadAsync(sample);
    const after = await JSZip.loadAsync((await fillXlsx(sample, data(40), options)).bytes);
    const xml = async (zip: JSZip) => zip.file('xl/worksheets/sheet1.xml')!.async('string');
    const [was, is] = [await xml(before), await xml(after)];
    for (const kept of ['<pane ySplit="5"', 'ref="A1:H1"', 'width="38"']) {
      expect(was).toContain(kept);
      expect(is).toContain(kept);
    }
    const workbook = await opened((await fillXlsx(sample, data(40), options)).bytes);
    const formats = new Set(
      Array.from({ length: 40 }, (_, index) =>
        workbook
          .sheet(0)
          .cell(6 + index, 6)
          .style('numberFormat'),
      ),
    );
    expect(formats.size).toBe(1);
  });

  test('of nothing is still a report: the row is blank, the sum is nought', async () => {
    const filled = await fillXlsx(sample, data(0), options);
    const sheet = (await opened(filled.bytes)).sheet(0);
    expect(sheet.cell(6, 2).value()).toBeUndefined();
    expect(sheet.cell(7, 6).formula()).toBe('SUM(F6:F6)');
    expect(filled.preview[0]!.rows[6]![5]).toBe('0,00');
  });

  test('a text that begins like a formula stays a text', async () => {
    const evil = { ...data(1), lists: { deals: [{ ...deal(1), company: '=HYPERLINK("http://evil","x")' }] } };
    const sheet = (await opened((await fillXlsx(sample, evil, options)).bytes)).sheet(0);
    expect(sheet.cell(6, 2).formula()).toBeUndefined();
    expect(sheet.cell(6, 2).value()).toBe('=HYPERLINK("http://evil","x")');
  });
});

describe('what stands around a repeated block follows it', () => {
  /** Two rows an item with a merged cell in each, a running total, totals below, a second block, another sheet. */
  const template = () =>
    made((workbook) => {
      const sheet = workbook.sheet(0);
      sheet.name('Свод');
      sheet.cell(3, 1).value('{{#deals}}{{company}}');
      sheet.cell(3, 3).value('{{sum}}');
      sheet.cell(3, 4).formula('C3*2');
      sheet.cell(3, 5).formula('SUM($C$3:C3)');
      sheet.cell(3, 6).formula('C3/C6');
      sheet.cell(4, 1).value('ИНН {{inn}}, закрыта {{closed}}{{/deals}}');
      sheet.range('A4:B4').merged(true);
      sheet.range('A6:B6').merged(true);
      sheet.cell(6, 3).formula('SUM(C3:C4)');
      sheet.cell(8, 1).value('{{#stages}}{{stage}}');
      sheet.cell(8, 2).value('{{count}}{{/stages}}');
      sheet.cell(9, 2).formula('SUM(B8:B8)');
      const other = workbook.addSheet('Итог');
      other.cell(1, 1).formula('Свод!C6+Свод!B9');
    });
  const filled = async () =>
    fillXlsx(
      await template(),
      {
        single: {},
        lists: {
          deals: [deal(1), deal(2), deal(3)],
          stages: [
            { stage: 'Новые', count: 5 },
            { stage: 'В работе', count: 7 },
          ],
        },
      },
      options,
    );

  test('formulas inside, below and on other sheets', async () => {
    const { bytes, preview } = await filled();
    const workbook = await opened(bytes);
    const sheet = workbook.sheet('Свод');
    expect(sheet.cell(7, 4).formula()).toBe('C7*2');
    expect(sheet.cell(7, 5).formula()).toBe('SUM($C$3:C7)');
    // The total is one for all.
    expect(sheet.cell(7, 6).formula()).toBe('C7/C10');
    expect(sheet.cell(10, 3).formula()).toBe('SUM(C3:C8)');
    expect(sheet.cell(14, 2).formula()).toBe('SUM(B12:B13)');
    expect(workbook.sheet('Итог').cell(1, 1).formula()).toBe('Свод!C10+Свод!B14');
    expect(preview[1]!.rows).toEqual([['300012,03']]);
    expect(preview[0]!.rows[7]![0]).toBe('ИНН 0707083893, закрыта 12.03.2026');
  });

  test('merged cells of the block are merged in each copy, those below move', async () => {
    const sheet = (await opened((await filled()).bytes)).sheet('Свод');
    expect(Object.keys(sheet._mergeCells).sort()).toEqual(['A10:B10', 'A4:B4', 'A6:B6', 'A8:B8']);
  });

  test('conditional formats, validations, print areas, charts and pictures', async () => {
    const zip = await JSZip.loadAsync(sample);
    const edit = async (path: string, change: (xml: string) => string) =>
      zip.file(path, change(await zip.file(path)!.async('string')));
    await edit('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        '<pageMargins',
        '<conditionalFormatting sqref="F6:F6 F7"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>F7</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="E6:E6"><formula1>$J$7:$J$9</formula1></dataValidation></dataValidations><pageMargins',
      ),
    );
    await edit('xl/worksheets/sheet1.xml', (xml) => xml.replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>'));
    await edit('xl/workbook.xml', (xml) =>
      xml.replace(
        '<calcPr',
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">\'Отчёт по продажам\'!$A$1:$H$7</definedName></definedNames><calcPr',
      ),
    );
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    zip.file(
      'xl/worksheets/_rels/sheet1.xml.rels',
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    );
    zip.file(
      'xl/drawings/drawing1.xml',
      '<xdr:wsDr><xdr:from><xdr:row>1</xdr:row></xdr:from><xdr:to><xdr:row>9</xdr:row></xdr:to></xdr:wsDr>',
    );
    zip.file(
      'xl/charts/chart1.xml',
      "<c:chart><c:f>'Отчёт по продажам'!$F$6:$F$6</c:f><c:numCache><c:pt><c:v>1</c:v></c:pt></c:numCache></c:chart>",
    );
    const { bytes } = await fillXlsx(await zip.generateAsync({ type: 'nodebuffer' }), data(5), options);
    const after = await JSZip.loadAsync(bytes);
    const xml = (path: string) => after.file(path)!.async('string');
    const sheet = await xml('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('sqref="F6:F10 F11"');
    expect(sheet).toContain('<formula>F11</formula>');
    expect(sheet).toMatch(/<dataValidation[^>]*sqref="E6:E10"/);
    expect(sheet).toContain('$J$11:$J$13');
    expect(await xml('xl/workbook.xml')).toContain("'Отчёт по продажам'!$A$1:$H$11");
    // Rows of anchors count from nought: above it stays, below it moves.
    expect(await xml('xl/drawings/drawing1.xml')).toMatch(/<xdr:row>1<[\s\S]*<xdr:row>13</);
    const chart = await xml('xl/charts/chart1.xml');
    expect(chart).toContain("'Отчёт по продажам'!$F$6:$F$10");
    expect(chart).not.toContain('numCache');
  });
});

test('a sheet whose name has a tag is made for each manager, with his rows alone', async () => {
  const template = await made((workbook) => {
    workbook.sheet(0).name('{{manager}}');
    workbook.sheet(0).cell(1, 1).value('{{manager}}: {{count}}');
    workbook.sheet(0).cell(2, 1).value('{{#rows}}{{company}}{{/rows}}');
  });
  const of = (name: string, count: number) => ({
    name,
    data: { single: { manager: name, count }, lists: { deals: data(count).lists.deals! } },
  });
  const managers = [of('Анна', 2), of('Борис [и] сыновья, отдел продаж «Запад»', 1), of('Анна', 0)];
  const filled = await fillXlsx(template, { ...data(3), managers }, options);
  const workbook = await opened(filled.bytes);
  expect(workbook.sheets().map((sheet) => sheet.name())).toEqual([
    'Анна',
    'Борис  и  сыновья, отдел продаж',
    'Анна (2)',
  ]);
  expect(workbook.sheet(0).cell(1, 1).value()).toBe('Анна: 2');
  expect(workbook.sheet(0).cell(3, 1).value()).toBe('ООО «Ромашка 2» & Ко');
  expect(workbook.sheet(1).cell(3, 1).value()).toBeUndefined();
});

describe('a template with a fault', () => {
  const refusal = (build: (workbook: Workbook) => void) =>
    made(build)
      .then(async (bytes) => readTemplate(await openWorkbook(bytes), 'deals'))
      .then(
        (read) => read.unknown.map(({ tag, cell }) => `${tag} ${cell}`).join(),
        (error: { code: string; extra: { details?: { at?: string } } }) => `${error.code} ${error.extra.details?.at}`,
      );
  test('is refused with the sheet and the cell', async () => {
    expect(await refusal((one) => one.sheet(0).cell(2, 2).value('{{#rows}}{{n}}'))).toBe('reports.blockOpen Sheet1!B2');
    expect(await refusal((one) => one.sheet(0).cell(2, 2).value('{{n}}{{/rows}}'))).toBe('reports.blockOpen Sheet1!B2');
    expect(await refusal((one) => one.sheet(0).cell(2, 2).value('{{#склад}}{{/склад}}'))).toBe(
      'reports.blockUnknown Sheet1!B2',
    );
    expect(
      await refusal((one) => {
        one.sheet(0).cell(2, 1).value('{{#rows}}{{n}}{{/rows}}');
        one.sheet(0).cell(2, 2).value('{{#stages}}{{n}}{{/stages}}');
      }),
    ).toBe('reports.blocksCross Sheet1!A2');
    await expect(openWorkbook(Buffer.from('не книга'))).rejects.toMatchObject({ code: 'reports.notXlsx' });
  });

  test('what nobody knows is named; customers’ usual words are known', async () => {
    expect(
      await refusal((one) => {
        one.sheet(0).cell(1, 1).value('{{Период}} {{Кладовщик}}');
        one.sheet(0).cell(2, 1).value('{{#rows}}{{Контрагент}}');
        one.sheet(0).cell(2, 2).value('{{в т.ч. НДС}}');
        one.sheet(0).cell(2, 3).value('{{цвет}}{{/rows}}');
      }),
    ).toBe('Кладовщик A1,цвет C2');
  });

  test('a mapped tag is filled with what it was mapped to', async () => {
    const template = await made((one) => one.sheet(0).cell(1, 1).value('{{#rows}}{{цвет}}{{/rows}}'));
    const filled = await fillXlsx(template, data(1), { main: 'deals', mapping: { 'deals.цвет': 'stage' } });
    expect(filled.preview[0]!.rows[0]).toEqual(['В работе']);
  });
});
