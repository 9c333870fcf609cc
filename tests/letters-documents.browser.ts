import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from '../service/kernel/sql';
import { browserApp, eventually, overflow, seriousFaults, type BrowserApp } from './browser-app';

/** Letters and files of a company, as they stand in the tab. */
describe('letters and documents in the tab', () => {
  let app: BrowserApp;
  let companyId: string;
  beforeAll(async () => {
    app = await browserApp();
    const row = await app.deps.database.read.row<{ id: string }>(sql`
      select min(c.id) as id from company c join user_account u on u.id = c.ownerId
      where u.loginKey = 'anna' and c.deletedAt is null`);
    companyId = row!.id;
  });
  afterAll(() => app?.close());

  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'ryadom-upload-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fileOf = (name: string, bytes = 2048) => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.alloc(bytes, 37));
    return path;
  };

  test('files come in under a category, one too large says so, one is deleted and brought back', async () => {
    const page = await app.openAs('anna', `/companies/${companyId}?tab=documents`);
    await page.getByText('Документов пока нет').waitFor();
    await page.getByLabel('Категория новых файлов').selectOption({ index: 1 });
    // From the disk: so much in a message is more than newer browsers like to be sent.
    await page
      .locator('input[type=file]')
      .setInputFiles([
        fileOf('Слишком большой.pdf', 26 * 1024 * 1024),
        fileOf('Договор № 7.pdf'),
        fileOf('Счёт 12.pdf', 300_000),
      ]);
    await page.getByText('Слишком большой.pdf: больше 25 МБ').waitFor();
    await page.getByRole('button', { name: 'Счёт 12.pdf', exact: true }).waitFor();
    await page.getByText(/293 кБ/).waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Договор № 7.pdf', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Договор № 7.pdf');

    const contract = page.getByRole('button', { name: 'Договор № 7.pdf', exact: true });
    await page.getByRole('button', { name: 'Удалить Договор № 7.pdf' }).click();
    await eventually(
      () => contract.count(),
      (count) => expect(count).toBe(0),
    );
    await page.getByRole('button', { name: 'Отменить' }).click();
    await contract.waitFor();
    // What was said fades away first.
    await eventually(
      () => seriousFaults(page),
      (faults) => expect(faults).toEqual([]),
    );
  });

  test('a logged letter is read in a drawer: whose, to whom, its text with the quote folded', async () => {
    const page = await app.openAs('anna', '/');
    const answer = await page.request.post(`${app.url}/api/mail`, {
      headers: { 'x-requested-by': 'ryadom' },
      data: {
        key: '<drawer@customer.example>',
        companyId,
        subject: 'Счёт на насосы',
        from: { address: 'buyer@customer.example', name: 'Покупатель' },
        to: [{ address: 'anna@ryadom.example', name: 'Анна Светлова' }],
        at: '2026-03-01T08:00:00.000Z',
        body: 'Ждём счёт, реквизиты на https://customer.example/card.\n\nОт кого: Анна Светлова\n> Готовим.',
      },
    });
    expect(answer.status()).toBe(200);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${app.url}/companies/${companyId}`);
      await page.getByRole('button', { name: 'Открыть письмо' }).first().click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText('Покупатель <buyer@customer.example>').waitFor();
      expect(await drawer.getByRole('link', { name: 'https://customer.example/card' }).getAttribute('rel')).toContain(
        'noopener',
      );
      expect(await drawer.getByText('> Готовим.').count()).toBe(0);
      await drawer.getByRole('button', { name: 'Показать цитату' }).click();
      await drawer.getByText('> Готовим.').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
  });

  test('the administrator names what is never logged, and everybody sees it', async () => {
    const page = await app.openAs('admin', '/admin/mail-rules');
    const never = page.getByRole('region', { name: 'Не записывать' });
    await never.getByRole('textbox').fill('не адрес');
    await never.getByRole('button', { name: 'Добавить' }).click();
    await never.getByText('адрес (ivan@firma.ru) или домен (firma.ru)').waitFor();
    await never.getByRole('textbox').fill('Bank.example');
    await never.getByRole('button', { name: 'Добавить' }).click();
    await never.getByText('bank.example').waitFor();

    const anna = await app.openAs('anna', '/profile');
    await anna.getByText('bank.example').waitFor();
    expect(await anna.getByRole('button', { name: 'Убрать bank.example' }).count()).toBe(0);
  });

  test('categories are added, ordered and archived', async () => {
    const page = await app.openAs('admin', '/admin/document-categories');
    await page.getByRole('button', { name: 'Новая категория' }).click();
    await page.getByLabel('Название').fill('Паспорта оборудования');
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
    const rows = page.getByRole('region', { name: 'Категории документов' }).getByRole('listitem');
    await rows.filter({ hasText: 'Паспорта оборудования' }).waitFor();
    await page.getByRole('button', { name: 'Выше: Паспорта оборудования' }).click();
    await eventually(
      () => rows.allInnerTexts(),
      (names) => expect(names.findIndex((name) => name.includes('Паспорта'))).toBe(names.length - 2),
    );
    await page.getByRole('button', { name: 'В архив: Паспорта оборудования' }).click();
    await eventually(
      () => rows.filter({ hasText: 'Паспорта оборудования' }).count(),
      (count) => expect(count).toBe(0),
    );
  });
});
