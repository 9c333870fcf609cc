import { chromium } from 'playwright-core';
const address = 'http://localhost:4100';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
async function open(login, { width = 1280, height = 900, dark = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'ru-RU', timezoneId: 'Europe/Moscow', colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log('ERR', e.message));
  await page.request.post(`${address}/api/sign-in`, { headers: { 'x-session': 'cookie' }, data: { login, password: 'ryadom-demo' } });
  return page;
}
const shots = [['anna', '/profile', {}, 'p1'], ['anna', '/profile', { width: 360, dark: true, height: 1800 }, 'p2'], ['admin', '/admin/outlook', {}, 'a1'], ['admin', '/admin/outlook', { width: 360, height: 1600, dark: true }, 'a2']];
for (const [login, path, options, name] of shots) {
  const page = await open(login, options);
  await page.goto(address + path);
  await page.waitForTimeout(2500);
  if (name.startsWith('a')) { await page.locator('input[type=email]').fill('director@ryadom.example'); await page.getByRole('button', { name: 'Проверить' }).click(); await page.waitForTimeout(1500); }
  await page.screenshot({ path: `/tmp/${name}.png` });
}
const page = await open('anna');
const list = await (await page.request.get(`${address}/api/call-list?limit=3`)).json();
await page.goto(`${address}/companies/${list.rows[0].id}`);
await page.waitForTimeout(2500);
await page.screenshot({ path: `/tmp/c1.png` });
await browser.close();
