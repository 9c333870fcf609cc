import { en } from './en';
import { ru } from './ru';

/** Every text in both languages: of the same shape, none empty, Russian in Russian. */
function leaves(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]) => {
    const key = path ? `${path}.${name}` : name;
    if (typeof value === 'string') return [[key, value]];
    if (typeof value === 'function') return [[key, String((value as (count: number) => string)(5))]];
    return leaves(value as object, key);
  });
}

test('both languages say the same things', () => {
  expect(leaves(en).map(([key]) => key)).toEqual(leaves(ru).map(([key]) => key));
  for (const [key, text] of [...leaves(en), ...leaves(ru)]) expect([key, text.trim()]).not.toEqual([key, '']);
  const foreign = leaves(ru).filter(([, text]) => !/[а-яё]/i.test(text));
  expect(foreign).toEqual([['start.teams', 'Teams']]);
});
