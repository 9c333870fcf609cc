import { sql } from '../service/kernel/sql';
import { browserApp, overflow, seriousFaults, type BrowserApp } from './browser-app';

/** Every page for everybody: axe finds nothing serious, nothing is wider than the window. */
const pages = [
  '/',
  '/companies',
  '/companies/new',
  '/deals',
  '/deals?view=list',
  '/offers',
  '/forecast',
  '/dashboard',
  '/kpi',
  '/reports',
  '/plan',
  '/birthdays',
  '/reminders',
  '/import',
  '/profile',
  '/admin/users',
  '/admin/roles',
  '/admin/departments',
  '/admin/outcomes',
  '/admin/document-categories',
  '/admin/pipelines',
  '/admin/catalog',
  '/admin/offer-template',
  '/admin/mail-rules',
  '/admin/calendars',
  '/admin/outlook',
  '/admin/jobs',
  '/admin/audit',
];

describe('every page', () => {
  let app: BrowserApp;
  let card: string;
  let deal: string;
  beforeAll(async () => {
    app = await browserApp();
    const row = await app.deps.database.read.row<{ id: string }>(sql`select max(id) as id from company`);
    card = `/companies/${row!.id}`;
    const found = await app.deps.database.read.row<{ id: string }>(sql`select max(id) as id from deal`);
    deal = `/deals/${found!.id}`;
  });
  afterAll(() => app?.close());

  for (const { width, dark } of [
    { width: 1280, dark: false },
    { width: 768, dark: true },
    { width: 360, dark: false },
    { width: 320, dark: true },
  ])
    test(`${width} px, ${dark ? 'dark' : 'light'}`, async () => {
      const page = await app.openAs('admin', '/', { width, dark });
      const faults: string[] = [];
      for (const path of [...pages, card, `${card}?tab=documents`, deal]) {
        await page.goto(app.url + path);
        await page.waitForLoadState('networkidle');
        for (const fault of await seriousFaults(page)) faults.push(`${path}: ${fault}`);
        const beyond = await overflow(page);
        if (beyond > 0) faults.push(`${path}: ${beyond} px wider than the window`);
      }
      expect(faults).toEqual([]);
    });

  test('the sign-in page', async () => {
    const page = await app.open({ width: 360 });
    await page.goto(app.url);
    await page.getByRole('button', { name: /Войти/ }).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});
