import { DateTime } from 'luxon';
import type { Page } from 'playwright-core';
import { sql } from '../service/kernel/sql';
import { browserApp, seriousFaults, type BrowserApp } from './browser-app';

/** A manager's plan in Outlook, dragged there and here, by a real hand in a real browser. */
let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp({ playground: true });
});
afterAll(() => app?.close());

/** The stand-in of the calendar, beside the tab. */
const calendarOf = async (login: string, options: { dark?: boolean } = {}): Promise<Page> => {
  const page = await app.open({ width: 1280, height: 900, ...options });
  await page.goto(`${app.url}/playground/teams.html?account=${login}&view=calendar`);
  await page.getByRole('region', { name: 'Неделя в календаре' }).waitFor();
  return page;
};

/** What is planned for a company, as the base has it. */
const plannedAt = async (companyId: string): Promise<string | null> => {
  const row = await app.deps.database.read.row<{ at: string }>(
    sql`select min(at) as at from activity where companyId = ${companyId} and status = 'planned' and deletedAt is null`,
  );
  return row?.at ? new Date(row.at).toISOString() : null;
};

test('connected in the profile, the plan stands in Outlook; a drag there is here within five seconds, and back', async () => {
  const tab = await app.openAs('anna', '/profile', { width: 1280, height: 900 });
  await tab.getByRole('switch', { name: 'Мой план — в календаре Outlook' }).click();
  await tab.getByText('Подключён', { exact: true }).waitFor();
  await tab.getByText(/Записано в Outlook/).waitFor();
  expect(await seriousFaults(tab)).toEqual([]);

  // A call for the Wednesday of next week, at eleven.
  const company = (await app.deps.database.read.row<{ id: string; name: string }>(sql`
    select c.id as id, c.name as name from company c join user_account u on u.id = c.ownerId
    where u.loginKey = 'anna' and c.nextContactAt is null and c.deletedAt is null order by c.id`))!;
  const at = DateTime.now().setZone('Europe/Moscow').startOf('week').plus({ weeks: 1, days: 2, hours: 11 }).toJSDate();
  const planned = await tab.request.post(`${app.url}/api/activities`, {
    headers: { 'x-requested-by': 'ryadom' },
    data: { companyId: company.id, kind: 'call', status: 'planned', at: at.toISOString() },
  });
  expect(planned.status()).toBe(200);

  const outlook = await calendarOf('anna');
  await outlook.getByRole('button', { name: 'Неделя позже' }).click();
  const event = outlook.getByTitle(`Звонок: ${company.name}`);
  await event.waitFor({ timeout: 5000 });

  // One day on and two hours later.
  const box = (await event.boundingBox())!;
  const day = (await outlook.locator('[data-day]').first().boundingBox())!;
  await outlook.mouse.move(box.x + 20, box.y + 6);
  await outlook.mouse.down();
  await outlook.mouse.move(box.x + 20 + day.width, box.y + 6 + day.height / 12, { steps: 8 });
  const dropped = Date.now();
  await outlook.mouse.up();
  const wanted = new Date(at.getTime() + 26 * 3_600_000).toISOString();
  while ((await plannedAt(company.id)) !== wanted && Date.now() - dropped < 5000) await outlook.waitForTimeout(100);
  expect(await plannedAt(company.id)).toBe(wanted);
  await tab.goto(`${app.url}/companies/${company.id}`);
  await tab.getByText('перенос 1').first().waitFor();
  await tab.getByTitle('В календаре Outlook').first().waitFor();

  // And the other way round.
  const moved = new Date(at.getTime() - 3_600_000).toISOString();
  const card = (await (await tab.request.get(`${app.url}/api/companies/${company.id}`)).json()) as {
    planned: { id: string; version: number }[];
  };
  const sent = Date.now();
  await tab.request.patch(`${app.url}/api/activities/${card.planned[0]!.id}`, {
    headers: { 'x-requested-by': 'ryadom' },
    data: { version: card.planned[0]!.version, at: moved },
  });
  await outlook
    .locator(`[data-day="${moved.slice(0, 10)}"]`)
    .getByText(/10:00 Звонок/)
    .first()
    .waitFor({ timeout: 5000 });
  expect(Date.now() - sent).toBeLessThan(5000);
});

test('deleted in Outlook, the card asks; put back by one press', async () => {
  const outlook = await calendarOf('anna');
  const tile = outlook.locator('button[title^="Звонок"]').first();
  await tile.waitFor();
  const name = (await tile.getAttribute('title'))!.replace('Звонок: ', '');
  await tile.click();
  await outlook.getByRole('button', { name: 'Удалить' }).click();
  const { id } = (await app.deps.database.read.row<{ id: string }>(sql`select id from company where name = ${name}`))!;
  const tab = await app.openAs('anna', `/companies/${id}`, { width: 1280, height: 900 });
  await tab.getByText('удалено в Outlook').first().waitFor();
  expect(await seriousFaults(tab)).toEqual([]);
  await tab.getByRole('button', { name: 'Вернуть в календарь' }).first().click();
  await outlook.getByTitle(`Звонок: ${name}`).first().waitFor();
});

test('an invitation saved from any mail program is planned from the card', async () => {
  const { id } = (await app.deps.database.read.row<{ id: string }>(sql`
    select max(c.id) as id from company c join user_account u on u.id = c.ownerId where u.loginKey = 'anna'`))!;
  const tab = await app.openAs('anna', `/companies/${id}`, { width: 1280, height: 900 });
  const at = DateTime.now().setZone('Europe/Moscow').startOf('day').plus({ days: 20, hours: 14 });
  const file = [
    'BEGIN:VCALENDAR',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:one',
    'SUMMARY:Показ насосов',
    'LOCATION:Склад',
    `DTSTART;TZID=Russian Standard Time:${at.toFormat("yyyyMMdd'T'HHmmss")}`,
    'DURATION:PT1H',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  await tab
    .locator('input[type=file][accept*=".ics"]')
    .first()
    .setInputFiles({ name: 'meeting.ics', mimeType: 'text/calendar', buffer: Buffer.from(file) });
  await tab.getByText('Показ насосов').waitFor();
  expect(await seriousFaults(tab)).toEqual([]);
  await tab.getByRole('button', { name: 'Запланировать', exact: true }).last().click();
  await tab.getByText(/^Запланировано: .*14:00$/).waitFor();
  const planned = await app.deps.database.read.rows<{ at: string; kind: string }>(
    sql`select at, kind from activity where companyId = ${id} and note like ${'Показ насосов%'}`,
  );
  expect(planned).toMatchObject([{ kind: 'meeting' }]);
  expect(new Date(planned[0]!.at)).toEqual(at.toJSDate());
});

test('the administrator sees everybody and proves the access', async () => {
  const page = await app.openAs('admin', '/admin/outlook', { width: 1280, height: 900 });
  await page.getByLabel('Ящик, куда доступа быть не должно').fill('director@ryadom.example');
  await page.getByRole('button', { name: 'Проверить' }).click();
  await page.getByText('закрыт', { exact: true }).waitFor();
  expect(await page.getByText('не так').count()).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
});

test('the stand’s calendar by keyboard, in the dark', async () => {
  const outlook = await calendarOf('anna', { dark: true });
  const tile = outlook.locator('button[title^="Звонок"]').first();
  await tile.waitFor();
  const before = (await tile.innerText()).slice(0, 5);
  await tile.focus();
  await outlook.keyboard.press('Alt+ArrowDown');
  await outlook.waitForFunction(
    ([title, time]) =>
      !document.querySelector(`button[title="${title!.replaceAll('"', '\\"')}"]`)?.textContent?.startsWith(time!),
    [(await tile.getAttribute('title'))!, before] as const,
  );
  expect(await seriousFaults(outlook)).toEqual([]);
});
