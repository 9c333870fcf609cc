import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { detectFormat } from './detect-format';

const table = 'Наименование;ИНН;Город\r\nООО «Три кита»;7707083893;Москва\r\nАО «Ёлка»;7702070139;Тверь\r\n';
const detect = (text: string, encoding = 'utf-8', name = 'list.csv', addBOM = false) =>
  detectFormat(iconv.encode(text, encoding, { addBOM }), name);
const codeOf = (bytes: Buffer, name = 'file') => {
  try {
    return detectFormat(bytes, name);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the encoding of a table', () => {
  it.each(['utf-8', 'windows-1251', 'koi8-r', 'cp866'])('is told by its letters: %s', (encoding) => {
    expect(detect(table, encoding)).toEqual({ format: 'csv', encoding, delimiter: ';' });
    expect(detect(table.toUpperCase(), encoding)).toMatchObject({ encoding });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('is told by its mark: %s', (encoding) => {
    expect(detect(table, encoding, 'list.csv', true)).toEqual({ format: 'csv', encoding, delimiter: ';' });
  });

  it.each(['utf-16le', 'utf-16be'])('is told by zero bytes without a mark: %s', (encoding) => {
    expect(detect(table, encoding)).toMatchObject({ encoding });
  });

  it('stays UTF-8 with a broken byte in it, and when a long file is cut inside a letter', () => {
    const bytes = Buffer.from(table.repeat(50));
    expect(detectFormat(Buffer.concat([bytes, Buffer.from([0xff]), bytes]), 'a.csv')).toMatchObject({
      encoding: 'utf-8',
    });
    expect(detectFormat(bytes.subarray(0, bytes.indexOf('Ёлка') + 1), 'a.csv')).toMatchObject({ encoding: 'utf-8' });
  });

  it('is UTF-8 when there is nothing but ASCII', () => {
    expect(detect('name,city\nAlpha,Kazan\n')).toEqual({ format: 'csv', encoding: 'utf-8', delimiter: ',' });
  });
});

describe('the delimiter of a table', () => {
  it.each([
    ['a;b;c\n1,5;2,5;3,5\n2;3;4', ';'],
    ['a,b,c\n"x; y",2,3\n4,5,6', ','],
    ['a\tb\n1, 2; 3\t4', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['"ID";"Имя"\n"1";"строка, другая\nтретья, ""четвёртая"""\n"2";"да, нет"', ';'],
  ])('cuts the records into equal parts: %j', (text, delimiter) => {
    expect(detect(text)).toMatchObject({ delimiter });
  });

  it('is the one Excel is told', () => {
    expect(detect('sep=,\r\na;b,c;d\r\n1;2,3;4\r\n')).toMatchObject({ delimiter: ',' });
  });

  it('is none in a list of names, even with commas here and there', () => {
    expect(detect('Компания\nРомашка\nЛютик, Москва\nВасилёк\nМак\n')).toMatchObject({ delimiter: null });
  });
});

describe('other files', () => {
  it('are cards, whatever their names', () => {
    const bytes = readFileSync(join(__dirname, 'fixtures', 'contacts-ru.vcf'));
    expect(detectFormat(bytes, 'contacts.txt')).toEqual({ format: 'vcf', encoding: 'utf-8', delimiter: null });
  });

  it('are refused by what they are', () => {
    const zip = (part: string) => Buffer.from(`PK\x03\x04${'\0'.repeat(26)}${part}`, 'latin1');
    expect(codeOf(zip('xl/workbook.xml'), 'a.csv')).toMatchObject({ format: 'xlsx' });
    expect(codeOf(zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'))).toBe('imports.openDocument');
    expect(codeOf(zip('photo.jpg'))).toBe('imports.unknownFormat');
    expect(codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old.xls')).toBe('imports.oldExcel');
    expect(codeOf(Buffer.from('0908100000060500', 'hex'), 'older.xls')).toBe('imports.oldExcel');
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(codeOf(locked, 'locked.xlsx')).toBe('imports.encrypted');
    expect(codeOf(Buffer.from('%PDF-1.7\n'))).toBe('imports.pdf');
    expect(codeOf(Buffer.from('<html><table><tr><td>Компания</td></tr></table>'), 'export.xls')).toBe(
      'imports.webPage',
    );
    expect(codeOf(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0', 'latin1'), 'a.png')).toBe(
      'imports.unknownFormat',
    );
    expect(codeOf(Buffer.from('Просто текст'), 'letter.doc')).toBe('imports.unknownFormat');
  });

  it('are refused when they are empty', () => {
    expect(codeOf(Buffer.alloc(0), 'a.csv')).toBe('imports.empty');
    expect(codeOf(Buffer.from('\uFEFF \r\n\r\n'), 'a.csv')).toBe('imports.empty');
  });
});
