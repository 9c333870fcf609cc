import type { FrameLocator, Page } from 'playwright-core';
import { sql } from '../service/kernel/sql';
import { browserApp, overflow, seriousFaults, type BrowserApp } from './browser-app';

/** Microsoft accounts of the demo's stand-in: silently inside Teams, by a press in a browser, without a tenant not at all. */
describe('signing in with a Microsoft account', () => {
  let app: BrowserApp;
  beforeAll(async () => {
    app = await browserApp({ playground: true });
  });
  afterAll(() => app?.close());

  const callsLink = (page: Page | FrameLocator) => page.getByRole('heading', { name: 'Звонки' }).first();

  async function enterAs(page: Page, account: string): Promise<void> {
    await page.getByRole('button', { name: 'Войти через Microsoft (стенд)' }).click();
    await page.getByLabel('Учётная запись').fill(account);
    await page.getByRole('dialog').getByRole('button', { name: 'Войти' }).click();
  }

  test('inside Teams nobody is asked, no cookie is set, and a lost session is renewed by itself', async () => {
    const page = await app.open({ width: 1280 });
    await page.goto(`${app.url}/playground/teams.html?account=boris`);
    const tab = page.frameLocator('iframe');
    await callsLink(tab).waitFor();
    expect(await page.context().cookies()).toEqual([]);

    // All sessions are ended behind the tab's back; the next question brings a new one.
    await app.deps.database.transaction((db) => db.run(sql`delete from session`));
    await tab.getByRole('link', { name: 'Компании' }).first().click();
    await tab.getByRole('heading', { name: 'Компании' }).first().waitFor();
    await tab.getByRole('row').nth(1).waitFor();
    expect(await tab.getByText('Сеанс закончился').count()).toBe(0);
  });

  test('in a browser it is a button; the administrator sees the link and takes it away', async () => {
    const page = await app.open();
    await page.goto(app.url);
    await enterAs(page, 'vera@ryadom.example');
    await callsLink(page).waitFor();

    const admin = await app.openAs('admin', '/admin/users');
    const vera = admin.getByRole('row', { name: /Вера Северная/ });
    await vera.getByText('Microsoft').waitFor();
    await vera.hover();
    await vera.getByRole('button', { name: 'Отвязать от Microsoft' }).click();
    await vera.getByText('работает').waitFor();
  });

  test('a stranger is told in words what to do, with details to copy that hold no token', async () => {
    const page = await app.open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(app.url);
    await enterAs(page, 'stranger@ryadom.example');
    await page.getByRole('alert').getByText('stranger@ryadom.example здесь не заведена').waitFor();
    await page.getByRole('button', { name: 'Скопировать сведения' }).click();
    await page.getByRole('button', { name: 'Скопировано' }).waitFor();
    const details = await page.evaluate(() => navigator.clipboard.readText());
    expect(details).toContain('users.unknownMicrosoftAccount');
    expect(details).not.toMatch(/eyJ|stranger@/);
  });

  test.each([1280, 360, 320])('the sign-in page at %i px is clean in both lights', async (width) => {
    for (const dark of [false, true]) {
      const page = await app.open({ width, dark });
      await page.goto(app.url);
      await page.getByRole('button', { name: 'Войти через Microsoft (стенд)' }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
  });
});
