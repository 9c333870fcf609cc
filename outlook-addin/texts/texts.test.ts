import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ru } from './ru';

/** What the built pane consists of: its own files, and those of the tab they reach. */
function reached(): string[] {
  const root = resolve(__dirname, '../..');
  const seen = new Set<string>();
  const walk = (path: string) => {
    const file = [path, `${path}.ts`, `${path}.tsx`].find((name) => /\.tsx?$/.test(name) && isFile(name));
    if (!file || seen.has(file) || file.includes('/texts/') || file.startsWith(join(root, 'service'))) return;
    seen.add(file);
    for (const [, to] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()'(\.[^']+)'/g))
      walk(resolve(file, '..', to!));
  };
  for (const name of readdirSync(resolve(root, 'outlook-addin'), { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(name) && !name.includes('.test.')) walk(resolve(root, 'outlook-addin', name));
  return [...seen];
}

const isFile = (path: string): boolean => {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
};

test('the pane brings every text that its screens may say', () => {
  const files = reached();
  expect(files.length).toBeGreaterThan(60);
  const namespaces = new Set(
    files.flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const named = [...text.matchAll(/useTranslation\((?:\[([^\]]+)\]|'(\w+)')\)/g)];
      return named.flatMap(([, several, one]) =>
        several ? [...several.matchAll(/'(\w+)'/g)].map(([, name]) => name!) : [one!],
      );
    }),
  );
  expect([...namespaces].filter((name) => !(name in ru))).toEqual([]);
});
