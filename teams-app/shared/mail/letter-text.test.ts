import fc from 'fast-check';
import { linkParts, splitQuote } from './letter-text';

test.each([
  ['Спасибо!\n\nОт кого: Анна <a@b.ru>\nТема: RE: цена', 'Спасибо!'],
  ['Да.\n-----Исходное сообщение-----\nFrom: x', 'Да.'],
  ['Ок\n\nпт, 13 мар. 2026 г. в 12:05, Анна <a@b.ru> пишет:\n> Готово?', 'Ок'],
  ['Fine\n\nOn Mon, Anna wrote:\n> Ready?', 'Fine'],
])('what is quoted is cut off: %j', (text, own) => {
  expect(splitQuote(text)).toEqual({ own, quote: expect.stringMatching(/^\S/) });
});

test('a letter that only quotes, or quotes nothing, is shown whole', () => {
  expect(splitQuote('> Готово?\n> Да')).toEqual({ own: '> Готово?\n> Да', quote: null });
  expect(splitQuote('Отдел закупок: ждём')).toEqual({ own: 'Отдел закупок: ждём', quote: null });
});

test('only addresses of pages are links', () => {
  expect(linkParts('Смотрите (https://firma.ru/a?b=1). javascript:alert(1)')).toEqual([
    { text: 'Смотрите (' },
    { text: 'https://firma.ru/a?b=1', href: 'https://firma.ru/a?b=1' },
    { text: '). javascript:alert(1)' },
  ]);
});

test('nothing of a text is lost, whatever it is', () => {
  const pieces = fc.constantFrom('https://a.ru/', 'От: кто\n', '> цитата\n', '\n', ' ', '.', '<b>', 'слово', 'http://');
  fc.assert(
    fc.property(fc.array(pieces), (words) => {
      const text = words.join('');
      expect(
        linkParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
      const { own, quote } = splitQuote(text);
      expect((own + (quote ?? '')).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
});
