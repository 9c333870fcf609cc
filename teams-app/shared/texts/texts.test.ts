import { en } from './en';
import { ru } from './ru';

type Texts = { [key: string]: string | Texts };

/** `shared.rows_one` and `shared.rows_many` are one text, `shared.rows`: languages differ in their plural forms. */
const plural = /_(zero|one|two|few|many|other)$/;

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[prefix + key, text] as [string, string]] : flatten(text, `${prefix}${key}.`),
  );
}

const languages = { ru: new Map(flatten(ru)), en: new Map(flatten(en)) };
const wholes = (texts: Map<string, string>) => new Set([...texts.keys()].map((key) => key.replace(plural, '')));
const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

test('no text is missing in either language', () => {
  expect([...wholes(languages.ru)].filter((key) => !wholes(languages.en).has(key))).toEqual([]);
  expect([...wholes(languages.en)].filter((key) => !wholes(languages.ru).has(key))).toEqual([]);
});

test.each(Object.entries(languages))('%s: no text is empty', (_language, texts) => {
  expect([...texts].filter(([, text]) => !text.trim())).toEqual([]);
});

test.each([
  ['ru', ['one', 'few', 'many']],
  ['en', ['one', 'other']],
] as const)('%s: every counted text has all its plural forms', (language, forms) => {
  const texts = languages[language];
  const counted = new Set([...texts.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')));
  const missing = [...counted].flatMap((key) =>
    forms.filter((form) => !texts.has(`${key}_${form}`)).map((form) => `${key}_${form}`),
  );
  expect(missing).toEqual([]);
});

test('a text and its translation are filled with the same values', () => {
  const differing = [...languages.ru].filter(([key, text]) => {
    const translation = languages.en.get(key);
    return translation !== undefined && String(variables(text)) !== String(variables(translation));
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});
