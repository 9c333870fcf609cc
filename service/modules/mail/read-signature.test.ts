import fc from 'fast-check';
import { parsePhone } from '../companies/companies.public';
import { signatures } from './fixtures/signatures';
import type { SignatureView } from './mail.contract';
import { readSignature } from './read-signature';

const fold = (value: string) => value.toLowerCase().replace(/^https?:\/\//, '');
const valuesOf = (view: SignatureView, field: keyof SignatureView): string[] => {
  const value = view[field];
  const list = Array.isArray(value) ? value : value === null ? [] : [value];
  return field === 'phones' ? list.map((text) => parsePhone(text, 'RU').e164 ?? text) : list.map(fold);
};

/** Of all that stands in the signatures, how much is found; of all that is found, how much stands there. */
function measure(field: keyof SignatureView) {
  let [expected, found, right] = [0, 0, 0];
  const wrong: string[] = [];
  for (const { layout, text, from, expected: truth } of signatures) {
    const told = valuesOf(truth, field);
    const read = valuesOf(readSignature(text, from), field);
    expected += told.length;
    found += read.length;
    right += read.filter((value) => told.includes(value)).length;
    if (String(told) !== String(read)) wrong.push(`${layout}: ${String(told)} ≠ ${String(read)}`);
  }
  return { recall: right / expected, precision: right / found, wrong };
}

test('there are a hundred of them', () => expect(signatures.length).toBeGreaterThanOrEqual(100));

test.each<[keyof SignatureView, number, number]>([
  ['phones', 0.95, 0.97],
  ['name', 0.95, 0.95],
  ['position', 0.95, 0.95],
  ['company', 0.95, 0.95],
  ['site', 0.95, 0.95],
  ['inn', 1, 1],
  ['city', 1, 0.95],
  ['emails', 1, 1],
])('%s are found', (field, recall, precision) => {
  const measured = measure(field);
  expect({ measured, enough: measured.recall >= recall && measured.precision >= precision }).toMatchObject({
    enough: true,
  });
});

test('an extension stays with its number, as written', () => {
  const text = 'С уважением,\nОльга Рябинина\nтел. +7 (843) 555-12-34, доб. 214';
  const { phones } = readSignature(text, { address: 'o@sever.example', name: 'Ольга Рябинина' });
  expect(phones).toEqual(['+7 (843) 555-12-34, доб. 214']);
});

test('nothing of the reader’s own is taken from the letter quoted below', () => {
  for (const { text, from } of signatures)
    expect(JSON.stringify(readSignature(text, from))).not.toMatch(/777-00-11|ours\.example|Наша компания/);
});

test('whatever the text, it answers, and soon: long lines and endless repetitions do not hold it up', () => {
  const from = { address: 'a@b.example', name: 'Анна' };
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      expect(readSignature(text, from).emails).toContain('a@b.example');
    }),
    { numRuns: 200 },
  );
  for (const piece of ['8 (', 'Аб ', 'С уважением,\n', '> ', '«', 'a@', 'инн ', 'www.', '-'])
    expect(readSignature(piece.repeat(60_000), from).name).toBe('Анна');
});
