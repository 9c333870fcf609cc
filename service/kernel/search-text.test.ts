import fc from 'fast-check';
import { foldText, foldedWords, searchDocument, searchTerms } from './search-text';

const found = (query: string, document: string) =>
  searchTerms(query).every((readings) => readings.some((reading) => document.includes(reading)));

describe('the document', () => {
  it('is the words of its parts, two spaces around each', () => {
    expect(searchDocument(['ООО «Ромашка»', null, '7843000000', undefined, ''])).toBe('  ооо  ромашка  7843000000  ');
  });

  it('is empty when there is nothing to find', () => {
    expect(searchDocument([])).toBe('');
    expect(searchDocument([null, ' — ', ''])).toBe('');
  });

  it('abbreviates full legal forms, so that both ways of writing meet', () => {
    expect(searchDocument(['Общество с ограниченной ответственностью "Ромашка-Сервис"'])).toBe(
      '  ооо  ромашка  сервис  ',
    );
    expect(searchDocument(['Глава крестьянского (фермерского) хозяйства Иванов'])).toBe('  кфх  иванов  ');
  });

  it.each([
    ['+7 (843) 000-00-00', '78430000000'],
    ['8 843 000 00 00', '78430000000'],
    ['8(843)000-00-00', '78430000000'],
    ['8.843.000.00.00', '78430000000'],
    ["'79990000000", '79990000000'],
    ['89160000000', '79160000000'],
    ['8 (35168) 2-12-34', '73516821234'],
    ['(495) 963-76-77', '4959637677'],
    ['963-76-77', '9637677'],
    ['+375 29 123-45-67', '375291234567'],
    ['8 916 000-00-00 доб. 12', '79160000000  доб  12'],
    ['7707083893 770701001', '7707083893  770701001'],
    ['40702810138250123017', '40702810138250123017'],
  ])('keeps the number %s as %s', (part, tokens) => expect(searchDocument([part])).toBe(`  ${tokens}  `));

  it('keeps e-mails whole, without case', () => {
    expect(searchDocument(['Пишите: <Ivan.Petrov@Mail.ru>, https://www.romashka.ru.'])).toBe(
      '  пишите  ivan.petrov@mail.ru  romashka  ru  ',
    );
  });

  it('does not tell ё from е, composed letters from separate accents, or hidden hyphens from nothing', () => {
    expect(searchDocument(['Ёлка', 'Ёлка', 'ёл\u00ADка'])).toBe('  елка  елка  елка  ');
    expect(foldText('Край')).toBe('край');
    expect(foldedWords("«O'Key» ёлка, №5")).toEqual(['okey', 'елка', '5']);
  });
});

describe('a query', () => {
  const romashka = searchDocument([
    'ООО «Ромашка»',
    '7843000001',
    '+7 (843) 000-00-00',
    'ivan.petrov@mail.ru',
    'Пётр Ёлкин',
    'Казань',
  ]);

  it.each([
    'ромашка',
    'РОМАШКА ООО',
    '«Ромашка», ООО',
    'Общество с ограниченной ответственностью Ромашка',
    'ЗАО Ромашка',
    'маш',
    'ро',
    'р',
    'ромашка казань',
    'ромашка,казань',
    'казань елкин ромашка',
    'петр ёлк',
    'OOO Ромашка', // Latin O
    'https://mail.ru',
    'hjvfirf',
    'HJVFIRF',
    'jjj hjvfirf',
    'hj',
    '`krby',
    '7843000001',
    '3000001',
    '+7 (843) 000-00-00',
    '8(843)000-00-00',
    '8 843 000',
    '8 (843) 0',
    '88430000000',
    '8430000000',
    '8843',
    '843 000-00',
    '000-00-00',
    'ivan.petrov@mail.ru',
    'Ivan.Petrov@mail.ru',
    'petrov',
    'petrov@mail',
    'mail.ru',
    'ьфшдюкг',
    'шмфтюзуекщм"ьфшдюкг',
  ])('%s finds the company', (query) => expect(found(query, romashka)).toBe(true));

  it.each(['ромашки', 'шк', 'аз', 'ромашка уфа', '8 843 111', '7843000002', 'petrov@list.ru', 'hjvfirb'])(
    '%s does not',
    (query) => expect(found(query, romashka)).toBe(false),
  );

  it('of nothing asks nothing', () => {
    expect(searchTerms('')).toEqual([]);
    expect(searchTerms('  « , - + [ ')).toEqual([]);
  });

  it('reads a word in both layouts, the letters on punctuation keys included', () => {
    expect(searchTerms('ромашка')).toEqual([['ромашка', 'hjvfirf']]);
    expect(searchTerms('hjvfirf')).toEqual([['hjvfirf', 'ромашка']]);
    expect(searchTerms('руддщ')).toEqual([['руддщ', 'hello']]);
    expect(searchTerms(',jhbc')).toEqual([['jhbc', 'борис']]);
    expect(searchTerms("'ktrnhj")).toEqual([['ktrnhj', 'электро']]);
    expect(searchTerms('[kt,')).toEqual([['kt', 'хлеб']].map(([typed, retyped]) => [` ${typed}`, retyped]));
    expect(searchTerms('`;br')).toEqual([[' br', 'ежик']]);
  });

  it('pads short words to the beginning of a word', () => {
    expect(searchTerms('р')).toEqual([['  р', '  h']]);
    expect(searchTerms('ро')).toEqual([[' ро', ' hj']]);
    expect(searchTerms('12')).toEqual([[' 12']]);
  });

  it('takes a phone for one number, without the country code', () => {
    expect(searchTerms('+7 (843) 000-00-00')).toEqual([['8430000000']]);
    expect(searchTerms('8(843)000-00-00')).toEqual([['8430000000']]);
    expect(searchTerms('ромашка 8 843 000')).toEqual([
      ['ромашка', 'hjvfirf'],
      ['843000', '8  843  000'],
    ]);
    expect(searchTerms('+375 29 123-45-67')).toEqual([['375291234567']]);
  });

  it('leaves ten digits and more as they are: an INN is not a phone', () => {
    expect(searchTerms('7707083893')).toEqual([['7707083893']]);
    expect(searchTerms('8601000000')).toEqual([['8601000000']]);
    expect(searchTerms('40702810138250123017')).toEqual([['40702810138250123017']]);
  });

  it('takes numbers apart when they are not a phone', () => {
    expect(searchTerms('7707083893 1027700132195')).toEqual([['7707083893'], ['1027700132195']]);
    expect(searchTerms('1234 5678')).toEqual([['1234'], ['5678']]);
    expect(found('2-12 школа', searchDocument(['Школа', 'корпус 2-12']))).toBe(true);
  });

  it('of a legal form alone looks for it', () => {
    expect(searchTerms('ООО')).toEqual([['ооо', 'jjj']]);
    expect(searchTerms('общество с ограниченной ответственностью')).toEqual([['ооо', 'jjj']]);
  });

  it('has at most eight different terms', () => {
    expect(searchTerms('один два три четыре пять шесть семь восемь девять десять')).toHaveLength(8);
    expect(searchTerms('раз раз раз')).toHaveLength(1);
  });

  it('never asks for less than three characters, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (query) => {
        for (const readings of searchTerms(query)) {
          expect(readings.length).toBeGreaterThan(0);
          for (const reading of readings) expect(Array.from(reading).length).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });
});

describe('whatever stands in a document is found by any part of it', () => {
  const letters = fc.oneof(fc.stringMatching(/^[а-яёА-ЯЁ]{3,12}$/), fc.stringMatching(/^[a-zA-Z]{3,12}$/));
  const compound = fc.tuple(letters, fc.constantFrom('-', '.', '_', '&'), letters).map((parts) => parts.join(''));
  const email = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{1,9}[a-z0-9]@[a-z][a-z0-9-]{1,8}[a-z]\.(ru|com)$/);
  // A phone typed from its 8 is a story of its own, below.
  const number = fc.stringMatching(/^\d{3,20}$/).filter((digits) => !/^8\d{10}$/.test(digits));
  const word = fc.oneof(letters, compound, email, number);

  it('three letters or more of a word', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (words, at, from, length) => {
          const chosen = words[at % words.length]!;
          const start = from % (chosen.length - 2);
          const fragment = chosen.slice(start, start + 3 + (length % (chosen.length - 2 - start)));
          fc.pre((fragment.match(/[\p{L}\p{N}]/gu) ?? []).length >= 3);
          expect(found(fragment, searchDocument(words))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a word of it in the wrong layout', () => {
    const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбюё';
    const keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    // A word of punctuation keys alone («бюжэ») is taken for punctuation.
    const typed = (text: string) => Array.from(text, (letter) => keys[cyrillic.indexOf(letter)]!).join('');
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яё]{3,12}$/), (name) => {
        fc.pre(/[a-z]/.test(typed(name)));
        expect(found(typed(name), searchDocument(['ООО', name]))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a Russian phone written any way, typed any way from its beginning', () => {
    const ways = [
      (d: string) => `+7${d}`,
      (d: string) => `8${d}`,
      (d: string) => `+7 (${d.slice(0, 3)}) ${d.slice(3, 6)}-${d.slice(6, 8)}-${d.slice(8)}`,
      (d: string) => `8 ${d.slice(0, 3)} ${d.slice(3, 6)} ${d.slice(6, 8)} ${d.slice(8)}`,
      (d: string) => `8(${d.slice(0, 3)})${d.slice(3, 6)}-${d.slice(6)}`,
      (d: string) => `8-${d.slice(0, 3)}-${d.slice(3, 6)}-${d.slice(6, 8)}-${d.slice(8)}`,
    ];
    const way = fc.constantFrom(...ways);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[3489]\d{9}$/),
        way,
        way,
        fc.integer({ min: 4, max: 18 }),
        (digits, written, typed, end) => {
          const start = typed(digits).slice(0, end);
          // Ten digits in one piece are an INN.
          fc.pre(!/^\d{10}$/.test(start) && start.replace(/\D/g, '').length >= 4);
          expect(found(start, searchDocument(['ООО Ромашка', written(digits)]))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
