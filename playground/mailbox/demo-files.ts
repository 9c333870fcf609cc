import ExcelJS from 'exceljs';

export interface DemoFile {
  name: string;
  contentType: string;
  inline?: boolean;
  content: Buffer;
}

/** Files as customers attach them: small, but each opens in its program. */
export async function specification(): Promise<DemoFile> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Спецификация');
  sheet.addRows([
    ['№', 'Наименование', 'Ед.', 'Кол-во', 'Примечание'],
    [1, 'Насос консольный К 80-50-200', 'шт.', 2, 'с двигателем 15 кВт'],
    [2, 'Задвижка 30ч39р DN100 PN16', 'шт.', 8, 'обрезиненный клин'],
    [3, 'Клапан обратный межфланцевый DN100', 'шт.', 4, ''],
    [4, 'Фланец плоский DN100 PN16 ст. 20', 'шт.', 24, 'ГОСТ 33259-2015'],
  ]);
  return {
    name: 'Спецификация.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(await workbook.xlsx.writeBuffer()),
  };
}

/** A page with one line, in letters that every PDF reader has. */
export function drawing(): DemoFile {
  const text = 'BT /F1 24 Tf 72 720 Td (12-07: pump unit, general view) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = pdf.length;
    pdf += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = pdf.length;
  pdf += `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return { name: 'Чертёж узла 12-07.pdf', contentType: 'application/pdf', content: Buffer.from(pdf, 'latin1') };
}

export function requisites(lines: readonly string[]): DemoFile {
  const encode = (text: string) =>
    text
      .replaceAll(/[\\{}]/g, '\\$&')
      .replaceAll(/[^\x20-\x7e]/g, (letter) => `\\u${((letter.charCodeAt(0) + 0x8000) & 0xffff) - 0x8000}?`);
  const rtf = `{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}\\f0\\fs22 ${lines.map(encode).join('\\par\n')}\\par}`;
  return { name: 'Карточка предприятия.rtf', contentType: 'application/rtf', content: Buffer.from(rtf, 'latin1') };
}

/** The logo of a signature: a picture inside the text, no file that anybody sent. */
export const logo = (): DemoFile => ({
  name: 'image001.png',
  contentType: 'image/png',
  inline: true,
  content: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
});
