import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import type { FrameLocator, Page } from 'playwright-core';
import { browserApp, eventually, overflow, seriousFaults, type BrowserApp } from './browser-app';

/** The whole chain: a letter becomes a deal with lines, an offer goes out as a Word document, is won, and every figure moves. */
describe('from a letter to the figures', () => {
  let app: BrowserApp;
  let page: Page;
  beforeAll(async () => {
    app = await browserApp({ playground: true });
    page = await app.openAs('anna', '/', { width: 1440, height: 900 });
  });
  afterAll(() => app?.close());

  const pane = (): FrameLocator => page.frameLocator('iframe[src="/playground/pane.html"]');
  const ask = async <T>(path: string): Promise<T> => (await (await page.request.get(app.url + path)).json()) as T;
  interface Figures {
    kpi: {
      offers: number;
      offersAmount: number;
      offersWon: number;
      wonAmount: number;
      wonMargin: number;
      deals: number;
    };
    won: number;
    weighted: number;
  }
  /** Anna's own week, and what the forecast says of every month together. */
  async function figures(): Promise<Figures> {
    const { rows } = await ask<{ rows: Figures['kpi'][] }>('/api/kpi?kind=week');
    const { cells } = await ask<{ cells: { won: number; weighted: number }[] }>(
      `/api/forecast?from=${lastMonth()}&months=12`,
    );
    const sum = (name: 'won' | 'weighted') => cells.reduce((all, cell) => all + cell[name], 0);
    const { offers, offersAmount, offersWon, wonAmount, wonMargin, deals } = rows[0]!;
    return {
      kpi: { offers, offersAmount, offersWon, wonAmount, wonMargin, deals },
      won: sum('won'),
      weighted: sum('weighted'),
    };
  }

  let before: Figures;
  let dealPath: string;

  test('the letter’s list becomes the lines of a deal', async () => {
    before = await figures();
    await page.goto(`${app.url}/playground/outlook.html?account=anna&pane=320`);
    await page.locator('[data-letter]').first().waitFor();
    await page.getByText('Запрос цены: насосы и задвижки', { exact: true }).first().click();
    await pane().getByRole('button', { name: 'Запросы и сделки' }).click();
    await pane().getByRole('button', { name: 'Новый запрос из письма' }).click();
    const found = pane().getByRole('dialog', { name: 'Позиции из письма или файла' });
    await found.getByText('Прочитано строк: 3').waitFor();
    expect(await found.getByText('Есть в каталоге').count()).toBe(2);
    expect(await found.getByText('Нет в каталоге').count()).toBe(1);
    await found.getByRole('button', { name: 'Добавить 3 позиции' }).click();
    const form = pane().getByRole('dialog', { name: 'Новый запрос' });
    // What the catalogue did not know gets its price by hand: 8 × 10 000.
    await form.getByRole('textbox', { name: 'Цена' }).nth(2).fill('10 000');
    await form.getByRole('button', { name: 'Завести', exact: true }).click();
    const link = pane().getByRole('link', { name: /Насос ЦНС/ });
    await link.waitFor();
    dealPath = new URL((await link.getAttribute('href'))!).pathname;
    expect((await figures()).kpi.deals).toBe(before.kpi.deals + 1);
  });

  test('the offer is made of its lines and printed', async () => {
    await page.goto(app.url + dealPath);
    // 2 × 184 500 + 8 × 31 900 + 8 × 10 000
    await page
      .getByText(/704\s200/)
      .first()
      .waitFor();
    await page
      .getByRole('region', { name: 'Предложения' })
      .getByRole('button', { name: 'Сделать предложение' })
      .click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Маржа, ₽').fill('140 840,50');
    await form.getByLabel('Вероятность, %').fill('40');
    await form.getByRole('button', { name: 'Сделать предложение' }).click();
    await page
      .getByText(/Сделано предложение/)
      .first()
      .waitFor();
    const offered = await figures();
    expect(offered.kpi.offers).toBe(before.kpi.offers + 1);
    expect(offered.kpi.offersAmount).toBe(before.kpi.offersAmount + 704_200_00);
    expect(offered.weighted).toBe(before.weighted + 281_680_00);

    await page.getByRole('button', { name: /Действия с предложением/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Напечатать в Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^КП.*\.docx$/);
    const zip = await JSZip.loadAsync(readFileSync(await download.path()));
    const words = (await zip.file('word/document.xml')!.async('string')).replace(/<[^>]+>/g, ' ');
    for (const said of ['ЦНС', 'Гном', 'Задвижка DN100', 'Анна Светлова']) expect(words).toContain(said);
    expect(words).toMatch(/704\s200/);
    // It is among the deal's documents, ready to be sent.
    await page.getByRole('button', { name: download.suggestedFilename() }).first().waitFor();
    // What was said fades away first.
    await eventually(
      () => seriousFaults(page),
      (faults) => expect(faults).toEqual([]),
    );
  });

  test('won, it moves the week and the forecast', async () => {
    await page.goto(app.url + dealPath);
    await page.getByRole('button', { name: /Действия с предложением/ }).click();
    await page.getByRole('menuitem', { name: 'Выиграно' }).click();
    await eventually(figures, (after) =>
      expect(after).toEqual({
        kpi: {
          offers: before.kpi.offers + 1,
          offersAmount: before.kpi.offersAmount + 704_200_00,
          offersWon: before.kpi.offersWon + 1,
          wonAmount: before.kpi.wonAmount + 704_200_00,
          wonMargin: before.kpi.wonMargin + 140_840_50,
          deals: before.kpi.deals + 1,
        },
        won: before.won + 704_200_00,
        weighted: before.weighted,
      }),
    );
    await page.goto(`${app.url}/kpi`);
    await page
      .getByText(/704\s200/)
      .first()
      .waitFor();
  });

  test('a card goes to another column by keys alone, with its comment', async () => {
    await page.goto(`${app.url}/deals`);
    const card = page.locator(`[data-deal="${dealPath.split('/').pop()}"]`);
    await card.focus();
    await page.keyboard.press('Alt+ArrowRight');
    const dialog = page.getByRole('dialog', { name: 'На этап «В работе»' });
    await dialog.getByRole('textbox').fill('Ждут бюджета');
    await dialog.getByRole('button', { name: 'Перевести' }).click();
    await page
      .getByRole('region', { name: /^В работе/ })
      .locator(`[data-deal="${dealPath.split('/').pop()}"]`)
      .waitFor();
    expect(await overflow(page)).toBe(0);
  });
});

/** The month before this one: «2026-10». */
function lastMonth(): string {
  const day = new Date();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - 1);
  return day.toISOString().slice(0, 7);
}
