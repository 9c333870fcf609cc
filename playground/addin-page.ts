import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const officeScript = /https:\/\/appsforoffice\.microsoft\.com\/[^"']*\/office\.js/g;

/**
 * A page of the add-in as it was built, with the stand-in in place of Microsoft’s Office.js. Its other files keep their
 * addresses: they are served beside it, by the service itself.
 */
export function addinPage(folder: string, name: string): string | null {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll(officeScript, '/playground/office.js') : null;
}

/** What stands in the pane’s place until the add-in is built. */
export const noAddin = `<!doctype html>
<html lang="ru">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Рядом</title>
<p>Панель ещё не собрана: <code>npm run build</code></p>
<p lang="en">The pane is not built yet: <code>npm run build</code></p>
</html>
`;
