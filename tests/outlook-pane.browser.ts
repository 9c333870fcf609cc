import { readFileSync } from 'node:fs';
import type { Frame, FrameLocator, Page, Route } from 'playwright-core';
import { randomFrom } from '../database/seeds/generate';
import type { Letter, Mailbox, Person } from '../playground/mailbox/letter';
import { noFaults, type Faults } from '../playground/office/faults';
import type { LookUp } from '../service/modules/mail/mail.contract';
import { browserApp, eventually, type BrowserApp } from './browser-app';

/** The pane beside letters of the playground, in a real Chromium: the right company, or none. */
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The scripting face of the page. */
interface MailboxPage {
  open(id: string): void;
  openNull(): void;
  setFaults(faults: Partial<Faults>): void;
  change(changes: object): void;
  letters(): Letter[];
}

/** What the program says of an item when asked directly: the companies that may be shown beside it. */
interface Truth {
  id: string;
  /** Null for a meeting: its key is made of when and what. */
  key: string | null;
  companies: Map<string, string>;
  /** The one that opens at once. */
  opened: string | null;
  frames: 'letters' | 'meeting';
}

describe('the pane', () => {
  let app: BrowserApp;
  beforeAll(async () => {
    app = await browserApp({ playground: true });
  });
  afterAll(() => app?.close());

  const pane = (page: Page): FrameLocator => page.frameLocator('iframe[src="/playground/pane.html"]');
  const shown = (page: Page) => pane(page).locator('body').innerText();
  const say = <T>(page: Page, act: (mailbox: MailboxPage, argument: T) => void, argument: T) =>
    page.evaluate(`(${String(act)})(window.ryadomMailbox, ${JSON.stringify(argument)})`);
  const open = (page: Page, id: string) => say(page, (mailbox, item) => mailbox.open(item), id);

  async function visit(page: Page, login: string, width = 320): Promise<void> {
    await page.goto(`${app.url}/playground/outlook.html?account=${login}&pane=${width}`);
    await page.locator('[data-letter]').first().waitFor();
  }

  async function truths(login: string): Promise<Truth[]> {
    const get = async <T>(path: string, body?: object, token?: string): Promise<T> =>
      (await (
        await fetch(app.url + path, {
          method: body ? 'POST' : 'GET',
          headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
          body: body && JSON.stringify(body),
        })
      ).json()) as T;
    const account = `${login}@ryadom.example`;
    const { token } = await get<{ token: string }>('/playground/entra/token', { account });
    const session = (await get<{ token: string }>('/api/sign-in/microsoft', { token })).token;
    const { letters, meetings } = await get<Mailbox>(`/playground/api/mailbox?account=${account}`);
    const truth = async (id: string, key: string | null, people: Person[]): Promise<Truth> => {
      const { correspondents } = await get<LookUp>('/api/mail/look-up', { key, people }, session);
      const companies = correspondents.flatMap(({ matches }) => matches.map(({ company }) => company));
      const opens = correspondents.map(({ companyId }) => companyId);
      return {
        id,
        key,
        companies: new Map(companies.map(({ id: companyId, name }) => [companyId, name])),
        opened: correspondents.length === 1 ? (opens[0] ?? null) : null,
        frames: key === null ? 'meeting' : 'letters',
      };
    };
    return Promise.all([
      ...letters.map(({ id, internetMessageId, from, to, cc }) =>
        truth(id, internetMessageId, [...(from ? [from] : []), ...to, ...cc]),
      ),
      ...meetings.map(({ id, organizer, required, optional }) =>
        truth(id, null, [organizer, ...required, ...optional]),
      ),
    ]);
  }

  const bareName = (name: string) => /«(.+)»/.exec(name)?.[1] ?? name;

  /** Names of companies that have nothing to do with the item and yet stand in the pane. */
  function strangers(text: string, truth: Truth | null, all: readonly Truth[]): string[] {
    const own = new Set(truth?.companies.values());
    const names = new Set(all.flatMap(({ companies }) => [...companies.values()]));
    return [...names].filter((name) => !own.has(name) && text.includes(bareName(name)));
  }

  const troubles: Partial<Faults>[] = [
    {},
    { itemChanged: 'late', nullMs: 300 },
    { itemChanged: 'never' },
    { itemChanged: 'twice', latencyMs: 200 },
    { answersFromCurrent: true, latencyMs: 300 },
    { failing: ['body.getAsync'] },
    { frozenMs: 700 },
    { itemChanged: 'late', latencyMs: 400, nullMs: 200 },
  ];

  test('through 200 switches on a slow server it shows and writes nothing for a wrong company', async () => {
    const random = randomFrom(20260312);
    const all = await truths('anna');
    const page = await app.open({ width: 1440, height: 860 });
    const writes: { key: string; companyId: string }[] = [];
    await page.route('**/api/**', async (route: Route) => {
      const request = route.request();
      if (request.method() === 'POST' && new URL(request.url()).pathname === '/api/mail') {
        const { key, companyId } = request.postDataJSON() as { key: string; companyId: string };
        writes.push({ key, companyId });
      }
      // The server is slow, now more, now less.
      await new Promise((resolve) => setTimeout(resolve, random() * 350));
      await route.continue().catch(() => undefined);
    });
    await visit(page, 'anna');
    await pane(page).locator('body').waitFor();

    for (let step = 0; step < 200; step += 1) {
      const faults = troubles[Math.floor(step / 25) % troubles.length]!;
      if (step % 25 === 0) await say(page, (mailbox, next) => mailbox.setFaults(next), { ...noFaults, ...faults });
      const truth = random() < 0.1 ? null : all[Math.floor(random() * all.length)]!;
      if (truth) await open(page, truth.id);
      else await say(page, (mailbox) => mailbox.openNull(), null);
      // A hasty reader presses what is there and goes on; a patient one waits for the card and for what came of it.
      const patient = Boolean(truth?.opened) && !writes.some(({ key }) => key === truth?.key) && random() < 0.7;
      if (step % 3 === 0) await pressLog(page, patient ? 3000 : 200);
      if (step % 3 === 0 && patient)
        await pane(page)
          .getByText(/^Записал/)
          .first()
          .waitFor({ timeout: 3000 })
          .catch(() => undefined);
      if (step % 8 !== 7) continue;
      await eventually(
        () => shown(page),
        (text) => {
          expect(text.trim()).not.toBe('');
          expect(strangers(text, truth, all)).toEqual([]);
          if (truth?.opened) expect(text).toContain(bareName(truth.companies.get(truth.opened)!));
        },
      );
    }

    expect(writes.length).toBeGreaterThan(5);
    for (const { key, companyId } of writes) {
      const truth = all.find((known) => known.key === key);
      // A meeting's key is its own kind; letters are known by theirs.
      const allowed = truth ? [truth] : all.filter(({ frames }) => frames === 'meeting');
      expect(allowed.some(({ companies }) => companies.has(companyId))).toBe(true);
    }
  }, 420_000);

  /** Both taps, where they are offered; what is not there in that moment is not pressed. */
  async function pressLog(page: Page, timeout = 200): Promise<void> {
    for (const name of [/^Записать (письмо|встречу)/, /^Записать$/]) {
      const button = pane(page).getByRole('button', { name }).first();
      await button.click({ timeout }).catch(() => undefined);
    }
  }

  test('what is pressed beside another letter than the open one is not written', async () => {
    const [first, second] = (await truths('vera')).filter(({ opened, key }) => opened && key);
    const page = await app.open({ width: 1440, height: 860 });
    const written: { key: string; companyId: string }[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && new URL(request.url()).pathname === '/api/mail')
        written.push(request.postDataJSON() as { key: string; companyId: string });
    });
    await visit(page, 'vera');
    await open(page, first!.id);
    await pane(page)
      .getByRole('button', { name: /^Записать письмо/ })
      .click();
    // Nobody tells the pane; the form of the first letter still stands there.
    await say(page, (mailbox, faults) => mailbox.setFaults(faults), { itemChanged: 'never' } as const);
    await open(page, second!.id);
    // On a slow machine the pane looks for itself before the press, and the form is gone: that is as well.
    const pressed = await pane(page)
      .getByRole('button', { name: /^Записать$/ })
      .click({ timeout: 2500 })
      .then(
        () => true,
        () => false,
      );
    if (pressed) await pane(page).getByText('Открыто уже другое письмо').first().waitFor();
    await pane(page)
      .getByText(bareName(second!.companies.get(second!.opened!)!))
      .first()
      .waitFor();
    expect(written.filter(({ key, companyId }) => key === first!.key || companyId === first!.opened)).toEqual([]);
  });

  test('a colleague sees within five seconds who logged the letter', async () => {
    const [annas, boriss] = [await truths('anna'), await truths('boris')];
    const shared = boriss.find(({ key, opened }) => opened && annas.some((truth) => truth.key === key))!;
    const [anna, boris] = [await app.open({ width: 1440 }), await app.open({ width: 1440 })];
    await visit(anna, 'anna');
    await open(anna, annas.find(({ key }) => key === shared.key)!.id);
    await visit(boris, 'boris');
    await open(boris, shared.id);
    await pane(boris)
      .getByText(bareName(shared.companies.get(shared.opened!)!))
      .first()
      .waitFor();
    await pane(anna).locator('body').waitFor();

    await pane(boris)
      .getByRole('button', { name: /^Записать письмо/ })
      .click();
    await pane(boris)
      .getByRole('button', { name: /^Записать$/ })
      .click();
    await pane(boris).getByText(/Лугов/).first().waitFor();
    await pane(anna).getByText(/Лугов/).first().waitFor({ timeout: 5000 });
  });

  test.each([280, 320, 450])('at %i px it fits in every theme, and axe finds nothing serious', async (width) => {
    const page = await app.open({ width: 1440, height: 860 });
    await visit(page, 'anna', width);
    const [truth] = (await truths('anna')).filter(({ opened }) => opened);
    await open(page, truth!.id);
    await pane(page)
      .getByText(bareName(truth!.companies.get(truth!.opened!)!))
      .first()
      .waitFor();
    for (const theme of ['colorful', 'white', 'darkGray', 'black', 'contrast']) {
      await page.emulateMedia({ forcedColors: theme === 'contrast' ? 'active' : 'none' });
      if (theme !== 'contrast') await say(page, (mailbox, next) => mailbox.change({ theme: next }), theme);
      const frame = page.frames().find((candidate) => candidate.url().endsWith('/playground/pane.html'))!;
      await eventually(
        () => seriousFaultsOf(frame, theme === 'contrast'),
        (faults) => expect(faults).toEqual([]),
      );
      expect(
        await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
    }
  });
});

/** In forced colours the system paints; what axe reads there are the colours that were replaced. */
async function seriousFaultsOf(frame: Frame, forced: boolean): Promise<string[]> {
  interface Found {
    id: string;
    impact: string | null;
  }
  await frame.evaluate(axeSource);
  const violations = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Found[] }> };
    };
    return (await axe.run({ exclude: ['[data-tabster-dummy]'] })).violations.map(({ id, impact }) => ({ id, impact }));
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id }) => id)
    .filter((id) => !(forced && id === 'color-contrast'));
}
