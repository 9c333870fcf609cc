import { basename, resolve } from 'node:path';
import { findRow } from '../service/kernel/rows';
import { Import } from '../service/modules/imports/imports.entity';
import { sql } from '../service/kernel/sql';
import { browserApp, eventually, type BrowserApp } from './browser-app';

/** Lists of other programs, of much the same companies, come in through the page; a list again creates nothing. */
const folder = resolve(__dirname, '../service/modules/imports/fixtures');
const lists = ['amocrm-leads.csv', 'dynamics365-accounts.csv', 'outlook-ru-contacts.csv', 'contacts-ru.vcf'].map(
  (name) => resolve(folder, name),
);

describe('importing by the page', () => {
  let app: BrowserApp;
  beforeAll(async () => {
    app = await browserApp();
  });
  afterAll(() => app?.close());

  const takeIn = async (file: string): Promise<Import> => {
    const page = await app.openAs('admin', '/import');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Проверить' }).click();
    await page.getByRole('button', { name: 'Загрузить', exact: true }).click();
    const latest = async () => {
      const row = await app.deps.database.read.row<{ id: string }>(sql`select max(id) as id from company_import`);
      return (await findRow(app.deps.database.read, Import, { id: row!.id }))!;
    };
    await eventually(latest, ({ status, fileName }) => {
      expect({ status, fileName }).toEqual({ status: 'done', fileName: basename(file) });
    });
    await page.getByText('Загрузка закончена.').waitFor();
    await page.context().close();
    return latest();
  };

  test.each(lists)('%s', async (file) => {
    const first = await takeIn(file);
    expect(first.total).toBeGreaterThan(0);
    expect(first).toMatchObject({ processed: first.total, counts: { refused: 0 } });
    const again = await takeIn(file);
    expect({ created: again.counts.created, processed: again.processed }).toEqual({
      created: 0,
      processed: first.total,
    });
  });
});
