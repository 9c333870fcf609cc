import fc from 'fast-check';
import { CsvParser, type CsvRecord } from './csv-parser';

function parse(text: string, delimiter = ';', pieceLength = text.length): CsvRecord[] {
  const parser = new CsvParser(delimiter);
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += pieceLength) records.push(...parser.push(text.slice(at, at + pieceLength)));
  return [...records, ...parser.end()];
}
const cells = (...values: string[]) => ({ cells: values });
const fault = { fault: 'imports.unclosedQuote' };

describe('a delimited text', () => {
  it('has quoted cells with delimiters, line ends and doubled quotes in them', () => {
    expect(parse('1;"ООО ""Три; кита""";"строка 1\nстрока 2"\r\n2;;x')).toEqual([
      cells('1', 'ООО "Три; кита"', 'строка 1\nстрока 2'),
      cells('2', '', 'x'),
    ]);
  });

  it('comes out the same however it is cut into pieces', () => {
    const text = '"a";"б ""в"" г" ; "д\r\nе"\r\n\r\n"x"y;z;"стр"ай"\r\rпоследняя;;';
    for (let length = 1; length <= text.length; length++) expect(parse(text, ';', length)).toEqual(parse(text));
  });

  it('gives back whatever was written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ё', ' ', '"', ';', '\n', '\r') });
    const records = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 10 }), (written, pieceLength) => {
        const text = written
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';'))
          .join('\r\n');
        expect(parse(text, ';', pieceLength)).toEqual(written.map((row) => cells(...row)));
      }),
    );
  });

  it('may have any line ends, blank lines and a last line without an end', () => {
    expect(parse('a;b\rc;d\n\ne;f')).toEqual([cells('a', 'b'), cells('c', 'd'), cells(''), cells('e', 'f')]);
  });

  it('may have records of unequal length', () => {
    expect(parse('a;b;c\nd\ne;f;g;h')).toEqual([cells('a', 'b', 'c'), cells('d'), cells('e', 'f', 'g', 'h')]);
  });

  it('forgives quotes inside a quoted cell, and spaces around one', () => {
    expect(parse('1;"ООО "Ромашка"";Москва\n2;"ООО "Лютик" и сын";Омск\n3; "a;b" ;c')).toEqual([
      cells('1', 'ООО "Ромашка"', 'Москва'),
      cells('2', 'ООО "Лютик" и сын', 'Омск'),
      cells('3', 'a;b', 'c'),
    ]);
  });

  it('keeps quotes of an unquoted text', () => {
    expect(parse('"Ромашка" ООО\tМосква\nМагазин "Лютик"\tТверь', '\t')).toEqual([
      cells('"Ромашка" ООО', 'Москва'),
      cells('Магазин "Лютик"', 'Тверь'),
    ]);
  });
});

describe('a quote that is never closed', () => {
  it('spoils its own line only', () => {
    expect(parse('1;"Первая";Тула\n2;"Вторая;Тверь\n3;"Третья";Омск\n4;Четвёртая;"Томск"')).toEqual([
      cells('1', 'Первая', 'Тула'),
      fault,
      cells('3', 'Третья', 'Омск'),
      cells('4', 'Четвёртая', 'Томск'),
    ]);
  });

  it('is noticed at the end of the text', () => {
    expect(parse('1;a\n2;"b')).toEqual([cells('1', 'a'), fault]);
  });

  it('is noticed when no other quote follows, without waiting for the end of a long file', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i};просто текст`).join('\n');
    const records = parse(`0;"начало\n${rows}`, ';', 65_536);
    expect(records[0]).toEqual(fault);
    expect(records).toHaveLength(20_001);
    expect(records.at(-1)).toEqual(cells('19999', 'просто текст'));
  });
});
