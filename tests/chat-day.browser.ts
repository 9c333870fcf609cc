import type { Page } from 'playwright-core';
import { sql } from '../service/kernel/sql';
import { browserApp, overflow, seriousFaults, type BrowserApp } from './browser-app';

/** The day from the chat, in the playground's Teams: nothing is opened but the chat. */
let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp({ playground: true, live: true });
});
afterAll(() => app?.close());

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /Напишите/ }).fill(text);
  await page.keyboard.press('Enter');
}

const lastCard = (page: Page) =>
  page
    .locator('ul[aria-live] > li')
    .filter({ has: page.locator('.ac-adaptiveCard') })
    .last();

test('calls today → open → log → undo → remind → the reminder arrives in the chat and in the tab', async () => {
  const page = await app.open({ width: 1280, height: 900 });
  await page.goto(`${app.url}/playground/teams.html?account=anna&view=chat`);
  await page.getByText('Что мне можно сказать', { exact: false }).or(page.getByText('Здравствуйте!')).first().waitFor();
  await say(page, 'мои звонки сегодня');
  await page.getByText(/Звонки на сегодня — \d+/).waitFor();

  // A company of the list is opened by a press on its row; it takes the list's place.
  await lastCard(page).locator('.ac-selectable').first().click();
  const log = lastCard(page).getByRole('button', { name: 'Записать звонок' });
  await log.waitFor();
  await lastCard(page).getByRole('textbox').fill('Записано из чата');
  await log.click();
  await lastCard(page).getByText('Звонок записан').waitFor();
  const written = () =>
    app.deps.database.read.row<{ found: number }>(
      sql`select count(*) as found from activity where note = ${'Записано из чата'} and deletedAt is null and status = 'done'`,
    );
  expect((await written())!.found).toBe(1);

  await lastCard(page).getByRole('button', { name: 'Отменить' }).click();
  await lastCard(page).getByText('Отменено', { exact: false }).waitFor();
  expect((await written())!.found).toBe(0);

  // The tab stays open beside: what the reminder tells pops up there, too.
  const tab = await app.openAs('anna', '/reminders');
  await say(page, 'напомни через 1 минуту проверить склад');
  await lastCard(page).getByText('Проверить склад').waitFor();
  // Not to wait for a minute, the moment is brought nearer by the reminder's own form.
  await tab.getByText('Проверить склад').first().waitFor();
  const row = await app.deps.database.read.row<{ id: string; version: number }>(
    sql`select id, version from reminder where title = ${'Проверить склад'}`,
  );
  const soon = new Date(Date.now() + 1500).toISOString();
  const moved = await tab.evaluate(
    async ({ id, version, at }) =>
      (
        await fetch(`/api/reminders/${id}`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json', 'x-requested-by': 'ryadom' },
          body: JSON.stringify({ version, at }),
        })
      ).status,
    { ...row!, at: soon },
  );
  expect(moved).toBe(200);
  await lastCard(page).getByRole('button', { name: 'Через час' }).waitFor({ timeout: 30_000 });
  await tab
    .getByRole('link', { name: 'Открыть' })
    .or(tab.getByRole('button', { name: 'Открыть' }))
    .first()
    .waitFor({ timeout: 30_000 });
  await tab.getByRole('button', { name: 'Уведомления, новых: 1' }).waitFor();
  await lastCard(page).getByRole('button', { name: 'Готово' }).click();
  await lastCard(page).getByText('✔ Готово').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
});

test('the chat on a dark phone holds its width; what cannot be understood is told beside the card', async () => {
  const page = await app.open({ width: 360, dark: true });
  await page.goto(`${app.url}/playground/teams.html?account=boris&view=chat`);
  await page.getByRole('textbox', { name: /Напишите/ }).waitFor();
  await say(page, 'следующий');
  await lastCard(page).getByRole('button', { name: 'Перенести' }).click();
  await lastCard(page).getByText('Или словами').waitFor();
  await lastCard(page).getByRole('textbox').fill('когда рак свистнет');
  await lastCard(page).getByRole('button', { name: 'Перенести' }).click();
  await page.getByRole('alert').getByText('Не понимаю, когда', { exact: false }).waitFor();
  await lastCard(page).getByRole('textbox').fill('в следующий вторник в 11');
  await lastCard(page).getByRole('button', { name: 'Перенести' }).click();
  await lastCard(page).getByText('Перенесено').waitFor();
  expect(await overflow(page)).toBe(0);
});

test('each person’s own ways of being told, kept at once', async () => {
  const page = await app.openAs('anna', '/profile');
  const mail = page.getByRole('checkbox', { name: 'Мои напоминания: Почта' });
  await mail.waitFor();
  await mail.check();
  await page.reload();
  await page.getByRole('checkbox', { name: 'Мои напоминания: Почта' }).waitFor();
  expect(await page.getByRole('checkbox', { name: 'Мои напоминания: Почта' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Проверить' }).click();
  await page.getByText('Проверка уведомлений').first().waitFor();
  await page.getByText('доставлено').first().waitFor({ timeout: 20_000 });
  // While it fades in, nothing in it has its own colour yet.
  await page.getByRole('button', { name: 'Закрыть' }).click();
  await page.getByRole('button', { name: 'Закрыть' }).waitFor({ state: 'detached' });
  expect(await seriousFaults(page)).toEqual([]);
});

test('a reminder on the company’s card', async () => {
  const row = await app.deps.database.read.row<{ id: string }>(sql`
    select max(c.id) as id from company c join user_account u on u.id = c.ownerId where u.login = 'anna'`);
  const page = await app.openAs('anna', `/companies/${row!.id}`);
  await page.getByRole('button', { name: 'Добавить напоминание' }).click();
  await page.getByRole('textbox', { name: /О чём напомнить/ }).fill('Спросить про тендер');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Спросить про тендер').first().waitFor();
  await page.getByRole('button', { name: 'Готово: Спросить про тендер' }).click();
  await page.getByText('Спросить про тендер').first().waitFor({ state: 'detached' });
});
