// Takes the pictures of README.md and docs/ru from a running demo: npm start, then node scripts/pictures.mjs
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.cjs';

const address = process.argv[2] ?? 'http://localhost:3978';
/** The name of one picture; all of them without it. */
const only = process.argv[3];
const folder = 'docs/pictures';
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });

async function open(login, { width = 1280, height = 800, dark = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    colorScheme: dark ? 'dark' : 'light',
  });
  // A stream that never ends would keep the network from ever being idle.
  await context.route('**/api/live*', (route) => route.abort());
  const page = await context.newPage();
  await page.request.post(`${address}/api/sign-in`, {
    headers: { 'x-session': 'cookie' },
    data: { login, password: 'ryadom-demo' },
  });
  return page;
}

async function take(page, path, name, before) {
  if (only && name !== only) return;
  await page.goto(address + path);
  // The stand's pages wait for news all the time.
  if (path.startsWith('/playground/')) await page.waitForTimeout(2000);
  else await page.waitForLoadState('networkidle');
  await before?.(page);
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${folder}/${name}.png` });
  console.log(name);
}

const manager = await open('anna');
await take(manager, '/', 'calls');
const companies = await manager.request.get(`${address}/api/companies?limit=1&sort=lastContact`);
const card = `/companies/${(await companies.json()).rows[0].id}`;
await take(manager, card, 'card');
await take(manager, '/companies', 'companies');
await take(manager, '/plan', 'plan');
await take(manager, '/birthdays', 'birthdays');
await take(await open('anna', { dark: true }), '/', 'calls-dark');
await take(await open('anna', { width: 360, height: 740 }), '/', 'phone');

const week = await open('anna');
await take(week, '/playground/teams.html?account=anna&view=calendar', 'calendar', async (page) => {
  await page.locator('button[title^="Звонок"]').first().click();
});

const letter = await open('anna', { width: 1200, height: 860 });
await take(letter, '/playground/outlook.html?account=anna&pane=320', 'letter-to-deal', async (page) => {
  await page.getByText('Запрос цены: насосы и задвижки', { exact: true }).first().click();
  const pane = page.frameLocator('iframe[src="/playground/pane.html"]');
  await pane.getByRole('button', { name: 'Запросы и сделки' }).click();
  await pane.getByRole('button', { name: 'Новый запрос из письма' }).click();
  await pane.getByText('Есть в каталоге').first().waitFor();
});

const head = await open('gleb', { height: 860 });
for (const [path, name] of [
  ['/deals', 'deals'],
  ['/offers', 'offers'],
  ['/forecast', 'forecast'],
  ['/kpi', 'kpi'],
  ['/dashboard', 'dashboard'],
  ['/reports', 'reports'],
])
  await take(head, path, name);
const deals = await head.request.get(`${address}/api/deals?meaning=open&limit=5&sort=amount`);
await take(head, `/deals/${(await deals.json()).rows[0].id}`, 'deal');

const administrator = await open('admin');
await take(administrator, '/admin/users', 'users');
await take(administrator, '/admin/roles', 'roles');
await take(administrator, '/import', 'import');
await browser.close();
