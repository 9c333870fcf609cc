import type { Page } from 'playwright-core';
import { browserApp, eventually, type BrowserApp } from './browser-app';

/** A sales manager's day, then her head's and the administrator's, in a real Chromium against the demo base. */
describe('the working day', () => {
  let app: BrowserApp;
  beforeAll(async () => {
    app = await browserApp();
  });
  afterAll(() => app?.close());

  const panel = (page: Page) => page.getByRole('complementary', { name: 'Выбранная компания' });
  const selectedName = (page: Page) => panel(page).getByRole('heading', { level: 2 }).innerText();
  const bucket = async (page: Page, name: string) =>
    Number(/(\d+)\+?$/.exec(await page.getByRole('radio', { name: new RegExp(`^${name}`) }).innerText())![1]);

  test('she signs in, calls, writes down, sets the next contact, and the next company is in front of her', async () => {
    const page = await app.open();
    await page.goto(app.url);
    await page.getByRole('button', { name: /Анна Светлова/ }).click();

    // Whom to call today: the most overdue first, however old.
    await page.getByRole('heading', { name: 'Звонки', level: 1 }).waitFor();
    await page.getByRole('grid', { name: 'Кому звонить' }).getByText('просрочено 400 дней').waitFor();
    await panel(page).getByRole('radiogroup', { name: 'Следующий контакт' }).getByRole('radio').first().waitFor();
    const overdue = await bucket(page, 'Просрочено');
    const first = await selectedName(page);

    // What was said, and when again.
    const form = panel(page).getByRole('form', { name: 'Записать действие' });
    await form.getByRole('radio', { name: 'Ждут предложение' }).click();
    await form.getByRole('textbox', { name: 'Что сказали' }).fill('Просили предложение до пятницы');
    await form.getByRole('radio', { name: /^Неделя/ }).click();
    await form.getByRole('button', { name: 'Записать и дальше' }).click();

    // The next company is open, the row is gone, and it can be taken back.
    await eventually(
      () => selectedName(page),
      (seen) => expect(seen).not.toBe(first),
    );
    await eventually(
      () => bucket(page, 'Просрочено'),
      (seen) => expect(seen).toBe(overdue - 1),
    );
    await page.getByRole('button', { name: 'Отменить' }).first().click();
    await eventually(
      () => bucket(page, 'Просрочено'),
      (seen) => expect(seen).toBe(overdue),
    );
  });

  test('the whole loop goes by keyboard', async () => {
    const page = await app.openAs('boris');
    await panel(page).getByRole('heading', { level: 2 }).waitFor();
    const first = await selectedName(page);
    await page.getByRole('grid', { name: 'Кому звонить' }).getByRole('row', { selected: true }).focus();
    await page.keyboard.press('ArrowDown');
    await eventually(
      () => selectedName(page),
      (seen) => expect(seen).not.toBe(first),
    );
    await page.keyboard.press('l');
    await eventually(
      () => page.evaluate(() => document.activeElement?.closest('form') !== null),
      (seen) => expect(seen).toBe(true),
    );
    await page.keyboard.press('Escape');
    await page.locator('body').press('?');
    await page.getByRole('dialog').waitFor();
  });

  test('logging without a next contact asks for one', async () => {
    const page = await app.openAs('vera');
    const form = panel(page).getByRole('form', { name: 'Записать действие' });
    await form.getByRole('radio', { name: 'Поговорили' }).waitFor();
    const name = await selectedName(page);
    await form.getByRole('textbox', { name: 'Что сказали' }).fill('Поговорили о погоде');
    await form.getByRole('button', { name: 'Записать и дальше' }).click();
    await eventually(
      () => form.getByRole('alert').or(form.locator('[aria-invalid=true]')).count(),
      (seen) => expect(seen).toBeGreaterThan(0),
    );
    expect(await selectedName(page)).toBe(name);
  });

  test('the card: open from the list, history is there, a contact is added and shown', async () => {
    const page = await app.openAs('anna', '/companies');
    await page.getByRole('searchbox', { name: 'Поиск в списке' }).fill('азимутагро ооо');
    await page
      .getByRole('link', { name: /АзимутАгро/ })
      .first()
      .click();
    await page
      .getByRole('heading', { name: /АзимутАгро/ })
      .first()
      .waitFor();
    await page.getByText('История').first().waitFor();
    await page.getByRole('button', { name: 'Добавить контакт' }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('textbox', { name: /Имя/ }).first().fill('Ёлкина Пелагея');
    await drawer.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByRole('region', { name: 'Контакты' }).getByText('Ёлкина Пелагея').waitFor();
  });

  test('search forgives the keyboard layout and finds by a piece of a phone', async () => {
    const page = await app.openAs('anna', '/companies');
    const box = page.getByRole('searchbox', { name: 'Поиск в списке' });
    await box.fill('fpbvenfuhj');
    await page
      .getByRole('link', { name: /АзимутАгро/ })
      .first()
      .waitFor();
    await box.fill('901 427');
    await page
      .getByRole('link', { name: /АзимутАгро/ })
      .first()
      .waitFor();
  });

  test('her head sees another manager’s list, and only his department', async () => {
    const page = await app.openAs('gleb');
    await page.getByRole('grid', { name: 'Кому звонить' }).getByText('Борис Лугов').first().waitFor();
    await page.getByRole('combobox', { name: 'Менеджер' }).click();
    await page.getByRole('option', { name: /Борис Лугов/ }).click();
    await page.keyboard.press('Escape');
    await eventually(
      async () => page.url(),
      (seen) => expect(seen).toContain('owner='),
    );
    await eventually(
      () => page.getByRole('grid', { name: 'Кому звонить' }).getByText('Анна Светлова').count(),
      (seen) => expect(seen).toBe(0),
    );
    await page.goto(`${app.url}/`);
    await eventually(
      () => page.getByRole('grid', { name: 'Кому звонить' }).getByText('Вера Северная').count(),
      (seen) => expect(seen).toBe(0),
    );
  });

  test('the administrator sees everybody’s and hands a company over', async () => {
    const page = await app.openAs('admin', '/companies');
    await page.getByRole('searchbox', { name: 'Поиск в списке' }).fill('азимутагро');
    await page
      .getByRole('link', { name: /АзимутАгро/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Ещё' }).first().click();
    await page.getByRole('menuitem', { name: 'Передать' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').first().click();
    await page.getByRole('option', { name: /Вера Северная/ }).click();
    await dialog.getByRole('button', { name: 'Передать' }).click();
    await eventually(
      () => dialog.count(),
      (seen) => expect(seen).toBe(0),
    );
    await page.getByText('Вера Северная').first().waitFor();

    const hers = await app.openAs('vera', '/companies');
    await hers.getByRole('searchbox', { name: 'Поиск в списке' }).fill('азимутагро');
    await hers
      .getByRole('link', { name: /АзимутАгро/ })
      .first()
      .waitFor();
  });
});
